#include "ui/pages/segments/segments_page.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPushButton>

#include "core/wording/coverage_words.h"
#include "ui/pages/segments/brushed_runs.h"
#include "ui/pages/segments/coverage_pane.h"
#include "ui/pages/segments/fairness_pane.h"
#include "ui/pages/segments/segment_desk.h"
#include "ui/pages/segments/segments_options.h"
#include "ui/pages/segments/slice_pane.h"
#include "ui/pages/segments/table_pane.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/operating_line.h"
#include "ui/widgets/page_tabs.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr const char* kTabs[] = {"", "slices", "fairness", "coverage"};  // in ReviewState::options

}  // namespace

SegmentsPage::SegmentsPage(ReviewSession& session, QWidget* parent)
    : Page(parent),
      session_(session),
      runs_(new BrushedRuns(session, this)),
      desk_(new SegmentDesk(session, *runs_, this)),
      tabs_(new PageTabs({tr("Table"), tr("Worst slices"), tr("Fairness"), tr("Coverage")}, this)),
      table_(new TablePane(session, *desk_, this)),
      slices_(new SlicePane(session, *runs_, this)),
      fairness_(new FairnessPane(session, *runs_, this)),
      coverage_(new CoveragePane(session, *runs_, this)),
      brush_(new QPushButton(this)),
      line_(new OperatingLine(session, this, OperatingLine::Basis::OneClass)),
      empty_(new EmptyState(this)) {
    setObjectName(QStringLiteral("segmentsPage"));
    setAccessibleName(tr("Segments"));
    setFocusPolicy(Qt::ClickFocus);
    tabs_->setObjectName(QStringLiteral("segmentsTabs"));
    for (QWidget* action : allActions())
        action->setParent(this);
    connect(tabs_, &PageTabs::chosenChanged, this, [this](int index) {
        session_.apply([&](ReviewState& state) {
            segments::setOption(state, segments::kTab, kTabs[static_cast<std::size_t>(index)]);
        });
    });
    connect(table_, &TablePane::actionsChanged, this, &SegmentsPage::place);
    connect(fairness_, &FairnessPane::actionsChanged, this, &SegmentsPage::place);
    connect(coverage_, &CoveragePane::actionsChanged, this, &SegmentsPage::place);
    connect(runs_, &BrushedRuns::changed, this, [this] { refresh(Aspect::Run); });
    brush_->setObjectName(QStringLiteral("segmentsBrush"));
    setKind(brush_, "filter");
    connect(brush_, &QPushButton::clicked, this, [this] { session_.apply(&segments::dropBrush); });
    connect(empty_, &EmptyState::pressed, this, &Page::importWanted);
    connect(&Theme::instance(), &Theme::changed, this, &SegmentsPage::place);
    showEmpty();
}

SegmentsPage::~SegmentsPage() = default;

std::vector<std::string> SegmentsPage::modelOptions() {
    return {std::string(segments::kBy)};
}

void SegmentsPage::refresh(Aspects aspects) {
    const RunAnalysisPtr run = session_.run();
    const bool shown = run && run->sweep && run->sweep->samples() > 0 && !std::isnan(session_.threshold());
    tabs_->setVisible(shown);
    line_->setVisible(shown);
    showTab(shown);
    empty_->setVisible(!shown);
    if (!shown) showEmpty();
    runs_->refresh();
    line_->countOnly(runs_->narrowed() ? std::optional(runs_->run()) : std::nullopt);
    desk_->refresh();
    if (shown && tab() == Tab::Table) table_->refresh(aspects);
    if (shown && tab() == Tab::Slices) {
        table_->showActions();
        slices_->refresh(aspects);
    }
    if (shown && tab() == Tab::Fairness) fairness_->refresh(aspects);
    if (shown && tab() == Tab::Coverage) {
        table_->showActions();
        coverage_->refresh(aspects);
    }
    showBrush(shown);
    line_->refresh(aspects);
    place();
}

SegmentsPage::Tab SegmentsPage::tab() const {
    const std::string name = segments::option(session_.state(), segments::kTab);
    const auto found = std::find(std::begin(kTabs), std::end(kTabs), name);
    return found == std::end(kTabs) ? Tab::Table : static_cast<Tab>(found - std::begin(kTabs));
}

QWidget* SegmentsPage::pane(Tab tab) const {
    switch (tab) {
        case Tab::Slices:
            return slices_;
        case Tab::Fairness:
            return fairness_;
        case Tab::Coverage:
            return coverage_;
        case Tab::Table:
            break;
    }
    return table_;
}

std::vector<QWidget*> SegmentsPage::actions() const {
    std::vector<QWidget*> result;
    switch (tab()) {
        case Tab::Table:
            return table_->actions();
        case Tab::Slices:
            result = slices_->actions();
            result.push_back(table_->columns());
            return result;
        case Tab::Fairness:
            return fairness_->actions();
        case Tab::Coverage:
            result = coverage_->actions();
            result.push_back(table_->columns());
            return result;
    }
    return result;
}

std::vector<QWidget*> SegmentsPage::allActions() const {
    std::vector<QWidget*> all = table_->allActions();
    for (const std::vector<QWidget*>& more : {slices_->actions(), fairness_->actions(), coverage_->actions()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

void SegmentsPage::showTab(bool shown) {
    tabs_->choose(static_cast<int>(tab()));
    for (std::size_t i = 0; i < std::size(kTabs); ++i) {
        const Tab one = static_cast<Tab>(i);
        pane(one)->setVisible(shown && tab() == one);
    }
    const std::vector<QWidget*> wanted = actions();
    for (QWidget* action : allActions())
        action->setVisible(shown && std::find(wanted.begin(), wanted.end(), action) != wanted.end());
}

void SegmentsPage::showBrush(bool shown) {
    const auto brush = segments::brushOf(session_.state());
    brush_->setVisible(shown && brush && session_.run());
    if (!brush || !session_.run()) return;
    const QString range = qt(rangeText(*session_.run()->request.table, brush->column, brush->lo, brush->hi));
    brush_->setText(range + QStringLiteral("  ×"));
    brush_->setAccessibleName(tr("Only %1: press to take it away").arg(range));
}

void SegmentsPage::showEmpty() {
    EmptyContent content;
    content.sketch = QStringLiteral("segments");
    const auto row = session_.runRow();
    if (!session_.failure().isEmpty()) {
        content.reason = tr("This run cannot be read");
        content.whatToDo = session_.failure();
    } else if (session_.busy()) {
        content.reason = tr("Reading the run");
        content.whatToDo = tr("Its samples are put in order; the segments follow.");
    } else if (session_.run()) {
        content.reason = tr("This run has no samples to judge");
        content.whatToDo =
            tr("None of its rows has both a label and a score. Attach the labels once they are "
               "known, or import another run.");
        content.button = tr("Import a run...");
    } else {
        content.reason = tr("No run yet");
        content.whatToDo =
            tr("Import the scores of a model on labelled samples with a few columns that say who "
               "or what each one is. You get every group with its interval: where it fails, for "
               "whom, and whether that is noise.");
        content.button = tr("Import a run...");
    }
    empty_->setContent(content);
}

void SegmentsPage::place() {
    empty_->setGeometry(rect());
    const int left = scaled(kPadding);
    const int right = width() - left;
    const int top = scaled(8);
    tabs_->setGeometry(left, top, right - left, scaled(40));
    int x = right;
    const std::vector<QWidget*> shown = actions();
    for (auto action = shown.rbegin(); action != shown.rend(); ++action) {
        const QSize size = (*action)->sizeHint();
        x -= size.width();
        (*action)->setGeometry(x, top + (scaled(32) - size.height()) / 2, size.width(), size.height());
        (*action)->raise();
        x -= scaled(8);
    }
    brush_->setGeometry(left + tabs_->titlesEnd() + scaled(24), top + scaled(6), brush_->sizeHint().width(),
                        scaled(24));
    brush_->raise();
    const int foot = height() - line_->sizeHint().height();
    line_->setGeometry(0, foot, width(), height() - foot);
    const int begin = top + scaled(40);
    for (std::size_t i = 0; i < std::size(kTabs); ++i)
        pane(static_cast<Tab>(i))->setGeometry(0, begin, width(), std::max(0, foot - begin));
}

void SegmentsPage::resizeEvent(QResizeEvent*) {
    place();
}

void SegmentsPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().tokens().page);
}

}  // namespace reckoner

#include "moc_segments_page.cpp"
