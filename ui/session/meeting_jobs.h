// What is written into a review, one after the other, off the UI thread; waited for when the window goes.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <QString>

#include "core/store/review_book.h"
#include "ui/session/background_task.h"

namespace reckoner {

// What a job brings back: the review as it is stored now, or where notes went, or why it failed.
struct MeetingLanding {
    std::optional<Meeting> meeting{};
    std::optional<SavedItemNotes> notes{};
    QString failure{};
};

struct MeetingJob {
    std::function<MeetingLanding(ReviewBook&)> work;
    std::string item{};   // uid of the point whose notes are written; empty: another change
    std::string typed{};  // what was written there
    bool tells = true;    // pages are told
};

class MeetingJobs {
 public:
    using Landed = std::function<void(const MeetingJob&, const MeetingLanding&)>;
    // landed: on the UI thread, in the order of the asking.
    MeetingJobs(Executor& executor, Landed landed);

    void setStore(std::shared_ptr<Store> store);  // what waits is forgotten
    void push(MeetingJob job);
    void forgetWaiting() { waiting_.clear(); }
    bool busy() const { return flight_ || !waiting_.empty(); }
    bool anyWaiting() const { return !waiting_.empty(); }
    // Does everything now, then `more`, and waits for it. False when one of them failed.
    bool finish(std::deque<MeetingJob> more);

 private:
    struct Flight;
    void pump();
    bool land(const MeetingJob& job, const MeetingLanding& landing);

    Landed landed_;
    std::shared_ptr<Store> store_;
    std::deque<MeetingJob> waiting_;
    std::shared_ptr<Flight> flight_;
    BackgroundTask writing_;
};

}  // namespace reckoner
