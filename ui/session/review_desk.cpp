#include "ui/session/review_desk.h"

#include <algorithm>

#include "core/store/policy_book.h"
#include "core/store/requirement_book.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

ReviewDesk& ReviewDesk::of(ReviewSession& session) {
    if (auto* known = session.findChild<ReviewDesk*>({}, Qt::FindDirectChildrenOnly)) return *known;
    return *new ReviewDesk(session);
}

ReviewDesk::ReviewDesk(ReviewSession& session)
    : QObject(&session),
      session_(session),
      reading_(session.executor(), this),
      writing_(session.executor(), this) {
    connect(&session, &ReviewSession::changed, this, [this](Aspects aspects) {
        if (aspects & (Aspects(Aspect::Store) | Aspect::Notes) || records_.model != session_.state().model)
            read();
    });
    read();
}

ReviewDesk::~ReviewDesk() = default;

std::string ReviewDesk::today() const {
    return isoTime(session_.clock().now()).substr(0, 10);
}

std::string ReviewDesk::runningReview() const {
    for (const Meeting& meeting : records_.meetings)
        if (meeting.state == MeetingState::Running) return meeting.uid;
    return {};
}

QString ReviewDesk::whyNot() const {
    const std::shared_ptr<Store> store = session_.store();
    if (!store) return tr("No store is open.");
    if (store->readOnly()) return tr("This store is open for reading only.");
    return {};
}

void ReviewDesk::read() {
    const std::shared_ptr<Store> store = session_.store();
    const std::int64_t model = session_.state().model;
    if (!store || model == 0) {
        reading_.cancel();
        records_ = {};
        Q_EMIT changed();
        return;
    }
    reading_.start(
        [store, model](const TaskContext&) -> std::any {
            const ReviewBook book(store);
            ReviewRecords records{model,
                                  book.briefHistory(model),
                                  book.decisions(model),
                                  book.actions(model),
                                  book.experiments(model),
                                  book.meetings(model),
                                  RequirementBook(store).all(model),
                                  PolicyBook(store).history(model)};
            std::reverse(records.requirements.begin(), records.requirements.end());
            return records;
        },
        [this](std::any result) {
            records_ = std::any_cast<ReviewRecords>(std::move(result));
            Q_EMIT changed();
        },
        [this](const Error&) { Q_EMIT changed(); });
}

void ReviewDesk::write(std::function<void(ReviewBook&)> work, std::function<void()> done,
                       std::function<void(const QString&)> failed) {
    if (const QString reason = whyNot(); !reason.isEmpty()) {
        failed(reason);
        return;
    }
    jobs_.push_back({session_.store(), std::move(work), std::move(done), std::move(failed)});
    pump();
}

void ReviewDesk::pump() {
    if (writing_.running() || jobs_.empty()) return;
    const Job job = std::move(jobs_.front());
    jobs_.erase(jobs_.begin());
    writing_.start(
        [job](const TaskContext&) -> std::any {
            ReviewBook book(job.store);
            job.work(book);
            return {};
        },
        [this, job](const std::any&) {
            session_.notesChanged();
            read();
            job.done();
            pump();
        },
        [this, job](const Error& error) {
            job.failed(qt(error.what()));
            pump();
        });
}

}  // namespace reckoner

#include "moc_review_desk.cpp"
