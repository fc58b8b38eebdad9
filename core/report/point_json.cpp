#include "core/report/point_json.h"

#include <cmath>

#include <nlohmann/json.hpp>

namespace reckoner {

Json cutoffsJson(const OperatingPoint& point) {
    if (!point.tiers)
        return std::isnan(point.threshold) ? Json() : Json::array({jsonNumber(point.threshold)});
    Json cutoffs = Json::array();
    for (const double cutoff : point.tiers->cutoffs)
        cutoffs.push_back(jsonNumber(cutoff));
    return cutoffs;
}

}  // namespace reckoner
