#include "ui/pages/today/today_page.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "core/review/gate_run.h"
#include "ui/pages/today/today_block_view.h"
#include "ui/pages/today/today_headline.h"
#include "ui/session/class_desk.h"
#include "ui/session/meeting_desk.h"
#include "ui/session/point_on_screen.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr int kGap = 80;
constexpr int kHeadlineTop = 24;

}  // namespace

TodayPage::TodayPage(ReviewSession& session, QWidget* parent)
    : Page(parent),
      session_(session),
      task_(session.executor(), this),
      judging_(session.executor(), this),
      headline_(new TodayHeadline(this)),
      empty_(new EmptyState(this)) {
    setObjectName(QStringLiteral("todayPage"));
    setAccessibleName(tr("Today"));
    setFocusPolicy(Qt::ClickFocus);
    for (const TodayCard& card : todayCards()) {
        auto* view = new TodayBlockView(QString::fromLatin1(card.id), this);
        connect(view, &TodayBlockView::opened, this, &TodayPage::open);
        blocks_.push_back(view);
    }
    connect(headline_, &TodayHeadline::clicked, this, [this] { open(headline_->target()); });
    connect(&ClassDesk::of(session), &ClassDesk::changed, this, [this] {
        if (isVisible()) showFacts();
    });
    connect(empty_, &EmptyState::pressed, this, &Page::importWanted);
    connect(&Theme::instance(), &Theme::changed, this, &TodayPage::place);
    showEmpty();
}

TodayPage::~TodayPage() = default;

bool TodayPage::judged() const {
    const RunAnalysisPtr run = session_.run();
    return session_.runRow() && run && run->sweep && run->sweep->samples() > 0;
}

void TodayPage::refresh(Aspects aspects) {
    if (aspects & (Aspect::Store | Aspect::Notes) || historyOf_ != session_.state().model) readHistory();
    if (aspects & (Aspect::Store | Aspect::Notes) || gateOf_ != session_.state().run) judge();
    showFacts();
}

// By the policy in force, as a pipeline would judge it.
void TodayPage::judge() {
    const std::shared_ptr<Store> store = session_.store();
    const auto row = session_.runRow();
    if (gateOf_ != session_.state().run) gate_.reset();
    gateOf_ = 0;
    judging_.cancel();
    if (!store || !row || session_.busy()) return;
    gateOf_ = row->info.id;
    GateRequest request;
    request.store = store;
    request.run = *row;
    request.today = isoTime(session_.clock().now()).substr(0, 10);
    judging_.start(
        [request](const TaskContext& context) -> std::any { return gateRun(request, nullptr, context); },
        [this](std::any result) {
            gate_ = std::any_cast<GateResult>(std::move(result));
            showFacts();
        },
        [this](const Error&) {
            gate_.reset();
            showFacts();
        });
}

void TodayPage::readHistory() {
    const std::shared_ptr<Store> store = session_.store();
    const std::int64_t model = session_.state().model;
    if (!store || model == 0) {
        task_.cancel();
        historyOf_ = 0;
        history_ = {};
        return;
    }
    if (historyOf_ != model) history_ = {};
    historyOf_ = model;
    const std::string today = isoTime(session_.clock().now()).substr(0, 10);
    task_.start(
        [store, model, today](const TaskContext& context) -> std::any {
            return todayHistory(store, model, today, context);
        },
        [this](std::any result) {
            history_ = std::any_cast<TodayHistory>(std::move(result));
            showFacts();
        },
        [this](const Error&) { showFacts(); });
}

void TodayPage::showFacts() {
    const bool shown = judged();
    empty_->setVisible(!shown);
    headline_->setVisible(shown);
    for (TodayBlockView* view : blocks_)
        view->setVisible(shown);
    if (!shown) {
        showEmpty();
        place();
        return;
    }
    TodayFacts facts;
    facts.row = *session_.runRow();
    facts.run = session_.run();
    if (facts.row.info.task == Task::Multiclass) {
        facts.classes = ClassDesk::of(session_).analysis();
        if (facts.classes) facts.run.reset();
    }
    facts.words = session_.words();
    facts.point = pointOnScreen(session_);
    facts.policy = session_.policy();
    facts.gate = gate_;
    facts.history = history_;
    facts.secondsEastOfUtc = MeetingDesk::of(session_).secondsEastOfUtc();
    headline_->setVerdict(todayVerdict(facts));
    const auto cards = todayCards();
    for (std::size_t i = 0; i < cards.size(); ++i)
        blocks_[i]->setBlock(cards[i].block(facts));
    place();
}

void TodayPage::showEmpty() {
    EmptyContent content;
    content.sketch = QStringLiteral("today");
    if (!session_.failure().isEmpty()) {
        content.reason = tr("This run cannot be read");
        content.whatToDo = session_.failure();
    } else if (session_.busy()) {
        content.reason = tr("Reading the run");
        content.whatToDo = tr("Its samples are put in order; the verdict follows.");
    } else if (session_.run()) {
        content.reason = tr("This run has no samples to judge");
        content.whatToDo =
            tr("None of its rows has both a label and a score. Attach the labels once they are known, "
               "or import another run.");
        content.button = tr("Import a run...");
    } else {
        content.reason = tr("No run yet");
        content.whatToDo =
            tr("Import the scores of a model on labelled samples. Before each meeting this page says in "
               "five blocks what it gets wrong, what that costs, what changed, and what is due.");
        content.button = tr("Import a run...");
    }
    empty_->setContent(content);
}

void TodayPage::open(const TodayTarget& target) {
    if (target.page.empty()) return;
    if (target.page == kReviewTarget) return MeetingDesk::of(session_).show();
    session_.apply([&](ReviewState& state) {
        if (target.run != 0) state.run = target.run;
        // What is counted from the tiers' first cut-off already stays with the tiers.
        if (target.threshold && std::isfinite(*target.threshold) && *target.threshold != session_.threshold())
            setOneThreshold(state, *target.threshold);
        for (const auto& [key, value] : target.options)
            state.options[key] = value;
        state.page = target.page;
    });
}

void TodayPage::place() {
    empty_->setGeometry(rect());
    const TodayScale scale = TodayScale::of(size());
    headline_->setScale(scale);
    for (TodayBlockView* view : blocks_)
        view->setScale(scale);
    const int padding = scale.px(kPadding);
    const int reach = scale.px(8);
    const int top = scale.px(kHeadlineTop);
    const int headline = headline_->heightFor(width() - 2 * padding);
    headline_->setGeometry(padding, top, width() - 2 * padding, headline);
    const int gap = width() < 1200 ? scale.px(40) : scale.px(kGap);
    const int column = (width() - 2 * padding - gap) / 2;
    const int begin = top + headline + scale.px(24);
    const int between = scale.px(16);
    const int foot = height() - scale.px(16);
    // Rows of two blocks; each row gets what it wants, the last what is left.
    int y = begin;
    for (std::size_t i = 0; i < blocks_.size(); i += 2) {
        const std::size_t end = std::min(i + 2, blocks_.size());
        int wanted = 0;
        for (std::size_t b = i; b < end; ++b)
            wanted = std::max(wanted, blocks_[b]->wantedHeight(column + 2 * reach));
        const std::size_t rowsLeft = (blocks_.size() - i + 1) / 2;
        const int fair = (foot - y - between * static_cast<int>(rowsLeft - 1)) / static_cast<int>(rowsLeft);
        const int given = rowsLeft == 1 ? foot - y : std::min(wanted, fair);
        for (std::size_t b = i; b < end; ++b)
            blocks_[b]->setGeometry(padding - reach + static_cast<int>(b - i) * (column + gap), y,
                                    column + 2 * reach, std::max(given, 0));
        y += given + between;
    }
}

void TodayPage::resizeEvent(QResizeEvent*) {
    place();
}

void TodayPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().tokens().page);
}

}  // namespace reckoner

#include "moc_today_page.cpp"
