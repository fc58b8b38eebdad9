#include "ui/pages/versions/versions_page.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "ui/pages/versions/class_compare_pane.h"
#include "ui/pages/versions/compare_pane.h"
#include "ui/pages/versions/eval_set_pane.h"
#include "ui/pages/versions/registry_pane.h"
#include "ui/pages/versions/requirement_desk.h"
#include "ui/pages/versions/requirement_pane.h"
#include "ui/pages/versions/versions_options.h"
#include "ui/session/promote.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/page_tabs.h"
#include "ui/widgets/segmented_choice.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr const char* kTabs[] = {"list", "", "requirements", "sets"};  // in ReviewState::options

}  // namespace

VersionsPage::VersionsPage(ReviewSession& session, QWidget* parent)
    : Page(parent),
      session_(session),
      desk_(new RequirementDesk(session, this)),
      tabs_(
          new PageTabs({tr("All versions"), tr("Compare"), tr("Requirements"), tr("Evaluation sets")}, this)),
      registry_(new RegistryPane(session, this)),
      compare_(new ComparePane(session, *desk_, this)),
      classes_(new ClassComparePane(session, *desk_, this)),
      classChoice_(new SegmentedChoice({tr("All classes"), tr("One against the rest")}, this)),
      requirements_(new RequirementPane(session, *desk_, this)),
      sets_(new EvalSetPane(session, this)),
      empty_(new EmptyState(this)) {
    setObjectName(QStringLiteral("versionsPage"));
    setAccessibleName(tr("Versions"));
    setFocusPolicy(Qt::ClickFocus);
    tabs_->setObjectName(QStringLiteral("versionsTabs"));
    for (const auto& actions : {compare_->actions(), requirements_->actions()})
        for (QWidget* action : actions)
            action->setParent(this);
    connect(tabs_, &PageTabs::chosenChanged, this, [this](int index) {
        session_.apply([&](ReviewState& state) {
            versions::setOption(state, versions::kTab, kTabs[static_cast<std::size_t>(index)]);
        });
    });
    classChoice_->setObjectName(QStringLiteral("compareClasses"));
    classChoice_->setAccessibleName(tr("Classes in the comparison"));
    connect(classChoice_, &SegmentedChoice::chosenChanged, this, [this](int index) {
        session_.apply([&](ReviewState& state) {
            versions::setOption(state, versions::kClasses, index == 1 ? "one" : "");
        });
    });
    connect(empty_, &EmptyState::pressed, this, &Page::importWanted);
    connect(&Theme::instance(), &Theme::changed, this, &VersionsPage::place);
    showEmpty();
}

VersionsPage::~VersionsPage() = default;

std::vector<std::string> VersionsPage::modelOptions() {
    std::vector<std::string> keys{kDraftCohort, kDraftMetric, kDraftBecause};
    for (const std::string_view key : {versions::kSides, versions::kBy, versions::kOwn, versions::kClasses})
        keys.emplace_back(key);
    return keys;
}

void VersionsPage::refresh(Aspects aspects) {
    const RunAnalysisPtr run = session_.run();
    const bool shown = run && run->sweep && run->sweep->samples() > 0 && !std::isnan(session_.threshold());
    const Tab now = tab();
    tabs_->setVisible(shown);
    tabs_->choose(static_cast<int>(now));
    registry_->setVisible(shown && now == Tab::List);
    const bool several = severalClasses();
    const auto row = session_.runRow();
    const bool choice = row && row->info.task == Task::Multiclass;
    compare_->setVisible(shown && now == Tab::Compare && !several);
    classes_->setVisible(shown && now == Tab::Compare && several);
    classChoice_->setVisible(shown && now == Tab::Compare && choice);
    classChoice_->choose(several ? 0 : 1);
    sets_->setVisible(shown && now == Tab::Sets);
    requirements_->setVisible(shown && now == Tab::Requirements);
    for (QWidget* action : compare_->actions())
        action->setVisible(shown && now == Tab::Compare);
    for (QWidget* action : requirements_->actions())
        action->setVisible(shown && now == Tab::Requirements);
    empty_->setVisible(!shown);
    if (!shown) showEmpty();
    if (shown && now == Tab::List) registry_->refresh(aspects);
    if (shown && now == Tab::Compare && !several) compare_->refresh(aspects);
    if (shown && now == Tab::Compare && several) classes_->refresh(aspects);
    if (shown && now == Tab::Requirements) requirements_->refresh(aspects);
    if (shown && now == Tab::Sets) sets_->refresh(aspects);
    place();
}

VersionsPage::Tab VersionsPage::tab() const {
    const std::string name = versions::option(session_.state(), versions::kTab);
    for (std::size_t i = 0; i < std::size(kTabs); ++i)
        if (name == kTabs[i]) return static_cast<Tab>(i);
    return Tab::Compare;
}

bool VersionsPage::severalClasses() const {
    const auto row = session_.runRow();
    return row && row->info.task == Task::Multiclass &&
           versions::option(session_.state(), versions::kClasses) != "one";
}

std::vector<QWidget*> VersionsPage::actions() const {
    switch (tab()) {
        case Tab::Compare: {
            std::vector<QWidget*> shown = compare_->actions();
            if (!classChoice_->isHidden()) shown.insert(shown.begin(), classChoice_);
            return shown;
        }
        case Tab::Requirements:
            return requirements_->actions();
        case Tab::List:
        case Tab::Sets:
            break;
    }
    return {};
}

void VersionsPage::showEmpty() {
    EmptyContent content;
    content.sketch = QStringLiteral("versions");
    if (!session_.failure().isEmpty()) {
        content.reason = tr("This run cannot be read");
        content.whatToDo = session_.failure();
    } else if (session_.busy()) {
        content.reason = tr("Reading the run");
        content.whatToDo = tr("Its samples are put in order; the comparison follows.");
    } else if (session_.run()) {
        content.reason = tr("This run has no samples to judge");
        content.whatToDo =
            tr("None of its rows has both a label and a score. Attach the labels once they are "
               "known, or import another run.");
        content.button = tr("Import a run...");
    } else {
        content.reason = tr("No run yet");
        content.whatToDo =
            tr("Import the scores of one version on labelled samples, then those of the next on "
               "the same samples. You get what got better, what broke and for whom, with how "
               "sure it is.");
        content.button = tr("Import a run...");
    }
    empty_->setContent(content);
}

void VersionsPage::place() {
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
    const int begin = top + scaled(40);
    for (QWidget* pane :
         {static_cast<QWidget*>(registry_), static_cast<QWidget*>(compare_), static_cast<QWidget*>(classes_),
          static_cast<QWidget*>(requirements_), static_cast<QWidget*>(sets_)})
        pane->setGeometry(0, begin, width(), std::max(0, height() - begin));
}

void VersionsPage::resizeEvent(QResizeEvent*) {
    place();
}

void VersionsPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().tokens().page);
}

}  // namespace reckoner

#include "moc_versions_page.cpp"
