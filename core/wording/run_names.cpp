#include "core/wording/run_names.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/wording/number_format.h"

namespace reckoner {
namespace {

constexpr const char* kDot = " \u00B7 ";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isNumbered(const std::string& version) {
    return !version.empty() && isDigit(version.front()) &&
           std::all_of(version.begin(), version.end(), [](char c) { return isDigit(c) || c == '.'; });
}

}  // namespace

std::string versionName(const std::string& version) {
    if (!isNumbered(version)) return version;
    std::string text = version;
    while (text.size() > 2 && text.ends_with(".0"))
        text.resize(text.size() - 2);
    return "v" + text;
}

std::string runName(const RunInfo& run) {
    const std::string version = versionName(run.version);
    return run.algorithm.empty() ? version : version + kDot + run.algorithm;
}

std::string runDetail(const RunInfo& run) {
    std::string text = run.evalSet;
    const auto add = [&text](const std::string& part) {
        if (part.empty()) return;
        if (!text.empty()) text += kDot;
        text += part;
    };
    add(dateName(run.runDate));
    add(count(run.rows) + (run.rows == 1 ? " row" : " rows"));
    return text;
}

std::string dateName(const std::string& isoDate) {
    static constexpr std::array months = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};
    const auto digits = [&](std::size_t from, std::size_t length) {
        for (std::size_t i = from; i < from + length; ++i)
            if (!isDigit(isoDate[i])) return -1;
        return std::stoi(isoDate.substr(from, length));
    };
    if (isoDate.size() < 10 || isoDate[4] != '-' || isoDate[7] != '-') return isoDate;
    const int year = digits(0, 4);
    const int month = digits(5, 2);
    const int day = digits(8, 2);
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) return isoDate;
    return std::to_string(day) + " " + months[static_cast<std::size_t>(month - 1)] + " " +
           std::to_string(year);
}

std::string modelName(const ModelRow& model) {
    if (!model.title.empty() && model.title != model.name) return model.title;
    std::string text = model.name;
    std::replace(text.begin(), text.end(), '-', ' ');
    std::replace(text.begin(), text.end(), '_', ' ');
    if (!text.empty())
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
}

}  // namespace reckoner
