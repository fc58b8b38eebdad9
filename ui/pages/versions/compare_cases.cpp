#include "ui/pages/versions/compare_cases.h"

#include <algorithm>
#include <cmath>

#include "core/data/filter_text.h"
#include "core/data/segment_filter.h"
#include "core/wording/outcome_words.h"
#include "ui/pages/versions/versions_options.h"
#include "ui/session/point_on_screen.h"
#include "ui/session/session_facts.h"
#include "ui/session/show_cases.h"

namespace reckoner::versions {
namespace {

Cell outcomeOf(FlipGroup::Kind kind) {
    switch (kind) {
        case FlipGroup::Kind::NowCaught:
            return Cell::Caught;
        case FlipGroup::Kind::NowMissed:
            return Cell::Missed;
        case FlipGroup::Kind::NoLongerFlagged:
            return Cell::LetThrough;
        case FlipGroup::Kind::NowFlagged:
        case FlipGroup::Kind::NowReviewed:
        case FlipGroup::Kind::NoLongerReviewed:
            break;
    }
    return Cell::FalseAlarm;
}

bool nowRight(FlipGroup::Kind kind) {
    return kind == FlipGroup::Kind::NowCaught || kind == FlipGroup::Kind::NoLongerFlagged;
}

// One step of Back together with the page it leads to.
void show(ReviewSession& session, const VersionBoard& board, const std::vector<std::string>& filters,
          const std::string& outcome) {
    const std::uint64_t step = session.newDrag();
    session.apply(
        [&](ReviewState& state) {
            // Tiers that are counted from here stay.
            const double at = board.thresholds[board.request.judged];
            if (at != session.threshold()) setOneThreshold(state, at);
            if (board.base().kind == VersionSide::Kind::Run)
                setFlipThreshold(state, board.thresholds[board.request.base]);
        },
        step);
    showCases(session, filters, outcome, step);
}

}  // namespace

void openFlips(ReviewSession& session, const VersionBoard& board, FlipGroup::Kind kind) {
    std::vector<std::string> filters;
    // Against a rule every flagged one is a change: the outcome says it all.
    if (board.base().kind == VersionSide::Kind::Run)
        filters.emplace_back(nowRight(kind) ? "flip = fixed" : "flip = broken");
    show(session, board, filters, outcomeExpression(outcomeOf(kind)));
}

void openFlipped(ReviewSession& session, const VersionBoard& board, std::optional<std::size_t> segment,
                 const std::string& flip) {
    std::vector<std::string> filters;
    if (segment) {
        const SideSegment& one = board.segments[*segment];
        const EvalTable& table = *board.judged().run->request.table;
        if (!table.find(one.column)) return;
        filters = segmentFilters(table, {one.column}, one.key);
    }
    if (!flip.empty()) filters.push_back("flip = " + filterText(flip));
    show(session, board, filters, {});
}

std::string shownColumn(const ReviewState& state, const VersionBoard& board) {
    const std::vector<std::string>& columns = board.request.columns;
    const std::string chosen = option(state, kBy);
    if (std::find(columns.begin(), columns.end(), chosen) != columns.end()) return chosen;
    if (board.worst && board.rows[*board.worst].segment()) return board.rows[*board.worst].column;
    for (const FigureRow& row : board.rows)
        if (row.segment()) return row.column;
    return columns.empty() ? std::string() : columns.front();
}

void openSegment(ReviewSession& session, const VersionBoard& board, const std::string& column,
                 const Grouping::Key& key, const std::string& metric) {
    const EvalTable& table = *board.judged().run->request.table;
    if (!table.find(column)) return;
    show(session, board, segmentFilters(table, {column}, key),
         outcomeExpression(metric == "fpr" ? Cell::FalseAlarm : Cell::Missed));
}

}  // namespace reckoner::versions
