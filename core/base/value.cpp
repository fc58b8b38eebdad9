#include "core/base/value.h"

namespace reckoner {

std::string_view describe(Reason reason) {
    switch (reason) {
        case Reason::None:
            return "";
        case Reason::NoSamples:
            return "no scored samples";
        case Reason::NothingFlagged:
            return "nothing is flagged";
        case Reason::NothingPassed:
            return "everything is flagged";
        case Reason::NoPositives:
            return "no positive samples";
        case Reason::NoNegatives:
            return "no negative samples";
        case Reason::SingleClass:
            return "only one class is present";
        case Reason::NotProbabilities:
            return "the scores are not probabilities";
        case Reason::NoCost:
            return "no costs are known";
        case Reason::NotComparable:
            return "not comparable";
        case Reason::TooFew:
            return "too few samples";
        case Reason::Weighted:
            return "not defined for weighted samples";
        case Reason::NoErrors:
            return "there are no errors";
        case Reason::ZeroEverywhere:
            return "it is 0 in every group";
    }
    return "";
}

}  // namespace reckoner
