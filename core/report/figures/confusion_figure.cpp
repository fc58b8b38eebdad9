#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/report/figures/figure.h"
#include "core/report/figures/figure_colors.h"
#include "core/report/figures/svg_canvas.h"
#include "core/wording/confusion_sentences.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

constexpr double kConfusionWidth = 720;
constexpr double kConfusionGap = 4;
constexpr double kConfusionTop = 52;     // the names of what was called
constexpr double kConfusionNames = 150;  // of the truth
constexpr double kTotals = 84;
constexpr double kCellHeight = 46;

struct Layout {
    std::size_t classes;
    double cell;    // width
    bool numbered;  // names are too long for the columns: numbers stand for them
    double x(std::size_t column) const {
        return kConfusionNames + static_cast<double>(column) * (cell + kConfusionGap);
    }
    double y(std::size_t row) const {
        return kConfusionTop + static_cast<double>(row) * (kCellHeight + kConfusionGap);
    }
};

Layout layoutOf(const std::vector<std::string>& names) {
    Layout layout{names.size(), 0, false};
    const auto n = static_cast<double>(names.size());
    layout.cell = std::min(112.0, (kConfusionWidth - kConfusionNames - kTotals) / n - kConfusionGap);
    layout.numbered = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return textWidth(name, 12, true) > layout.cell;
    });
    return layout;
}

std::string nameOf(const std::vector<std::string>& names, std::size_t place, bool numbered) {
    return numbered ? fmt::format("{} {}", place + 1, names[place]) : names[place];
}

void drawCell(SvgCanvas& canvas, const ConfusionTable& table, std::size_t truth, std::size_t called,
              const Layout& layout) {
    const ClassMatrix::Cell& cell = table.called.at(truth, called);
    const double all = table.truthTotal(truth).weight;
    const double share = all > 0 ? cell.weight / all : 0;
    const double x = layout.x(called), y = layout.y(truth);
    canvas.rect(x, y, layout.cell, kCellHeight, figure::kSunk, 0.45, 4);
    if (cell.n > 0)
        canvas.rect(x, y, layout.cell, kCellHeight, truth == called ? figure::kCaught : figure::kFalseAlarm,
                    std::clamp(0.06 + 0.5 * std::sqrt(share), 0.0, 0.5), 4);
    const double middle = x + layout.cell / 2;
    canvas.text({middle, y + 20}, count(cell.n),
                {figure::kInk, layout.cell < 44 ? 11.0 : 14.0, SvgText::Anchor::Middle, truth == called});
    if (cell.n > 0)
        canvas.text({middle, y + 36}, layout.cell < 44 ? ofHundred(share) : fineShareText(share),
                    {figure::kInk2, 11, SvgText::Anchor::Middle});
}

}  // namespace

FigureBlock confusionFigure(const ConfusionTable& table, const std::vector<std::string>& names,
                            const std::string& samples) {
    FigureBlock block;
    block.title = "What is called what";
    block.text = fmt::format(
        "Each row is what the {} really are, each column what they are called; the percentage is of the row.",
        samples);
    block.table.heads = {{"Really"}};
    for (const std::string& name : names)
        block.table.heads.push_back({"called " + name, true});
    block.table.heads.push_back({"all", true});
    for (std::size_t truth = 0; truth < names.size(); ++truth) {
        std::vector<std::string> row{names[truth]};
        for (std::size_t called = 0; called < names.size(); ++called)
            row.push_back(count(table.called.at(truth, called).n));
        row.push_back(count(table.truthTotal(truth).n));
        block.table.rows.push_back(std::move(row));
    }

    const Layout layout = layoutOf(names);
    const double height = layout.y(names.size()) + 30;
    SvgCanvas canvas(kConfusionWidth, height, block.title, block.text);
    canvas.text({kConfusionNames, 16}, "called", {figure::kInk3, 12});
    canvas.text({8, kConfusionTop - 10}, "really", {figure::kInk3, 12});
    for (std::size_t c = 0; c < names.size(); ++c) {
        const double middle = layout.x(c) + layout.cell / 2;
        canvas.text({middle, kConfusionTop - 10}, layout.numbered ? std::to_string(c + 1) : names[c],
                    {figure::kInk2, 12, SvgText::Anchor::Middle, true}, layout.cell);
        canvas.text({8, layout.y(c) + 27}, nameOf(names, c, layout.numbered),
                    {figure::kInk, 13, SvgText::Anchor::Start, true}, kConfusionNames - 20);
        canvas.text({layout.x(names.size()) + kTotals - 16, layout.y(c) + 27}, count(table.truthTotal(c).n),
                    {figure::kInk3, 12, SvgText::Anchor::End});
        canvas.text({middle, layout.y(names.size()) + 14}, count(table.called.predictedTotal(c).n),
                    {figure::kInk3, layout.cell < 44 ? 10.0 : 12.0, SvgText::Anchor::Middle});
    }
    canvas.text({layout.x(names.size()) + kTotals - 16, kConfusionTop - 10}, "all",
                {figure::kInk3, 12, SvgText::Anchor::End});
    canvas.text({8, layout.y(names.size()) + 14}, "all", {figure::kInk3, 12});
    for (std::size_t truth = 0; truth < names.size(); ++truth)
        for (std::size_t called = 0; called < names.size(); ++called)
            drawCell(canvas, table, truth, called, layout);
    block.svg = canvas.finished();
    return block;
}

}  // namespace reckoner
