#include "core/report/slices_report.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/metrics/segment_board.h"
#include "core/report/metrics_json.h"
#include "core/report/point_json.h"
#include "core/report/text_table.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/outcome_words.h"
#include "core/wording/policy_words.h"
#include "core/wording/run_names.h"
#include "core/wording/segment_words.h"

namespace reckoner {
namespace {

using Align = TextTable::Align;

// Enough that those left out as variants do not shorten the list.
constexpr std::size_t kVariants = 10;

Json valuesJson(const SliceName& name) {
    Json values = Json::object();
    for (std::size_t i = 0; i < name.columns.size(); ++i)
        values[name.columns[i]] = name.values[i] ? Json(*name.values[i]) : Json();
    return values;
}

Json parentJson(const SliceName& name, std::size_t left, const SliceCount& count) {
    SliceName kept;
    for (std::size_t i = 0; i < name.columns.size(); ++i) {
        if (i == left) continue;
        kept.columns.push_back(name.columns[i]);
        kept.values.push_back(name.values[i]);
    }
    return {{"values", valuesJson(kept)}, {"n", count.n}, {"mean", count.rate()}};
}

Json sliceJson(const SlicesReport& report, std::size_t i) {
    const Slice& slice = report.search.slices[report.shown[i].place];
    const SliceFigures& figures = report.figures[i];
    const SliceName name = sliceName(report.data, slice);
    Json parents = Json::array();
    for (std::size_t p = 0; p < slice.parents.size(); ++p)
        parents.push_back(parentJson(name, p, slice.parents[p]));
    return {
        {"values", valuesJson(name)},
        {"n", slice.count.n},
        {"error_rate", jsonValue(figures.errorRate)},
        {"score", slice.score},
        {"lift", slice.count.rate() / report.search.whole.rate()},
        {"q_value", jsonValue(slice.qValue)},
        {"cost", jsonValue(figures.cost)},
        {"cost_per_period", figures.cost ? jsonNumber(report.analysis->perPeriod(*figures.cost)) : Json()},
        {"p_value", jsonValue(slice.pValue)},
        {"errors", figures.errors},
        {"overlap", report.shown[i].overlap},
        {"parents", parents}};
}

std::string nameText(const EvalTable& table, const SliceName& name) {
    std::string text;
    for (std::size_t i = 0; i < name.columns.size(); ++i)
        text += (i == 0 ? "" : ", ") + segmentColumnName(table, {name.columns[i]}) + " " +
                name.values[i].value_or("missing");
    return text;
}

std::string headLine(const SlicesReport& report) {
    const RunAnalysis& run = *report.analysis;
    const bool money = report.request.of == SliceOf::Cost;
    const OperatingPoint& point = report.request.point;
    const std::string counted = storedThreshold(countedFrom(point));
    const std::string where = !point.tiers ? "at " + counted
                              : money      ? "in tiers from " + cutoffsText(point) + ", reviews included"
                                           : "counted from the first cut-off, " + counted;
    return fmt::format("{}: where {} gather {}\n", terminalText(runName(run.request.table->info())),
                       money ? "costs" : "errors", where);
}

}  // namespace

SlicesReport slicesReport(const RunAnalysisPtr& analysis, const SlicesRequest& request,
                          const Vocabulary& words, Executor* executor, const TaskContext& context) {
    if (analysis->sweep->samples() == 0)
        throw Error(ErrorCode::BadInput, "No sample of this run can be scored, so it has no slices.");
    SlicesReport report;
    report.analysis = analysis;
    report.request = request;
    report.words = words;
    if (report.request.columns.empty())
        for (const std::string& column : usualSegmentColumns(*analysis->request.table, 12))
            report.request.columns.push_back({column});
    if (report.request.columns.empty())
        throw Error(ErrorCode::BadInput,
                    "This run has no column that makes slices; name one with --by when there is.");
    report.data = sliceData(*analysis, report.request.columns, request.point, request.of, context);
    SliceOptions options = request.options;
    if (request.distinct) options.top *= kVariants;
    report.search = findSlices(report.data, options, executor, context);
    report.shown = distinctSlices(report.data, report.search.slices, request.options.top,
                                  request.distinct ? 0.5 : 1.0, context);
    for (const DistinctSlice& one : report.shown)
        report.figures.push_back(sliceFigures(
            *analysis, sliceMembers(report.data, report.search.slices[one.place]), request.point, context));
    report.whole = sliceFigures(*analysis, std::vector<std::uint8_t>(report.data.errors.size(), 1),
                                request.point, context);
    return report;
}

Json slicesJson(const SlicesReport& report) {
    Json slices = Json::array();
    for (std::size_t i = 0; i < report.shown.size(); ++i)
        slices.push_back(sliceJson(report, i));
    return {{"run", runJson(report.analysis->request.table->info())},
            {"of", report.request.of == SliceOf::Cost ? "cost" : "errors"},
            {"threshold", jsonNumber(countedFrom(report.request.point))},
            {"cutoffs", report.request.point.tiers ? cutoffsJson(report.request.point) : Json(nullptr)},
            {"n", report.search.whole.n},
            {"error_rate", jsonValue(report.whole.errorRate)},
            {"minimum_n", report.search.minimum},
            {"looked_at", report.search.tests},
            {"slices", slices}};
}

std::string slicesText(const SlicesReport& report) {
    const RunAnalysis& run = *report.analysis;
    if (report.shown.empty())
        return headLine(report) + fmt::format("No slice of at least {} {} is worse than all together.\n",
                                              count(report.search.minimum), report.words.samples);
    TextTable table({{"slice"},
                     {"n", Align::Right},
                     {"wrong", Align::Right},
                     {"lift", Align::Right},
                     {"without the last", Align::Right},
                     {"q", Align::Right},
                     {capitalised(amountUnitText(run, report.words)), Align::Right},
                     {"score", Align::Right}});
    for (std::size_t i = 0; i < report.shown.size(); ++i) {
        const Slice& slice = report.search.slices[report.shown[i].place];
        const SliceFigures& figures = report.figures[i];
        const double whole = report.search.whole.rate();
        table.add({nameText(*run.request.table, sliceName(report.data, slice)), count(slice.count.n),
                   percentText(figures.errorRate), fixed(slice.count.rate() / whole, 2),
                   fixed(slice.parents.back().rate() / whole, 2), qText(slice.qValue),
                   amountText(run.perPeriod(*figures.cost)), fixed(slice.score, 3)});
    }
    return headLine(report) + table.text() +
           fmt::format(
               "Out of {} slices of at least {} {}. Found on these {}: confirm a slice on other data "
               "before it is believed.\n",
               count(report.search.tests), count(report.search.minimum), report.words.samples,
               report.words.samples);
}

}  // namespace reckoner
