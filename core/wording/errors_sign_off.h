// What a sign-off says about itself: how far it is, and the share that was accepted.
#pragma once

#include <string>

#include "core/review/sign_off.h"
#include "core/wording/sentence.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

struct SignOffCounts {
    std::size_t accepted = 0;
    std::size_t rejected = 0;
    std::size_t open = 0;
    std::size_t judged() const { return accepted + rejected; }
};
SignOffCounts countsOf(const SignOff& signOff);

// "11 of 12 accepted: 92 %, between 65 and 99 %." with its 95 % Wilson interval; "Nothing judged yet."
Sentence signOffRate(const SignOff& signOff);
// "12 of 50 judged", "all 50 judged".
std::string signOffProgress(const SignOff& signOff);
// What is drawn from: "all jobs", "jobs (protocol: J)". where: a filter expression, empty: everything.
std::string signOffSource(const std::string& where, const Vocabulary& words);
// "50 drawn at random with seed 7 from all samples, 3 June 2024, Product"; with its filter where there is
// one.
std::string signOffOrigin(const SignOff& signOff, const Vocabulary& words);

}  // namespace reckoner
