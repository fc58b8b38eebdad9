// What a team wrote in its reviews, as pages see it: read off the UI thread, written there too.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QObject>

#include "core/review/policy_record.h"
#include "core/review/requirement.h"
#include "core/store/review_book.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

struct ReviewRecords {
    std::int64_t model = 0;  // 0: not read yet
    std::vector<BriefAnswer> answers;
    std::vector<Decision> decisions;                // newest first
    std::vector<Action> actions;                    // open ones by date, then closed ones
    std::vector<Experiment> experiments;            // newest first
    std::vector<Meeting> meetings;                  // newest first
    std::vector<RequirementRecord> requirements{};  // newest first, those that ended too
    std::vector<PolicyRecord> policies{};           // of all versions, newest first
};

// One for each session, on the UI thread; of the model on the screen.
class ReviewDesk final : public QObject {
    Q_OBJECT
 public:
    static ReviewDesk& of(ReviewSession& session);
    ~ReviewDesk() override;

    const ReviewRecords& records() const { return records_; }
    // Writes off the UI thread; then records() are read again and done() is called, or failed() with the
    // sentence. One after the other, in the order they were asked for.
    void write(std::function<void(ReviewBook&)> work, std::function<void()> done,
               std::function<void(const QString&)> failed);
    // Why nothing can be written; empty when it can.
    QString whyNot() const;
    std::string today() const;
    // uid of the review of this model that runs; empty: none does. What is agreed meanwhile belongs to it.
    std::string runningReview() const;

 Q_SIGNALS:
    void changed();

 private:
    explicit ReviewDesk(ReviewSession& session);
    struct Job {
        std::shared_ptr<Store> store;
        std::function<void(ReviewBook&)> work;
        std::function<void()> done;
        std::function<void(const QString&)> failed;
    };
    void read();
    void pump();

    ReviewSession& session_;
    ReviewRecords records_;
    BackgroundTask reading_;
    BackgroundTask writing_;
    std::vector<Job> jobs_;
};

}  // namespace reckoner
