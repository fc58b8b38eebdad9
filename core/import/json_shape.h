// Which columns the first lines of a JSON Lines file have.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

// Keys in order of first appearance. An object that has the same keys of plain values in every line becomes
// one column a key ("scores.VF"); other objects, and those called like an explanation, stay one column. Lines
// that are no JSON are passed over.
std::vector<std::string> jsonColumns(std::string_view text);

// "explanation", "shap_values", "reasons", ...
bool isExplanationName(std::string_view name);

}  // namespace reckoner
