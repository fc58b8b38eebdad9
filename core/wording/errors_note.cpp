#include "core/wording/errors_note.h"

#include <charconv>
#include <chrono>

#include <fmt/format.h>

#include "core/base/clock.h"
#include "core/base/numbers.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

int digits(const std::string& text, std::size_t at, std::size_t length) {
    int number = 0;
    if (text.size() >= at + length) std::from_chars(text.data() + at, text.data() + at + length, number);
    return number;
}

// An ISO time of the store moved to the reader's clock.
std::string localTime(const std::string& iso, int secondsEastOfUtc) {
    using namespace std::chrono;
    if (iso.size() < 19) return {};
    const sys_days day{year{digits(iso, 0, 4)} / digits(iso, 5, 2) / digits(iso, 8, 2)};
    const auto time = day + hours(digits(iso, 11, 2)) + minutes(digits(iso, 14, 2)) +
                      seconds(digits(iso, 17, 2) + secondsEastOfUtc);
    return isoTime(Clock::Time(time));
}

std::string when(const std::string& iso, const std::string& nowIso, int secondsEastOfUtc) {
    const std::string then = localTime(iso, secondsEastOfUtc);
    if (then.empty()) return {};
    const std::string now = localTime(nowIso, secondsEastOfUtc);
    if (now.substr(0, 10) == then.substr(0, 10)) return then.substr(11, 8);
    return dateName(then.substr(0, 10));
}

std::string somebody(const std::string& name) {
    return name.empty() ? "somebody" : name;
}

}  // namespace

std::string savedText(const Annotation& note, const std::string& nowIso, int secondsEastOfUtc) {
    const std::string time = when(note.changedAt, nowIso, secondsEastOfUtc);
    if (note.changedBy.empty()) return fmt::format("saved {}, {}", time, somebody(note.author));
    return fmt::format("by {}, changed {} by {}", somebody(note.author), time, note.changedBy);
}

std::string conflictText(const Annotation& theirs, const std::string& nowIso, int secondsEastOfUtc) {
    return fmt::format("This note was also saved in another window ({}, {}): both are kept.",
                       somebody(theirs.changedBy.empty() ? theirs.author : theirs.changedBy),
                       when(theirs.changedAt, nowIso, secondsEastOfUtc));
}

std::string severityText(Severity severity) {
    return severity == Severity::None ? std::string() : std::string(name(severity));
}

std::string statusText(CaseStatus status) {
    return status == CaseStatus::WontFix ? "won\u2019t fix" : std::string(name(status));
}

std::string costText(double cost) {
    return shortestNumber(cost);
}

std::string correctionText(const LabelCorrection& correction, const std::string& label) {
    return fmt::format("The label {} is wrong, it is {}: {}, {}.", label, correction.corrected,
                       somebody(correction.who), dateName(correction.at.substr(0, 10)));
}

}  // namespace reckoner
