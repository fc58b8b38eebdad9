// Lets a program's n-th change to a file fail, fall short, or be its last
// (tests/support/failing_writes_shim.cpp). Needs the definition RECKONER_FAILING_WRITES (the tests of
// tests/fault have it).
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace reckoner::test {

enum class FaultKind {
    Count,    // nothing fails: how many calls are there?
    NoSpace,  // this call fails with ENOSPC
    IoError,  // this call fails with EIO
    Short,    // this write takes half of its bytes
    Full,     // from this call on nothing grows
    Kill,     // SIGKILL before this call
    Torn,     // SIGKILL after half of this write
};

struct InjectedFault {
    FaultKind kind = FaultKind::Count;
    int at = 0;               // from 1, among the calls that match
    std::string paths = "*";  // fnmatch patterns separated by ':'; '*' crosses folders
    std::string calls{};      // of create, write, sync, rename, truncate, unlink, by ','; empty: all
};

inline std::string name(FaultKind kind) {
    switch (kind) {
        case FaultKind::Count:
            return "count";
        case FaultKind::NoSpace:
            return "enospc";
        case FaultKind::IoError:
            return "eio";
        case FaultKind::Short:
            return "short";
        case FaultKind::Full:
            return "full";
        case FaultKind::Kill:
            return "kill";
        case FaultKind::Torn:
            return "torn";
    }
    return {};
}

// What to add to the environment of the program. The log, when asked for, gets a line for each counted call.
inline std::map<std::string, std::string> environmentOf(const InjectedFault& fault,
                                                        const std::filesystem::path& log = {}) {
    std::map<std::string, std::string> result = {
        {"LD_PRELOAD", RECKONER_FAILING_WRITES},         {"RECKONER_FAULT_KIND", name(fault.kind)},
        {"RECKONER_FAULT_AT", std::to_string(fault.at)}, {"RECKONER_FAULT_PATHS", fault.paths},
        {"RECKONER_FAULT_CALLS", fault.calls},
    };
    if (!log.empty()) result["RECKONER_FAULT_LOG"] = log.string();
    return result;
}

// The counted calls of a log, in order: "write data.reckoner".
inline std::vector<std::string> countedCalls(const std::filesystem::path& log) {
    std::vector<std::string> calls;
    std::ifstream in(log);
    std::string number;
    std::string call;
    std::string path;
    while (in >> number >> call && std::getline(in, path))
        calls.push_back(call + " " + std::filesystem::path(path).filename().string());
    return calls;
}

}  // namespace reckoner::test
