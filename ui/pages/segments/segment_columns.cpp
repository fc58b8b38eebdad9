#include "ui/pages/segments/segment_columns.h"

#include <algorithm>

#include <QCoreApplication>

#include "core/wording/outcome_words.h"
#include "core/wording/segment_words.h"
#include "ui/charts/chart_paint.h"
#include "ui/shell/scaled.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kBar = 120;
constexpr int kFigure = 48;
constexpr int kGap = 24;

// What a column needs, and when it is wanted: those with a higher rank go first when room is short.
struct Need {
    SegmentField field;
    int width;
    int rank;
};
constexpr Need kNeeds[] = {
    {SegmentField::Name, 168, 0},
    {SegmentField::Count, 72, 0},
    {SegmentField::Prevalence, 64, 1},
    {SegmentField::Selected, 76, 2},
    {SegmentField::Errors, 92, 6},
    {SegmentField::Value, kGap + kBar + kFigure, 0},
    {SegmentField::Difference, 112, 0},
    {SegmentField::Q, 68, 1},
    {SegmentField::Companion, kGap + kBar + kFigure, 5},
    {SegmentField::Cost, 120, 3},
    {SegmentField::Best, 76, 4},
    {SegmentField::Saves, 96, 4},
    {SegmentField::Scores, 120, 7},
};
constexpr int kRanks = 8;

QString tr(const char* text) {
    return QCoreApplication::translate("SegmentColumns", text);
}

QString titleOf(SegmentField field, const SegmentBoard& board, const MetricEntry& metric,
                const Vocabulary& words) {
    const RunAnalysis& run = *board.run();
    switch (field) {
        case SegmentField::Name: {
            if (board.sets().size() != 1 || board.sets().front().size() < 2) return tr("segment");
            std::vector<std::string> columns;
            for (const GroupColumn& column : board.sets().front())
                columns.push_back(column.name);
            return qt(segmentColumnName(*run.request.table, columns)).simplified();
        }
        case SegmentField::Count:
            return tr("n");
        case SegmentField::Prevalence:
            return qt(run.rows.positive);
        case SegmentField::Selected:
            return qt(words.flagged);
        case SegmentField::Errors:
            return tr("of all errors");
        case SegmentField::Value:
            return qt(metricHead(metric, run, words));
        case SegmentField::Difference:
            return tr("against the rest");
        case SegmentField::Q:
            return tr("q");
        case SegmentField::Companion:
            return qt(metricName(companionOf(metric)));
        case SegmentField::Cost:
            return qt(costHead(run, words));
        case SegmentField::Best:
            return tr("own best");
        case SegmentField::Saves:
            return tr("would save");
        case SegmentField::Scores:
            return tr("scores");
    }
    return {};
}

int widthUpTo(int rank) {
    int width = 0;
    for (const Need& need : kNeeds)
        if (need.rank <= rank) width += scaled(need.width);
    return width;
}

}  // namespace

QString sortKey(SegmentField field) {
    switch (field) {
        case SegmentField::Name:
            return QStringLiteral("name");
        case SegmentField::Count:
            return QStringLiteral("n");
        case SegmentField::Prevalence:
            return QStringLiteral("prevalence");
        case SegmentField::Selected:
            return QStringLiteral("selected");
        case SegmentField::Errors:
            return QStringLiteral("errors");
        case SegmentField::Value:
            return QStringLiteral("value");
        case SegmentField::Difference:
            return QStringLiteral("difference");
        case SegmentField::Q:
            return QStringLiteral("q");
        case SegmentField::Companion:
            return QStringLiteral("companion");
        case SegmentField::Cost:
            return QStringLiteral("cost");
        case SegmentField::Best:
            return QStringLiteral("best");
        case SegmentField::Saves:
            return QStringLiteral("saves");
        case SegmentField::Scores:
            break;
    }
    return {};
}

std::vector<SegmentColumn> segmentColumns(const SegmentBoard& board, const MetricEntry& metric,
                                          const Vocabulary& words, int width) {
    int rank = kRanks - 1;
    while (rank > 0 && widthUpTo(rank) > width)
        --rank;
    // What is left over: half to the names, the rest to the bars, as far as they gain by it.
    const int over = std::max(0, width - widthUpTo(rank));
    const bool two = rank >= 5;
    const int toBar = std::min(over / (two ? 4 : 2), scaled(96));
    const int toName = std::min(over - toBar * (two ? 2 : 1), scaled(160));
    const int shown = static_cast<int>(std::count_if(std::begin(kNeeds), std::end(kNeeds),
                                                     [&](const Need& need) { return need.rank <= rank; }));
    const int toEach = std::max(0, over - toBar * (two ? 2 : 1) - toName) / std::max(1, shown - 1);

    std::vector<SegmentColumn> columns;
    int x = 0;
    for (const Need& need : kNeeds) {
        if (need.rank > rank) continue;
        SegmentColumn column;
        column.field = need.field;
        column.title = titleOf(need.field, board, metric, words);
        column.left = x;
        int wide = scaled(need.width);
        if (need.field == SegmentField::Name)
            wide += toName;
        else
            wide += toEach;
        if (column.interval()) wide += toBar;
        x += wide;
        column.right = x;
        if (column.interval()) {
            column.barLeft = column.left + scaled(kGap) + toEach;
            column.barRight = column.right - scaled(kFigure);
        }
        columns.push_back(column);
    }
    if (!columns.empty()) columns.back().right = width;
    return columns;
}

}  // namespace reckoner
