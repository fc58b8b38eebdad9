#include "ui/pages/record/records_page.h"

#include <QCoreApplication>
#include <QPainter>

#include "core/review/brief.h"
#include "ui/pages/record/action_pane.h"
#include "ui/pages/record/brief_pane.h"
#include "ui/pages/record/decision_pane.h"
#include "ui/pages/record/experiment_pane.h"
#include "ui/pages/record/policy_history.h"
#include "ui/pages/record/record_options.h"
#include "ui/pages/record/requirement_history.h"
#include "ui/pages/record/review_pane.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/page_tabs.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;

// In reading order; a new tab is one row.
struct Tab {
    const char* id;  // in ReviewState::options; "" the one that opens
    const char* title;
    const char* also;  // further words that find it
    RecordPane* (*make)(ReviewSession&, QWidget*);
};
template <class Pane>
RecordPane* made(ReviewSession& session, QWidget* parent) {
    return new Pane(session, parent);
}
constexpr Tab kTabs[] = {
    {"brief", QT_TRANSLATE_NOOP("RecordsPage", "Brief"),
     QT_TRANSLATE_NOOP("RecordsPage", "user context outcome success data gaps one page"), made<BriefPane>},
    {"requirements", QT_TRANSLATE_NOOP("RecordsPage", "Requirements"),
     QT_TRANSLATE_NOOP("RecordsPage", "history of what is good enough"), made<RequirementHistory>},
    {"policies", QT_TRANSLATE_NOOP("RecordsPage", "Policies"),
     QT_TRANSLATE_NOOP("RecordsPage", "history of thresholds"), made<PolicyHistory>},
    {"decisions", QT_TRANSLATE_NOOP("RecordsPage", "Decisions"),
     QT_TRANSLATE_NOOP("RecordsPage", "approve hold reject waive tripwire"), made<DecisionPane>},
    {"actions", QT_TRANSLATE_NOOP("RecordsPage", "Actions"),
     QT_TRANSLATE_NOOP("RecordsPage", "to do owner due"), made<ActionPane>},
    {"experiments", QT_TRANSLATE_NOOP("RecordsPage", "Experiments"),
     QT_TRANSLATE_NOOP("RecordsPage", "hypothesis tried result"), made<ExperimentPane>},
    {"reviews", QT_TRANSLATE_NOOP("RecordsPage", "Past reviews"),
     QT_TRANSLATE_NOOP("RecordsPage", "minutes meetings agenda"), made<ReviewPane>},
};

QStringList tabTitles() {
    QStringList titles;
    for (const Tab& tab : kTabs)
        titles << QCoreApplication::translate("RecordsPage", tab.title);
    return titles;
}

}  // namespace

std::vector<PagePlace> RecordsPage::places() {
    std::vector<PagePlace> places;
    const std::string name(record::kTab);
    const auto said = [](const char* text) { return QCoreApplication::translate("RecordsPage", text); };
    for (const Tab& tab : kTabs)
        places.push_back({said(tab.title), said(tab.also), {{name, tab.id}}});
    for (const BriefQuestion& question : briefQuestions())
        places.push_back({tr("Brief: %1").arg(qt(std::string(question.title))),
                          qt(std::string(question.question)),
                          {{name, "brief"}, {"record.question", std::string(question.id)}}});
    return places;
}

RecordsPage::RecordsPage(ReviewSession& session, QWidget* parent)
    : Page(parent), session_(session), tabs_(new PageTabs(tabTitles(), this)), empty_(new EmptyState(this)) {
    setObjectName(QStringLiteral("recordPage"));
    setAccessibleName(tr("Record"));
    setFocusPolicy(Qt::ClickFocus);
    tabs_->setObjectName(QStringLiteral("recordTabs"));
    for (const Tab& tab : kTabs)
        panes_.push_back(tab.make(session, this));
    connect(tabs_, &PageTabs::chosenChanged, this, [this](int index) {
        session_.apply([&](ReviewState& state) {
            record::setOption(state, record::kTab, kTabs[static_cast<std::size_t>(index)].id);
        });
    });
    connect(&ReviewDesk::of(session), &ReviewDesk::changed, this, [this] {
        if (isVisible()) showTab();
    });
    connect(empty_, &EmptyState::pressed, this, &Page::importWanted);
    connect(&Theme::instance(), &Theme::changed, this, &RecordsPage::place);
}

RecordsPage::~RecordsPage() = default;

std::size_t RecordsPage::tab() const {
    const std::string wanted = record::option(session_.state(), record::kTab);
    for (std::size_t i = 0; i < std::size(kTabs); ++i)
        if (kTabs[i].id == wanted) return i;
    return 0;
}

std::vector<std::string> RecordsPage::modelOptions() {
    std::vector<std::string> keys;
    for (const std::string_view key :
         {record::kQuestion, record::kDecision, record::kAction, record::kExperiment, record::kReview,
          record::kRequirement, record::kPolicy})
        keys.emplace_back(key);
    return keys;
}

void RecordsPage::refresh(Aspects) {
    showTab();
    place();
}

void RecordsPage::showTab() {
    const bool any = session_.state().model != 0;
    tabs_->setVisible(any);
    tabs_->choose(static_cast<int>(tab()));
    empty_->setVisible(!any);
    if (!any) showEmpty();
    for (std::size_t i = 0; i < panes_.size(); ++i)
        panes_[i]->setVisible(any && i == tab());
    if (any) panes_[tab()]->showRecords();
}

void RecordsPage::showEmpty() {
    EmptyContent content;
    content.sketch = QStringLiteral("record");
    content.reason = tr("No model yet");
    content.whatToDo =
        tr("Import a run of a model. What you agree about it, and why, is kept here: its brief, decisions "
           "with their evidence, actions, experiments and past reviews.");
    content.button = tr("Import a run...");
    empty_->setContent(content);
}

void RecordsPage::place() {
    empty_->setGeometry(rect());
    const int left = scaled(kPadding), top = scaled(8);
    tabs_->setGeometry(left, top, width() - 2 * left, scaled(40));
    for (RecordPane* pane : panes_)
        pane->setGeometry(0, top + scaled(40), width(), std::max(0, height() - top - scaled(40)));
}

void RecordsPage::resizeEvent(QResizeEvent*) {
    place();
}

void RecordsPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().tokens().page);
}

}  // namespace reckoner

#include "moc_records_page.cpp"
