#include "core/wording/first_run.h"

#include "core/wording/number_format.h"

namespace reckoner {
namespace {

constexpr double kPer = 1000;

bool byPeriod(const CostModel& costs) {
    return costs.inMoney() && costs.volumePerPeriod > 0;
}

std::string inThousand(std::uint64_t part, std::uint64_t n) {
    return fixed(n == 0 ? 0 : kPer * static_cast<double>(part) / static_cast<double>(n), 0);
}

}  // namespace

std::string recognised(const ImportReport& report) {
    const std::uint64_t rows = report.staged.info.rows;
    const std::size_t columns = report.staged.columns.size() + (report.staged.ids.generated ? 0 : 1);
    std::string text = count(rows) + (rows == 1 ? " row, " : " rows, ") + count(columns) +
                       (columns == 1 ? " column recognised, " : " columns recognised, ");
    const std::uint64_t out = report.staged.excluded.total() + report.staged.rejectedRows;
    text += out == 0 ? "nothing left out." : count(out) + " left out.";
    std::string names;
    for (const StagedColumn& column : report.staged.columns) {
        if (column.info.missing == 0 || column.info.role == ColumnRole::Label) continue;
        if (!names.empty()) return text;
        names = count(column.info.missing) + " have no " + column.info.name + ".";
    }
    return names.empty() ? text : text + " " + names;
}

std::string positiveShare(const RunAnalysis& run) {
    const std::uint64_t n = run.sweep->samples();
    const std::uint64_t positives = run.sweep->at(0).positives();
    const std::string& name = run.rows.positive;
    if (n == 0) return "No sample has both a label and a score.";
    const double share = static_cast<double>(positives) / static_cast<double>(n);
    std::string text = count(positives) + " of " + count(n) + (positives == 1 ? " is " : " are ") + name +
                       ", " + ofHundred(share) + " of 100.";
    const Value& auc = run.ranking.rocAuc;
    if (auc && *auc < 0.5) return text + " Their scores are mostly the lower ones: is this the right class?";
    return text + " A high score means " + name + ".";
}

std::string effectAt(const RunAnalysis& run, double at) {
    const Tally tally = run.sweep->at(at);
    const std::uint64_t n = tally.n();
    return "At " + threshold(at) + " the model misses " + inThousand(tally.fn.n, n) + " and raises " +
           inThousand(tally.fp.n, n) + " false alarms in 1,000 samples.";
}

std::string costUnit(const CostModel& costs) {
    if (byPeriod(costs)) return costs.currency + " a " + costs.period;
    return (costs.inMoney() ? costs.currency : std::string("false alarms’ worth,")) + " in 1,000 samples";
}

double costShown(const CostModel& costs, double total, double samples) {
    if (samples == 0) return 0;
    return total / samples * (byPeriod(costs) ? costs.volumePerPeriod : kPer);
}

std::string lowestLabel(const CostModel& costs, double at, double shown) {
    if (!costs.inMoney())
        return "fewest at " + threshold(at) + ": " + fixed(shown, 0) + " false alarms’ worth";
    return "lowest at " + threshold(at) + ": " + money(shown) + " " + costUnit(costs);
}

}  // namespace reckoner
