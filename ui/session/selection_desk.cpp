#include "ui/session/selection_desk.h"

#include <cmath>

#include "core/base/numbers.h"
#include "core/data/filter_condition.h"
#include "ui/session/chip_filters.h"
#include "ui/session/class_desk.h"
#include "ui/session/session_facts.h"

namespace reckoner {
namespace {

// Samples of all analyses kept beside the one on the screen (about 30 bytes each).
constexpr std::uint64_t kKeptSamples = 4'000'000;
constexpr int kRestMs = 25;  // a drag asks again only where it rests this long

bool severalClasses(const RunAnalysisPtr& run) {
    return run && run->request.table->info().task == Task::Multiclass;
}

// Every condition on decisions or notes that rows depend on.
OutcomeContext needed(const OutcomeContext& all, const std::string& where) {
    OutcomeContext result;
    result.positive = all.positive;
    if (asksDecision(where)) {
        result.threshold = all.threshold;
        result.confidence = all.confidence;
    }
    if (asksFacts(where)) result.facts = all.facts;
    return result;
}

}  // namespace

std::uint64_t SelectionDesk::Known::samples() const {
    return (run ? run->sweep->samples() : 0) + (classes ? classes->samples() : 0);
}

SelectionDesk& SelectionDesk::of(ReviewSession& session) {
    if (auto* desk = session.findChild<SelectionDesk*>(QString(), Qt::FindDirectChildrenOnly)) return *desk;
    return *new SelectionDesk(session);
}

SelectionDesk::SelectionDesk(ReviewSession& session)
    : QObject(&session), session_(session), task_(session.executor()) {
    pause_.setSingleShot(true);
    connect(&pause_, &QTimer::timeout, this, &SelectionDesk::start);
    connect(&session, &ReviewSession::changed, this, [this](Aspects aspects) {
        if (aspects & Aspect::Store) leaveOldStore();
    });
    connect(&ClassDesk::of(session), &ClassDesk::changed, this, &SelectionDesk::changed);
}

// Nothing of a store that was closed keeps its file open.
void SelectionDesk::leaveOldStore() {
    const std::shared_ptr<Store> store = session_.store();
    if (store == store_.lock()) return;
    store_ = store;
    task_.cancel();
    pause_.stop();
    known_.clear();
    key_ = {};
    shown_ = {};
    rows_.reset();
    stale_ = false;
    failure_.clear();
}

OutcomeContext SelectionDesk::outcome() {
    OutcomeContext context;
    const RunAnalysisPtr run = session_.run();
    if (!run) return context;
    context.facts = SessionFacts::of(session_).facts();
    if (severalClasses(run)) {
        const auto found = session_.state().options.find(kConfidenceOption);
        if (found != session_.state().options.end()) context.confidence = parseNumber(found->second);
        return context;
    }
    context.positive = run->rows.positive;
    if (!std::isnan(session_.threshold())) context.threshold = session_.threshold();
    return context;
}

bool SelectionDesk::narrowed() const {
    return !chipFilters(session_.state()).empty();
}

SelectedRowsPtr SelectionDesk::rows() {
    leaveOldStore();
    const RunAnalysisPtr run = session_.run();
    if (!run) return nullptr;
    std::vector<std::string> filters = chipFilters(session_.state());
    filters.insert(filters.begin(), {session_.state().cohort, cellFilter(session_.state())});
    std::erase(filters, std::string());
    const OutcomeContext outcome = needed(this->outcome(), joinedFilters(filters));
    const auto same = [&](const OutcomeContext& known) {
        return known.positive == outcome.positive && known.threshold == outcome.threshold &&
               known.confidence == outcome.confidence && known.facts == outcome.facts;
    };
    if (!rows_ || rows_->table() != run->request.table || rows_->filters() != filters ||
        !same(rows_->outcome()))
        rows_ = std::make_shared<const SelectedRows>(run->request.table, filters, outcome);
    return rows_;
}

SelectionDesk::Key SelectionDesk::wanted() {
    Key key;
    const RunAnalysisPtr run = session_.run();
    if (!run || !narrowed()) return key;
    std::vector<std::string> filters = chipFilters(session_.state());
    filters.insert(filters.begin(), session_.state().cohort);
    key.table = run->request.table;
    key.where = joinedFilters(filters);
    key.positive = run->rows.positive;
    const auto costs = session_.costModel();
    key.costs = costs ? costs->id : 0;
    const OutcomeContext outcome = needed(this->outcome(), key.where);
    key.threshold = outcome.threshold;
    key.confidence = outcome.confidence;
    key.facts = outcome.facts;
    if (!severalClasses(run)) return key;
    // Its costs are those of the whole; without it there is nothing to narrow yet.
    key.whole = ClassDesk::of(session_).analysis();
    return key.whole ? key : Key();
}

void SelectionDesk::demand() {
    leaveOldStore();
    Key key = wanted();
    if (key == key_) return;
    const bool dragged =
        !key.where.empty() && key.table == key_.table && key.where == key_.where && key.facts == key_.facts;
    key_ = std::move(key);
    task_.cancel();
    pause_.stop();
    failure_.clear();
    stale_ = false;
    if (key_.where.empty()) {
        shown_ = {};
        return;
    }
    for (const Known& one : known_)
        if (one.key == key_) {
            shown_ = one;
            return;
        }
    if (shown_.key.table != key_.table) shown_ = {};
    stale_ = true;
    if (dragged)
        pause_.start(kRestMs);
    else
        start();
}

void SelectionDesk::start() {
    const RunAnalysisPtr run = session_.run();
    if (!run || key_.where.empty()) return;
    const OutcomeContext outcome{key_.positive, key_.threshold, key_.confidence, key_.facts};
    task_.start(
        [key = key_, outcome, request = run->request](const TaskContext& context) {
            Known known{key, nullptr, nullptr};
            if (key.whole) {
                OutcomeContext all = outcome;
                all.positive.clear();
                known.classes = analyseClasses(key.table, key.where, key.whole->costs, context, all);
                return std::any(known);
            }
            AnalysisRequest narrowed = request;
            narrowed.where = key.where;
            narrowed.positive = key.positive;
            narrowed.groupBy.clear();
            narrowed.threshold = key.threshold;
            narrowed.facts = key.facts;
            known.run = analyse(narrowed, context);
            return std::any(known);
        },
        [this](const std::any& result) { take(std::any_cast<const Known&>(result)); },
        [this](const Error& error) {
            failure_ = QString::fromUtf8(error.what());
            stale_ = false;
            shown_ = {};
            Q_EMIT changed();
        });
}

void SelectionDesk::take(const Known& known) {
    shown_ = known;
    stale_ = false;
    remember(known);
    Q_EMIT changed();
}

void SelectionDesk::remember(const Known& known) {
    known_.push_front(known);
    std::uint64_t samples = 0;
    auto last = known_.begin();
    for (; last != known_.end(); ++last) {
        samples += last->samples();
        if (samples > kKeptSamples && last != known_.begin()) break;
    }
    known_.erase(last, known_.end());
    constexpr std::size_t kMost = 16;
    if (known_.size() > kMost) known_.resize(kMost);
}

RunAnalysisPtr SelectionDesk::run() {
    demand();
    return narrowed() ? shown_.run : session_.run();
}

ClassAnalysisPtr SelectionDesk::classes() {
    demand();
    return narrowed() ? shown_.classes : ClassDesk::of(session_).analysis();
}

}  // namespace reckoner

#include "moc_selection_desk.cpp"
