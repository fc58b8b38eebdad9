#include "core/review/glossary.h"

#include <algorithm>

#include "core/base/case_fold.h"

namespace reckoner {

std::string_view title(GlossaryPart part) {
    switch (part) {
        case GlossaryPart::Words:
            return "Words";
        case GlossaryPart::Decisions:
            return "Decisions";
        case GlossaryPart::Rates:
            return "At a threshold";
        case GlossaryPart::Ranking:
            return "Over all thresholds";
        case GlossaryPart::Probabilities:
            return "Scores as probabilities";
        case GlossaryPart::Money:
            return "Money";
        case GlossaryPart::Uncertainty:
            return "How sure it is";
    }
    return {};
}

const std::vector<GlossaryEntry>& glossary() {
    using enum GlossaryPart;
    static const std::vector<GlossaryEntry> entries = {
        {"store", "Store", Words, "One file that holds everything of a review: runs, costs, policies.",
         "The document we open in the meeting; send it and the other side sees the same.",
         "A SQLite file, NAME.reckoner, with samples by column and checksums."},
        {"model", "Model", Words, "A use case with its classes and the class it looks for.",
         "What we built it for: “find the loans that go bad”.",
         "Task, class list and positive class; versions and runs hang below it."},
        {"version", "Version", Words, "One trained model of a use case.",
         "The thing that ships, or does not.",
         "One set of weights and its preprocessing, with its parent and changelog."},
        {"eval_set", "Eval set", Words, "A named set of samples whose right answers are known.",
         "The exam. Two versions compare fairly only on the same exam.",
         "Sample ids with labels and a fingerprint over both; runs refer to it by ordinal."},
        {"run", "Run", Words, "One version's answers on one eval set.", "One version sitting one exam.",
         "A column of scores beside the labels, plus segments and features."},
        {"baseline", "Baseline", Words, "The run another run is compared with.",
         "“Against what?” The dashed grey line.", "Joined by sample id; drawn at its own threshold."},
        {"sample", "Sample", Words, "One row: one case that was scored.",
         "One customer, one application, one flight.",
         "A row with an id that is the same in every run of the model."},
        {"excluded", "Excluded", Words, "Rows kept but not counted: no label, or no usable score.",
         "Cases we cannot judge yet.",
         "Missing or unexpected label; missing, NaN or infinite score; counted by reason."},
        {"segment", "Segment", Words, "The samples that share a value of one or more columns.",
         "A kind of customer.", "One group of a grouping: a column's value, or a cross of several."},
        {"cohort", "Cohort", Words, "The samples a filter keeps.",
         "“For whom?” The part of the cases we look at now.",
         "A filter expression over columns and outcome; every number on the screen is over its rows."},
        {"threshold", "Threshold", Decisions, "From this score up, a sample is flagged.",
         "How sure the model must be before we act.",
         "Flagged means score >= t, compared as doubles; ties move together."},
        {"operating_point", "Operating point", Decisions, "The threshold on the screen.",
         "Where the slider stands right now. Nothing is decided by moving it.",
         "Part of the review state, in the file's score units; goes back with Alt+Left."},
        {"policy", "Policy", Decisions, "An operating point that somebody adopted, with owner and reason.",
         "What is live, and who said so.", "Belongs to a version; append-only, superseded and never edited."},
        {"positive_class", "Positive class", Decisions, "The class the model looks for.",
         "What we want to catch, good or bad: fraud, churn, a default.",
         "Truth is 1 where the label equals it; a high score means it."},
        {"prevalence", "Prevalence", Decisions, "How many of 100 samples are of the positive class.",
         "How common the thing is that we look for.", "Positives over scored samples, of this cohort."},
        {"tp", "Caught", Decisions, "Flagged, and right.", "We acted and it was right to act.",
         "True positive: positive class, score >= t."},
        {"fn", "Missed", Decisions, "Let through, and it was one.", "The one that slipped past us.",
         "False negative: positive class, score < t."},
        {"fp", "False alarm", Decisions, "Flagged, and it was none.", "We bothered somebody for nothing.",
         "False positive: another class, score >= t."},
        {"tn", "Let through", Decisions, "Not flagged, and right.", "Nothing happened, and rightly so.",
         "True negative: another class, score < t."},
        {"precision", "Precision", Rates, "Of 100 flagged, how many are right.",
         "How often our alarm is true.", "TP / (TP + FP). Not defined when nothing is flagged."},
        {"recall", "Recall", Rates, "Of 100 real ones, how many are caught.",
         "How much of the problem we find.", "TP / (TP + FN), true positive rate, sensitivity."},
        {"specificity", "Specificity", Rates, "Of 100 others, how many are let through.",
         "How rarely we bother the wrong people.", "TN / (TN + FP)."},
        {"accuracy", "Accuracy", Rates, "Of 100 decisions, how many are right.",
         "Sounds like quality; says little when one class is rare.", "(TP + TN) / n."},
        {"balanced_accuracy", "Balanced accuracy", Rates,
         "Accuracy, with both classes counted as equally common.", "Accuracy that a lazy model cannot fake.",
         "(recall + specificity) / 2."},
        {"f1", "F1", Rates, "One number for precision and recall together.",
         "A compromise nobody priced; look at the money instead.",
         "2TP / (2TP + FP + FN), the harmonic mean."},
        {"mcc", "MCC", Rates, "How far decisions and truth go together, from −1 to 1.",
         "0 is a coin, 1 is perfect.", "Matthews correlation coefficient; 0 when it is degenerate."},
        {"kappa", "Cohen's kappa", Rates, "Agreement with the truth beyond what chance gives.",
         "0 is chance, 1 is perfect.", "(p_o − p_e) / (1 − p_e); not defined when it is 0/0."},
        {"selection_rate", "Selection rate", Rates, "Of 100 samples, how many are flagged.",
         "How much work or refusal this makes.", "(TP + FP) / n."},
        {"npv", "Negative predictive value", Rates, "Of 100 let through, how many were rightly so.",
         "How far we can trust a “no alarm”.", "TN / (TN + FN)."},
        {"fpr", "False positive rate", Rates, "Of 100 others, how many are flagged.",
         "How many innocents we hit.", "FP / (FP + TN) = 1 − specificity."},
        {"fnr", "False negative rate", Rates, "Of 100 real ones, how many are missed.",
         "How much slips through.", "FN / (FN + TP) = 1 − recall."},
        {"lift", "Lift", Rates, "How many times richer the flagged are than everyone.",
         "How much better than picking at random.", "precision / prevalence."},
        {"roc_auc", "ROC AUC", Ranking,
         "Take one real one and one other at random: how often the real one has the higher score.",
         "How well the model sorts, before any threshold. It is not a share of right answers.",
         "Mann-Whitney, ties one half. Below 0.5: is the positive class right?"},
        {"average_precision", "Average precision", Ranking, "Precision averaged over every step of recall.",
         "How clean the top of the list stays as we go down it.",
         "Step sum of (R_n − R_{n−1})P_n over distinct scores; no trapezoids."},
        {"ks", "KS", Ranking, "The widest gap between the two classes' score curves.",
         "How far apart the model pulls the two groups.", "max |TPR − FPR| over thresholds."},
        {"log_loss", "Log loss", Probabilities,
         "How surprised the truth would be by the scores; lower is better.", "Punishes being sure and wrong.",
         "Mean −ln p of the truth; p clipped at 2.2e-16."},
        {"brier", "Brier score", Probabilities,
         "The mean squared distance of score and truth; lower is better.",
         "How honest the percentages are, on average.", "mean (p − y)²."},
        {"ece", "ECE", Probabilities, "How far a score of 70 % is from 70 of 100, on average.",
         "Can we read the score as a chance?",
         "Expected calibration error, equal-width bins (lo, hi]; biased upward in small samples."},
        {"cost_model", "Cost model", Money, "What each kind of decision costs or brings.",
         "Our prices: one missed, one false alarm, one review.",
         "Fixed part plus factor times an amount column, by outcome; append-only."},
        {"scenario", "Scenario", Money, "One set of prices of several: likely, worst, ...",
         "What if it goes badly: would we still decide like this?",
         "A named variant of the cost model; the newest entry of each name holds."},
        {"production_share", "Share in production", Money,
         "How many of 100 are what the model looks for where it works, if that is not as in the run.",
         "Our run is not the street: there are fewer of them out there.",
         "Both classes are reweighted to this prevalence; all money follows, counts do not."},
        {"break_even", "Break-even", Money, "The price at which two choices cost the same.",
         "How wrong we may be about a price before we would decide otherwise.",
         "The root of the difference of two totals, linear in the price of one outcome."},
        {"cost", "Cost", Money, "What the wrong decisions of a period cost at this threshold.",
         "The figure in the headline.", "Σ over scored samples / n × volume a period."},
        {"best_threshold", "Lowest cost", Money, "The threshold at which this run would have cost least.",
         "Where we would put the slider for money alone; flattering, since it was chosen on the same cases.",
         "Minimum over every distinct score and “flag nobody”; ties: the highest."},
        {"plateau", "Plateau", Money, "Thresholds that cost within 1 % of the lowest.",
         "How much room we have before it hurts.", "Contiguous stretch with total <= best + 1 % of |best|."},
        {"savings", "Savings", Money, "What the model spares against the better of acting always and never.",
         "What the model is worth.", "1 − cost / min(flag all, flag none)."},
        {"bayes_threshold", "Bayes threshold", Money,
         "The threshold the prices alone ask for, were scores true chances.",
         "What theory says before looking at the data.", "(C_FP − C_TN) / ((C_FP − C_TN) + (C_FN − C_TP))."},
        {"interval", "Interval", Uncertainty, "Where the true figure lies, in 95 of 100 such samples.",
         "How far to trust the figure. Wide means: more data first.",
         "Wilson for shares, DeLong for AUC, seeded paired bootstrap for money and F1."},
        {"n", "n", Uncertainty, "How many samples a figure stands on.", "Small n, weak figure.",
         "Scored rows of the cohort or group."},
        {"no_difference", "No difference seen", Uncertainty, "The interval of the difference contains zero.",
         "We cannot tell them apart. It does not say they are the same.",
         "95 % interval of the paired difference covers 0."},
        {"p_value", "p and q", Uncertainty,
         "How often chance alone would show this much; q allows for having looked at many groups.",
         "Small means: probably not an accident.",
         "Two-proportion z; q is Benjamini-Hochberg over what is shown."},
        {"fairness_ratio", "Selection-rate ratio", Uncertainty,
         "The lowest group's selection rate over the highest's.",
         "Below 0.8 somebody will ask why, and should.", "min / max over groups with a defined rate."},
        {"not_available", "n/a", Uncertainty,
         "The figure has no meaning here, and the reason stands beside it.",
         "Not zero. There is nothing to count.", "0/0, a single class, or no probabilities; null in JSON."},
    };
    return entries;
}

const GlossaryEntry* findTerm(std::string_view id) {
    const auto& entries = glossary();
    const auto found =
        std::find_if(entries.begin(), entries.end(), [id](const auto& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

const GlossaryEntry* termIn(std::string_view text) {
    const std::string words = foldCase(text);
    const auto letter = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
    };
    const auto place = [&](const std::string& term) -> std::size_t {
        // "n" is part of most sentences.
        if (term.size() == 1) return words == term ? 0 : std::string::npos;
        for (std::size_t at = words.find(term); at != std::string::npos; at = words.find(term, at + 1)) {
            std::size_t end = at + term.size();
            if (end < words.size() && words[end] == 's') ++end;
            if ((at == 0 || !letter(words[at - 1])) && (end >= words.size() || !letter(words[end])))
                return at;
        }
        return std::string::npos;
    };
    const GlossaryEntry* best = nullptr;
    std::size_t first = std::string::npos;
    for (const GlossaryEntry& entry : glossary()) {
        const std::size_t at = place(foldCase(entry.term));
        if (at == std::string::npos || at > first) continue;
        if (best && at == first && entry.term.size() <= best->term.size()) continue;
        best = &entry;
        first = at;
    }
    return best;
}

}  // namespace reckoner
