#include "ui/pages/today/today_page.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "core/review/gate_run.h"
#include "ui/pages/today/today_block_view.h"
#include "ui/pages/today/today_headline.h"
#include "ui/pages/today/today_review_button.h"
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
constexpr int kFoot = 24;
constexpr int kShort = 720;
constexpr int kMostAir = 72;  // below a row of blocks that has more than it needs

// Everybody has what he wants, or the same; what is left is air below the first ones, the rest the last
// one's.
std::vector<int> shares(const std::vector<int>& wanted, int all, int mostAir) {
    std::vector<int> given(wanted.size(), 0);
    std::vector<bool> settled(wanted.size(), false);
    std::size_t open = wanted.size();
    for (bool found = true; found && open > 0;) {
        found = false;
        const int fair = all / static_cast<int>(open);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (settled[i] || wanted[i] > fair) continue;
            given[i] = wanted[i];
            all -= wanted[i];
            settled[i] = found = true;
            --open;
            break;
        }
    }
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (!settled[i]) given[i] = all / static_cast<int>(open);
    if (open > 0 || wanted.empty()) return given;
    const int air = std::clamp(all / static_cast<int>(wanted.size()), 0, mostAir);
    for (std::size_t i = 0; i + 1 < wanted.size(); ++i)
        given[i] += air;
    given.back() += all - air * static_cast<int>(wanted.size() - 1);
    return given;
}

}  // namespace

TodayPage::TodayPage(ReviewSession& session, QWidget* parent)
    : Page(parent),
      session_(session),
      task_(session.executor(), this),
      judging_(session.executor(), this),
      headline_(new TodayHeadline(this)),
      review_(new TodayReviewButton(session, this)),
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
    connect(review_, &TodayReviewButton::changed, this, [this] {
        review_->setVisible(!headline_->isHidden() && review_->wanted());
        place();
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
    review_->setVisible(shown && review_->wanted());
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
    review_->setScale(scale);
    // On a short page everything stands closer.
    const bool tight = height() < scale.px(kShort);
    for (TodayBlockView* view : blocks_) {
        view->setTight(tight);
        view->setScale(scale);
    }
    const int padding = scale.px(kPadding);
    const int reach = scale.px(8);
    const int top = scale.px(kHeadlineTop);
    const int headline = headline_->heightFor(width() - 2 * padding);
    headline_->setGeometry(padding, top, width() - 2 * padding, headline);
    const int gap = width() < 1200 ? scale.px(40) : scale.px(kGap);
    const int column = (width() - 2 * padding - gap) / 2;
    const int foot = height() - scale.px(tight ? 12 : kFoot);
    // Under the last block.
    const QSize button(review_->sizeHint().width(), review_->sizeHint().height() - (tight ? scale.px(8) : 0));
    review_->setGeometry(padding + column + gap, foot - button.height(), std::min(button.width(), column),
                         button.height());
    const int kept = review_->isHidden() ? 0 : button.height() + scale.px(tight ? 8 : 12);
    const int wide = column + 2 * reach;
    // Rows of two blocks share the height: what one does not need the others have.
    const std::size_t rows = (blocks_.size() + 1) / 2;
    std::vector<int> wanted(rows, 0);
    for (std::size_t i = 0; i < blocks_.size(); ++i)
        wanted[i / 2] =
            std::max(wanted[i / 2], blocks_[i]->wantedHeight(wide) + (i + 1 == blocks_.size() ? kept : 0));
    int y = top + headline + scale.px(tight ? 16 : 24);
    const int between = scale.px(tight ? 8 : 16);
    // What is due is cut last.
    if (tight) wanted[0] = std::min(wanted[0], blocks_[0]->wantedHeight(wide));
    const std::vector<int> given =
        shares(wanted, foot - y - between * static_cast<int>(rows - 1), scale.px(kMostAir));
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        const int tall = given[i / 2] - (i + 1 == blocks_.size() ? kept : 0);
        blocks_[i]->setGeometry(padding - reach + static_cast<int>(i % 2) * (column + gap), y, wide,
                                std::max(tall, 0));
        if (i % 2 == 1) y += given[i / 2] + between;
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
