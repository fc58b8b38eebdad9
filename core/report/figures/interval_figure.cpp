#include <algorithm>

#include <fmt/format.h>

#include "core/report/figures/figure.h"
#include "core/report/figures/figure_colors.h"
#include "core/report/figures/svg_canvas.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

constexpr double kIntervalWidth = 720;
constexpr double kIntervalRow = 28;
constexpr double kHead = 40;
constexpr double kNames = 236;  // right edge of the names
constexpr double kCounts = 300;
constexpr double kFrom = 324, kTo = 640;
constexpr std::size_t kMost = 24;
constexpr std::uint64_t kFew = 30;  // fewer are shown in grey

double xOf(double share) {
    return kFrom + std::clamp(share, 0.0, 1.0) * (kTo - kFrom);
}

void drawRow(SvgCanvas& canvas, const IntervalRow& row, double y) {
    canvas.text({8, y + 4}, row.name, {figure::kInk, 13}, kNames - 8);
    canvas.text({kCounts, y + 4}, count(row.n), {figure::kInk3, 12, SvgText::Anchor::End});
    if (!row.value) {
        canvas.text({kFrom, y + 4}, "n/a: " + std::string(describe(row.value.why)), {figure::kInk3, 12},
                    kIntervalWidth - kFrom - 8);
        return;
    }
    if (row.interval)
        canvas.rect(xOf(row.interval->lo), y - 4, xOf(row.interval->hi) - xOf(row.interval->lo), 8,
                    figure::kBaseline, 0.28, 2);
    canvas.circle({xOf(*row.value), y}, 4, {"", 0, "", figure::kInk2});
    canvas.text({kIntervalWidth - 8, y + 4}, ofHundred(*row.value),
                {row.n < kFew ? figure::kInk3 : figure::kInk, 13, SvgText::Anchor::End, row.n >= kFew});
}

// "Everyone: 58 of 100. Lowest: home: owner, 39; highest: job: partime, 90."
std::string summary(const std::vector<IntervalRow>& rows, std::optional<double> everyone) {
    const IntervalRow *low = nullptr, *high = nullptr;
    for (const IntervalRow& row : rows) {
        if (!row.value || row.n < kFew) continue;
        if (!low || *row.value < *low->value) low = &row;
        if (!high || *row.value > *high->value) high = &row;
    }
    std::string text = everyone ? fmt::format("Everyone: {} of 100.", ofHundred(*everyone)) : "";
    if (low && low != high)
        text += fmt::format("{}Lowest: {}, {}; highest: {}, {}.", text.empty() ? "" : " ", low->name,
                            ofHundred(*low->value), high->name, ofHundred(*high->value));
    return text;
}

TableBlock tableOf(const std::vector<IntervalRow>& rows) {
    TableBlock table;
    table.heads = {{"Segment"}, {"n", true}, {"of 100", true}, {"95 % interval"}};
    for (const IntervalRow& row : rows)
        table.rows.push_back(
            {row.name, count(row.n), row.value ? ofHundred(*row.value) : "n/a",
             row.interval ? fmt::format("{} to {}", ofHundred(row.interval->lo), ofHundred(row.interval->hi))
                          : ""});
    return table;
}

}  // namespace

FigureBlock intervalFigure(const std::string& title, const std::vector<IntervalRow>& all,
                           std::optional<double> everyone) {
    const std::vector<IntervalRow> rows(
        all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(kMost, all.size())));
    FigureBlock block;
    block.title = title;
    block.text = summary(rows, everyone);
    if (rows.size() < all.size())
        block.text += fmt::format(" The first {} of {} are shown.", rows.size(), all.size());
    block.table = tableOf(rows);
    const double height = kHead + kIntervalRow * static_cast<double>(rows.size()) + 12;
    SvgCanvas canvas(kIntervalWidth, height, title, block.text);
    canvas.text({kCounts, 16}, "n", {figure::kInk3, 12, SvgText::Anchor::End});
    canvas.text({kIntervalWidth - 8, 16}, "of 100", {figure::kInk3, 12, SvgText::Anchor::End});
    for (const double tick : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        canvas.line({xOf(tick), kHead - 12}, {xOf(tick), height - 8}, {figure::kGrid});
        canvas.text({xOf(tick), 16}, ofHundred(tick), {figure::kInk3, 12, SvgText::Anchor::Middle});
    }
    if (everyone)
        canvas.line({xOf(*everyone), kHead - 12}, {xOf(*everyone), height - 8}, {figure::kInk2, 1, "4 3"});
    for (std::size_t i = 0; i < rows.size(); ++i)
        drawRow(canvas, rows[i], kHead + kIntervalRow * (static_cast<double>(i) + 0.5));
    block.svg = canvas.finished();
    return block;
}

}  // namespace reckoner
