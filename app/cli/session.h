// What every subcommand works with: the global options, the store, the way to be stopped.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/executor.h"
#include "core/base/task_context.h"
#include "core/store/store.h"

namespace reckoner::cli {

class Session {
 public:
    Session() = default;
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    std::vector<std::string> arguments;  // as typed, without the program's name
    std::string store;                   // --store; empty: the last one opened
    bool json = false;
    SystemClock clock;
    TaskContext task;

    std::filesystem::path storeFile() const;
    // Opens and notes it as the last one opened. Throws Error{Store}.
    std::shared_ptr<Store> openStore(OpenMode mode) const;
    // The program's one executor, made when first asked for.
    Executor& executor() const;

 private:
    mutable std::unique_ptr<Executor> executor_;
};

}  // namespace reckoner::cli
