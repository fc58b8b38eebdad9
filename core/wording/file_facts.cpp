#include "core/wording/file_facts.h"

#include <algorithm>
#include <array>

#include "core/wording/number_format.h"

namespace reckoner {
namespace {

constexpr const char* kBetween = " \u00B7 ";

std::string delimiterName(char delimiter) {
    switch (delimiter) {
        case ',':
            return "comma";
        case ';':
            return "semicolon";
        case '\t':
            return "tab";
        case '|':
            return "bar";
        default:
            return std::string(1, delimiter);
    }
}

const char* reasonOf(Exclusion exclusion) {
    switch (exclusion) {
        case Exclusion::MissingLabel:
            return "without a label";
        case Exclusion::UnexpectedLabel:
            return "with a label that is no class";
        case Exclusion::MissingScore:
            return "without a score";
        case Exclusion::NanScore:
            return "with a score that is not a number";
        case Exclusion::InfiniteScore:
            return "with an infinite score";
    }
    return "";
}

std::string exclusions(const ImportReport& report) {
    const std::uint64_t total = report.staged.excluded.total();
    if (total == 0) return {};
    std::string text = count(total) + " of " + count(report.staged.info.rows) +
                       (total == 1 ? " rows is left out: " : " rows are left out: ");
    bool first = true;
    for (std::size_t i = 0; i < kExclusions; ++i) {
        const auto exclusion = static_cast<Exclusion>(i);
        const std::uint64_t n = report.staged.excluded[exclusion];
        if (n == 0) continue;
        if (!first) text += ", ";
        text += count(n) + " " + reasonOf(exclusion);
        first = false;
    }
    return text + ".";
}

std::string placed(const Problem& problem) {
    return (problem.line == 0 ? "" : "line " + count(problem.line) + ": ") + problem.message;
}

std::string problems(const ImportReport& report) {
    if (report.problemCount == 0 || report.problems.empty()) return {};
    const std::string first = placed(report.problems.front());
    if (report.problemCount == 1) return "One thing to know: " + first;
    return count(report.problemCount) + " things to know; the first: " + first;
}

}  // namespace

std::string fileSize(std::uint64_t bytes) {
    if (bytes < 1000) return count(bytes) + (bytes == 1 ? " byte" : " bytes");
    static constexpr std::array units = {"KB", "MB", "GB", "TB"};
    double size = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    while (size >= 999.5 && unit + 1 < units.size()) {
        size /= 1000;
        ++unit;
    }
    return fixed(size, size < 9.95 ? 1 : 0) + " " + units[unit];
}

std::string encodingName(Encoding encoding) {
    switch (encoding) {
        case Encoding::Utf8:
            return "UTF-8";
        case Encoding::Utf8Bom:
            return "UTF-8 with a mark";
        case Encoding::Utf16Le:
            return "UTF-16, little-endian";
        case Encoding::Utf16Be:
            return "UTF-16, big-endian";
        case Encoding::Latin1:
            return "Latin-1";
    }
    return {};
}

std::string fileFacts(const ImportPlan& plan) {
    std::string text;
    if (plan.dialect.format == FileFormat::Csv) {
        text = "CSV in " + encodingName(plan.dialect.encoding) + ", " +
               delimiterName(plan.dialect.delimiter) + " between columns, decimal " +
               (plan.dialect.decimal == ',' ? "comma" : "point");
    } else {
        text = "JSON Lines in " + encodingName(plan.dialect.encoding);
    }
    text += kBetween + count(plan.columns.size()) + (plan.columns.size() == 1 ? " column" : " columns");
    if (const auto rows = plan.rows ? plan.rows : plan.expectedRows)
        text += kBetween + count(*rows) + (*rows == 1 ? " row" : " rows");
    text += kBetween + fileSize(plan.bytes);
    if (!plan.manifestName.empty()) text += kBetween + ("manifest " + plan.manifestName);
    return text;
}

std::string leftOut(const ImportReport& report) {
    const std::string rows = exclusions(report);
    const std::string lines = problems(report);
    if (rows.empty() || lines.empty()) return rows + lines;
    return rows + " " + lines;
}

std::string problemLines(const ImportReport& report) {
    std::string text;
    for (const Problem& problem : report.problems)
        text += placed(problem) + "\n";
    const std::uint64_t more =
        report.problemCount - std::min<std::uint64_t>(report.problemCount, report.problems.size());
    return more == 0 ? text : text + "and " + count(more) + " more\n";
}

}  // namespace reckoner
