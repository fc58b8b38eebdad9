// The saved cohorts of the model on the screen: listed, saved, taken away and brought back. One for a
// session.
#pragma once

#include <optional>
#include <vector>

#include <QObject>

#include "core/review/cohort.h"
#include "ui/session/review_session.h"

namespace reckoner {

// UI thread. Reads and writes are small and done at once; errors: Error{Store} or Error{Usage}, one sentence.
class CohortDesk final : public QObject {
    Q_OBJECT
 public:
    static CohortDesk& of(ReviewSession& session);

    // By name. Empty while there is no store, or it cannot be read.
    const std::vector<Cohort>& cohorts();
    // The one whose expression means the same, letter by letter of the normal form.
    const Cohort* find(const std::string& expression);
    // Fills model and writer. Pages hear of it by Aspect::Notes. Each is a step of undo, among the notes'.
    Cohort save(Cohort cohort);
    void remove(std::int64_t id);
    // The last one taken away, until it was brought back or the store changed.
    const std::optional<Cohort>& removed() const { return removed_; }
    void bringBack();

 Q_SIGNALS:
    void failed(const QString& sentence);  // undo or redo could not be stored

 private:
    explicit CohortDesk(ReviewSession& session);
    void read();
    const Cohort* withUid(const std::string& uid);
    Cohort store(const Cohort& cohort);
    void erase(const std::string& uid);
    void remember(const QString& what, const std::optional<Cohort>& before,
                  const std::optional<Cohort>& after);
    void put(const std::optional<Cohort>& wanted, const std::string& uid);

    ReviewSession& session_;
    bool stale_ = true;
    std::int64_t model_ = 0;
    std::vector<Cohort> cohorts_;
    std::optional<Cohort> removed_;
};

// What the figures are for, as it is called: the name of a saved cohort, else its expression. Empty:
// everyone.
QString cohortName(ReviewSession& session);

}  // namespace reckoner
