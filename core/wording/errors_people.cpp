#include "core/wording/errors_people.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/wording/confusion_sentences.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/outcome_words.h"

namespace reckoner {
namespace {

std::string amountIn(std::uint64_t n, const Vocabulary& words) {
    return fmt::format("{} {}", count(n), n == 1 ? words.sample : words.samples);
}

FigureTable figuresOf(const std::vector<AgreementGroup>& groups, const std::string& title, std::size_t most) {
    FigureTable table{title, {"n", "agreed", "person right", "model right"}, {}, 0};
    for (const AgreementGroup& group : groups) {
        if (table.rows.size() == most) {
            ++table.left;
            continue;
        }
        const Agreement& a = group.agreement;
        const std::string share =
            a.n > 0 ? shareText(static_cast<double>(a.agreed) / static_cast<double>(a.n)) : "n/a";
        table.rows.push_back({group.missing ? "missing" : group.key,
                              {count(a.n), share, count(a.personRight), count(a.modelRight)}});
    }
    return table;
}

}  // namespace

std::string correctionsAbout(std::uint64_t corrected, std::uint64_t all, const Vocabulary& words) {
    if (corrected == 0)
        return fmt::format(
            "No label of {} was corrected. Where one is wrong, say so at the foot of its case: the data stay "
            "as they came, and the correction is counted apart.",
            amountIn(all, words));
    return fmt::format("{} of {} {} corrected. The data stay as they came; these are the figures with both.",
                       corrected == 1 ? "1 label" : count(corrected) + " labels", amountIn(all, words),
                       corrected == 1 ? "was" : "were");
}

FigureTable correctedFigures(const RunAnalysis& given, const RunAnalysis& corrected, double threshold,
                             const Vocabulary& words) {
    FigureTable table{"", {"as given", "corrected"}, {}, 0};
    const PointFacts before = pointFacts(given, threshold);
    const PointFacts after = pointFacts(corrected, threshold);
    for (const Cell cell : {Cell::Missed, Cell::Caught, Cell::FalseAlarm, Cell::LetThrough})
        table.rows.push_back({outcomeWord(words, cell, 2),
                              {count(sumsOf(before.tally, cell).n), count(sumsOf(after.tally, cell).n)}});
    table.rows.push_back({"recall", {fineShareText(before.recall), fineShareText(after.recall)}});
    table.rows.push_back({"precision", {fineShareText(before.precision), fineShareText(after.precision)}});
    table.rows.push_back({"costs, " + amountUnitText(given, words),
                          {amountText(before.perPeriod.total()), amountText(after.perPeriod.total())}});
    return table;
}

FigureTable correctedFigures(const ConfusionTable& given, const ConfusionTable& corrected) {
    FigureTable table{"", {"as given", "corrected"}, {}, 0};
    const auto wrong = [](const ConfusionTable& one) {
        return count(one.called.total().n - one.called.correct().n);
    };
    const auto right = [](const ConfusionTable& one) {
        return fineShareText(
            ratio(one.called.correct().weight, one.called.total().weight, Reason::NoSamples));
    };
    table.rows.push_back({"wrong", {wrong(given), wrong(corrected)}});
    table.rows.push_back({"right", {right(given), right(corrected)}});
    return table;
}

std::string overridesAbout(const OverrideAgreement& agreement, const Vocabulary& words) {
    const Agreement& all = agreement.all;
    if (agreement.column.empty() || all.n == 0)
        return fmt::format(
            "Nobody decided on these {} beside the model. Import such decisions as the override column, or "
            "attach them by id, and they are compared here.",
            words.samples);
    std::string text = fmt::format("People decided as the model did in {} of {}: {}", count(all.agreed),
                                   count(all.n), shareText(*all.share()));
    if (const auto interval = all.interval())
        text += fmt::format(", between {} and {}", ofHundred(interval->lo), percent(interval->hi));
    text += ".";
    if (all.judged > 0)
        text += fmt::format(
            " Of {} where they differed and the outcome is known, the person was right {}, "
            "the model {} times.",
            count(all.judged), count(all.personRight), count(all.modelRight));
    if (agreement.noClass > 0)
        text += fmt::format(" {} of their decisions are no class of this run and are left out.",
                            count(agreement.noClass));
    if (agreement.noDecision > 0)
        text += fmt::format(" {} have no score to compare with.", count(agreement.noDecision));
    return text;
}

std::vector<FigureTable> agreementFigures(const OverrideAgreement& agreement, std::size_t most) {
    std::vector<FigureTable> tables;
    const auto add = [&](const std::vector<AgreementGroup>& groups, const std::string& title) {
        if (!groups.empty()) tables.push_back(figuresOf(groups, title, most));
    };
    add(agreement.byScore, "by score");
    add(agreement.byReviewer, "by " + agreement.reviewerColumn);
    add(agreement.byMonth, "by month");
    return tables;
}

}  // namespace reckoner
