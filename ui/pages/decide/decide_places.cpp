#include "ui/pages/decide/decide_places.h"

#include <QCoreApplication>

#include "ui/charts/chart_list.h"
#include "ui/pages/decide/decide_options.h"

namespace reckoner {

std::vector<PagePlace> decidePlaces() {
    const auto tr = [](const char* text) { return QCoreApplication::translate("DecidePlaces", text); };
    const std::pair<std::string, std::string> charts{decide::kPane, ""};
    std::vector<PagePlace> places = {
        {tr("Cost model"),
         tr("costs money what a mistake costs volume"),
         {charts, {decide::kCosts, decide::kOpen}}},
        {tr("Tiers"), tr("cut-offs review by people queue capacity"), {charts, {"decide.point", "tiers"}}},
        {tr("One threshold"), tr("operating point"), {charts, {"decide.point", "one"}}},
        {tr("Policies"), tr("policy in force adopted history"), {{decide::kPane, decide::kPolicies}}},
    };
    for (const ChartEntry& chart : chartList())
        places.push_back({tr("%1 chart").arg(chart.title),
                          tr("curve"),
                          {charts, {decide::kChart, chart.id.toStdString()}}});
    return places;
}

}  // namespace reckoner
