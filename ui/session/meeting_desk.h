// The review in the window: the one that runs, else the next draft; its clock, its notes as they are typed,
// who speaks. Everything typed is kept from keystroke to commit.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QObject>

#include "core/base/clock.h"
#include "core/review/meeting.h"
#include "ui/session/review_session.h"

namespace reckoner {

// Notes on one point of the agenda as their field sees them.
struct PointNotes {
    QString text{};                        // as typed
    QString failure{};                     // why they could not be saved; empty: they could
    std::optional<Clock::Time> savedAt{};  // by this window
    bool unsaved = false;
    bool both = false;      // somebody else wrote there too: theirs stands first
    bool writable = false;  // the point is stored, so that its notes can be
};

// One for each session, on the UI thread.
class MeetingDesk final : public QObject {
    Q_OBJECT
 public:
    enum class Standing { None, Draft, Running, Paused, Closed };

    static MeetingDesk& of(ReviewSession& session);
    ~MeetingDesk() override;

    // The one that runs, of any model; else the one that was just closed here, until it is left; else the
    // earliest draft of the model on the screen. Null: none.
    const Meeting* meeting() const;
    Standing standing() const;
    bool going() const { return standing() == Standing::Running || standing() == Standing::Paused; }
    bool loaded() const;
    bool settled() const;    // what is shown is what is stored, nothing is on its way
    QString whyNot() const;  // why nothing can be written; empty: it can
    Clock::Time now() const;
    std::string today() const;  // the reader's day
    int secondsEastOfUtc() const;
    const std::vector<AgendaPoint>& agendaTemplate() const;  // of the model on the screen

    // --- what a review goes through; what is refused comes by failed() ---
    void prepare();  // a draft out of the agenda's template
    void discard();  // the draft
    void start();
    void pause();
    void resume();
    void next();
    void moveTo(std::size_t item);
    void close();
    void leaveClosed();  // what was closed is looked at no more
    // Title, day, attendees, agenda, picks, views. A pure function: it is applied here and in the store.
    void change(const std::function<Meeting(Meeting)>& change);
    void setTemplate(const std::vector<AgendaPoint>& agenda);
    // The case goes to the picks of the running review or the draft, which is made if there is none.
    void addCase(const std::string& sampleId);
    // uid of the point that is spoken about, where this is the review that goes on; else empty.
    std::string pointOf(const std::string& review) const;
    bool hasCase(const std::string& sampleId) const;

    // --- notes ---
    PointNotes notes(std::size_t item) const;
    void type(std::size_t item, const QString& text);
    void saveNow();
    // Before the window goes; waits. What is not flushed stays in the draft file. False: something is neither
    // stored nor kept aside.
    bool flush();

    // --- who speaks, as an index of the attendees; -1: nobody in particular ---
    int speaker() const;
    void setSpeaker(int attendee);

    // The dock is wanted on the screen.
    void show() { Q_EMIT shown(); }
    // Whether it is there; told by the dock.
    bool onScreen() const;
    void setOnScreen(bool there);

 Q_SIGNALS:
    void changed();       // the review, or what is typed in it
    void pointChanged();  // another point is spoken about: its view is wanted
    void failed(const QString& sentence);
    void shown();

 private:
    explicit MeetingDesk(ReviewSession& session);
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace reckoner
