// The real `reckoner` with a home of its own.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/support/run_process.h"
#include "tests/support/temporary_folder.h"

namespace reckoner::test {

class Cli {
 public:
    // store: --store of every call; empty: none is said.
    explicit Cli(std::filesystem::path store = {}) : store_(std::move(store)) {}

    ProcessResult operator()(std::vector<std::string> arguments, ProcessOptions options = {}) const {
        if (!store_.empty()) arguments.insert(arguments.end(), {"--store", store_.string()});
        options.home = folder_ / "home";
        options.workingFolder = folder_.path();
        return runProcess(RECKONER_CLI, arguments, options);
    }
    // The document of a call that succeeds, saying nothing else on standard output; null otherwise.
    nlohmann::json json(std::vector<std::string> arguments) const {
        arguments.push_back("--json");
        const ProcessResult result = (*this)(arguments);
        if (result.exitCode != 0) return nullptr;
        return nlohmann::json::parse(result.out, nullptr, false);
    }

    std::filesystem::path write(const std::string& name, const std::string& content) const {
        std::ofstream(folder_ / name, std::ios::binary) << content;
        return folder_ / name;
    }
    std::string read(const std::filesystem::path& file) const {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    const TemporaryFolder& folder() const { return folder_; }

 private:
    TemporaryFolder folder_;
    std::filesystem::path store_;
};

// The demo store, made once a program by `reckoner demo`; tests only read it.
inline const std::filesystem::path& demoStore() {
    static const TemporaryFolder folder;
    static const std::filesystem::path store = [] {
        const std::filesystem::path file = folder / "demo.reckoner";
        const ProcessResult made = Cli(file)({"demo"});
        if (made.exitCode != 0) throw std::runtime_error("no demo store: " + made.err);
        return file;
    }();
    return store;
}

}  // namespace reckoner::test
