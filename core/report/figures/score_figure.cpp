#include <algorithm>

#include <fmt/format.h>

#include "core/report/figures/figure.h"
#include "core/report/figures/figure_colors.h"
#include "core/report/figures/plot.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

constexpr double kScoreWidth = 720;
constexpr double kScoreHeight = 330;
constexpr int kBars = 50;
constexpr double kScoreLeft = 24, kScoreRight = 24, kScoreTop = 50,
                 kScoreBottom = 64;  // a row of counts above and below the bars

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
        const double from = kScoreLeft + static_cast<double>(i) * slot + 1;
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
    SvgCanvas canvas(kScoreWidth, kScoreHeight, block.title, block.text);
    const double slot = (kScoreWidth - kScoreLeft - kScoreRight) / kBars;
    const double middle = (kScoreTop + kScoreHeight - kScoreBottom) / 2;
    const double tall = middle - kScoreTop;
    const double share =
        histogram.hi > histogram.lo
            ? std::clamp((one.threshold - histogram.lo) / (histogram.hi - histogram.lo), 0.0, 1.0)
            : 0.5;
    const double cut = kScoreLeft + share * (kScoreWidth - kScoreLeft - kScoreRight);
    drawHalf(canvas, {histogram.positives, middle - 3, tall - 3, figure::kMissed, figure::kCaught}, cut,
             slot);
    drawHalf(canvas, {histogram.negatives, middle + 3, -(tall - 3), figure::kPassed, figure::kFalseAlarm},
             cut, slot);
    canvas.line({kScoreLeft, middle}, {kScoreWidth - kScoreRight, middle}, {figure::kControl});
    canvas.line({cut, 22}, {cut, kScoreHeight - kScoreBottom + 20}, {figure::kAccent, 2});
    const auto corner = [&](double x, double y, const std::string& text, std::string_view color, bool right) {
        canvas.text({x, y}, text,
                    {color, 12, right ? SvgText::Anchor::End : SvgText::Anchor::Start, true, true});
    };
    corner(kScoreLeft, kScoreTop - 8, fmt::format("{} {}", count(tally.fn.n), words.missed),
           figure::kMissedText, false);
    corner(kScoreWidth - kScoreRight, kScoreTop - 8, fmt::format("{} {}", count(tally.tp.n), words.caught),
           figure::kCaughtText, true);
    corner(kScoreLeft, kScoreHeight - kScoreBottom + 15,
           fmt::format("{} {}", count(tally.tn.n), words.passed), figure::kPassedText, false);
    corner(kScoreWidth - kScoreRight, kScoreHeight - kScoreBottom + 15,
           fmt::format("{} {}", count(tally.fp.n), words.falseAlarmMany), figure::kFalseAlarmText, true);
    const SvgText label{figure::kInk3, 12, SvgText::Anchor::Middle};
    for (const double tick : roundTicks(histogram.lo, histogram.hi, 10)) {
        const double x = kScoreLeft + (tick - histogram.lo) / (histogram.hi - histogram.lo) * slot * kBars;
        canvas.text({x, kScoreHeight - kScoreBottom + 36}, shortThreshold(run, tick), label);
    }
    canvas.text({kScoreWidth / 2, kScoreHeight - 7}, thresholdAxisTitle(words), label, kScoreWidth - 48);
    canvas.text({std::clamp(cut, 60.0, kScoreWidth - 60), 16}, shortThreshold(run, one.threshold),
                {figure::kAccent, 12, SvgText::Anchor::Middle, true});
    block.svg = canvas.finished();
    return block;
}

}  // namespace reckoner
