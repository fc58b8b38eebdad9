#include "ui/session/review_session.h"

#include <cmath>
#include <limits>
#include <map>

#include "core/data/filter_condition.h"
#include "core/store/notebook.h"
#include "core/store/stored_facts.h"
#include "ui/session/analysis_cache.h"
#include "ui/session/cohort_desk.h"
#include "ui/session/point_on_screen.h"
#include "ui/session/run_slot.h"
#include "ui/session/session_facts.h"
#include "ui/session/state_history.h"
#include "ui/session/state_rules.h"
#include "ui/session/store_watch.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

Aspects difference(const ReviewState& a, const ReviewState& b) {
    Aspects aspects;
    const bool otherRun = a.model != b.model || a.run != b.run || a.baseline != b.baseline ||
                          a.cohort != b.cohort || a.positive != b.positive || a.scenario != b.scenario;
    if (otherRun) aspects |= Aspect::Run;
    if (pointChoice(a) != pointChoice(b) || a.thresholds != b.thresholds || a.tiers != b.tiers ||
        a.run != b.run)
        aspects |= Aspect::Threshold;
    if (a.page != b.page) aspects |= Aspect::Page;
    if (a.options != b.options) aspects |= Aspect::Options;
    return aspects;
}

}  // namespace

struct ReviewSession::Impl {
    Impl(ReviewSession& owner, Executor& theExecutor, const Clock& theClock)
        : session(owner),
          executor(theExecutor),
          clock(theClock),
          run(theExecutor, cache, nullptr),
          baseline(theExecutor, cache, nullptr) {}

    ReviewSession& session;
    Executor& executor;
    const Clock& clock;
    std::shared_ptr<Store> store;
    StoreContents contents;
    std::optional<CostsInForce> costs;  // stored
    std::optional<CostsInForce> tried;
    QString storeFailure;
    ReviewState state;
    StateHistory history;
    std::uint64_t lastDrag = 0;
    std::uint64_t factsVersion = 1;  // grows with everything people write
    AnalysisCache cache;
    std::shared_ptr<RunCache> runs;  // of the store
    RunSlot run;
    RunSlot baseline;

    void read();
    void readCosts();
    void readCohorts();
    void goTo(ReviewState next);
    void demand();
    void settleThreshold();
    void announce(Aspects aspects, bool wasBusy);
    bool busy() const { return run.busy() || baseline.busy(); }
    std::optional<Policy> policyOf(RunId id) const;
    std::optional<double> countedAt(RunId id) const;
    RunSlot::Wanted wanted(RunId id) const;
    void addFacts(const RunRow& row, RunSlot::Wanted& result) const;
};

void ReviewSession::Impl::read() {
    contents = {};
    storeFailure.clear();
    if (!store) return;
    try {
        contents = StoreContents::of(store);
    } catch (const Error& error) {
        storeFailure = QString::fromUtf8(error.what());
    }
}

void ReviewSession::Impl::readCosts() {
    costs = contents.costsInForce(state);
}

void ReviewSession::Impl::readCohorts() {
    if (!store || state.model == 0) return;
    try {
        contents.cohorts[state.model] = Notebook(store).cohorts(state.model);
    } catch (const Error& error) {
        storeFailure = QString::fromUtf8(error.what());
    }
}

std::optional<Policy> ReviewSession::Impl::policyOf(RunId id) const {
    const RunRow* row = contents.run(id);
    return row ? contents.policy(row->versionId) : std::nullopt;
}

// Where a run's samples count as flagged, before it is loaded; nothing: where it starts.
std::optional<double> ReviewSession::Impl::countedAt(RunId id) const {
    const auto policy = policyOf(id);
    ReviewState there = state;
    there.run = id;
    if (const TierPlan* tiers = tiersOnScreen(there, policy)) return actingThreshold(*tiers);
    if (const auto set = there.threshold()) return set;
    return policy ? std::optional(policy->threshold) : std::nullopt;
}

RunSlot::Wanted ReviewSession::Impl::wanted(RunId id) const {
    RunSlot::Wanted result;
    const RunRow* row = contents.run(id);
    if (!row) return result;
    std::string positive = state.positive.empty() ? row->info.positive : state.positive;
    if (positive.empty() && !row->info.classes.empty()) positive = row->info.classes.front();
    const auto joined = contents.attached.find(row->modelId);
    const std::optional<CostsInForce>& priced = tried ? tried : costs;
    result.key = {id,
                  state.cohort,
                  positive,
                  priced ? priced->row.costs : CostModel(),
                  priced && priced->cohortPrevalence,
                  joined == contents.attached.end() ? std::string() : joined->second};
    result.threshold = countedAt(id);
    // All classes are looked at until somebody asks for one.
    if (row->info.task == Task::Multiclass && state.positive.empty()) result.threshold.reset();
    if (asksFacts(state.cohort)) addFacts(*row, result);
    return result;
}

void ReviewSession::Impl::addFacts(const RunRow& row, RunSlot::Wanted& result) const {
    const RunRow* other = contents.run(row.info.id == state.run ? state.baseline : state.run);
    result.key.facts = factsVersion;
    result.key.baseline = other ? other->info.id : 0;
    result.facts = [store = store, row, other = other ? std::optional(*other) : std::nullopt](
                       const EvalTablePtr& table) -> SampleFactsPtr {
        return std::make_shared<const SampleFacts>(table, storedFacts(store, row, other));
    };
}

void ReviewSession::Impl::demand() {
    run.want(runs, wanted(state.run));
    baseline.want(runs, wanted(state.baseline));
    settleThreshold();
}

// The first sight of a run gives it its starting point; that is no step of Back.
void ReviewSession::Impl::settleThreshold() {
    const RunAnalysisPtr analysis = run.analysis();
    if (!analysis) return;
    const auto policy = policyOf(state.run);
    if (policy && policy->tiers && state.positive.empty()) state.tiers.try_emplace(state.run, *policy->tiers);
    if (state.thresholds.contains(state.run)) return;
    const double start =
        analysis->startingThreshold(policy ? std::optional(policy->threshold) : std::nullopt);
    if (!std::isnan(start)) state.thresholds[state.run] = start;
}

void ReviewSession::Impl::announce(Aspects aspects, bool wasBusy) {
    if (busy() != wasBusy) aspects |= Aspect::Busy;
    if (aspects) Q_EMIT session.changed(aspects);
}

void ReviewSession::Impl::goTo(ReviewState next) {
    const bool wasBusy = busy();
    const ReviewState before = std::exchange(state, std::move(next));
    if (before.model != state.model || before.cohort != state.cohort || before.scenario != state.scenario) {
        tried.reset();
        readCosts();
    }
    demand();
    announce(difference(before, state), wasBusy);
}

ReviewSession::ReviewSession(Executor& executor, const Clock& clock, QObject* parent)
    : QObject(parent), impl_(std::make_unique<Impl>(*this, executor, clock)) {
    // They hear of a change before anybody who asks them.
    SessionFacts::of(*this);
    CohortDesk::of(*this);
    new StoreWatch(*this);
    for (RunSlot* slot : {&impl_->run, &impl_->baseline}) {
        connect(slot, &RunSlot::arrived, this, [this] {
            impl_->settleThreshold();
            Q_EMIT changed(Aspects(Aspect::Run) | Aspect::Threshold | Aspect::Busy);
        });
    }
}

ReviewSession::~ReviewSession() = default;

void ReviewSession::setStore(std::shared_ptr<Store> store) {
    Impl& d = *impl_;
    const bool sameFile = d.store && store && d.store->file() == store->file();
    const bool wasBusy = d.busy();
    d.run.forget();
    d.baseline.forget();
    d.cache.clear();
    d.store = std::move(store);
    d.tried.reset();
    d.runs.reset();
    if (d.store)
        d.runs = std::make_shared<RunCache>([opened = d.store](RunId id) { return opened->openTable(id); });
    d.read();
    if (!sameFile) {
        d.history.clear();
        ReviewState fresh;
        fresh.page = d.state.page;
        fresh.options = d.state.options;
        d.state = std::move(fresh);
    }
    d.state = settled(d.contents, d.state, d.state);
    d.readCosts();
    d.demand();
    d.announce(Aspects(Aspect::Store) | Aspect::Run | Aspect::Threshold | Aspect::Notes, wasBusy);
}

std::shared_ptr<Store> ReviewSession::store() const {
    return impl_->store;
}

void ReviewSession::storeChanged() {
    Impl& d = *impl_;
    const bool wasBusy = d.busy();
    const ReviewState before = d.state;
    const RunAnalysisPtr shown = d.run.analysis();
    // What a run is (its positive class) may have been changed.
    if (d.runs) d.runs->clear();
    d.read();
    d.state = settled(d.contents, d.state, d.state);
    d.readCosts();
    d.demand();
    Aspects aspects = difference(before, d.state) | Aspect::Store;
    if (!d.run.analysis() || d.run.analysis() != shown || d.busy()) aspects |= Aspect::Run;
    d.announce(aspects, wasBusy);
}

void ReviewSession::notesChanged() {
    Impl& d = *impl_;
    const bool wasBusy = d.busy();
    ++d.factsVersion;
    Aspects aspects = Aspect::Notes;
    d.readCohorts();
    const std::optional<CostsInForce> priced = d.contents.costsInForce(d.state);
    const bool otherCosts =
        priced.has_value() != d.costs.has_value() || (priced && priced->row != d.costs->row);
    d.costs = priced;
    // A cohort that asks for notes may be another one now.
    if (otherCosts || asksFacts(d.state.cohort)) {
        d.demand();
        aspects |= Aspect::Run;
    }
    d.announce(aspects, wasBusy);
}

const ReviewState& ReviewSession::state() const {
    return impl_->state;
}

void ReviewSession::apply(const std::function<void(ReviewState&)>& change, std::uint64_t drag) {
    ReviewState next = impl_->state;
    change(next);
    next = settled(impl_->contents, impl_->state, std::move(next));
    if (next == impl_->state) return;
    impl_->history.leave(impl_->state, drag);
    impl_->goTo(std::move(next));
}

std::uint64_t ReviewSession::newDrag() {
    return ++impl_->lastDrag;
}

void ReviewSession::setThreshold(double threshold, std::uint64_t drag) {
    if (std::isnan(threshold) || impl_->state.run == 0) return;
    apply([&](ReviewState& state) { moveCounted(state, policy(), threshold); }, drag);
}

bool ReviewSession::canGoBack() const {
    return impl_->history.canGoBack();
}

bool ReviewSession::canGoForward() const {
    return impl_->history.canGoForward();
}

void ReviewSession::back() {
    if (!canGoBack()) return;
    ReviewState then = impl_->history.back(impl_->state);
    impl_->goTo(settled(impl_->contents, then, then));
}

void ReviewSession::forward() {
    if (!canGoForward()) return;
    ReviewState then = impl_->history.forward(impl_->state);
    impl_->goTo(settled(impl_->contents, then, then));
}

void ReviewSession::restore(const ReviewState& state) {
    impl_->goTo(settled(impl_->contents, state, state));
}

RunAnalysisPtr ReviewSession::run() const {
    return impl_->run.analysis();
}

RunAnalysisPtr ReviewSession::baseline() const {
    return impl_->baseline.analysis();
}

std::optional<RunRow> ReviewSession::runRow() const {
    const RunRow* row = impl_->contents.run(impl_->state.run);
    return row ? std::optional(*row) : std::nullopt;
}

std::optional<RunRow> ReviewSession::baselineRow() const {
    const RunRow* row = impl_->contents.run(impl_->state.baseline);
    return row ? std::optional(*row) : std::nullopt;
}

void ReviewSession::tryCosts(const std::optional<CostsInForce>& costs) {
    Impl& d = *impl_;
    const bool same = costs.has_value() == d.tried.has_value() && (!costs || costs->row == d.tried->row);
    if (same) return;
    const bool wasBusy = d.busy();
    d.tried = costs;
    d.demand();
    d.announce(Aspect::Run, wasBusy);
}

bool ReviewSession::tryingCosts() const {
    return impl_->tried.has_value();
}

std::optional<CostsInForce> ReviewSession::costs() const {
    return impl_->tried ? impl_->tried : impl_->costs;
}

std::optional<CostModelRow> ReviewSession::costModel() const {
    const auto priced = costs();
    return priced ? std::optional(priced->row) : std::nullopt;
}

const CostBook& ReviewSession::costBook() const {
    return impl_->contents.costsOf(impl_->state.model);
}

Vocabulary ReviewSession::words() const {
    const auto& priced = impl_->tried ? impl_->tried : impl_->costs;
    return priced ? priced->row.words : Vocabulary{};
}

std::optional<Policy> ReviewSession::policy() const {
    const RunRow* row = impl_->contents.run(impl_->state.run);
    return row ? impl_->contents.policy(row->versionId) : std::nullopt;
}

double ReviewSession::threshold() const {
    if (!impl_->run.analysis()) return std::numeric_limits<double>::quiet_NaN();
    if (const TierPlan* tiers = tiersOnScreen(impl_->state, policy())) return actingThreshold(*tiers);
    return impl_->state.threshold().value_or(std::numeric_limits<double>::quiet_NaN());
}

bool ReviewSession::busy() const {
    return impl_->busy();
}

Executor& ReviewSession::executor() const {
    return impl_->executor;
}

const Clock& ReviewSession::clock() const {
    return impl_->clock;
}

QString ReviewSession::failure() const {
    if (!impl_->storeFailure.isEmpty()) return impl_->storeFailure;
    if (!impl_->run.failure().isEmpty()) return impl_->run.failure();
    return impl_->baseline.failure();
}

const StoreContents& ReviewSession::contents() const {
    return impl_->contents;
}

}  // namespace reckoner
