#include "ui/session/store_watch.h"

#include "ui/session/state_rules.h"

namespace reckoner {
namespace {

constexpr int kLookMs = 1000;

}  // namespace

StoreWatch::StoreWatch(ReviewSession& session)
    : QObject(&session), session_(session), reading_(session.executor()) {
    timer_.setInterval(kLookMs);
    connect(&timer_, &QTimer::timeout, this, &StoreWatch::look);
    connect(&session_, &ReviewSession::changed, this, &StoreWatch::follow);
}

void StoreWatch::follow(Aspects aspects) {
    if (!(aspects & Aspect::Store)) return;
    const std::shared_ptr<Store> store = session_.store();
    if (store == store_.lock()) return;
    reading_.cancel();
    store_ = store;
    timer_.stop();
    if (!store) return;
    seen_ = store->changeCount();
    timer_.start();
}

void StoreWatch::look() {
    const std::shared_ptr<Store> store = session_.store();
    if (!store || reading_.running()) return;
    const std::uint64_t now = store->changeCount();
    if (now == seen_) return;
    reading_.start([store](const TaskContext&) { return std::any(StoreContents::of(store).fingerprint()); },
                   [this, now](const std::any& found) {
                       seen_ = now;
                       compare(std::any_cast<const std::string&>(found));
                   },
                   // A writer is at work, or the file is gone: looked at again in a second.
                   [](const Error&) {});
}

void StoreWatch::compare(const std::string& found) {
    if (found != session_.contents().fingerprint()) session_.storeChanged();
}

}  // namespace reckoner

#include "moc_store_watch.cpp"
