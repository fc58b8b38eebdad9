// What a subcommand is. A new one is a file of its own and one row of subcommand_list.cpp.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace reckoner::cli {

class Session;

class Subcommand {
 public:
    virtual ~Subcommand() = default;

    virtual std::string_view name() const = 0;
    virtual std::string_view summary() const = 0;   // one line for --help, no full stop
    virtual std::string_view examples() const = 0;  // command lines, one a line
    // Adds its options and arguments; called once, before run().
    virtual void declare(CLI::App& app) = 0;
    // The exit code. Throws Error.
    virtual int run(const Session& session) = 0;
};

// In the order they are listed for people.
std::vector<std::unique_ptr<Subcommand>> subcommandList();

}  // namespace reckoner::cli
