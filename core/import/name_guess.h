// Model, version and eval set from a file's name: "flight_delay_v1_2001-W05.csv".
#pragma once

#include <string>

namespace reckoner {

struct NameGuess {
    std::string model, version, evalSet;
    bool versionFound = false;  // in the name; else a plain "v1"
    bool evalSetFound = false;  // in the name; else a plain "default"
};

// stem: the file's name without folder and extension. Nothing is left empty.
NameGuess guessNames(const std::string& stem);

}  // namespace reckoner
