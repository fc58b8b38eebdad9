// JSON as the command line prints it: keys in the order of the contract, numbers shortest round trip.
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/base/value.h"

namespace reckoner {

using Json = nlohmann::ordered_json;

// A number, null for NaN, the strings "inf" and "-inf" for the infinities.
Json jsonNumber(double number);
// Undefined is null.
Json jsonValue(const Value& value);
Json jsonInterval(const std::optional<Interval>& interval);

// The document and a line break: objects by line, lists of plain values on one line. Doubles are written by
// shortestNumber; text that is no UTF-8 gets replacement characters.
std::string jsonText(const Json& document);

}  // namespace reckoner
