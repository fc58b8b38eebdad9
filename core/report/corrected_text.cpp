#include "core/report/corrected_text.h"

#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

#include "core/report/metrics_report.h"
#include "core/report/text_table.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

std::string figure(const Json& metrics, const std::string& id) {
    const auto found = metrics.find(id);
    return found != metrics.end() && found->is_number() ? fixed(found->get<double>(), 3) : "n/a";
}

}  // namespace

std::uint64_t correctionsAmong(const std::vector<RowIndex>& corrected, const std::vector<RowIndex>& rows) {
    std::vector<RowIndex> common;
    std::set_intersection(corrected.begin(), corrected.end(), rows.begin(), rows.end(),
                          std::back_inserter(common));
    return common.size();
}

Json correctedJson(std::uint64_t corrections, const Json& document) {
    Json result = {{"corrections", corrections}};
    for (const char* key : {"n", "positives", "confusion", "matrix", "metrics"})
        if (const auto found = document.find(key); found != document.end()) result[key] = *found;
    return result;
}

std::string correctedText(std::uint64_t corrections, const Json& given, const Json& corrected, bool used) {
    if (corrections == 0) return {};
    std::string text =
        count(corrections) +
        (corrections == 1 ? " of these labels was corrected" : " of these labels were corrected") +
        (used ? ": the numbers above are with the corrections."
              : ": the numbers above are with the labels as given; --corrected uses the "
                "corrections.") +
        "\n";
    TextTable table(
        {{"Metric"}, {"As given", TextTable::Align::Right}, {"Corrected", TextTable::Align::Right}});
    bool any = false;
    for (const auto& [id, value] : corrected["metrics"].items()) {
        const std::string before = figure(given["metrics"], id);
        const std::string after = figure(corrected["metrics"], id);
        if (before == after) continue;
        table.add({metricTitle(id), before, after});
        any = true;
    }
    return any ? text + table.text() : text + "No figure changes in its first three decimals.\n";
}

}  // namespace reckoner
