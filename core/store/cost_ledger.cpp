#include "core/store/cost_ledger.h"

#include "core/store/cost_model_repository.h"
#include "core/store/store_access.h"
#include "core/store/written_text.h"

namespace reckoner {

CostLedger::CostLedger(std::shared_ptr<Store> store) : store_(std::move(store)) {}

CostBook CostLedger::book(std::int64_t modelId) const {
    return StoreAccess::readers(*store_).read(
        [&](SQLite::Database& db) { return CostBook(costModelsOf(db, modelId)); });
}

std::int64_t CostLedger::add(const CostModelRow& row) {
    CostModelRow stamped = row;
    stamped.at = StoreAccess::now(*store_);
    return StoreAccess::writer(*store_).write(
        [&](SQLite::Database& db) { return insertCostModel(db, stamped); });
}

void CostLedger::bring(const std::vector<CostModelRow>& rows) {
    const std::string now = StoreAccess::now(*store_);
    StoreAccess::writer(*store_).write([&](SQLite::Database& db) {
        for (CostModelRow row : rows) {
            row.at = pastTime(row.at, now);
            insertCostModel(db, row);
        }
    });
}

}  // namespace reckoner
