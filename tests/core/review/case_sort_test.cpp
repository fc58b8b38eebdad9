#include "core/review/case_sort.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

constexpr double kSortNan = std::numeric_limits<double>::quiet_NaN();

// Ties everywhere, missing labels, scores, amounts and categories.
EvalTablePtr sortTable(std::size_t rows, std::uint64_t seed) {
    Random random(seed);
    std::vector<double> scores, amounts;
    std::vector<std::string> labels, jobs, grades, ids;
    for (std::size_t i = 0; i < rows; ++i) {
        scores.push_back(random.below(11) == 0 ? kSortNan : static_cast<double>(random.below(9)) / 8);
        if (random.below(20) == 0) scores.back() = random.below(2) ? -0.0 : -HUGE_VAL;
        amounts.push_back(random.below(7) == 0 ? missingReal() : static_cast<double>(random.below(40)) - 5);
        labels.push_back(random.below(9) == 0 ? "" : random.below(2) ? "yes" : "no");
        jobs.push_back(random.below(6) == 0 ? "" : std::string(1, static_cast<char>('e' - random.below(5))));
        grades.push_back(std::to_string(random.below(12)));
        ids.push_back(random.below(5) == 0 ? "" : "id-" + std::to_string(random.below(rows)));
    }
    return test::VectorTable()
        .texts("id", ids, ColumnRole::Id)
        .labels(labels)
        .scores(scores)
        .amounts(amounts)
        .segment("job", jobs)
        .segment("grade", grades)
        .build();
}

CaseView sortView(const EvalTablePtr& table) {
    CaseView::Point point;
    point.outcome = {"yes", 0.5};
    point.costs.fn = {2, 0.5, "amount"};
    point.costs.fp = {3, 0, {}};
    point.costs.tp = {-1, 0.1, "amount"};
    return CaseView(table, point);
}

// What a row is sorted by, worked out the long way; nothing: missing.
struct PlainKey {
    std::optional<double> number;
    std::optional<std::string> text;
};

PlainKey plainKey(const EvalTable& table, const CaseView& view, const CaseSort& sort, RowIndex row) {
    const auto number = [](double value) { return std::isnan(value) ? PlainKey{} : PlainKey{value, {}}; };
    switch (sort.key) {
        case CaseSort::Key::Row:
            return number(row);
        case CaseSort::Key::Score:
        case CaseSort::Key::Real:
            return number(table.real(table.find("score")->id)->values()[row]);
        case CaseSort::Key::Distance: {
            const double score = table.real(table.find("score")->id)->values()[row];
            return std::isfinite(score) ? number(std::abs(score - 0.5)) : PlainKey{};
        }
        case CaseSort::Key::Cost:
            return number(view.cost(row));
        case CaseSort::Key::Mistakes: {
            const RowOutcome outcome = view.outcome(row);
            const double score = table.real(table.find("score")->id)->values()[row];
            const double sure = std::isfinite(score) ? std::abs(score - 0.5) : -1;
            return number(sure + (isMistake(outcome) ? 20 : outcome == RowOutcome::Unknown ? 0 : 10));
        }
        case CaseSort::Key::Random:
            return number(Random(sort.seed, row).unit());
        case CaseSort::Key::Column:
            break;
    }
    const ColumnInfo& column = *table.find(sort.column);
    if (column.type == ColumnType::Real) return number(table.real(column.id)->values()[row]);
    if (column.type == ColumnType::Text) {
        bool missing = false;
        const std::string text = table.text(column.id)->at(row, &missing);
        return missing ? PlainKey{} : PlainKey{{}, text};
    }
    const auto categories = table.category(column.id);
    const std::uint32_t code = categories->code(row);
    if (code == categories->missingCode()) return {};
    const std::string& name = categories->categories()[code];
    return sort.column == "grade" ? number(std::stoi(name)) : PlainKey{{}, name};
}

std::vector<RowIndex> plainSort(const EvalTable& table, const CaseView& view, const CaseSort& sort,
                                const std::vector<RowIndex>& rows) {
    std::vector<RowIndex> sorted = rows;
    std::stable_sort(sorted.begin(), sorted.end(), [&](RowIndex a, RowIndex b) {
        const PlainKey x = plainKey(table, view, sort, a);
        const PlainKey y = plainKey(table, view, sort, b);
        const bool xMissing = !x.number && !x.text;
        const bool yMissing = !y.number && !y.text;
        if (xMissing || yMissing) return !xMissing && yMissing;
        if (x.number) return sort.descending ? *x.number > *y.number : *x.number < *y.number;
        return sort.descending ? *x.text > *y.text : *x.text < *y.text;
    });
    return sorted;
}

TEST(CaseSort, EveryOrderIsTheOneWorkedOutTheLongWay) {
    for (const std::size_t size : {1, 2, 50, 700}) {
        const EvalTablePtr table = sortTable(size, 11 + size);
        const CaseView view = sortView(table);
        Random random(size);
        std::vector<RowIndex> some;
        for (RowIndex row = 0; row < size; ++row)
            if (random.below(3) != 0) some.push_back(row);
        const RowSet sets[] = {RowSet::all(static_cast<RowIndex>(size)),
                               RowSet(some, static_cast<RowIndex>(size))};
        for (const RowSet& set : sets) {
            std::vector<RowIndex> rows;
            set.forEach([&](RowIndex row) { rows.push_back(row); });
            for (const char* text : {"row",         "-row",          "score",          "-score",
                                     "cost",        "-cost",         "distance",       "-distance",
                                     "real",        "column:amount", "-column:amount", "column:job",
                                     "-column:job", "column:grade",  "-column:grade",  "column:id",
                                     "-column:id",  "random:7",      "mistakes",       "-mistakes"}) {
                const CaseSort sort = CaseSort::parse(text).value();
                const std::vector<RowIndex> expected = plainSort(*table, view, sort, rows);
                EXPECT_EQ(sortedCases(view, set, sort), expected) << text << " " << size;
                for (const std::size_t most : {1, 7, 100}) {
                    const auto first = firstCases(view, set, sort, most);
                    if (!first) {
                        EXPECT_TRUE(std::string(text).ends_with("column:id")) << text;
                        continue;
                    }
                    const auto part = std::min(most, expected.size());
                    EXPECT_EQ(*first, std::vector<RowIndex>(expected.begin(),
                                                            expected.begin() + static_cast<long>(part)))
                        << text << " " << size << " " << most;
                }
            }
        }
    }
}

TEST(CaseSort, ARandomOrderKeepsItsSeedAndDependsOnIt) {
    const EvalTablePtr table = sortTable(300, 3);
    const CaseView view = sortView(table);
    const RowSet all = RowSet::all(300);
    const auto seven = sortedCases(view, all, CaseSort::parse("random:7").value());
    EXPECT_EQ(seven, sortedCases(view, all, CaseSort::parse("random:7").value()));
    EXPECT_NE(seven, sortedCases(view, all, CaseSort::parse("random:8").value()));
    std::vector<RowIndex> rows = seven;
    std::sort(rows.begin(), rows.end());
    std::vector<RowIndex> every(300);
    std::iota(every.begin(), every.end(), 0U);
    EXPECT_EQ(rows, every);
}

TEST(CaseSort, IsWrittenAndRead) {
    for (const char* text : {"row", "-row", "score", "-score", "real", "-real", "cost", "-cost", "distance",
                             "-mistakes", "column:age", "-column:a: b", "random:7"})
        EXPECT_EQ(CaseSort::parse(text).value().text(), text);
    for (const char* text : {"", "-", "age", "column:", "random:", "random:x", "-random:7", "Score"})
        EXPECT_FALSE(CaseSort::parse(text)) << text;
}

TEST(CaseSort, StopsWhenAskedAndRefusesAnUnknownColumn) {
    const EvalTablePtr table = sortTable(50, 3);
    const CaseView view = sortView(table);
    std::stop_source stop;
    stop.request_stop();
    const TaskContext stopped(stop.get_token());
    EXPECT_THROW(sortedCases(view, RowSet::all(50), CaseSort::parse("score").value(), stopped), Error);
    EXPECT_THROW(sortedCases(view, RowSet::all(50), CaseSort::parse("column:id").value(), stopped), Error);
    EXPECT_THROW(firstCases(view, RowSet::all(50), CaseSort::parse("cost").value(), 5, stopped), Error);
    EXPECT_THROW(sortedCases(view, RowSet::all(50), CaseSort::parse("column:agee").value()), Error);
}

}  // namespace
}  // namespace reckoner
