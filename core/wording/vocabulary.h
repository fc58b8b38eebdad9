// The model's own words for its outcomes, from its cost model; plain words until somebody sets them.
#pragma once

#include <string>

namespace reckoner {

// Lower case, so that they fit into sentences. Stored as JSON with the cost model.
struct Vocabulary {
    std::string sample = "sample";                // "application"
    std::string samples = "samples";              // "applications"
    std::string flag = "flag";                    // verb: "refuse"
    std::string flagged = "flagged";              // "refused"
    std::string passed = "let through";           // "approved"
    std::string realOnes = "real ones";           // "defaults"
    std::string wouldHave = "are right";          // of the flagged: "would have defaulted"
    std::string missed = "missed";                // FN cell: "missed defaults"
    std::string caught = "caught";                // TP cell
    std::string falseAlarm = "false alarm";       // FP cell: "refused wrongly"
    std::string missedOne = "missed one";         // "missed default"
    std::string falseAlarmOne = "false alarm";    // "good customer refused"
    std::string falseAlarmMany = "false alarms";  // "good customers refused"
    std::string missedMany = "missed";            // area label: "defaults missed"
    std::string pass = "let through";             // verb: "approve"
    std::string positiveOne{};  // "customer who would have defaulted"; empty: told by the class
    std::string negativeOne{};  // "customer who would have paid"
    bool operator==(const Vocabulary&) const = default;
};

}  // namespace reckoner
