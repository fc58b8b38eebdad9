#include "ui/pages/decide/decide_page.h"

#include <cmath>

#include <QDateTime>
#include <QPushButton>

#include "core/store/policy_book.h"
#include "core/wording/cost_words.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/limit_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/policy_words.h"
#include "core/wording/run_names.h"
#include "ui/pages/decide/adopt_dialog.h"
#include "ui/pages/decide/confidence_view.h"
#include "ui/pages/decide/cost_drawer.h"
#include "ui/pages/decide/decide_estimates.h"
#include "ui/pages/decide/decide_view.h"
#include "ui/pages/decide/limits_dialog.h"
#include "ui/pages/decide/policy_pane.h"
#include "ui/pages/decide/tier_desk.h"
#include "ui/pages/decide/tier_pane.h"
#include "ui/pages/decide/tier_queue.h"
#include "ui/session/cohort_desk.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"

namespace reckoner {
namespace {

constexpr int kRestMilliseconds = 120;
const char* const kChart = "decide.chart";
const std::string kSetting = "decide.chart.";  // and the chart's id: what was chosen within it
const char* const kLimits = "decide.limits";   // Limits as JSON
const char* const kCell = "decide.cell";
const char* const kPerson = "person";
const char* const kPane = "decide.pane";  // absent: the charts
const char* const kPolicies = "policies";
const char* const kBasis = "decide.basis";  // of several classes; absent: one class against the rest
const char* const kOnConfidence = "confidence";
constexpr std::pair<Cell, const char*> kCells[] = {{Cell::Missed, "missed"},
                                                   {Cell::Caught, "caught"},
                                                   {Cell::LetThrough, "let_through"},
                                                   {Cell::FalseAlarm, "false_alarm"}};

std::optional<Cell> cellNamed(const std::string& name) {
    for (const auto& [cell, text] : kCells)
        if (name == text) return cell;
    return std::nullopt;
}

// Only then type is larger, and what leads to forms is hidden.
bool presenting() {
    return Theme::instance().typeScale() > 1;
}

std::string option(const ReviewState& state, const char* name) {
    const auto found = state.options.find(name);
    return found == state.options.end() ? std::string() : found->second;
}

}  // namespace

DecidePage::DecidePage(ReviewSession& session, QWidget* parent)
    : Page(parent),
      session_(session),
      view_(new DecideView(this)),
      empty_(new EmptyState(this)),
      message_(new InlineMessage(this)),
      basis_(new SegmentedChoice({tr("One class against the rest"), tr("Confidence")}, this)),
      confidence_(new ConfidenceView(session, this)),
      costs_(new CostDrawer(session, this)),
      adopt_(new QPushButton(this)),
      estimates_(new DecideEstimates(session.executor(), this)),
      policies_(new QPushButton(tr("Policies..."), this)),
      tiers_(new TierDesk(session, this)),
      policyPane_(new PolicyPane(session, this)),
      task_(session.executor()) {
    setObjectName(QStringLiteral("decidePage"));
    setAccessibleName(tr("Decide"));
    message_->hide();
    basis_->hide();
    confidence_->hide();
    pause_.setSingleShot(true);
    pause_.setInterval(kRestMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &DecidePage::askForIntervals);
    connect(view_, &DecideView::dragBegan, this, [this] { drag_ = session_.newDrag(); });
    connect(view_, &DecideView::dragEnded, this, [this] { drag_ = 0; });
    connect(view_, &DecideView::thresholdChosen, this, &DecidePage::choose);
    connect(view_, &DecideView::chartChosen, this, [this](const QString& id) {
        session_.apply([&](ReviewState& state) { state.options[kChart] = id.toStdString(); });
    });
    connect(view_, &DecideView::chartSettingChosen, this, [this](const QString& id, const QString& setting) {
        const std::string key = kSetting + id.toStdString();
        session_.apply([&](ReviewState& state) {
            state.options.erase(key);
            if (!setting.isEmpty()) state.options[key] = setting.toStdString();
        });
    });
    connect(view_, &DecideView::cellChosen, this, [this](std::optional<Cell> cell) {
        session_.apply([&](ReviewState& state) {
            state.options.erase(kCell);
            for (const auto& [known, text] : kCells)
                if (cell == known) state.options[kCell] = text;
        });
    });
    connect(view_, &DecideView::limitsWanted, this, &DecidePage::askForLimits);
    connect(estimates_, &DecideEstimates::changed, this, [this] {
        if (session_.run() && view_->isVisibleTo(this)) showFacts();
    });
    connect(view_, &DecideView::saveFailed, this, [this](const QString& path) {
        say(tr("The chart could not be saved as %1: is the folder writable, the disk full?").arg(path));
    });
    basis_->setObjectName(QStringLiteral("decideBasis"));
    basis_->setAccessibleName(tr("Decide on"));
    connect(basis_, &SegmentedChoice::chosenChanged, this, [this](int index) {
        session_.apply([index](ReviewState& state) {
            state.options.erase(kBasis);
            if (index == 1) state.options[kBasis] = kOnConfidence;
        });
    });
    adopt_->setObjectName(QStringLiteral("adoptPolicy"));
    setKind(adopt_, "primary");
    policies_->setObjectName(QStringLiteral("policies"));
    policies_->setAccessibleName(policies_->text());
    policyPane_->hide();
    placeActions();
    connectTiers();
    connect(policies_, &QPushButton::clicked, this,
            [this] { session_.apply([](ReviewState& state) { state.options[kPane] = kPolicies; }); });
    connect(policyPane_, &PolicyPane::closed, this,
            [this] { session_.apply([](ReviewState& state) { state.options.erase(kPane); }); });
    connect(policyPane_, &PolicyPane::adoptWanted, this, &DecidePage::adoptAgain);
    connect(policyPane_, &PolicyPane::failed, this, &DecidePage::say);
    connect(adopt_, &QPushButton::clicked, this, &DecidePage::adopt);
    connect(message_, &InlineMessage::closed, this, &DecidePage::place);
    connect(empty_, &EmptyState::pressed, this, &Page::importWanted);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        placeActions();
        place();
    });
    showEmpty();
}

DecidePage::~DecidePage() = default;

std::vector<std::string> DecidePage::modelOptions() {
    return {kLimits};
}

void DecidePage::connectTiers() {
    TierPane* pane = view_->tierPane();
    TierQueue* queue = view_->tierQueue();
    connect(view_, &DecideView::modeChosen, tiers_, &TierDesk::choose);
    connect(view_, &DecideView::cutoffPicked, tiers_, &TierDesk::pick);
    connect(pane, &TierPane::edited, tiers_, &TierDesk::edit);
    connect(pane, &TierPane::cutoffTyped, tiers_, &TierDesk::moveCutoff);
    connect(pane, &TierPane::cutoffsChosen, tiers_, &TierDesk::setCutoffs);
    connect(pane, &TierPane::bestWanted, tiers_, &TierDesk::findBest);
    connect(pane, &TierPane::fitWanted, tiers_, &TierDesk::fit);
    connect(queue, &TierQueue::edited, tiers_, &TierDesk::edit);
    connect(queue, &TierQueue::refused, this, &DecidePage::say);
    connect(tiers_, &TierDesk::failed, this, &DecidePage::say);
    connect(tiers_, &TierDesk::picked, this, [this] {
        if (session_.run() && !view_->isHidden()) showFacts();
    });
}

void DecidePage::choose(double threshold) {
    if (tiers_->on()) {
        tiers_->move(threshold, drag_);
        return;
    }
    if (threshold == session_.threshold()) return;
    session_.setThreshold(threshold, drag_);
}

void DecidePage::refresh(Aspects aspects) {
    const RunAnalysisPtr run = session_.run();
    const bool shown = run && run->sweep && run->sweep->samples() > 0 && !std::isnan(session_.threshold());
    const bool many = shown && manyClasses();
    const bool unsure = many && onConfidence();
    bool moved = basis_->isHidden() == many;
    basis_->setVisible(many);
    basis_->choose(unsure ? 1 : 0);
    confidence_->setVisible(unsure);
    const bool policies = shown && !unsure && option(session_.state(), kPane) == kPolicies;
    policyPane_->setVisible(policies);
    policyPane_->refresh(aspects);
    if (shown) tiers_->demand();
    view_->setVisible(shown && !unsure && !policies);
    empty_->setVisible(!shown);
    if (unsure)
        confidence_->refresh();
    else if (shown)
        showFacts();
    else
        showEmpty();
    moved |= costs_->settle();
    if (moved || unsure == (costs_->button()->parent() != this)) {
        placeActions();
        place();
    }
    if (shown && !session_.failure().isEmpty()) {
        say(session_.failure());
    } else if (aspects & (Aspects(Aspect::Run) | Aspect::Store)) {
        message_->hide();
        place();
    }
}

bool DecidePage::manyClasses() const {
    const auto row = session_.runRow();
    return row && row->info.task == Task::Multiclass;
}

bool DecidePage::onConfidence() const {
    return option(session_.state(), kBasis) == kOnConfidence;
}

void DecidePage::showFacts() {
    const RunAnalysisPtr run = session_.run();
    const RunAnalysisPtr baseline = session_.baseline();
    DecideFacts facts;
    OperatingFacts& p = facts.point;
    p.run = run;
    p.baseline = baseline && baseline->sweep && baseline->sweep->samples() > 0 ? baseline : nullptr;
    p.runName = qt(versionName(run->request.table->info().version));
    if (baseline) p.baselineName = qt(versionName(baseline->request.table->info().version));
    if (p.baselineName == p.runName && baseline) p.baselineName = qt(baseline->request.table->info().evalSet);
    p.words = session_.words();
    if (const auto policy = session_.policy()) p.policy = policy->threshold;
    p.threshold = session_.threshold();
    tiers_->fill(p);
    facts.policy = tiers_->policyPoint();
    if (known_ && known_->run == run && known_->point == tiers_->point() && known_->policy == facts.policy) {
        facts.likely = known_->intervals.now;
        if (facts.policy) facts.difference = p.difference = known_->intervals.difference;
    } else {
        pause_.start();
    }
    facts.chart = qt(option(session_.state(), kChart));
    for (const auto& [key, value] : session_.state().options)
        if (key.starts_with(kSetting)) facts.settings[qt(key.substr(kSetting.size()))] = qt(value);
    p.limits = Limits::fromJson(option(session_.state(), kLimits));
    // A team sees the cases of everyone: of a cohort alone its capacity says nothing.
    if (session_.state().cohort.empty()) p.capacity = run->request.costs.reviewCapacity;
    estimates_->want({run, p.policy, p.limits, p.capacity});
    p.limited = estimates_->limited();
    p.fitting = estimates_->fitting();
    facts.crossFit = estimates_->crossFit();
    if (facts.crossFit) p.saving = Interval{-facts.crossFit->interval.hi, -facts.crossFit->interval.lo};
    facts.limitsFailure = estimates_->failure();
    if (!p.tiers) facts.broken = estimates_->broken(p.threshold);
    facts.cell = cellNamed(option(session_.state(), kCell));
    if (const auto costs = session_.costs())
        facts.costsNote = costsNote(*costs, cohortName(session_).toStdString(), session_.tryingCosts(), *run);
    showAdopt(*run);
    view_->setFacts(facts);
}

void DecidePage::showAdopt(const RunAnalysis& run) {
    const OperatingPoint point = tiers_->point();
    const std::shared_ptr<Store> store = session_.store();
    // A policy is of a version; one class against the rest has no policy of its own.
    const bool binary = store != nullptr && run.request.table->info().task == Task::Binary;
    const bool typing = costs_->isVisibleTo(this) || presenting();
    adopt_->setVisible(binary && !typing);
    policies_->setVisible(binary && !typing);
    adopt_->setEnabled((point.tiers || std::isfinite(point.threshold)) && tiers_->policyPoint() != point);
    // Beside the headline of a narrow page there is room for few words.
    const bool narrow = width() < 1200 * Theme::instance().typeScale();
    const QString before = adopt_->text();
    adopt_->setText(point.tiers ? narrow ? tr("Adopt tiers...") : tr("Adopt these tiers...")
                                : (narrow ? tr("Adopt %1...") : tr("Adopt %1 as policy..."))
                                      .arg(qt(shortThreshold(run, point.threshold))));
    adopt_->setAccessibleName(adopt_->text());
    const int late = policyPane_->overdue();
    const QString policies = late == 0 || narrow ? tr("Policies...") : tr("Policies, %1 late...").arg(late);
    const bool renamed = policies_->text() != policies;
    policies_->setText(policies);
    policies_->setAccessibleName(policies);
    if (renamed || before.size() != adopt_->text().size()) placeActions();
}

// On confidence they stand beside the choice of the basis. Beside the open cost model there are none: it has
// its own, and nobody adopts a policy under costs that are being typed. In present mode there are none
// either.
void DecidePage::placeActions() {
    const bool typing = costs_->isVisibleTo(this) || presenting();
    const bool unsure = manyClasses() && onConfidence();
    QPushButton* costs = costs_->button();
    adopt_->setVisible(!typing && !manyClasses());
    policies_->setVisible(!typing && !manyClasses());
    costs->setVisible(!typing);
    std::vector<QPushButton*> actions;
    if (!typing && !manyClasses()) actions.push_back(adopt_);
    if (!typing && !unsure) actions.push_back(costs);
    if (!typing && !manyClasses()) actions.push_back(policies_);
    view_->setActions(actions);
    if (!unsure) return;
    costs->setParent(this);
    costs->setVisible(!typing);
}

bool DecidePage::canAdopt() {
    const std::shared_ptr<Store> store = session_.store();
    if (!session_.run() || !store || !session_.runRow()) return false;
    if (!store->readOnly()) return true;
    say(tr(
        "This store is open for reading only: copy the file to a place you can write to, and adopt there."));
    return false;
}

void DecidePage::adopt() {
    if (canAdopt()) askToAdopt(tiers_->point(), {});
}

void DecidePage::adoptAgain(const PolicyRecord& record) {
    if (!canAdopt()) return;
    askToAdopt(pointOf(record.policy),
               tr("As on %1: %2").arg(qt(dateName(record.policy.adoptedAt)), qt(record.policy.why)));
}

void DecidePage::askToAdopt(const OperatingPoint& point, const QString& why) {
    const RunAnalysisPtr run = session_.run();
    const std::shared_ptr<Store> store = session_.store();
    const RunRow row = *session_.runRow();
    const Vocabulary words = session_.words();
    const QString version = qt(versionName(row.info.version));
    AdoptDialog::Request request;
    request.sentence =
        point.tiers
            ? tr("Tiers from %1. This becomes the policy for %2.").arg(qt(cutoffsText(point)), version)
            : tr("From %1 up, %2 are %3. This becomes the policy for %4.")
                  .arg(qt(storedThreshold(point.threshold)), qt(words.samples), qt(words.flagged), version);
    if (!point.tiers) {
        const Limits limits = Limits::fromJson(option(session_.state(), kLimits));
        request.warning = qt(brokenSentence(limits, estimates_->broken(point.threshold), *run, words));
    }
    request.who = qt(store->setting(kPerson).value_or(""));
    request.why = why;
    const qint64 now = session_.clock().now().time_since_epoch().count();
    request.reviewBy = QDateTime::fromMSecsSinceEpoch(now).date().addMonths(3);
    const auto evidence = std::make_shared<std::optional<PolicyEvidence>>();
    const auto save = [this, store, row, point, evidence](Policy policy) {
        policy.versionId = row.versionId;
        policy.threshold = point.threshold;
        policy.tiers = point.tiers;
        PolicyBook(store).adopt(policy, *evidence);
        store->setSetting(kPerson, policy.who);
        session_.storeChanged();
    };
    auto* dialog = new AdoptDialog(request, save, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWaiting();
    auto* freezing = new BackgroundTask(session_.executor(), dialog);
    freezing->start(
        [run, point, before = tiers_->policyPoint(),
         source = evidenceSource(row, session_.costModel())](const TaskContext& context) {
            return std::any(freezeEvidence(*run, source, point, before, context));
        },
        [dialog, evidence, words](const std::any& result) {
            *evidence = std::any_cast<PolicyEvidence>(result);
            QStringList frozen;
            for (const std::string& sentence : frozenSentences(**evidence, words))
                frozen << qt(sentence);
            dialog->setFrozen(frozen);
        },
        [dialog](const Error& error) { dialog->refuse(QString::fromUtf8(error.what())); });
    dialog->open();
}

void DecidePage::askForLimits() {
    const RunAnalysisPtr run = session_.run();
    if (!run || !run->sweep || run->sweep->samples() == 0) return;
    std::vector<LimitsDialog::Group> groups;
    for (const Cohort& cohort : CohortDesk::of(session_).cohorts())
        groups.push_back({qt(cohort.name), cohort.expression});
    const Limits limits = Limits::fromJson(option(session_.state(), kLimits));
    auto* dialog = new LimitsDialog(run, session_.words(), limits, groups, session_.executor(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LimitsDialog::chosen, this, [this](const Limits& wanted) {
        session_.apply([&](ReviewState& state) {
            state.options.erase(kLimits);
            if (!wanted.empty()) state.options[kLimits] = wanted.toJson();
        });
    });
    dialog->open();
}

void DecidePage::askForIntervals() {
    const RunAnalysisPtr run = session_.run();
    if (!run || !run->sweep || run->sweep->samples() == 0) return;
    const OperatingPoint point = tiers_->point();
    const std::optional<OperatingPoint> policy = tiers_->policyPoint();
    task_.start(
        [run, point, policy](const TaskContext& context) {
            return std::any(pointIntervals(*run, point, policy, context));
        },
        [this, run, point, policy](const std::any& result) {
            known_ = Known{run, point, policy, std::any_cast<CostIntervals>(result)};
            if (session_.run() == run && view_->isVisibleTo(this)) showFacts();
        },
        [this](const Error& error) { say(QString::fromUtf8(error.what())); });
}

void DecidePage::showEmpty() {
    EmptyContent content;
    content.sketch = QStringLiteral("decide");
    if (!session_.failure().isEmpty()) {
        content.reason = tr("This run cannot be read");
        content.whatToDo = session_.failure();
    } else if (session_.busy()) {
        content.reason = tr("Reading the run");
        content.whatToDo = tr("Its samples are put in score order; the cost curve follows.");
    } else if (session_.run() && !session_.state().cohort.empty() &&
               session_.run()->rows.excluded.total() == 0) {
        content.reason = tr("No sample matches the filter");
        content.whatToDo = tr("Nothing of this run is left by: %1. Choose everyone or another filter above, "
                              "under \u201Cfor\u201D.")
                               .arg(qt(session_.state().cohort));
    } else if (session_.run()) {
        content.reason = tr("No sample of this run can be scored");
        content.whatToDo =
            tr("A sample counts when its label is present and its score is a number. Choose another "
               "cohort above, or import a run with labels and scores.");
        content.button = tr("Import a run...");
    } else {
        content.reason = tr("No run yet");
        content.whatToDo =
            tr("Import the scores of a model on labelled samples: a CSV or JSON Lines file with an id, "
               "the label and the score. You get what each threshold costs.");
        content.button = tr("Import a run...");
    }
    empty_->setContent(content);
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
    if (QPushButton* costs = costs_->button(); costs->parent() == this) {
        const QSize size = costs->sizeHint();
        costs->setGeometry(page.right() - 24 - size.width(), height + 10, size.width(), size.height());
    }
    view_->setGeometry(page.adjusted(0, height + choice, 0, 0));
    confidence_->setGeometry(page.adjusted(0, height + choice, 0, 0));
    empty_->setGeometry(page.adjusted(0, height, 0, 0));
    policyPane_->setGeometry(page.adjusted(0, height + choice, 0, 0));
}

void DecidePage::resizeEvent(QResizeEvent*) {
    if (const RunAnalysisPtr run = session_.run(); run && !view_->isHidden()) showAdopt(*run);
    place();
}

}  // namespace reckoner

#include "moc_decide_page.cpp"
