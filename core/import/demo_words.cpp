#include "core/import/demo_words.h"

namespace reckoner {
namespace {

Vocabulary creditWords() {
    Vocabulary words;
    words.sample = "application";
    words.samples = "applications";
    words.flag = "refuse";
    words.flagged = "refused";
    words.passed = "approved";
    words.realOnes = "defaults";
    words.wouldHave = "would have defaulted";
    words.missed = "missed defaults";
    words.caught = "caught";
    words.falseAlarm = "refused wrongly";
    words.missedOne = "missed default";
    words.falseAlarmOne = "good customer refused";
    words.falseAlarmMany = "good customers refused";
    words.missedMany = "defaults missed";
    words.pass = "approve";
    words.positiveOne = "customer who would have defaulted";
    words.negativeOne = "customer who would have paid";
    return words;
}

Vocabulary jobWords() {
    Vocabulary words;
    words.sample = "job";
    words.samples = "jobs";
    return words;
}

Vocabulary flightWords() {
    Vocabulary words;
    words.sample = "flight";
    words.samples = "flights";
    words.flag = "call late";
    words.flagged = "called late";
    words.pass = "leave";
    words.passed = "not called";
    words.realOnes = "late flights";
    words.wouldHave = "were late";
    words.missed = "missed late flights";
    words.missedOne = "missed late flight";
    words.missedMany = "late flights missed";
    words.positiveOne = "late flight";
    words.negativeOne = "flight on time";
    return words;
}

Vocabulary reviewWords() {
    Vocabulary words;
    words.sample = "review";
    words.samples = "reviews";
    words.flag = "call great";
    words.flagged = "called great";
    words.pass = "leave";
    words.passed = "not called";
    words.realOnes = "great reviews";
    words.wouldHave = "are great";
    words.missed = "missed great reviews";
    words.missedOne = "missed great review";
    words.missedMany = "great reviews missed";
    words.positiveOne = "great review";
    words.negativeOne = "other review";
    return words;
}

}  // namespace

Vocabulary demoWords(std::string_view model) {
    if (model == "credit-default") return creditWords();
    if (model == "hpc-job-runtime") return jobWords();
    if (model == "flight-delay") return flightWords();
    if (model == "food-review-sentiment") return reviewWords();
    return {};
}

}  // namespace reckoner
