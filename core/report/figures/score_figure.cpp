#include <algorithm>

#include <fmt/format.h>

#include "core/report/figures/figure.h"
#include "core/report/figures/figure_colors.h"
#include "core/report/figures/plot.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

constexpr double kWidth = 720;
constexpr double kHeight = 330;
constexpr int kBars = 50;
constexpr double kLeft = 24, kRight = 24, kTop = 50,
                 kBottom = 64;  // a row of counts above and below the bars

struct Half {
    const std::vector<std::uint64_t>& counts;
    double base;    // of its bars
    double height;  // negative: downwards
    std::string_view before, after;
};

void drawHalf(SvgCanvas& canvas, const Half& half, double cut, double slot) {
    const auto most = *std::max_element(half.counts.begin(), half.counts.end());
    if (most == 0) return;
    for (std::size_t i = 0; i < half.counts.size(); ++i) {
        if (half.counts[i] == 0) continue;
        const double tall = static_cast<double>(half.counts[i]) / static_cast<double>(most) * half.height;
        const double from = kLeft + static_cast<double>(i) * slot + 1;
        const double to = from + slot - 2;
        const double top = std::min(half.base, half.base - tall);
        const double middle = std::clamp(cut, from, to);
        canvas.rect(from, top, middle - from, std::abs(tall), half.before);
        canvas.rect(middle, top, to - middle, std::abs(tall), half.after);
    }
}

}  // namespace

FigureBlock scoreFigure(const FigureRun& one, const Vocabulary& words) {
    const RunAnalysis& run = *one.run;
    const Tally tally = run.sweep->at(one.threshold);
    FigureBlock block;
    block.title = "Where the scores lie";
    block.text = fmt::format("At {}: {} {}, {} {}, {} {}, {} rightly {}.", shortThreshold(run, one.threshold),
                             count(tally.tp.n), words.caught, count(tally.fn.n), words.missed,
                             count(tally.fp.n), words.falseAlarmMany, count(tally.tn.n), words.passed);
    const ScoreHistogram histogram = run.histogram(kBars);
    SvgCanvas canvas(kWidth, kHeight, block.title, block.text);
    const double slot = (kWidth - kLeft - kRight) / kBars;
    const double middle = (kTop + kHeight - kBottom) / 2;
    const double tall = middle - kTop;
    const double share =
        histogram.hi > histogram.lo
            ? std::clamp((one.threshold - histogram.lo) / (histogram.hi - histogram.lo), 0.0, 1.0)
            : 0.5;
    const double cut = kLeft + share * (kWidth - kLeft - kRight);
    drawHalf(canvas, {histogram.positives, middle - 3, tall - 3, figure::kMissed, figure::kCaught}, cut,
             slot);
    drawHalf(canvas, {histogram.negatives, middle + 3, -(tall - 3), figure::kPassed, figure::kFalseAlarm},
             cut, slot);
    canvas.line({kLeft, middle}, {kWidth - kRight, middle}, {figure::kControl});
    canvas.line({cut, 22}, {cut, kHeight - kBottom + 20}, {figure::kAccent, 2});
    const auto corner = [&](double x, double y, const std::string& text, std::string_view color, bool right) {
        canvas.text({x, y}, text,
                    {color, 12, right ? SvgText::Anchor::End : SvgText::Anchor::Start, true, true});
    };
    corner(kLeft, kTop - 8, fmt::format("{} {}", count(tally.fn.n), words.missed), figure::kMissedText,
           false);
    corner(kWidth - kRight, kTop - 8, fmt::format("{} {}", count(tally.tp.n), words.caught),
           figure::kCaughtText, true);
    corner(kLeft, kHeight - kBottom + 15, fmt::format("{} {}", count(tally.tn.n), words.passed),
           figure::kPassedText, false);
    corner(kWidth - kRight, kHeight - kBottom + 15,
           fmt::format("{} {}", count(tally.fp.n), words.falseAlarmMany), figure::kFalseAlarmText, true);
    const SvgText label{figure::kInk3, 12, SvgText::Anchor::Middle};
    for (const double tick : roundTicks(histogram.lo, histogram.hi, 10)) {
        const double x = kLeft + (tick - histogram.lo) / (histogram.hi - histogram.lo) * slot * kBars;
        canvas.text({x, kHeight - kBottom + 36}, shortThreshold(run, tick), label);
    }
    canvas.text({kWidth / 2, kHeight - 7}, thresholdAxisTitle(words), label, kWidth - 48);
    canvas.text({std::clamp(cut, 60.0, kWidth - 60), 16}, shortThreshold(run, one.threshold),
                {figure::kAccent, 12, SvgText::Anchor::Middle, true});
    block.svg = canvas.finished();
    return block;
}

}  // namespace reckoner
