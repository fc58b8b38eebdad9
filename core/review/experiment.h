// What was tried and what came of it; what does not work is worth as much as what does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

enum class Finding { Running, Helps, NoDifference, DoesNotWork };
inline constexpr Finding kFindings[] = {Finding::Running, Finding::Helps, Finding::NoDifference,
                                        Finding::DoesNotWork};
std::string_view name(Finding finding);   // as stored: "does_not_work"
std::string_view title(Finding finding);  // for people: "does not work"
std::optional<Finding> finding(std::string_view name);

struct Experiment {
    std::int64_t id = 0;
    std::int64_t modelId = 0;
    std::string uid{};
    std::string hypothesis;
    std::string tried;
    Finding finding = Finding::Running;
    std::string result;                 // in words
    std::string saved;                  // what knowing it saved, in words; may be empty
    std::vector<std::string> versions;  // names
    std::string who;
    std::string createdAt;
    std::string changedAt;
};

bool sameContent(const Experiment& a, const Experiment& b);
// Throws Error{Usage} when there is no hypothesis.
void check(const Experiment& experiment);
// Those whose words contain every word of `text`, whatever the case; all of them when it is empty.
std::vector<Experiment> matching(const std::vector<Experiment>& experiments, std::string_view text);

// JSON list of texts; what is no text is left out.
std::string namesJson(const std::vector<std::string>& names);
std::vector<std::string> namesFromJson(const std::string& text);

}  // namespace reckoner
