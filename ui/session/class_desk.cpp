#include "ui/session/class_desk.h"

#include <cmath>
#include <limits>
#include <utility>

#include "core/base/numbers.h"
#include "core/import/manifest_class_costs.h"

namespace reckoner {
namespace {

// Samples of all analyses kept, beside the one on the screen (about 12 bytes each).
constexpr std::uint64_t kKeptSamples = 8'000'000;

// On a worker thread. Costs that cannot be read are no reason to show no matrix.
std::optional<ClassCosts> costsOf(const Store& store, const RunInfo& info,
                                  const std::optional<CostModel>& stored) {
    if (stored)
        if (auto costs = classCosts(*stored, info.classes)) return costs;
    try {
        return manifestClassCosts(store.manifest(info.id), info.classes);
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace

double confidenceOf(const ReviewState& state) {
    const auto found = state.options.find(kConfidenceOption);
    const auto number = found == state.options.end() ? std::nullopt : parseNumber(found->second);
    if (!number || std::isnan(*number)) return -std::numeric_limits<double>::infinity();
    return *number;
}

void setConfidence(ReviewState& state, double confidence) {
    if (std::isnan(confidence) || confidence == -std::numeric_limits<double>::infinity())
        state.options.erase(kConfidenceOption);
    else
        state.options[kConfidenceOption] = shortestNumber(confidence);
}

ClassDesk& ClassDesk::of(ReviewSession& session) {
    if (auto* desk = session.findChild<ClassDesk*>(QString(), Qt::FindDirectChildrenOnly)) return *desk;
    return *new ClassDesk(session);
}

ClassDesk::ClassDesk(ReviewSession& session)
    : QObject(&session), session_(session), task_(session.executor()) {
    connect(&session, &ReviewSession::changed, this, [this](Aspects aspects) {
        if (aspects & Aspect::Store) leaveOldStore();
    });
}

ClassAnalysisPtr ClassDesk::analysis() {
    demand();
    return analysis_;
}

void ClassDesk::remember(const ClassAnalysisPtr& analysis) {
    known_.remove_if([&](const ClassAnalysisPtr& one) {
        return one->table == analysis->table && one->where == analysis->where;
    });
    known_.push_front(analysis);
    std::uint64_t samples = 0;
    auto last = known_.begin();
    for (; last != known_.end(); ++last) {
        samples += (*last)->samples();
        if (samples > kKeptSamples && last != known_.begin()) break;
    }
    known_.erase(last, known_.end());
}

// Nothing of a store that was closed keeps its file open.
void ClassDesk::leaveOldStore() {
    const std::shared_ptr<Store> store = session_.store();
    if (store == store_.lock()) return;
    store_ = store;
    task_.cancel();
    known_.clear();
    analysis_.reset();
    key_ = {};
}

void ClassDesk::demand() {
    leaveOldStore();
    Key key;
    const RunAnalysisPtr run = session_.run();
    if (run && run->request.table->info().task == Task::Multiclass)
        key = {run->request.table, run->request.where, run->request.facts,
               session_.costs() ? std::optional(session_.costs()->row.costs) : std::nullopt};
    if (key == key_) return;
    const Key before = std::exchange(key_, key);
    task_.cancel();
    analysis_.reset();
    failure_.clear();
    if (!key.table) return;
    // What people wrote may be another by now. Other costs change no count: what is known is shown until it
    // is priced anew.
    const bool sameFacts = key.facts == before.facts;
    for (const ClassAnalysisPtr& one : known_)
        if (one->table == key.table && one->where == key.where && (!key.facts || sameFacts)) analysis_ = one;
    task_.start(
        [key, known = analysis_, store = session_.store()](const TaskContext& context) {
            const auto costs = store ? costsOf(*store, key.table->info(), key.costs) : std::nullopt;
            if (known) return std::any(withClassCosts(known, costs));
            OutcomeContext outcome;
            outcome.facts = key.facts;
            return std::any(analyseClasses(key.table, key.where, costs, context, outcome));
        },
        [this](const std::any& result) {
            const auto arrived = std::any_cast<ClassAnalysisPtr>(result);
            const bool same = arrived == analysis_;
            analysis_ = arrived;
            remember(analysis_);
            if (!same) Q_EMIT changed();
        },
        [this](const Error& error) {
            failure_ = QString::fromUtf8(error.what());
            Q_EMIT changed();
        });
}

}  // namespace reckoner

#include "moc_class_desk.cpp"
