#include "ui/pages/versions/production_policy.h"

#include "core/base/error.h"
#include "core/store/registry.h"
#include "core/wording/run_names.h"
#include "ui/session/state_rules.h"

namespace reckoner {
namespace {

std::optional<double> onePolicy(const ReviewSession& session, std::int64_t version) {
    const auto policy = session.contents().policy(version);
    return policy && !policy->tiers ? std::optional(policy->threshold) : std::nullopt;
}

}  // namespace

ProductionPolicy& ProductionPolicy::of(ReviewSession& session) {
    if (auto* known = session.findChild<ProductionPolicy*>(QString(), Qt::FindDirectChildrenOnly))
        return *known;
    return *new ProductionPolicy(session);
}

ProductionPolicy::ProductionPolicy(ReviewSession& session) : QObject(&session), session_(session) {
    connect(&session_, &ReviewSession::changed, this, [this](Aspects aspects) {
        if (aspects & Aspect::Store) model_ = 0;
    });
}

void ProductionPolicy::read() {
    if (model_ == session_.state().model || !session_.store()) return;
    model_ = session_.state().model;
    version_ = 0;
    try {
        const std::vector<RegistryEntry> entries = Registry(session_.store()).entries(model_);
        if (const RegistryEntry* there = inProduction(entries)) version_ = there->versionId;
    } catch (const Error&) {
        // A store that cannot be read says so elsewhere.
    }
}

std::optional<ProductionPolicy::Point> ProductionPolicy::point() {
    read();
    const auto here = session_.runRow();
    const auto threshold = version_ != 0 ? onePolicy(session_, version_) : std::nullopt;
    if (!here || !threshold) return std::nullopt;
    for (const RunRow& row : session_.contents().runs)
        if (row.versionId == version_ && row.modelId == here->modelId && row.info.kind == here->info.kind)
            return Point{*threshold, versionName(row.info.version)};
    return std::nullopt;
}

std::string ProductionPolicy::ownerOf(double threshold) {
    if (const auto there = point(); there && there->threshold == threshold) return there->version;
    for (const auto& row : {session_.runRow(), session_.baselineRow()})
        if (row && onePolicy(session_, row->versionId) == threshold) return versionName(row->info.version);
    return {};
}

}  // namespace reckoner

#include "moc_production_policy.cpp"
