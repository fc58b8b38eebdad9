#include "core/import/class_guess.h"

#include <algorithm>
#include <array>

#include "core/base/numbers.h"

namespace reckoner {

namespace {

// Known pairs, negative first.
constexpr std::array<std::array<std::string_view, 2>, 12> kPairs{{{"0", "1"},
                                                                  {"0.0", "1.0"},
                                                                  {"-1", "1"},
                                                                  {"false", "true"},
                                                                  {"no", "yes"},
                                                                  {"n", "y"},
                                                                  {"f", "t"},
                                                                  {"negative", "positive"},
                                                                  {"neg", "pos"},
                                                                  {"good", "bad"},
                                                                  {"ham", "spam"},
                                                                  {"on_time", "late"}}};

// What people build models to catch.
constexpr std::array<std::string_view, 31> kCaught{
    "bad",     "fraud",     "fraudulent", "churn",    "churned",   "late",      "delayed",  "spam",
    "default", "defaulted", "toxic",      "defect",   "defective", "failure",   "failed",   "fail",
    "anomaly", "attack",    "malicious",  "phishing", "sick",      "malignant", "disease",  "error",
    "abuse",   "cancelled", "canceled",   "overdue",  "click",     "clicked",   "converted"};

std::string spelledLike(std::string_view lowerCase, const std::string& model) {
    std::string text(lowerCase);
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto raise = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; };
    if (model.empty() || !upper(model[0])) return text;
    if (model.size() > 1 && upper(model[1])) {
        std::transform(text.begin(), text.end(), text.begin(), raise);
        return text;
    }
    text[0] = raise(text[0]);
    return text;
}

bool isPositiveOfPair(const std::string& label, const std::vector<LabelCount>& labels) {
    const std::string text = lowered(label);
    for (const auto& pair : kPairs) {
        if (text != pair[1]) continue;
        if (labels.size() == 1) return true;
        for (const LabelCount& other : labels)
            if (lowered(other.label) == pair[0]) return true;
    }
    return false;
}

}  // namespace

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

bool isCaughtWord(std::string_view text) {
    return std::find(kCaught.begin(), kCaught.end(), text) != kCaught.end();
}

PositiveGuess guessPositive(const std::vector<LabelCount>& labels) {
    for (const LabelCount& label : labels)
        if (isPositiveOfPair(label.label, labels))
            return {label.label, "\"" + label.label + "\" usually is the positive class"};
    for (const LabelCount& label : labels)
        if (isCaughtWord(lowered(label.label)))
            return {label.label, "\"" + label.label + "\" is what such models look for"};
    for (const auto& pair : kPairs)
        if (labels.size() == 1 && lowered(labels[0].label) == pair[0]) {
            const std::string other = spelledLike(pair[1], labels[0].label);
            return {other,
                    "\"" + other + "\" is the opposite of \"" + labels[0].label + "\", the only label seen"};
        }
    if (labels.size() == 1) return {labels[0].label, "it is the only label seen"};
    const auto rarest =
        std::min_element(labels.begin(), labels.end(), [](const LabelCount& a, const LabelCount& b) {
            return a.rows != b.rows ? a.rows < b.rows : a.label > b.label;
        });
    return {rarest->label, "it is the rarer class"};
}

std::vector<std::string> orderClasses(const std::vector<LabelCount>& labels, const std::string& positive) {
    std::vector<std::string> classes;
    for (const LabelCount& label : labels)
        classes.push_back(label.label);
    const bool numbers = std::all_of(classes.begin(), classes.end(),
                                     [](const std::string& c) { return parseNumber(c).has_value(); });
    std::sort(classes.begin(), classes.end(), [numbers](const std::string& a, const std::string& b) {
        if (!numbers) return a < b;
        const double x = *parseNumber(a);
        const double y = *parseNumber(b);
        return x != y ? x < y : a < b;
    });
    if (!positive.empty() && std::find(classes.begin(), classes.end(), positive) == classes.end())
        classes.push_back(positive);
    if (classes.size() == 2 && classes[0] == positive) std::swap(classes[0], classes[1]);
    return classes;
}

}  // namespace reckoner
