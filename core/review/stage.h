// Where a version stands in its life, and what is known about it besides its runs. Both append-only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

enum class Stage { None, Candidate, InReview, Production, Retired, RolledBack };
inline constexpr Stage kStages[] = {Stage::Candidate, Stage::InReview, Stage::Production, Stage::Retired,
                                    Stage::RolledBack};
std::string_view name(Stage stage);   // "", "candidate", "in_review", "production", "retired", "rolled_back"
std::string_view title(Stage stage);  // "no stage", "candidate", "in review", "production", ...
// By name or title; nothing when it is none.
std::optional<Stage> stageNamed(std::string_view text);

struct StageChange {
    std::int64_t id = 0;
    std::string uid{};  // the same in every store it is merged into
    std::int64_t versionId = 0;
    Stage stage = Stage::Candidate;
    std::string who{};
    std::string why{};
    std::string at{};  // ISO time
};

// What somebody wrote about a version; the newest row holds.
struct VersionFacts {
    std::int64_t id = 0;
    std::string uid{};
    std::int64_t versionId = 0;
    std::string owner{};
    std::string rollbackPlan{};
    std::string learntFrom{};  // the data it was trained on
    std::optional<double> costPerPrediction{};
    std::string currency{};
    // Milliseconds; stated, where no run has a latency column.
    std::optional<double> latencyP50{};
    std::optional<double> latencyP95{};
    std::optional<double> latencyP99{};
    bool baseline = false;  // what others have to beat: a rule, a logistic regression
    std::string who{};
    std::string at{};  // ISO time

    bool operator==(const VersionFacts&) const = default;
};

struct RegistryEntry {
    std::int64_t versionId = 0;
    std::int64_t modelId = 0;
    std::string version;               // its name
    std::vector<StageChange> history;  // newest first
    std::optional<VersionFacts> facts;

    Stage stage() const { return history.empty() ? Stage::None : history.front().stage; }
};

// The change and what follows from it, in order: a version that goes into production retires the one that is
// there; rolling the one in production back brings the one before it back. entries: of all versions of the
// model. Throws Error{Usage} when it is there already, was moved later, no version is meant, or one is rolled
// back that is not in production.
std::vector<StageChange> withConsequences(const std::vector<RegistryEntry>& entries,
                                          const StageChange& change);

// The version in production, of several the one that came last; nullptr: none.
const RegistryEntry* inProduction(const std::vector<RegistryEntry>& entries);

}  // namespace reckoner
