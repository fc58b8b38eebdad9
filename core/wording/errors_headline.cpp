#include "core/wording/errors_headline.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/wording/number_format.h"

namespace reckoner {
namespace {

std::string is(std::uint64_t n) {
    return n == 1 ? "is" : "are";
}

// A value of the filter language at the start of `text`: quoted, or up to " and ".
std::string valueAt(const std::string& text) {
    if (text.empty()) return {};
    const char quote = text.front();
    if (quote != '\'' && quote != '"') return text.substr(0, text.find(" and "));
    std::string value;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] != quote) {
            value += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == quote) {
            value += text[++i];
        } else {
            break;
        }
    }
    return value;
}

// "301 defaults are missed", "744 good customers refused".
std::string cellClause(const Vocabulary& words, Cell cell, std::uint64_t n) {
    const std::string number = count(n);
    const std::string realOnes = n == 1 ? "of the " + words.realOnes : words.realOnes;
    switch (cell) {
        case Cell::Missed:
            return fmt::format("{} {} {} missed", number, realOnes, is(n));
        case Cell::Caught:
            return fmt::format("{} {} {} caught", number, realOnes, is(n));
        case Cell::FalseAlarm:
            return fmt::format("{} {}", number, n == 1 ? words.falseAlarmOne : words.falseAlarmMany);
        case Cell::LetThrough:
            break;
    }
    return fmt::format("{} {} {} rightly {}", number, n == 1 ? words.sample : words.samples, is(n),
                       words.passed);
}

std::string shareOf(std::uint64_t part, std::uint64_t all) {
    return all == 0 ? "n/a" : shareText(static_cast<double>(part) / static_cast<double>(all));
}

struct CellCounts {
    std::uint64_t n;
    std::uint64_t of;  // all samples of the same truth
};

CellCounts countsOf(const Tally& t, Cell cell) {
    switch (cell) {
        case Cell::Missed:
            return {t.fn.n, t.positives()};
        case Cell::Caught:
            return {t.tp.n, t.positives()};
        case Cell::LetThrough:
            return {t.tn.n, t.negatives()};
        case Cell::FalseAlarm:
            break;
    }
    return {t.fp.n, t.negatives()};
}

std::string costOfWhat(Cell cell) {
    switch (cell) {
        case Cell::Missed:
            return "what missing them costs";
        case Cell::FalseAlarm:
            return "what these false alarms cost";
        case Cell::Caught:
            return "what they cost, caught";
        case Cell::LetThrough:
            break;
    }
    return "what they cost";
}

ErrorsHeadline cellHeadline(const Tally& tally, const Vocabulary& words, Cell cell, const std::string& ofWhom,
                            const std::optional<Dearest>& dearest) {
    ErrorsHeadline headline;
    headline.tone = cell;
    const CellCounts counts = countsOf(tally, cell);
    Sentence& s = headline.sentence;
    if (counts.n == 0) {
        s.push_back({fmt::format("{} at this threshold.", capitalised(cellClause(words, cell, 0)))});
        return headline;
    }
    s.push_back({cellClause(words, cell, counts.n)});
    if (dearest && dearest->n > 0) {
        s.push_back({fmt::format(". The {} dearest {} ", count(dearest->n), is(dearest->n))});
        s.push_back({shareText(dearest->share), Emphasis::Accent});
        s.push_back({fmt::format(" of {}.", costOfWhat(cell))});
        return headline;
    }
    s.push_back({": "});
    s.push_back({shareOf(counts.n, counts.of), Emphasis::Accent});
    s.push_back({fmt::format(" of {}.", ofWhom)});
    return headline;
}

std::string amountOf(std::uint64_t n, const Vocabulary& words) {
    return fmt::format("{} {}", count(n), n == 1 ? words.sample : words.samples);
}

// "87 of 398 applications are decided wrongly: 22 %."
ErrorsHeadline verdictHeadline(std::uint64_t part, std::uint64_t all, double share, bool right,
                               const Vocabulary& words) {
    return {{{fmt::format("{} of {} {} decided {}: ", count(part), amountOf(all, words), is(part),
                          right ? "rightly" : "wrongly")},
             {shareText(share), Emphasis::Accent},
             {"."}},
            right ? Cell::Caught : Cell::FalseAlarm};
}

ErrorsHeadline nothingHere(const std::string& why) {
    return {{{why}}, std::nullopt};
}

}  // namespace

CellChoice CellChoice::of(const std::string& expression) {
    CellChoice choice;
    const auto after = [&expression](std::string_view key) -> std::string {
        const std::size_t at = expression.find(key);
        if (at != 0 && (at == std::string::npos || !expression.substr(0, at).ends_with(" and "))) return {};
        return valueAt(expression.substr(at + key.size()));
    };
    const std::string outcome = after("outcome = ");
    for (const auto& [word, cell] : {std::pair("missed", Cell::Missed),
                                     {"caught", Cell::Caught},
                                     {"let through", Cell::LetThrough},
                                     {"false alarm", Cell::FalseAlarm}})
        if (outcome == word) choice.outcome = cell;
    if (outcome == "wrong" || outcome == "right") choice.right = outcome == "right";
    choice.label = after("label = ");
    choice.predicted = after("predicted = ");
    return choice;
}

Outcome dearestOutcome(const CellChoice& choice) {
    switch (choice.outcome.value_or(Cell::Missed)) {
        case Cell::Caught:
            return Outcome::Caught;
        case Cell::FalseAlarm:
            return Outcome::FalseAlarm;
        case Cell::LetThrough:
            return Outcome::LetThrough;
        case Cell::Missed:
            break;
    }
    return Outcome::Missed;
}

ErrorsHeadline errorsHeadline(const RunAnalysis& run, const Vocabulary& words, double threshold,
                              const CellChoice& choice, const std::optional<Dearest>& dearest) {
    const Tally tally = run.sweep->at(threshold);
    const RunInfo& info = run.request.table->info();
    const std::string& positive = run.rows.positive;
    std::string negative = "the others";
    if (info.classes.size() == 2) negative = info.classes[0] == positive ? info.classes[1] : info.classes[0];
    const auto whom = [&](Cell cell) {
        const bool real = cell == Cell::Missed || cell == Cell::Caught;
        return fmt::format("the {} {}", count(real ? tally.positives() : tally.negatives()),
                           real ? positive : negative);
    };
    if (tally.n() == 0)
        return nothingHere(run.request.where.empty()
                               ? "No sample of this run can be scored."
                               : "The filters leave nothing that has a label and a score.");
    if (choice.right) {
        const std::uint64_t part = *choice.right ? tally.tp.n + tally.tn.n : tally.fp.n + tally.fn.n;
        return verdictHeadline(part, tally.n(), static_cast<double>(part) / static_cast<double>(tally.n()),
                               *choice.right, words);
    }
    if (choice.outcome) return cellHeadline(tally, words, *choice.outcome, whom(*choice.outcome), dearest);
    if (!choice.label.empty() && choice.predicted.empty()) {
        const Cell cell = choice.label == positive ? Cell::Missed : Cell::FalseAlarm;
        const CellCounts counts = countsOf(tally, cell);
        return {{{fmt::format("Of the {} {}, {} {} decided wrongly: ", count(counts.of), choice.label,
                              count(counts.n), is(counts.n))},
                 {shareOf(counts.n, counts.of), Emphasis::Accent},
                 {"."}},
                cell};
    }
    if (!choice.predicted.empty() && choice.label.empty()) {
        const bool flagged = choice.predicted == positive || choice.predicted == "positive";
        const std::uint64_t wrong = flagged ? tally.fp.n : tally.fn.n;
        const std::uint64_t all = flagged ? tally.flagged() : tally.n() - tally.flagged();
        return {{{fmt::format("Of the {} {}, {} wrongly: ", count(all),
                              flagged ? words.flagged : words.passed, count(wrong))},
                 {shareOf(wrong, all), Emphasis::Accent},
                 {"."}},
                flagged ? Cell::FalseAlarm : Cell::Missed};
    }
    if (tally.positives() == 0 && tally.fp.n == 0)
        return nothingHere(fmt::format("No {} in this run, and none is called so.", positive));
    if (tally.fn.n == 0 && tally.fp.n == 0)
        return nothingHere(
            fmt::format("Every decision is right: {} of {}.", count(tally.n()), count(tally.n())));
    const Cell cell = tally.fn.n == 0 ? Cell::FalseAlarm : Cell::Missed;
    ErrorsHeadline headline =
        cellHeadline(tally, words, cell, whom(cell), cell == Cell::Missed ? dearest : std::nullopt);
    // The list holds more than those: it says what they are of.
    if (!run.request.where.empty())
        headline.sentence.front().text =
            fmt::format("In {} {} {}", tally.n() == 1 ? "this" : "these", amountOf(tally.n(), words),
                        headline.sentence.front().text);
    return headline;
}

ErrorsHeadline errorsHeadline(const ConfusionTable& table, const std::vector<std::string>& names,
                              const Vocabulary& words, const CellChoice& choice) {
    const ClassMatrix& matrix = table.called;
    const ClassMatrix::Cell reviewed = table.reviewed();
    const auto place = [&names](const std::string& name) {
        return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
    };
    const std::size_t size = matrix.classes();
    const ClassMatrix::Cell all = matrix.total();
    const bool review = choice.predicted == "review" && place("review") == size;
    if (reviewed.n > 0 && (review || all.n == 0))
        return {
            {{fmt::format("{} {} {} to review: ", count(reviewed.n),
                          reviewed.n == 1 ? words.sample : words.samples, reviewed.n == 1 ? "goes" : "go")},
             {shareText(reviewed.weight / (reviewed.weight + all.weight)), Emphasis::Accent},
             {" of all."}},
            std::nullopt};
    if (all.n == 0) return nothingHere("Nothing here has both a label and a prediction.");
    if (choice.right) {
        const ClassMatrix::Cell correct = matrix.correct();
        const double share = correct.weight / all.weight;
        return *choice.right ? verdictHeadline(correct.n, all.n, share, true, words)
                             : verdictHeadline(all.n - correct.n, all.n, 1 - share, false, words);
    }
    const std::size_t truth = choice.label.empty() ? size : place(choice.label);
    const std::size_t predicted = choice.predicted.empty() ? size : place(choice.predicted);
    const auto share = [](double part, double whole) { return part / whole; };
    if (truth < size && predicted < size) {
        const ClassMatrix::Cell& cell = matrix.at(truth, predicted);
        const ClassMatrix::Cell row = table.truthTotal(truth);
        if (row.n == 0) return nothingHere(fmt::format("No sample is really {}.", names[truth]));
        Sentence s{{fmt::format("{} of {} {} {} ", count(cell.n), count(row.n), names[truth], is(cell.n))}};
        if (truth == predicted) {
            s.push_back({fmt::format("called {}, rightly: ", names[truth])});
        } else {
            s.push_back({fmt::format("called {}: ", names[predicted])});
        }
        s.push_back({percent(share(cell.weight, row.weight), 1), Emphasis::Accent});
        const double wrong = all.weight - matrix.correct().weight;
        if (truth != predicted && wrong > 0)
            s.push_back({fmt::format(", and {} of all mistakes.", shareText(share(cell.weight, wrong)))});
        else
            s.push_back({"."});
        return {s, truth == predicted ? Cell::Caught : Cell::FalseAlarm};
    }
    if (predicted < size) {
        const ClassMatrix::Cell column = matrix.predictedTotal(predicted);
        if (column.n == 0) return nothingHere(fmt::format("Nothing is called {}.", names[predicted]));
        const double wrong = column.weight - matrix.at(predicted, predicted).weight;
        return {{{fmt::format("{} {} {} called {}, ", count(column.n),
                              column.n == 1 ? words.sample : words.samples, is(column.n), names[predicted])},
                 {shareText(share(wrong, column.weight)), Emphasis::Accent},
                 {" of them wrongly."}},
                Cell::FalseAlarm};
    }
    const std::string right = percent(share(matrix.correct().weight, all.weight), 1);
    const std::string lead =
        reviewed.n == 0 ? fmt::format("{} of {} get the right class.", right, words.samples)
                        : fmt::format("{} of the {} {} not left to a person get the right class.", right,
                                      count(all.n), all.n == 1 ? words.sample : words.samples);
    // The class named, else the one that suffers most: too few samples say nothing.
    constexpr std::uint64_t kFewest = 20;
    std::size_t worst = truth;
    double worstError = 0;
    for (std::size_t t = 0; truth == size && t < size; ++t) {
        const ClassMatrix::Cell row = matrix.truthTotal(t);
        if (row.n < std::min(kFewest, all.n / (2 * size)) || row.weight <= 0) continue;
        const double error = 1 - share(matrix.at(t, t).weight, row.weight);
        if (error <= worstError) continue;
        worst = t;
        worstError = error;
    }
    if (worst >= size) return {{{lead}}, std::nullopt};
    const ClassMatrix::Cell row = matrix.truthTotal(worst);
    if (row.n == 0) return nothingHere(fmt::format("No sample is really {}.", names[worst]));
    const double error = 1 - share(matrix.at(worst, worst).weight, row.weight);
    std::size_t mostly = size;
    for (std::size_t p = 0; p < size; ++p)
        if (p != worst && (mostly == size || matrix.at(worst, p).weight > matrix.at(worst, mostly).weight))
            mostly = p;
    Sentence s;
    if (truth == size) s.push_back({lead + fmt::format(" {} suffers most: ", names[worst])});
    s.push_back({fmt::format("{} of {}", shareText(error), names[worst]), Emphasis::Accent});
    if (error == 0 || mostly == size) {
        s.push_back({" are called something else."});
    } else {
        s.push_back({fmt::format(" are called something else, mostly {}.", names[mostly])});
    }
    return {s, Cell::FalseAlarm};
}

std::string choiceName(const CellChoice& choice, const Vocabulary& words) {
    if (choice.outcome) {
        switch (*choice.outcome) {
            case Cell::Missed:
                return words.missed;
            case Cell::Caught:
                return words.caught;
            case Cell::LetThrough:
                return words.passed;
            case Cell::FalseAlarm:
                return words.falseAlarm;
        }
    }
    if (choice.right) return *choice.right ? "right" : "mistakes";
    if (!choice.label.empty() && !choice.predicted.empty())
        return fmt::format("{} called {}", choice.label, choice.predicted);
    if (!choice.label.empty()) return "really " + choice.label;
    if (!choice.predicted.empty()) return "called " + choice.predicted;
    return "all";
}

}  // namespace reckoner
