// Where notes are written: drafts as typed, saved off the UI thread, undone, and kept in step with what
// others write into the same store.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QObject>
#include <QTimer>

#include "core/store/notebook.h"
#include "ui/session/background_task.h"
#include "ui/session/edit_history.h"
#include "ui/session/review_session.h"

namespace reckoner {

class DraftFile;

// One note as its editor sees it.
struct NoteDraft {
    Annotation note;                   // as typed
    Annotation base;                   // as it was typed when it was last committed
    Annotation stored;                 // as it lies in the store; id 0: not there yet
    QString failure;                   // why it could not be saved; empty: it could
    std::optional<Annotation> theirs;  // somebody else's, saved meanwhile: both are kept

    bool dirty() const { return !sameContent(note, base); }
};

// One for each session, on the UI thread. Everything typed lies in a draft file until its commit.
class NoteDesk : public QObject {
    Q_OBJECT
 public:
    static NoteDesk& of(ReviewSession& session);
    ~NoteDesk() override;

    // The sample whose notes are wanted; what was typed elsewhere is saved at once. Notes arrive by
    // changed().
    void open(std::int64_t model, const std::string& sampleId);
    bool loaded() const { return loaded_; }
    const std::string& sample() const { return sample_; }
    // Of the open sample, oldest first. May be empty.
    std::vector<NoteDraft> drafts() const;
    std::vector<std::string> tags() const { return tags_; }  // of the model, by digit
    std::optional<LabelCorrection> correction() const;       // in force for the open sample

    // What a new note begins with.
    struct Beginning {
        std::string version;
        std::string produced;
    };
    void setBeginning(const Beginning& beginning) { beginning_ = beginning; }
    // One edit of note `which` of the open sample; which = drafts().size(): a new one. It is a step of undo,
    // and saved within half a second. Does nothing while the notes are not loaded or the store is for reading
    // only.
    void edit(std::size_t which, const std::function<void(Annotation&)>& change, std::uint64_t burst,
              const QString& what);
    // The model's tags by digit. A step of undo.
    void setTags(const std::vector<std::string>& tags);
    // An empty class takes the correction back. A step of undo.
    void correct(const std::string& corrected, const std::string& why);
    EditHistory& history() { return history_; }

    // Saves what is typed now, not in half a second.
    void saveNow();
    // Saves what is typed and waits for it. False when something is neither in the store nor in its draft
    // file.
    bool flush();
    // Whether the store can be written; else why not.
    QString whyNot() const;

    // Asked at the first note somebody writes here.
    bool writerWanted() const { return writerWanted_; }
    void setWriter(const QString& name);

 Q_SIGNALS:
    void changed();                              // drafts, tags or corrections of the open sample
    void sampleWanted(const QString& sampleId);  // undo or redo touched another sample: show it
    void failed(const QString& sentence);        // tags or a correction could not be stored

 private:
    struct Entry;
    struct Job;
    struct Saved;
    struct Read;
    struct Flight;
    explicit NoteDesk(ReviewSession& session);

    void follow(Aspects aspects);
    void openStore();
    void adoptLeft();
    void load();
    void take(const Read& read);
    void poll();
    std::vector<Entry*> shown() const;  // of the open sample
    Entry* find(std::uint64_t serial) const;
    Entry& add(const Annotation& note);
    void put(std::uint64_t serial, const Annotation& content);
    void touched();
    void keepDrafts();
    Entry* nextDirty() const;
    void pump();
    void settle(const Saved& saved);
    void fail(std::uint64_t serial, const QString& why);
    void storeCorrection(const LabelCorrection& correction);
    void storeTags(std::int64_t model, const std::vector<std::string>& tags);

    ReviewSession& session_;
    std::shared_ptr<Store> store_;
    std::unique_ptr<DraftFile> file_;
    std::vector<std::unique_ptr<Entry>> entries_;  // of all samples touched, and the open one
    std::int64_t model_ = 0;
    std::string sample_;
    bool loaded_ = false;
    bool closing_ = false;  // the session is on its way out: nobody is told
    bool kept_ = true;      // the draft file holds what the store does not
    std::vector<std::string> tags_;
    std::vector<LabelCorrection> corrections_;  // of the open sample, newest first
    Beginning beginning_;
    EditHistory history_;
    bool writerWanted_ = false;

    BackgroundTask reading_;
    BackgroundTask saving_;
    std::shared_ptr<Flight> flight_;  // the save under way
    QTimer soon_;
    QTimer retry_;
    QTimer watch_;
    std::uint64_t seenChanges_ = 0;
    std::uint64_t serials_ = 0;
};

}  // namespace reckoner
