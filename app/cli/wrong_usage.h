// What was wrong with a command line, in a sentence for people.
#pragma once

#include <string>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace reckoner::cli {

// Names what was not expected in the order it was typed, and what is near it. `app` has parsed.
std::string wrongUsage(const CLI::App& app, const CLI::ParseError& error);

}  // namespace reckoner::cli
