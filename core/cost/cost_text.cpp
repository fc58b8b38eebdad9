// Costs as people type them on the command line; the contract is parseCosts in cost_model.h.
#include <charconv>
#include <cmath>

#include "core/base/error.h"
#include "core/base/trimmed.h"
#include "core/cost/cost_model.h"

namespace reckoner {
namespace {

[[noreturn]] void refuse(const std::string& sentence) {
    throw Error(ErrorCode::Usage,
                sentence + " Write costs like \"fp=5,fn=30,tp=-10,tn=0\" or \"fn=0.5*amount\".", "--cost");
}

std::string quoted(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

// A number at the start of text, removed from it.
std::optional<double> takeNumber(std::string_view& text) {
    std::string_view rest = text;
    if (!rest.empty() && rest.front() == '+') rest.remove_prefix(1);
    const bool digits = !rest.empty() && (std::isdigit(static_cast<unsigned char>(rest.front())) != 0 ||
                                          rest.front() == '.' || rest.front() == '-');
    if (!digits) return std::nullopt;
    double number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc() || !std::isfinite(number)) return std::nullopt;
    text = trimmed(rest.substr(static_cast<std::size_t>(end - rest.data())));
    return number;
}

// "amount" or "\"my, amount\"" to the end.
std::string columnName(std::string_view text, std::string_view part) {
    text = trimmed(text);
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
    if (text.empty()) refuse("The cost " + quoted(part) + " does not name an amount column.");
    return std::string(text);
}

// cost := number | [number sign] [number '*'] column
OutcomeCost parseOutcome(std::string_view text, std::string_view part) {
    OutcomeCost cost;
    if (text.empty()) refuse("The cost " + quoted(part) + " has no figure.");
    const auto first = takeNumber(text);
    if (!first) {
        const bool negative = text.front() == '-';
        if (negative || text.front() == '+') text.remove_prefix(1);
        cost.factor = negative ? -1 : 1;
        cost.amountColumn = columnName(text, part);
        return cost;
    }
    if (text.empty()) {
        cost.fixed = *first;
        return cost;
    }
    if (text.front() == '*') {
        cost.factor = *first;
        cost.amountColumn = columnName(text.substr(1), part);
        return cost;
    }
    if (text.front() != '+' && text.front() != '-')
        refuse("The cost " + quoted(part) + " cannot be read after its number.");
    cost.fixed = *first;
    const double sign = text.front() == '-' ? -1 : 1;
    text = trimmed(text.substr(1));
    const auto factor = takeNumber(text);
    if (factor && (text.empty() || text.front() != '*'))
        refuse("The cost " + quoted(part) + " needs \"*\" and an amount column after its second number.");
    cost.factor = sign * factor.value_or(1);
    cost.amountColumn = columnName(factor ? text.substr(1) : text, part);
    return cost;
}

std::vector<std::string_view> splitAtCommas(std::string_view text) {
    std::vector<std::string_view> parts;
    bool inQuotes = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] == '"') inQuotes = !inQuotes;
        if (i < text.size() && (text[i] != ',' || inQuotes)) continue;
        parts.push_back(trimmed(text.substr(begin, i - begin)));
        begin = i + 1;
    }
    return parts;
}

}  // namespace

CostModel parseCosts(const std::string& text) {
    CostModel model;
    model.fp = model.fn = {};
    struct Target {
        std::string_view name;
        OutcomeCost* cost;
        bool given;
    } targets[] = {{"tp", &model.tp, false},
                   {"fp", &model.fp, false},
                   {"fn", &model.fn, false},
                   {"tn", &model.tn, false}};
    for (const std::string_view part : splitAtCommas(text)) {
        const auto equals = part.find('=');
        if (equals == std::string_view::npos) refuse("The cost " + quoted(part) + " has no \"=\".");
        const std::string_view name = trimmed(part.substr(0, equals));
        Target* target = nullptr;
        for (Target& candidate : targets)
            if (candidate.name == name) target = &candidate;
        if (!target) refuse(quoted(name) + " is not an outcome: it is one of tp, fp, fn, tn.");
        if (target->given) refuse("The cost of " + std::string(name) + " is given twice.");
        target->given = true;
        *target->cost = parseOutcome(trimmed(part.substr(equals + 1)), part);
    }
    return model;
}

}  // namespace reckoner
