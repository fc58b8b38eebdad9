#include "ui/pages/segments/fairness_view.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QStringList>

#include "core/metrics/intervals.h"
#include "core/wording/fairness_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/segment_words.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kGap = 20;
constexpr int kFigure = 36;
constexpr int kBar = 60;

QString tr(const char* text) {
    return QCoreApplication::translate("FairView", text);
}

}  // namespace

std::vector<FairColumn> FairView::columns(int left, int width) const {
    struct Need {
        FairField field;
        FairRate rate;
        int width;
    };
    const int rateWidth = kGap + kBar + kFigure;
    std::vector<Need> needs{{FairField::Name, {}, 160}, {FairField::Count, {}, 56}};
    for (const FairRate rate : kFairRates)
        needs.push_back({FairField::Rate, rate, rateWidth});
    needs.push_back({FairField::Calibration, {}, 112});
    needs.push_back({FairField::Money, {}, 140});
    needs.push_back({FairField::Equal, {}, 104});
    const auto taken = [&] {
        int all = 0;
        for (const Need& need : needs)
            all += scaled(need.width);
        return all;
    };
    // What a rate says the other way round goes first, then what the sentences below say too.
    const auto drop = [&](FairField field, FairRate rate) {
        if (taken() > width)
            std::erase_if(needs, [&](const Need& need) {
                return need.field == field && (field != FairField::Rate || need.rate == rate);
            });
    };
    drop(FairField::Rate, FairRate::Fnr);
    drop(FairField::Calibration, {});
    drop(FairField::Rate, FairRate::Precision);
    drop(FairField::Equal, {});
    const int over = std::max(0, width - taken());
    const int toName = std::min(over / 4, scaled(120));
    const int rates = static_cast<int>(
        std::count_if(needs.begin(), needs.end(), [](const Need& n) { return n.field == FairField::Rate; }));
    const int toRate = std::min((over - toName) / std::max(1, rates), scaled(80));
    const int toEach =
        (over - toName - rates * toRate) / std::max(1, static_cast<int>(needs.size()) - rates - 1);
    const RunAnalysis& run = *board->run();
    std::vector<FairColumn> result;
    int x = left;
    for (const Need& need : needs) {
        FairColumn column{need.field, need.rate, {}, x, 0, 0, 0};
        x += scaled(need.width) + (need.field == FairField::Name   ? toName
                                   : need.field == FairField::Rate ? toRate
                                                                   : toEach);
        column.right = x;
        column.barLeft = column.left + scaled(kGap);
        column.barRight = column.right - scaled(kFigure);
        switch (need.field) {
            case FairField::Name:
                column.title = {std::string(), fairSetName(*run.request.table, groups().columns)};
                break;
            case FairField::Count:
                column.title = {std::string(), "n"};
                break;
            case FairField::Rate:
                column.title = fairHead(need.rate, run, words);
                break;
            case FairField::Calibration:
                column.title = calibrationHead(run);
                break;
            case FairField::Money:
                column.title = moneyEachHead(run, words);
                break;
            case FairField::Equal:
                column.title = {tr("if made equal").toStdString(),
                                tr("%1 from").arg(qt(words.flagged)).toStdString()};
                break;
        }
        result.push_back(std::move(column));
    }
    return result;
}

QString FairView::text(const FairColumn& column, std::size_t group) const {
    const FairGroup& one = groups().groups[group];
    switch (column.field) {
        case FairField::Name:
            return qt(fairGroupValue(groups(), group));
        case FairField::Count:
            return qt(count(one.n));
        case FairField::Rate:
            return reading ? qt(hundredText(metricOf(column.rate).value(reading->tallies[group])))
                           : QString();
        case FairField::Calibration:
            return qt(calibrationText(one));
        case FairField::Money:
            if (!reading) return {};
            return qt(estimates ? moneyEachText(reading->moneyEach[group], estimates->money[group])
                                : moneyEachText(reading->moneyEach[group]));
        case FairField::Equal:
            if (!equal || equal->groups[group].left) return equal ? tr("as now") : QString();
            return std::isinf(equal->groups[group].threshold)
                       ? tr("nobody")
                       : qt(shortThreshold(*board->run(), equal->groups[group].threshold));
    }
    return {};
}

QString FairView::footText(const FairColumn& column, int line) const {
    if (column.field == FairField::Name) {
        const QString titles[kFootLines] = {tr("highest − lowest"), tr("likely"), tr("luck alone makes"),
                                            tr("verdict"), tr("lowest ÷ highest")};
        return titles[line];
    }
    if (column.field == FairField::Money) return moneyGap(line);
    if (column.field != FairField::Rate || !reading) return {};
    const RateSpread& spread = spreadOf(reading->figures, column.rate);
    switch (line) {
        case 0:
            return qt(gapText(spread.difference));
        case 1:
            return spread.difference ? qt(gapIntervalText(gaps(), column.rate)) : QString();
        case 2:
            return spread.difference ? qt(chanceText(gaps(), column.rate)) : QString();
        case kVerdictLine:
            return qt(luckText(reading->figures, gaps(), column.rate));
        default:
            return qt(ratioText(spread.ratio, gaps(), column.rate));
    }
}

QString FairView::moneyGap(int line) const {
    if (!reading || !estimates || line == kRatioLine || line == 2) return {};
    const auto gap = reckoner::moneyGap(groups(), *reading, estimates->money);
    if (!gap) return {};
    if (line == 0) return qt(moneyGapText(gap->difference, gap->interval));
    if (line == kVerdictLine) return gap->beyondLuck() ? tr("more than luck") : tr("could be luck");
    return qt(moneyRangeText(gap->interval));
}

QString FairView::help(const FairColumn& column) const {
    const RunAnalysis& run = *board->run();
    switch (column.field) {
        case FairField::Rate:
            return qt(fairHelp(column.rate, run, words));
        case FairField::Calibration:
            return qt(calibrationHelp(run, words));
        case FairField::Money:
            return qt(moneyEachHelp(run, words));
        case FairField::Equal:
            return tr(
                "The threshold this group would need so that what is chosen under \u201CWhat equal would "
                "take\u201D is the same for all groups, at the lowest cost.");
        default:
            return {};
    }
}

QString FairView::rowText(const std::vector<FairColumn>& columns, std::size_t group) const {
    QStringList lines{qt(fairGroupName(*board, set, group))};
    for (const FairColumn& column : columns) {
        if (column.field == FairField::Name) continue;
        const QString figure = text(column, group);
        if (figure.isEmpty()) continue;
        QString line = qt(column.title.upper) + QLatin1Char(' ') + qt(column.title.lower) +
                       QStringLiteral(": ") + figure;
        if (column.field == FairField::Rate && reading)
            if (const auto interval = fairInterval(column.rate, reading->tallies[group]))
                line += tr(", between %1 and %2")
                            .arg(qt(fixed(interval->lo * 100, 1)), qt(fixed(interval->hi * 100, 1)));
        if (column.field == FairField::Calibration) line += qt(calibrationGapText(groups().groups[group]));
        lines << line.trimmed();
    }
    if (equal && !equal->groups[group].left)
        lines << tr("There it would be %1 of 100").arg(qt(hundredText(equal->groups[group].rate)));
    const FairGroup& one = groups().groups[group];
    if (one.rows > one.n) lines << tr("%1 more without a label or a score").arg(qt(count(one.rows - one.n)));
    if (one.small()) lines << tr("Too few to say, and in no gap.");
    return lines.join(QLatin1Char('\n'));
}

void FairView::fitScales() {
    constexpr double kStep = 0.1;
    scales = wholeScales();
    if (!reading) return;
    for (const FairRate rate : kFairRates) {
        double lo = 1;
        double hi = 0;
        for (std::size_t g = 0; g < groups().groups.size(); ++g) {
            const auto interval = fairInterval(rate, reading->tallies[g]);
            if (!interval || groups().groups[g].small()) continue;
            lo = std::min(lo, interval->lo);
            hi = std::max(hi, interval->hi);
        }
        const Interval whole{std::max(0.0, std::floor(lo / kStep) * kStep),
                             std::min(1.0, std::ceil(hi / kStep) * kStep)};
        if (whole.hi - whole.lo >= kStep) scales[static_cast<std::size_t>(rate)] = whole;
    }
}

std::optional<Interval> fairInterval(FairRate rate, const Tally& tally) {
    const auto share = metricOf(rate).proportion(tally);
    return wilson95Weighted(share.successes, share.trials, share.weightSq);
}

}  // namespace reckoner
