#include "core/data/binning.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/base/error.h"
#include "core/base/numbers.h"

namespace reckoner {
namespace {

constexpr int kMostBins = 1000;

int binCount(std::string_view text) {
    int bins = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), bins);
    if (problem != std::errc() || end != text.data() + text.size() || bins < 2 || bins > kMostBins)
        throw Error(ErrorCode::Usage,
                    "\"" + std::string(text) + "\" is no number of groups; give one between 2 and 1,000.");
    return bins;
}

std::vector<double> edgeList(std::string_view text) {
    std::vector<double> edges;
    while (true) {
        const std::size_t comma = std::min(text.find(','), text.size());
        std::string_view part = text.substr(0, comma);
        while (!part.empty() && part.front() == ' ')
            part.remove_prefix(1);
        while (!part.empty() && part.back() == ' ')
            part.remove_suffix(1);
        const auto edge = parseNumber(part);
        if (!edge || !std::isfinite(*edge))
            throw Error(ErrorCode::Usage, "\"" + std::string(part) +
                                              "\" is no number to cut at; give numbers with commas between "
                                              "them, like 18, 25.5, 40.");
        edges.push_back(*edge + 0.0);
        if (comma == text.size()) break;
        text.remove_prefix(comma + 1);
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

}  // namespace

Binning Binning::parse(std::string_view text) {
    if (text.empty() || text == "auto") return {};
    const std::size_t colon = text.find(':');
    const std::string_view kind = text.substr(0, colon);
    const std::string_view rest = colon == std::string_view::npos ? "" : text.substr(colon + 1);
    if (kind == "quantile") return {Kind::Quantile, binCount(rest)};
    if (kind == "width") return {Kind::Width, binCount(rest)};
    if (kind == "edges") return {Kind::Edges, 0, edgeList(rest)};
    throw Error(ErrorCode::Usage,
                "Numbers are grouped by \"quantile:4\", \"width:10\" or \"edges:18,25,40\", "
                "not by \"" +
                    std::string(text) + "\".");
}

std::string Binning::text() const {
    switch (kind) {
        case Kind::Auto:
            return "auto";
        case Kind::Quantile:
            return "quantile:" + std::to_string(bins);
        case Kind::Width:
            return "width:" + std::to_string(bins);
        case Kind::Edges:
            break;
    }
    std::string list;
    for (const double edge : edges)
        list += (list.empty() ? "" : ",") + shortestNumber(edge);
    return "edges:" + list;
}

}  // namespace reckoner
