#include "core/store/policy_book.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "core/base/error.h"
#include "core/store/model_repository.h"
#include "core/store/policy_repository.h"
#include "core/store/store_access.h"
#include "core/store/written_text.h"

namespace reckoner {

PolicyBook::PolicyBook(std::shared_ptr<Store> store) : store_(std::move(store)) {}

std::int64_t PolicyBook::adopt(const Policy& policy, const std::optional<PolicyEvidence>& evidence) {
    Policy adopted = policy;
    adopted.who = trimmedText(policy.who, "the name of who decides");
    adopted.why = trimmedText(policy.why, "the reason of a policy");
    if (adopted.who.empty()) throw Error(ErrorCode::Usage, "A policy needs somebody who decides it.");
    if (adopted.why.empty())
        throw Error(ErrorCode::Usage, "A policy needs a reason, for whoever reviews it.");
    if (!adopted.reviewBy.empty() && !isDate(adopted.reviewBy))
        throw Error(ErrorCode::Usage, "A date to review by is written like 2026-03-31.");
    adopted.adoptedAt = pastTime(policy.adoptedAt, StoreAccess::now(*store_));
    return StoreAccess::writer(*store_).write([&](SQLite::Database& db) {
        const std::int64_t id = insertPolicy(db, adopted);
        if (evidence) insertEvidence(db, id, *evidence);
        return id;
    });
}

std::vector<PolicyRecord> PolicyBook::history(std::int64_t modelId) const {
    return StoreAccess::readers(*store_).read(
        [&](SQLite::Database& db) { return policyRecordsOf(db, modelId); });
}

std::vector<PolicyRecord> PolicyBook::overdue(const std::string& today) const {
    return StoreAccess::readers(*store_).read([&](SQLite::Database& db) {
        std::vector<PolicyRecord> all;
        for (const ModelRow& model : allModels(db))
            for (PolicyRecord& record : policyRecordsOf(db, model.id))
                all.push_back(std::move(record));
        return overduePolicies(all, today);
    });
}

EvidenceSource evidenceSource(const RunRow& run, const std::optional<CostModelRow>& costs) {
    return {run.sourceSha256, run.fingerprint, costs ? costs->id : 0,
            costs ? costs->scenario : std::string()};
}

}  // namespace reckoner
