#include "core/report/json_text.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/numbers.h"

namespace reckoner {
namespace {

std::string quoted(const std::string& text) {
    return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

void append(std::string& out, const Json& value, std::size_t depth) {
    const auto newLine = [&](std::size_t steps) { out.append(1, '\n').append(2 * steps, ' '); };
    if (value.is_object() && !value.empty()) {
        out += '{';
        bool first = true;
        for (const auto& [key, member] : value.items()) {
            if (!first) out += ',';
            first = false;
            newLine(depth + 1);
            out += quoted(key) + ": ";
            append(out, member, depth + 1);
        }
        newLine(depth);
        out += '}';
    } else if (value.is_array() && !value.empty()) {
        const bool plain =
            std::none_of(value.begin(), value.end(), [](const Json& v) { return v.is_object(); });
        out += '[';
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (i > 0) out += plain ? ", " : ",";
            if (!plain) newLine(depth + 1);
            append(out, value[i], depth + 1);
        }
        if (!plain) newLine(depth);
        out += ']';
    } else if (value.is_number_float()) {
        out += std::isfinite(value.get<double>()) ? shortestNumber(value.get<double>()) : "null";
    } else if (value.is_string()) {
        out += quoted(value.get_ref<const std::string&>());
    } else {
        out += value.dump();
    }
}

}  // namespace

Json jsonNumber(double number) {
    if (std::isnan(number)) return nullptr;
    if (std::isinf(number)) return number > 0 ? "inf" : "-inf";
    return number;
}

Json jsonValue(const Value& value) {
    return value ? jsonNumber(*value) : Json(nullptr);
}

Json jsonInterval(const std::optional<Interval>& interval) {
    if (!interval) return nullptr;
    return Json::array({jsonNumber(interval->lo), jsonNumber(interval->hi)});
}

std::string jsonText(const Json& document) {
    std::string out;
    append(out, document, 0);
    return out + "\n";
}

}  // namespace reckoner
