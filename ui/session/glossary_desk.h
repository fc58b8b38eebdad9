// What a team agreed its terms mean, as the window sees it: read off the UI thread, saved as typed.
#pragma once

#include <vector>

#include <QObject>

#include "core/review/glossary_reading.h"
#include "ui/session/background_task.h"
#include "ui/session/edit_history.h"
#include "ui/session/review_session.h"

namespace reckoner {

// One for each session, on the UI thread; of the store on the screen.
class GlossaryDesk final : public QObject {
    Q_OBJECT
 public:
    static GlossaryDesk& of(ReviewSession& session);
    ~GlossaryDesk() override;

    const std::vector<GlossaryReading>& readings() const { return readings_; }  // those in force
    // Why nothing can be written; empty when it can.
    QString whyNot() const;
    // Writes the three texts of a term; three empty ones give the program's own back. One step of undo, saves
    // of one burst of typing together. The same texts write nothing.
    void save(const GlossaryReading& reading, std::uint64_t burst);
    EditHistory& history() { return history_; }

 Q_SIGNALS:
    void changed();
    void saved(const QString& term);
    void failed(const QString& sentence);

 private:
    explicit GlossaryDesk(ReviewSession& session);
    GlossaryReading reading(const std::string& term) const;
    void read();
    void write(const GlossaryReading& reading);
    void pump();

    ReviewSession& session_;
    std::shared_ptr<Store> store_;
    std::vector<GlossaryReading> readings_;
    std::vector<GlossaryReading> waiting_;  // to be written, in this order
    BackgroundTask reading_;
    BackgroundTask writing_;
    EditHistory history_;
};

}  // namespace reckoner
