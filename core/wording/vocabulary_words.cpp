#include "core/wording/vocabulary_words.h"

namespace reckoner {
namespace {

constexpr VocabularyWord kWords[] = {
    {"sample", &Vocabulary::sample, "One sample"},
    {"samples", &Vocabulary::samples, "Several samples"},
    {"flag", &Vocabulary::flag, "What is done from the threshold up"},
    {"flagged", &Vocabulary::flagged, "To whom it is done, they are"},
    {"pass", &Vocabulary::pass, "What is done below it"},
    {"passed", &Vocabulary::passed, "To whom that is done, they are"},
    {"positive_one", &Vocabulary::positiveOne, "One the model looks for"},
    {"negative_one", &Vocabulary::negativeOne, "One of the others"},
    {"real_ones", &Vocabulary::realOnes, "Those the model looks for"},
    {"would_have", &Vocabulary::wouldHave, "Rightly flagged, they"},
    {"missed_one", &Vocabulary::missedOne, "One that was missed"},
    {"missed", &Vocabulary::missed, "Several of them"},
    {"missed_many", &Vocabulary::missedMany, "On the chart"},
    {"false_alarm_one", &Vocabulary::falseAlarmOne, "One false alarm"},
    {"false_alarm_many", &Vocabulary::falseAlarmMany, "Several of them"},
    {"false_alarm", &Vocabulary::falseAlarm, "They were"},
    {"caught", &Vocabulary::caught, "Those found were"},
};

}  // namespace

std::span<const VocabularyWord> vocabularyWords() {
    return kWords;
}

}  // namespace reckoner
