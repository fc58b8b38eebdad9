#include "core/review/annotation.h"

#include <array>
#include <tuple>

namespace reckoner {
namespace {

constexpr std::array<std::string_view, 4> kStatusNames = {"open", "explained", "fixed", "wont_fix"};
constexpr std::array<std::string_view, 4> kSeverityNames = {"none", "low", "medium", "high"};

template <class E, std::size_t N>
std::optional<E> named(const std::array<std::string_view, N>& names, std::string_view wanted) {
    for (std::size_t i = 0; i < N; ++i)
        if (names[i] == wanted) return static_cast<E>(i);
    return std::nullopt;
}

auto content(const Annotation& note) {
    return std::tie(note.modelId, note.sampleId, note.text, note.expected, note.produced, note.happened,
                    note.user, note.context, note.action, note.owner, note.tags, note.severity, note.cost,
                    note.status);
}

}  // namespace

std::string_view name(CaseStatus status) {
    return kStatusNames[static_cast<std::size_t>(status)];
}

std::optional<CaseStatus> caseStatus(std::string_view name) {
    return named<CaseStatus>(kStatusNames, name);
}

std::string_view name(Severity severity) {
    return kSeverityNames[static_cast<std::size_t>(severity)];
}

std::optional<Severity> severity(std::string_view name) {
    return named<Severity>(kSeverityNames, name);
}

bool isBlank(const Annotation& annotation) {
    Annotation nothing;
    nothing.modelId = annotation.modelId;
    nothing.sampleId = annotation.sampleId;
    return sameContent(annotation, nothing);
}

bool sameContent(const Annotation& a, const Annotation& b) {
    return content(a) == content(b);
}

}  // namespace reckoner
