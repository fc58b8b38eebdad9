#include "ui/session/meeting_jobs.h"

#include <chrono>
#include <future>
#include <utility>

#include "core/base/error.h"

namespace reckoner {
namespace {

constexpr auto kLongestWait = std::chrono::seconds(5);

MeetingLanding done(const MeetingJob& job, const std::shared_ptr<Store>& store) {
    try {
        ReviewBook book(store);
        return job.work(book);
    } catch (const Error& error) {
        return {{}, {}, QString::fromUtf8(error.what())};
    }
}

}  // namespace

struct MeetingJobs::Flight {
    MeetingJob job;
    std::promise<MeetingLanding> landing{};
};

MeetingJobs::MeetingJobs(Executor& executor, Landed landed)
    : landed_(std::move(landed)), writing_(executor) {}

void MeetingJobs::setStore(std::shared_ptr<Store> store) {
    waiting_.clear();
    flight_.reset();
    writing_.cancel();
    store_ = std::move(store);
}

void MeetingJobs::push(MeetingJob job) {
    waiting_.push_back(std::move(job));
    pump();
}

void MeetingJobs::pump() {
    if (flight_ || waiting_.empty() || !store_) return;
    flight_ = std::make_shared<Flight>(Flight{std::move(waiting_.front())});
    waiting_.pop_front();
    writing_.start(
        [store = store_, flight = flight_](const TaskContext&) -> std::any {
            const MeetingLanding landing = done(flight->job, store);
            flight->landing.set_value(landing);
            return landing;
        },
        [this](const std::any& result) {
            const auto flight = std::exchange(flight_, nullptr);
            land(flight->job, std::any_cast<const MeetingLanding&>(result));
            pump();
        },
        [this](const Error& error) {
            const auto flight = std::exchange(flight_, nullptr);
            land(flight->job, {{}, {}, QString::fromUtf8(error.what())});
            pump();
        });
}

bool MeetingJobs::land(const MeetingJob& job, const MeetingLanding& landing) {
    landed_(job, landing);
    return landing.failure.isEmpty();
}

bool MeetingJobs::finish(std::deque<MeetingJob> more) {
    bool all = true;
    if (const auto flight = std::exchange(flight_, nullptr)) {
        auto landing = flight->landing.get_future();
        const bool landed = landing.wait_for(kLongestWait) == std::future_status::ready;
        writing_.cancel();
        all = landed && land(flight->job, landing.get());
    }
    for (const MeetingJob& job : std::exchange(waiting_, {}))
        all = land(job, done(job, store_)) && all;
    for (const MeetingJob& job : more)
        all = land(job, done(job, store_)) && all;
    return all;
}

}  // namespace reckoner
