#include "ui/pages/segments/segments_options.h"

#include <algorithm>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/base/error.h"
#include "core/base/numbers.h"
#include "core/data/filter_text.h"
#include "core/review/selected_rows.h"
#include "core/wording/segment_words.h"
#include "ui/session/chip_filters.h"
#include "ui/widgets/plain_label.h"

namespace reckoner::segments {
namespace {

constexpr std::size_t kMostInACross = 3;

std::vector<SegmentSet> usualSets(const EvalTable& table) {
    std::vector<SegmentSet> sets;
    for (const std::string& column : usualSegmentColumns(table))
        sets.push_back({{column}});
    return sets;
}

// Nothing where the text, from a state of elsewhere perhaps, is no column of this table.
std::optional<GroupColumn> columnOf(const QJsonObject& object, const std::vector<std::string>& possible) {
    GroupColumn column{object.value(QLatin1String("column")).toString().toStdString()};
    if (std::find(possible.begin(), possible.end(), column.name) == possible.end()) return std::nullopt;
    try {
        column.binning = Binning::parse(object.value(QLatin1String("bins")).toString().toStdString());
    } catch (const Error&) {
        column.binning = {};
    }
    return column;
}

std::optional<Brush> keptBrush(const ReviewState& state) {
    const QJsonObject object =
        QJsonDocument::fromJson(QByteArray::fromStdString(option(state, kBrush))).object();
    if (object.isEmpty()) return std::nullopt;
    return Brush{object.value(QLatin1String("column")).toString().toStdString(),
                 object.value(QLatin1String("lo")).toDouble(), object.value(QLatin1String("hi")).toDouble()};
}

}  // namespace

std::string option(const ReviewState& state, std::string_view key) {
    const auto found = state.options.find(std::string(key));
    return found == state.options.end() ? std::string() : found->second;
}

void setOption(ReviewState& state, std::string_view key, const std::string& value) {
    if (value.empty())
        state.options.erase(std::string(key));
    else
        state.options[std::string(key)] = value;
}

std::vector<SegmentSet> setsOf(const std::string& text, const EvalTable& table) {
    const std::vector<std::string> possible = possibleSegmentColumns(table);
    std::vector<SegmentSet> sets;
    for (const QJsonValue& entry : QJsonDocument::fromJson(QByteArray::fromStdString(text)).array()) {
        SegmentSet set;
        for (const QJsonValue& column : entry.toArray())
            if (const auto known = columnOf(column.toObject(), possible)) set.push_back(*known);
        if (!set.empty() && set.size() <= kMostInACross &&
            set.size() == static_cast<std::size_t>(entry.toArray().size()))
            sets.push_back(std::move(set));
    }
    return sets;
}

std::string textOf(const std::vector<SegmentSet>& sets) {
    QJsonArray list;
    for (const SegmentSet& set : sets) {
        QJsonArray columns;
        for (const GroupColumn& column : set) {
            QJsonObject object{{QStringLiteral("column"), qt(column.name)}};
            if (column.binning != Binning{}) object.insert(QStringLiteral("bins"), qt(column.binning.text()));
            columns.append(object);
        }
        list.append(columns);
    }
    return QJsonDocument(list).toJson(QJsonDocument::Compact).toStdString();
}

std::vector<SegmentSet> setsFor(const ReviewState& state, const EvalTable& table) {
    std::vector<SegmentSet> sets = setsOf(option(state, kBy), table);
    return sets.empty() ? usualSets(table) : sets;
}

void setSets(ReviewState& state, const std::vector<SegmentSet>& sets, const EvalTable& table) {
    setOption(state, kBy, sets == usualSets(table) ? std::string() : textOf(sets));
}

const MetricEntry& metricOf(const ReviewState& state) {
    const std::string id = option(state, kMetric);
    for (const MetricEntry* metric : segmentMetrics())
        if (metric->id == id) return *metric;
    return *segmentMetrics().front();
}

const MetricEntry& claimMetricOf(const ReviewState& state) {
    const MetricEntry& metric = metricOf(state);
    return metric.proportion ? metric : *findMetric("recall");
}

std::string Brush::expression() const {
    const std::string name = filterName(column);
    return name + " >= " + shortestNumber(lo) + " and " + name + " <= " + shortestNumber(hi);
}

std::optional<Brush> brushOf(const ReviewState& state) {
    const auto brush = keptBrush(state);
    if (!brush) return std::nullopt;
    const std::vector<std::string> chips = chipFilters(state);
    const bool there = std::find(chips.begin(), chips.end(), brush->expression()) != chips.end();
    return there ? brush : std::nullopt;
}

void setBrush(ReviewState& state, const std::string& column, double lo, double hi) {
    dropBrush(state);
    const Brush brush{column, lo, hi};
    const QJsonObject object{{QStringLiteral("column"), qt(brush.column)},
                             {QStringLiteral("lo"), brush.lo},
                             {QStringLiteral("hi"), brush.hi}};
    setOption(state, kBrush, QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString());
    std::vector<std::string> chips = chipFilters(state);
    chips.push_back(brush.expression());
    setChipFilters(state, chips);
}

void dropBrush(ReviewState& state) {
    if (const auto brush = keptBrush(state)) {
        std::vector<std::string> chips = chipFilters(state);
        std::erase(chips, brush->expression());
        setChipFilters(state, chips);
    }
    setOption(state, kBrush, {});
}

std::vector<std::string> chipsOf(const ReviewState& state) {
    const auto brush = brushOf(state);
    return brush ? std::vector<std::string>{brush->expression()} : std::vector<std::string>{};
}

std::string withinOf(const ReviewState& state) {
    std::vector<std::string> parts = chipsOf(state);
    parts.insert(parts.begin(), state.cohort);
    return joinedFilters(parts);
}

std::vector<GroupColumn> coverColumns(const ReviewState& state, const EvalTable& table) {
    constexpr std::size_t kMost = 16;
    std::vector<GroupColumn> columns;
    if (option(state, kBy).empty()) {
        for (const std::string& name : possibleSegmentColumns(table))
            if (columns.size() < kMost && table.find(name)->role != ColumnRole::Latency)
                columns.push_back({name});
    } else {
        for (const SegmentSet& set : setsFor(state, table))
            for (const GroupColumn& column : set)
                if (std::find(columns.begin(), columns.end(), column) == columns.end())
                    columns.push_back(column);
    }
    // The one that was asked for, by another page too.
    const std::string asked = option(state, kCoverColumn);
    const auto named = [&](const GroupColumn& column) { return column.name == asked; };
    const std::vector<std::string> possible = possibleSegmentColumns(table);
    if (std::find(possible.begin(), possible.end(), asked) != possible.end() &&
        std::none_of(columns.begin(), columns.end(), named))
        columns.push_back({asked});
    return columns;
}

}  // namespace reckoner::segments
