#include "ui/shell/body.h"

#include <utility>

#include "core/import/import_plan.h"
#include "ui/import/first_run_view.h"
#include "ui/pages/page.h"
#include "ui/session/state_rules.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

Body::Body(ReviewSession& session, Executor& executor, QWidget* parent)
    : QStackedWidget(parent),
      session_(session),
      executor_(executor),
      blank_(new QWidget(this)),
      empty_(new EmptyState(this)) {
    setObjectName(QStringLiteral("body"));
    empty_->setObjectName(QStringLiteral("noRun"));
    // The pages hear of a change before this decides whether they are shown.
    auto* pages = new PageStack(session, pageList(), this);
    connect(pages, &PageStack::importWanted, this, &Body::importWanted);
    pages_ = pages;
    for (QWidget* widget : {blank_, static_cast<QWidget*>(empty_), pages_})
        addWidget(widget);
    connect(empty_, &EmptyState::pressed, this, &Body::importWanted);
    connect(empty_, &EmptyState::secondPressed, this, &Body::demoWanted);
    connect(&session_, &ReviewSession::changed, this, &Body::follow);
    follow();
}

void Body::setWaiting(bool waiting) {
    waiting_ = waiting;
    follow();
}

void Body::follow() {
    const ReviewState& state = session_.state();
    const bool hasRun = session_.runRow().has_value();
    if (firstRun_ && (!hasRun || state.model != askedModel_ || state.page != askedPage_)) endFirstRun();
    QWidget* shown = pages_;
    if (firstRun_) {
        shown = firstRun_;
    } else if (!hasRun) {
        shown = waiting_ ? blank_ : static_cast<QWidget*>(empty_);
        fillEmpty();
    }
    setCurrentWidget(shown);
    const bool alone = shown != pages_;
    if (std::exchange(alone_, alone) != alone) Q_EMIT standsAlone(alone);
}

void Body::fillEmpty() {
    EmptyContent content;
    const auto store = session_.store();
    content.sketch = qt(session_.state().page);
    content.reason = store ? tr("No run in this store yet") : tr("No store is open yet");
    content.whatToDo =
        tr("Bring in what a model said: a file with one row a case, the right answer and the model's score. "
           "Reckoner "
           "then shows what each threshold costs. Or look around in the demo first: real public data, four "
           "models.");
    content.button = tr("Import a run…");
    content.icon = QStringLiteral("import");
    content.second = tr("Open the demo");
    content.hint =
        store ? tr("You can also drop a CSV or JSON Lines file anywhere on this window.")
              : tr("You can also drop a CSV or JSON Lines file, or a store, anywhere on this window.");
    empty_->setContent(content);
}

bool Body::mayAsk(const RunRow& run) const {
    const auto store = session_.store();
    return store && !store->readOnly() && !session_.costModel() && run.info.task == Task::Binary &&
           !WindowMemory::skippedFirstRun(store->file(), run.modelId);
}

void Body::offerFirstRun(const ImportReport& report) {
    const auto run = session_.runRow();
    if (!run || run->info.id != report.run || !mayAsk(*run)) return;
    endFirstRun();
    askedModel_ = run->modelId;
    askedPage_ = session_.state().page;
    firstRun_ = new FirstRunView(session_, executor_, report, this);
    addWidget(firstRun_);
    connect(firstRun_, &FirstRunView::importWanted, this, &Body::importWanted);
    connect(firstRun_, &FirstRunView::failed, this, &Body::failed);
    connect(firstRun_, &FirstRunView::answered, this, [this] {
        endFirstRun();
        follow();
    });
    connect(firstRun_, &FirstRunView::skipped, this, [this] {
        if (const auto store = session_.store()) WindowMemory::skipFirstRun(store->file(), askedModel_);
        endFirstRun();
        follow();
    });
    follow();
}

void Body::endFirstRun() {
    if (!firstRun_) return;
    removeWidget(firstRun_);
    firstRun_->deleteLater();
    firstRun_ = nullptr;
}

}  // namespace reckoner
