#include "ui/pages/decide/decide_page.h"

#include <algorithm>

#include <QPushButton>

#include "ui/pages/decide/cost_drawer.h"
#include "ui/pages/decide/decide_options.h"
#include "ui/pages/decide/decide_pane.h"
#include "ui/pages/decide/policy_desk.h"
#include "ui/style/theme.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/segmented_choice.h"

namespace reckoner {

using namespace decide;

DecidePage::DecidePage(ReviewSession& session, QWidget* parent)
    : Page(parent),
      session_(session),
      message_(new InlineMessage(this)),
      basis_(new SegmentedChoice({tr("One class against the rest"), tr("Confidence")}, this)),
      costs_(new CostDrawer(session, this)),
      policies_(new PolicyDesk(session, this)) {
    setObjectName(QStringLiteral("decidePage"));
    setAccessibleName(tr("Decide"));
    message_->hide();
    basis_->hide();
    basis_->setObjectName(QStringLiteral("decideBasis"));
    basis_->setAccessibleName(tr("Decide on"));
    connect(basis_, &SegmentedChoice::chosenChanged, this, [this](int index) {
        session_.apply([index](ReviewState& state) {
            state.options.erase(kBasis);
            if (index == 1) state.options[kBasis] = kOnConfidence;
        });
    });
    for (const MakeDecidePane make : decidePanes()) {
        DecidePane* pane = make({session, *policies_, costs_->button()}, this);
        pane->hide();
        connect(pane, &DecidePane::failed, this, &DecidePage::say);
        connect(pane, &DecidePane::importWanted, this, &Page::importWanted);
        panes_.push_back(pane);
    }
    costs_->raise();
    connect(policies_, &PolicyDesk::failed, this, &DecidePage::say);
    connect(message_, &InlineMessage::closed, this, &DecidePage::place);
    connect(&Theme::instance(), &Theme::changed, this, &DecidePage::place);
    refresh({});
}

DecidePage::~DecidePage() = default;

std::vector<std::string> DecidePage::modelOptions() {
    return {kLimits};
}

void DecidePage::refresh(Aspects aspects) {
    const bool several = canDecide(session_) && hasManyClasses(session_);
    bool moved = basis_->isHidden() == several;
    basis_->setVisible(several);
    basis_->choose(option(session_.state(), kBasis) == kOnConfidence ? 1 : 0);
    moved |= costs_->settle();
    policies_->refresh(aspects);
    const auto filling =
        std::find_if(panes_.begin(), panes_.end(), [](const DecidePane* pane) { return pane->wanted(); });
    for (DecidePane* pane : panes_) {
        const bool shown = filling != panes_.end() && pane == *filling;
        moved |= pane->isHidden() == shown;
        pane->setVisible(shown);
    }
    if (moved) place();
    for (DecidePane* pane : panes_)
        pane->refresh(aspects);
    if (canDecide(session_) && !session_.failure().isEmpty()) {
        say(session_.failure());
    } else if (aspects & (Aspects(Aspect::Run) | Aspect::Store)) {
        message_->hide();
        place();
    }
}

DecidePane* DecidePage::shownPane() const {
    const auto shown =
        std::find_if(panes_.begin(), panes_.end(), [](const DecidePane* pane) { return !pane->isHidden(); });
    return shown == panes_.end() ? nullptr : *shown;
}

void DecidePage::say(const QString& sentence) {
    message_->say(sentence);
    place();
}

void DecidePage::place() {
    // The page makes room for the message: nothing is covered.
    const int height = message_->isHidden() ? 0 : message_->sizeHint().height() + 16;
    // The drawer stands beside the page, which keeps its plan.
    const int drawer = costs_->widthBeside(width());
    const QRect page = rect().adjusted(0, 0, -drawer, 0);
    costs_->place(QRect(page.width(), 0, drawer, this->height()));
    message_->setGeometry(24, 8, page.width() - 48, height - 16);
    // Of several classes the choice stands above what it chooses.
    const int choice = basis_->isHidden() ? 0 : basis_->sizeHint().height() + 12;
    basis_->setGeometry(24, height + 12, basis_->sizeHint().width(), basis_->sizeHint().height());
    const DecidePane* shown = shownPane();
    if (QPushButton* button = shown ? shown->besideChoice() : nullptr) {
        button->setParent(this);
        button->setVisible(drawer == 0 && !isPresenting());
        const QSize size = button->sizeHint();
        button->setGeometry(page.right() - 24 - size.width(), height + 10, size.width(), size.height());
    }
    for (DecidePane* pane : panes_)
        pane->setGeometry(page.adjusted(0, height + choice, 0, 0));
}

void DecidePage::resizeEvent(QResizeEvent*) {
    place();
}

}  // namespace reckoner

#include "moc_decide_page.cpp"
