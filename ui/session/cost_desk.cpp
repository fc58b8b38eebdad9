#include "ui/session/cost_desk.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/user_folders.h"
#include "core/store/cost_ledger.h"
#include "ui/session/draft_file.h"
#include "ui/session/state_rules.h"
#include "ui/session/writer_name.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

using Json = nlohmann::json;

constexpr int kTryMilliseconds = 150;
constexpr std::size_t kLongestScenario = 40;

std::string lowerCase(const std::string& text) {
    return qt(text).toLower().toStdString();
}

}  // namespace

CostDesk& CostDesk::of(ReviewSession& session) {
    if (auto* known = session.findChild<CostDesk*>(QString(), Qt::FindDirectChildrenOnly)) return *known;
    return *new CostDesk(session);
}

CostDesk::CostDesk(ReviewSession& session)
    : QObject(&session), session_(session), saving_(session.executor()) {
    soon_.setSingleShot(true);
    soon_.setInterval(kTryMilliseconds);
    connect(&soon_, &QTimer::timeout, this, &CostDesk::tryOut);
    connect(&session_, &ReviewSession::changed, this, &CostDesk::follow);
    connect(&saving_, &BackgroundTask::runningChanged, this, &CostDesk::changed);
    openStore();
}

CostDesk::~CostDesk() = default;

void CostDesk::follow(Aspects aspects) {
    if (aspects & Aspect::Store && store_ != session_.store()) openStore();
    if (!(aspects & (Aspects(Aspect::Store) | Aspect::Run | Aspect::Notes))) return;
    if (!cohort()) own_ = false;
    // Another scenario, cohort or model has a draft of its own.
    if (trying_ && dirty() != session_.tryingCosts()) soon_.start();
    Q_EMIT changed();
}

void CostDesk::openStore() {
    file_.reset();
    drafts_.clear();
    store_ = session_.store();
    if (!store_) return;
    file_ = std::make_unique<KeptText>(stateFolder() / "drafts", store_->file(), "costs");
    if (store_->readOnly()) return;
    for (const std::string& text : file_->left()) {
        const Json document = Json::parse(text, nullptr, false);
        if (!document.is_array()) continue;
        for (const Json& one : document) {
            try {
                drafts_.push_back({one.at("model").get<std::int64_t>(), one.at("scenario").get<std::string>(),
                                   one.at("cohort").get<std::string>(), one.at("base").get<std::int64_t>(),
                                   one.at("fields").get<CostFields>()});
            } catch (const Json::exception&) {
                continue;  // written by somebody else: not ours to use
            }
        }
    }
    keep();
    file_->forgetLeft();
}

void CostDesk::keep() {
    if (!file_) return;
    if (drafts_.empty()) {
        file_->write({});
        return;
    }
    Json document = Json::array();
    for (const Draft& draft : drafts_)
        document.push_back({{"model", draft.model},
                            {"scenario", draft.scenario},
                            {"cohort", draft.cohort},
                            {"base", draft.base},
                            {"fields", draft.fields}});
    if (!file_->write(document.dump(-1, ' ', false, Json::error_handler_t::replace)))
        Q_EMIT failed(tr("What is typed here could not be kept aside: save it before you close the window."));
}

const Cohort* CostDesk::cohort() const {
    return session_.contents().cohort(session_.state());
}

bool CostDesk::ofCohort() const {
    return own_ && cohort();
}

void CostDesk::editCohort(bool own) {
    if (own_ == own) return;
    own_ = own;
    tryOut();
    Q_EMIT changed();
}

std::string CostDesk::scenario() const {
    const std::string& chosen = session_.state().scenario;
    return chosen.empty() ? kLikelyScenario : chosen;
}

std::string CostDesk::cohortUid() const {
    return ofCohort() ? cohort()->uid : std::string();
}

CostFormFacts CostDesk::facts() const {
    CostFormFacts facts;
    facts.cohort = ofCohort();
    const RunAnalysisPtr run = session_.run();
    if (!run) return facts;
    const EvalTable& table = *run->request.table;
    for (const ColumnRole role : {ColumnRole::Amount, ColumnRole::Numeric})
        for (const ColumnInfo& column : table.columns())
            if (column.role == role && column.type == ColumnType::Real) facts.amounts.push_back(column.name);
    if (table.info().task == Task::Multiclass) facts.classes = table.info().classes;
    return facts;
}

CostModelRow CostDesk::base() const {
    CostModelRow row;
    if (const auto costs = session_.costBook().inForce(scenario(), cohortUid())) row = costs->row;
    row.modelId = session_.state().model;
    row.scenario = scenario();
    row.cohort = cohortUid();
    return row;
}

const CostDesk::Draft* CostDesk::draft() const {
    const std::string uid = cohortUid();
    const auto found = std::find_if(drafts_.begin(), drafts_.end(), [&](const Draft& one) {
        return one.model == session_.state().model && one.scenario == scenario() && one.cohort == uid;
    });
    return found == drafts_.end() ? nullptr : &*found;
}

CostDesk::Draft* CostDesk::draft() {
    return const_cast<Draft*>(static_cast<const CostDesk*>(this)->draft());
}

CostFields CostDesk::fields() const {
    if (const Draft* typed = draft()) return typed->fields;
    CostFields stored = fieldsOf(base(), facts());
    stored["who"] = writerName();
    return stored;
}

CostReading CostDesk::reading() const {
    return readFields(fields(), base(), facts());
}

bool CostDesk::dirty() const {
    return draft() != nullptr;
}

bool CostDesk::overtaken() const {
    const Draft* typed = draft();
    return typed && typed->base != base().id;
}

void CostDesk::type(const std::string& field, const std::string& text) {
    type(CostFields{{field, text}});
}

void CostDesk::type(const CostFields& changes) {
    if (session_.state().model == 0) return;
    CostFields now = fields();
    bool same = true;
    for (const auto& [field, text] : changes) {
        same = same && now[field] == text;
        now[field] = text;
    }
    if (same) return;
    CostFields stored = fieldsOf(base(), facts());
    stored["who"] = writerName();
    stored.try_emplace("why", "");
    now.try_emplace("why", "");
    Draft* typed = draft();
    if (now == stored) {
        if (typed) drafts_.erase(drafts_.begin() + (typed - drafts_.data()));
    } else if (typed) {
        typed->fields = now;
    } else {
        const CostModelRow from = base();
        drafts_.push_back({from.modelId, from.scenario, from.cohort, from.id, now});
    }
    keep();
    if (trying_) soon_.start();
    Q_EMIT changed();
}

void CostDesk::useAgain(const CostModelRow& row) {
    const CostFormFacts form = facts();
    CostFields again = fieldsOf(row, form);
    if (form.cohort) std::erase_if(again, [](const auto& field) { return field.first.starts_with("word."); });
    type(again);
}

void CostDesk::cancel() {
    Draft* typed = draft();
    if (!typed) return;
    drafts_.erase(drafts_.begin() + (typed - drafts_.data()));
    keep();
    tryOut();
    Q_EMIT changed();
}

void CostDesk::setTrying(bool trying) {
    if (trying_ == trying) return;
    trying_ = trying;
    tryOut();
}

void CostDesk::tryOut() {
    soon_.stop();
    if (!trying_ || !dirty()) {
        session_.tryCosts(std::nullopt);
        return;
    }
    const CostReading typed = reading();
    // Half a number shows what the last whole one did.
    if (!typed.figuresStand()) return;
    CostsInForce costs{typed.row, ofCohort(), false};
    costs.cohortPrevalence = ofCohort() && typed.row.costs.prevalence.has_value();
    session_.tryCosts(costs);
}

bool CostDesk::canWrite() const {
    return store_ && !store_->readOnly() && !saving();
}

void CostDesk::save() {
    if (!canWrite() || !dirty()) return;
    const CostReading typed = reading();
    if (!typed.problems.empty()) return;
    giveWriterName(typed.row.who);
    write(typed.row, true, scenario());
}

void CostDesk::addScenario(const std::string& typed) {
    const std::string name = qt(typed).simplified().toStdString();
    if (name.empty()) throw Error(ErrorCode::Usage, "Give the scenario a name, such as \u201Cworst\u201D.");
    if (qt(name).size() > static_cast<int>(kLongestScenario))
        throw Error(ErrorCode::Usage, "A scenario's name has up to 40 letters.");
    for (const std::string& known : session_.costBook().scenarios())
        if (lowerCase(known) == lowerCase(name))
            throw Error(ErrorCode::Usage, "There is a scenario \u201C" + known + "\u201D already.");
    if (!canWrite()) throw Error(ErrorCode::Usage, "This store cannot be written to now.");
    const std::string from = scenario();
    CostModelRow row;
    if (const auto costs = session_.costBook().inForce(from)) row = costs->row;
    row.modelId = session_.state().model;
    row.scenario = name;
    row.cohort.clear();
    row.who = writerName();
    row.why = "Begun as a copy of " + from + ".";
    write(row, false, name);
}

void CostDesk::removeScenario() {
    if (scenario() == kLikelyScenario || !canWrite()) return;
    CostModelRow row = session_.costBook().inForce(scenario()).value_or(CostsInForce{}).row;
    row.modelId = session_.state().model;
    row.removed = true;
    row.who = writerName();
    row.why = "No longer looked at.";
    write(row, false, kLikelyScenario);
}

bool CostDesk::hasCohortCosts() const {
    return cohort() && session_.costBook().entry(scenario(), cohort()->uid);
}

void CostDesk::removeCohortCosts() {
    if (!hasCohortCosts() || !canWrite()) return;
    CostModelRow row = *session_.costBook().entry(scenario(), cohort()->uid);
    row.removed = true;
    row.who = writerName();
    row.why = "Back to everybody's costs.";
    write(row, false, scenario());
}

void CostDesk::write(const CostModelRow& row, bool ofDraft, const std::string& thenShow) {
    const auto sameDraft = [row](const Draft& one) {
        return one.model == row.modelId && one.scenario == row.scenario && one.cohort == row.cohort;
    };
    std::weak_ptr<Store> into = store_;
    const auto typed = std::find_if(drafts_.begin(), drafts_.end(), sameDraft);
    const CostFields written = ofDraft && typed != drafts_.end() ? typed->fields : CostFields{};
    saving_.start([row, store = store_](const TaskContext&) { return std::any(CostLedger(store).add(row)); },
                  [this, into, sameDraft, written, row, ofDraft, thenShow](const std::any&) {
                      if (into.lock() != store_) return;
                      // What was typed while it was being saved stays a draft.
                      std::erase_if(drafts_, [&](const Draft& one) {
                          return sameDraft(one) && (!ofDraft || one.fields == written);
                      });
                      keep();
                      session_.tryCosts(std::nullopt);
                      session_.storeChanged();
                      if (session_.state().model == row.modelId)
                          session_.apply([&](ReviewState& state) { state.scenario = thenShow; });
                      if (trying_) tryOut();
                      Q_EMIT saved();
                      Q_EMIT changed();
                  },
                  [this](const Error& error) { Q_EMIT failed(QString::fromUtf8(error.what())); });
    Q_EMIT changed();
}

}  // namespace reckoner

#include "moc_cost_desk.cpp"
