// What every subcommand works with: the global options, the store, the way to be stopped.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/task_context.h"
#include "core/store/store.h"

namespace reckoner::cli {

struct Session {
    std::vector<std::string> arguments;  // as typed, without the program's name
    std::string store;                   // --store; empty: the last one opened
    bool json = false;
    SystemClock clock;
    TaskContext task;

    std::filesystem::path storeFile() const;
    // Opens and notes it as the last one opened. Throws Error{Store}.
    std::shared_ptr<Store> openStore(OpenMode mode) const;
};

}  // namespace reckoner::cli
