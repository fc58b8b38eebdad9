#include "core/import/role_guess.h"

#include <algorithm>
#include <initializer_list>

#include "core/import/class_guess.h"
#include "core/import/json_shape.h"

namespace reckoner {

namespace {

using Words = std::initializer_list<std::string_view>;

// Lower case, everything but letters and digits as one underscore: "Y True" is "y_true".
std::string plainName(const std::string& name) {
    std::string out;
    for (const char c : lowered(name)) {
        const bool letter =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
        if (letter)
            out += c;
        else if (!out.empty() && out.back() != '_')
            out += '_';
    }
    if (out.ends_with('_')) out.pop_back();
    return out;
}

class RoleGuesser {
 public:
    RoleGuesser(const FileHead& head, const std::vector<ColumnFacts>& facts,
                const std::map<std::size_t, RoleGuess>& fixed)
        : head_(head), facts_(facts), guesses_(head.columns.size()), taken_(head.columns.size(), false) {
        for (const SampleColumn& column : head.columns)
            names_.push_back(plainName(column.name));
        for (const auto& [at, guess] : fixed)
            take(at, guess);
    }

    std::vector<RoleGuess> run() {
        guessLabel();
        leaveOutEmpty();
        guessNamed(ColumnRole::Id,
                   {"id", "sample_id", "row_id", "uuid", "guid", "key", "case_id", "record_id"});
        guessPrediction();
        guessClassScores();
        guessScore();
        guessId();
        for (std::size_t at = 0; at < names_.size(); ++at)
            if (!taken_[at]) guessRest(at);
        return std::move(guesses_);
    }

 private:
    void take(std::size_t at, RoleGuess guess) {
        guesses_[at] = std::move(guess);
        taken_[at] = true;
    }
    void take(std::size_t at, ColumnRole role, std::string reason) {
        take(at, {role, {}, std::move(reason)});
    }

    // Asked after the label: outcomes that nobody knows yet are an empty column too.
    void leaveOutEmpty() {
        for (std::size_t at = 0; at < facts_.size(); ++at)
            if (facts_[at].present + facts_[at].tokens == 0 && !taken_[at])
                take(at, {std::nullopt, {}, "it is empty in the rows looked at"});
    }

    bool has(ColumnRole role) const {
        return std::any_of(guesses_.begin(), guesses_.end(),
                           [role](const RoleGuess& g) { return g.role == role; });
    }
    std::optional<std::size_t> columnOf(ColumnRole role) const {
        for (std::size_t at = 0; at < guesses_.size(); ++at)
            if (guesses_[at].role == role) return at;
        return std::nullopt;
    }

    static std::string byName(const std::string& name) { return "its name is \"" + name + "\""; }

    // The first free column whose name is one of the words, in the order of the words.
    template <class Fits>
    std::optional<std::size_t> named(Words words, Fits fits) const {
        for (const std::string_view word : words)
            for (std::size_t at = 0; at < names_.size(); ++at)
                if (!taken_[at] && names_[at] == word && fits(facts_[at])) return at;
        return std::nullopt;
    }
    void guessNamed(ColumnRole role, Words words) {
        if (has(role)) return;
        if (const auto at = named(words, [](const ColumnFacts&) { return true; }))
            take(*at, role, byName(head_.columns[*at].name));
    }

    static bool fewValues(const ColumnFacts& f) {
        return f.distinct.size() <= 50 && (f.present < 20 || f.distinct.size() * 4 <= f.present) &&
               f.fractions == 0;
    }

    void guessLabel() {
        if (has(ColumnRole::Label)) return;
        const auto fits = [](const ColumnFacts& f) { return fewValues(f); };
        auto at = named(
            {"label", "target", "y", "y_true", "ytrue", "actual", "truth", "ground_truth", "groundtruth",
             "gt", "true_label", "label_true", "labels", "true", "class", "observed", "y_test", "reality"},
            fits);
        if (at) return take(*at, ColumnRole::Label, byName(head_.columns[*at].name));
        at = onlyTwoValued();
        if (at)
            take(*at, ColumnRole::Label, "it is the only column of two values named after what models catch");
    }

    static bool namesSomethingCaught(std::string_view plain) {
        for (const std::string_view prefix : {"is_", "has_", "was_", "will_"})
            if (plain.starts_with(prefix)) plain.remove_prefix(prefix.size());
        return isCaughtWord(plain);
    }

    // is_fraud, churned: 0/1, yes/no, ... in exactly one column.
    std::optional<std::size_t> onlyTwoValued() const {
        std::optional<std::size_t> found;
        for (std::size_t at = 0; at < names_.size(); ++at) {
            if (taken_[at] || !namesSomethingCaught(names_[at]) || facts_[at].distinct.size() != 2) continue;
            const std::string a = lowered(facts_[at].distinct.begin()->first);
            const std::string b = lowered(facts_[at].distinct.rbegin()->first);
            const bool pair = (a == "0" && b == "1") || (a == "false" && b == "true") ||
                              (a == "no" && b == "yes") || (a == "n" && b == "y") || (a == "-1" && b == "1");
            if (!pair) continue;
            if (found) return std::nullopt;
            found = at;
        }
        return found;
    }

    void guessPrediction() {
        if (has(ColumnRole::Prediction)) return;
        const auto at =
            named({"prediction", "predicted", "pred", "y_pred", "ypred", "y_hat", "yhat", "predicted_label",
                   "predicted_class", "pred_label", "pred_class", "prediction_label", "decision"},
                  fewValues);
        if (at) take(*at, ColumnRole::Prediction, byName(head_.columns[*at].name));
    }

    // score_X, prob_X, p_X, scores.X where X is a class of the label.
    void guessClassScores() {
        const auto label = columnOf(ColumnRole::Label);
        if (has(ColumnRole::ClassScore) || has(ColumnRole::Score) || !label) return;
        std::map<std::string, std::map<std::string, std::size_t>> byPrefix;
        for (std::size_t at = 0; at < names_.size(); ++at) {
            if (taken_[at] || !facts_[at].allNumbers()) continue;
            for (const auto& [className, rows] : facts_[*label].distinct) {
                const std::string prefix = scorePrefix(head_.columns[at].name, className);
                if (!prefix.empty()) byPrefix[prefix][className] = at;
            }
        }
        const auto best =
            std::max_element(byPrefix.begin(), byPrefix.end(),
                             [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
        if (best == byPrefix.end() || best->second.size() < 2) return;
        if (facts_[*label].distinct.size() <= 2 && scoreColumns(best->first) <= 2)
            return takePair(best->second);
        for (const auto& [className, at] : best->second)
            take(at,
                 {ColumnRole::ClassScore, className, "its name ends with the class \"" + className + "\""});
        takeUnseenClasses(best->first);
    }

    bool likeAClassScore(std::size_t at, const std::string& prefix) const {
        const std::string& name = head_.columns[at].name;
        const ColumnFacts& f = facts_[at];
        return name.size() > prefix.size() && name.starts_with(prefix) && f.allNumbers() && f.lowest >= 0 &&
               f.highest <= 1;
    }
    std::size_t scoreColumns(const std::string& prefix) const {
        std::size_t count = 0;
        for (std::size_t at = 0; at < names_.size(); ++at)
            count += likeAClassScore(at, prefix) ? 1 : 0;
        return count;
    }

    // A class that no label of the first rows shows still has its column.
    void takeUnseenClasses(const std::string& prefix) {
        for (std::size_t at = 0; at < names_.size(); ++at)
            if (!taken_[at] && likeAClassScore(at, prefix))
                take(at, {ColumnRole::ClassScore, head_.columns[at].name.substr(prefix.size()),
                          "it is called like the other class scores"});
    }

    // Two classes: the positive one's column is the score, the other says the same.
    void takePair(const std::map<std::string, std::size_t>& columns) {
        std::vector<LabelCount> labels;
        for (const auto& [label, rows] : facts_[*columnOf(ColumnRole::Label)].distinct)
            labels.push_back({label, rows});
        const std::string positive = guessPositive(labels).positive;
        for (const auto& [className, at] : columns)
            if (className == positive)
                take(at, ColumnRole::Score, "its name ends with the positive class \"" + className + "\"");
            else
                take(at, {std::nullopt, {}, "it is the other class's score"});
    }

    // "score_" of "score_VF" and "VF"; empty: no class score.
    static std::string scorePrefix(const std::string& name, const std::string& className) {
        if (className.empty() || !name.ends_with(className) || name.size() == className.size()) return {};
        const std::string prefix = name.substr(0, name.size() - className.size());
        const std::string plain = plainName(prefix);
        for (const std::string_view word :
             {"score", "scores", "prob", "probs", "p", "proba", "probas", "probability", "probabilities",
              "pred_proba", "y_score", "y_prob", "y_proba", "class_scores"})
            if (plain == word && plain.size() < prefix.size()) return prefix;
        return {};
    }

    void guessScore() {
        if (has(ColumnRole::Score) || has(ColumnRole::ClassScore)) return;
        const auto numbers = [](const ColumnFacts& f) { return f.numbers > 0; };
        const auto fractions = [](const ColumnFacts& f) { return f.allNumbers() && f.fractions > 0; };
        auto at = named({"score",
                         "y_score",
                         "yscore",
                         "prob",
                         "probability",
                         "proba",
                         "y_prob",
                         "y_proba",
                         "y_pred_proba",
                         "pred_proba",
                         "pred_prob",
                         "predicted_probability",
                         "prediction_score",
                         "model_score",
                         "risk_score",
                         "risk",
                         "p",
                         "confidence",
                         "logit",
                         "log_odds",
                         "margin",
                         "decision_function"},
                        numbers);
        if (!at) at = named({"prediction", "predicted", "pred", "y_pred", "y_hat", "yhat"}, fractions);
        if (at) return take(*at, ColumnRole::Score, byName(head_.columns[*at].name));
        for (std::size_t i = 0; i < names_.size(); ++i)
            for (const std::string_view word : {"score", "prob", "proba", "probability"})
                if (!taken_[i] && fractions(facts_[i]) &&
                    (names_[i].ends_with("_" + std::string(word)) ||
                     names_[i].starts_with(std::string(word) + "_")))
                    return take(i, ColumnRole::Score, "its name holds \"" + std::string(word) + "\"");
        std::optional<std::size_t> only;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const ColumnFacts& f = facts_[i];
            if (taken_[i] || !fractions(f) || f.lowest < 0 || f.highest > 1) continue;
            if (only) return;
            only = i;
        }
        if (only) take(*only, ColumnRole::Score, "it is the only column of numbers between 0 and 1");
    }

    void guessId() {
        if (has(ColumnRole::Id)) return;
        for (std::size_t at = 0; at < names_.size(); ++at) {
            const ColumnFacts& f = facts_[at];
            const bool different = f.present == f.rows && f.distinct.size() == f.rows;
            if (!taken_[at] && different && f.fractions == 0 &&
                (names_[at].ends_with("_id") || names_[at].ends_with("_key")))
                return take(at, ColumnRole::Id, "its name ends like an id's and no value stands twice");
        }
        const ColumnFacts& f = facts_.front();
        const bool different = f.present == f.rows && f.distinct.size() == f.rows && f.rows > 1;
        if (!taken_[0] && different && f.fractions == 0 && f.objects == 0 && f.times == 0 &&
            f.bytes <= 40 * f.rows)
            take(0, ColumnRole::Id, "it is the first column and no value stands twice");
    }

    void guessRest(std::size_t at) {
        const ColumnFacts& f = facts_[at];
        const std::string& name = names_[at];
        const auto is = [&](Words words) {
            return std::find(words.begin(), words.end(), name) != words.end();
        };
        const auto ends = [&](Words words) {
            return std::any_of(words.begin(), words.end(),
                               [&](std::string_view w) { return name.ends_with(w); });
        };
        const std::string called = byName(head_.columns[at].name);
        if (is({"override", "human_decision", "reviewer_decision"}))
            return take(at, ColumnRole::Override, called);
        if (is({"actionable"})) return take(at, ColumnRole::Actionable, called);
        if (is({"outcome"})) return take(at, ColumnRole::Outcome, called);
        if (is({"acted_on", "actioned"})) return take(at, ColumnRole::ActedOn, called);
        if (f.objects > 0 && f.objects * 20 >= f.present * 19) {
            if (!has(ColumnRole::Explanation))
                return take(at, ColumnRole::Explanation, "its values are JSON objects");
            return take(at, ColumnRole::Text, "its values are JSON objects");
        }
        if (f.allNumbers()) return guessNumber(at, is, ends);
        if (f.allTimes()) {
            if (!has(ColumnRole::Timestamp))
                return take(at, ColumnRole::Timestamp, "its values are dates or times");
            return take(at, ColumnRole::Text, "its values are dates or times, and the run has a timestamp");
        }
        guessStrings(at);
    }

    template <class Is, class Ends>
    void guessNumber(std::size_t at, Is is, Ends ends) {
        const std::string called = byName(head_.columns[at].name);
        if (!has(ColumnRole::Weight) && is({"weight", "sample_weight", "w", "case_weight"}))
            return take(at, ColumnRole::Weight, called);
        if (!has(ColumnRole::Latency) && (is({"latency", "latency_ms", "response_time", "response_time_ms",
                                              "inference_ms", "duration_ms"}) ||
                                          ends({"_latency_ms", "_latency"})))
            return take(at, ColumnRole::Latency, called);
        if (!has(ColumnRole::Timestamp) && facts_[at].lowest > 1e8 &&
            (is({"timestamp", "time", "ts", "datetime", "date", "event_time", "epoch"}) ||
             ends({"_at", "_timestamp", "_ts"})))
            return take(at, ColumnRole::Timestamp, called);
        if (is({"amount", "loan_amount", "transaction_amount", "exposure"}) || ends({"_amount"}))
            return take(at, ColumnRole::Amount, called);
        take(at, ColumnRole::Numeric, "its values are numbers");
    }

    void guessStrings(std::size_t at) {
        const ColumnFacts& f = facts_[at];
        const std::string different = std::to_string(f.distinct.size());
        if (isExplanationName(head_.columns[at].name) && !has(ColumnRole::Explanation) &&
            f.bytes > 30 * f.present)
            return take(at, ColumnRole::Explanation, byName(head_.columns[at].name));
        if (f.present > 0 && f.bytes > 40 * f.present)
            return take(at, ColumnRole::Text, "its values are long texts");
        if (f.distinct.size() > 20 && f.distinct.size() * 2 > f.present)
            return take(at, ColumnRole::Text, "its values are texts, nearly all different");
        take(at, ColumnRole::Segment, "it has few different values (" + different + ")");
    }

    const FileHead& head_;
    const std::vector<ColumnFacts>& facts_;
    std::vector<RoleGuess> guesses_;
    std::vector<bool> taken_;
    std::vector<std::string> names_;
};

}  // namespace

std::vector<RoleGuess> guessRoles(const FileHead& head, const std::vector<ColumnFacts>& facts,
                                  const std::map<std::size_t, RoleGuess>& fixed) {
    return RoleGuesser(head, facts, fixed).run();
}

}  // namespace reckoner
