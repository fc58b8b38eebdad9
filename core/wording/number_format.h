// How numbers are written for people: thousands comma, true minus, a thin gap before "%". UTF-8.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/value.h"
#include "core/data/eval_table.h"

namespace reckoner {

std::string count(std::uint64_t n);                   // "4,454"
std::string fixed(double number, int decimals);       // "−1,234.50"
std::string percent(double share, int decimals = 0);  // 0.153 -> "15 %" with U+202F
std::string ofHundred(double share);                  // 0.557 -> "56"
// Rounded to 3 significant digits, no exponent: 64,083.2 -> "64,100"; 0.0453 -> "0.0453".
std::string money(double amount);
std::string money(double amount, const std::string& currency);  // "64,100 EUR"
// A threshold: shortest text with at most 3 decimals that is not the neighbour's ("0.31"), for headlines.
std::string threshold(double t);
// With exactly 3 decimals ("0.310"), "nobody" for +infinity.
std::string thresholdExact(double t);
// Every digit that is stored: "0.30983", with a true minus. For what is written down for good.
std::string storedThreshold(double t);
// "n/a: nothing is flagged" or fixed(v, decimals).
std::string valueOr(const Value& value, int decimals);

}  // namespace reckoner
