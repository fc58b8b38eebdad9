#include "ui/pages/record/action_pane.h"

#include <algorithm>
#include <iterator>

#include <QPushButton>
#include <QVBoxLayout>

#include "core/data/filter_text.h"
#include "core/review/action_order.h"
#include "ui/pages/record/record_options.h"
#include "ui/pages/record/record_view.h"
#include "ui/session/action_fields.h"
#include "ui/session/cohort_desk.h"
#include "ui/session/meeting_desk.h"
#include "ui/session/show_cases.h"
#include "ui/session/writer_name.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/visible_text.h"

namespace reckoner {
namespace {

// As kept in ReviewState::options, beside kActionOrders.
constexpr const char* kOrderNames[] = {"", "owner", "kind"};
static_assert(std::size(kOrderNames) == std::size(kActionOrders));

std::size_t orderOf(const ReviewState& state) {
    const std::string wanted = record::option(state, record::kOrder);
    const auto* found = std::find(std::begin(kOrderNames), std::end(kOrderNames), wanted);
    return found == std::end(kOrderNames) ? 0 : static_cast<std::size_t>(found - kOrderNames);
}

QString linkWords(const ActionLink& link) {
    const QString name = qt(link.name);
    if (link.to == ActionLink::To::Case) return ActionPane::tr("Open the case %1").arg(name);
    if (link.to == ActionLink::To::Cohort) return ActionPane::tr("Look at “%1” only").arg(name);
    return ActionPane::tr("Open the cases tagged “%1”").arg(name);
}

}  // namespace

ActionPane::ActionPane(ReviewSession& session, QWidget* parent)
    : RecordPane(session, "actions", record::kAction, tr("Actions"), tr("New action..."), parent),
      order_(new SegmentedChoice({tr("By day"), tr("By owner"), tr("By kind")}, this)),
      links_(new QWidget(this)),
      linkRows_(new QVBoxLayout(links_)) {
    order_->setObjectName(QStringLiteral("actionOrder"));
    order_->setAccessibleName(tr("Order of the actions"));
    addRow(order_);
    connect(order_, &SegmentedChoice::chosenChanged, this, [this](int index) {
        session_.apply([index](ReviewState& state) {
            record::setOption(state, record::kOrder, kOrderNames[static_cast<std::size_t>(index)]);
        });
    });
    links_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    linkRows_->setContentsMargins(0, 8, 0, 0);
    linkRows_->setSpacing(4);
    view_->setExtra(links_);
    done_ = addButton(tr("Done"), "actionDone", [this] { close(ActionState::Done); });
    drop_ = addButton(tr("Drop"), "actionDrop", [this] { close(ActionState::Dropped); });
    addButton(tr("Edit..."), "actionEdit", [this] {
        if (const Action* action = find(chosen())) openActionForm(*action);
    });
}

const Action* ActionPane::find(const std::string& uid) const {
    for (const Action& action : desk_.records().actions)
        if (action.uid == uid) return &action;
    return nullptr;
}

void ActionPane::showRecords() {
    showDraft(QStringLiteral("action/%1//").arg(session_.state().model));
    std::vector<std::string> uids;
    std::vector<RecordRow> rows;
    const std::size_t order = orderOf(session_.state());
    order_->choose(static_cast<int>(order));
    order_->setVisible(desk_.records().actions.size() > 1);
    const std::vector<Action> actions = inOrder(desk_.records().actions, kActionOrders[order]);
    for (const Action& action : actions) {
        uids.push_back(action.uid);
        rows.push_back(recordRow(action, desk_.today()));
    }
    const std::size_t open = openActions(actions).size();
    setRows(
        uids, rows, tr("%1, %2 open").arg(qt(countedText(rows.size(), "action", "actions"))).arg(open),
        tr("Nobody has promised anything for this model yet. An action has an owner and a day, and comes up "
           "in every review until it is closed."));
}

void ActionPane::showChosen(const std::string& uid) {
    const Action* action = find(uid);
    if (!action) return;
    view_->setPage(recordPage(*action, desk_.today()));
    const bool open = action->state == ActionState::Open;
    done_->setText(open ? tr("Done") : tr("Open again"));
    done_->setAccessibleName(done_->text());
    drop_->setVisible(open);
    showLinks(*action);
}

// What it is about, to be opened.
void ActionPane::showLinks(const Action& action) {
    for (QWidget* one : shownLinks_)
        delete one;
    shownLinks_.clear();
    // Where in a review it was agreed is the dock's.
    std::vector<ActionLink> about = action.links;
    std::erase_if(about, [](const ActionLink& link) { return link.to == ActionLink::To::Point; });
    links_->setVisible(!about.empty());
    for (const ActionLink& link : about) {
        auto* button = new QPushButton(visibleLine(linkWords(link).toStdString()), links_);
        button->setObjectName(QStringLiteral("actionLink%1").arg(shownLinks_.size()));
        setKind(button, "link");
        connect(button, &QPushButton::clicked, this, [this, link] { follow(link); });
        linkRows_->addWidget(button, 0, Qt::AlignLeft);
        shownLinks_.push_back(button);
    }
}

void ActionPane::follow(const ActionLink& link) {
    if (link.to == ActionLink::To::Tag) return showCases(session_, {"tag = " + filterText(link.name)});
    if (link.to == ActionLink::To::Case)
        return session_.apply([&](ReviewState& state) {
            state.page = "errors";
            // Nothing may hide the case.
            for (const char* narrowing : {"errors.cell", "errors.filters", "errors.pick"})
                state.options.erase(narrowing);
            state.cohort.clear();
            state.options["errors.case"] = link.name;
        });
    for (const Cohort& cohort : CohortDesk::of(session_).cohorts())
        if (cohort.name == link.name)
            return session_.apply([&](ReviewState& state) {
                state.page = "errors";
                state.cohort = cohort.expression;
            });
    say(tr("There is no cohort “%1” any more.").arg(qt(link.name)));
}

void ActionPane::close(ActionState state) {
    const Action* found = find(chosen());
    if (!found) return;
    Action action = *found;
    action.state = action.state == ActionState::Open ? state : ActionState::Open;
    action.who = writerName();
    desk_.write([action](ReviewBook& book) { book.save(action); }, [] {},
                [this](const QString& sentence) { say(sentence); });
}

void ActionPane::makeNew() {
    openActionForm({});
}

void ActionPane::openActionForm(const Action& action) {
    const QString key = QStringLiteral("action/%1/%2/").arg(session_.state().model).arg(qt(action.uid));
    const std::int64_t model = session_.state().model;
    openForm(action.uid.empty() ? tr("New action") : tr("Edit the action"), key, actionFields(action),
             [this, action, model](const KeptForm::Values& values, std::function<void()> done,
                                   std::function<void(const QString&)> failed) {
                 Action typed = typedAction(action, values);
                 typed.modelId = model;
                 if (typed.uid.empty()) typed.review = desk_.runningReview();
                 if (const std::string point = MeetingDesk::of(session_).pointOf(typed.review);
                     typed.uid.empty() && !point.empty())
                     typed.links.push_back({ActionLink::To::Point, point});
                 auto uid = std::make_shared<std::string>();
                 desk_.write([typed, uid](ReviewBook& book) { *uid = book.save(typed).uid; },
                             [this, uid, done] {
                                 choose(*uid);
                                 done();
                             },
                             failed);
             });
}

}  // namespace reckoner

#include "moc_action_pane.cpp"
