// A rule of the house: what a source file must not hold, why, and a snippet that breaks it.
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "tests/house/source_tree.h"

namespace reckoner::house {

struct Offence {
    std::size_t line;  // from 1
    std::string text;
};

struct Rule {
    std::string name;  // letters and digits: the name of its test
    std::string why;   // one sentence for whoever broke it
    std::function<std::vector<Offence>(const SourceFile&)> check;
    // The proof that it bites, and that it does not bite too much.
    std::string path;
    std::string bad;
    std::string good;
};

// How GoogleTest names a rule.
inline void PrintTo(const Rule& rule, std::ostream* out) {
    *out << rule.name;
}

// Where a rule holds: path prefixes, less the prefixes that are free of it.
struct Scope {
    std::vector<std::string> in;
    std::vector<std::string> except = {};
    bool holds(const std::string& path) const;
};

// The rule's check: no #include that begins with one of these.
std::function<std::vector<Offence>(const SourceFile&)> noInclude(Scope scope,
                                                                 std::vector<std::string> targets);
// No such word in code (comments and literals do not count).
std::function<std::vector<Offence>(const SourceFile&)> noWord(Scope scope, std::vector<std::string> words);

std::vector<Rule> layerRules();   // who may include whom
std::vector<Rule> safetyRules();  // threads, time, randomness, numbers, dialogs
std::vector<Rule> textRules();    // text from data is plain text
std::vector<Rule> shapeRules();   // size, comments, leftovers

}  // namespace reckoner::house
