// Kills a program at many moments of its work: at its n-th change to a file, in the middle of a write, or
// after a stretch of time. Same seed, same moments.
#pragma once

#include <algorithm>
#include <chrono>
#include <csignal>
#include <ctime>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "tests/support/injected_fault.h"
#include "tests/support/run_process.h"

namespace reckoner::test {

struct KillMoment {
    InjectedFault fault;                // Kill or Torn; Count: by time
    std::chrono::microseconds after{};  // by time: since the start

    std::string describe() const {
        if (fault.kind == FaultKind::Count) return "killed after " + std::to_string(after.count()) + " us";
        return name(fault.kind) + " at change " + std::to_string(fault.at);
    }
};

// `kills` moments for a work that makes `calls` changes to files and takes `duration`: two thirds spread
// evenly over the changes (before one and in the middle of one, in turn), the others at random times.
inline std::vector<KillMoment> killMoments(int calls, std::chrono::microseconds duration, int kills,
                                           std::uint64_t seed) {
    std::vector<KillMoment> moments;
    const int byCall = kills * 2 / 3;
    for (int i = 0; i < byCall; ++i) {
        const int at = 1 + static_cast<int>((static_cast<long>(calls) - 1) * i / std::max(byCall - 1, 1));
        moments.push_back({{i % 2 == 0 ? FaultKind::Kill : FaultKind::Torn, at}, {}});
    }
    Random random(seed);
    while (static_cast<int>(moments.size()) < kills)
        moments.push_back(
            {{}, std::chrono::microseconds(random.below(static_cast<std::uint64_t>(duration.count()) + 1))});
    return moments;
}

// Runs the program and kills it at the moment, if it is not done before. Exit code 128 + SIGKILL when it was.
inline ProcessResult runAndKill(const std::string& program, const std::vector<std::string>& arguments,
                                ProcessOptions options, const KillMoment& moment) {
    if (moment.fault.kind != FaultKind::Count) {
        for (const auto& [key, value] : environmentOf(moment.fault))
            options.environment[key] = value;
        return runProcess(program, arguments, options);
    }
    options.whenStarted = [&moment](pid_t child) {
        const auto us = moment.after.count();
        timespec left{us / 1'000'000, us % 1'000'000 * 1000};
        while (nanosleep(&left, &left) != 0) {
        }
        kill(child, SIGKILL);  // not yet waited for: it is still ours, dead or alive
    };
    return runProcess(program, arguments, options);
}

}  // namespace reckoner::test
