// A session on the demo store with one run on the screen, for tests of panes: no window, no page.
#pragma once

#include <algorithm>
#include <chrono>
#include <string>

#include <QTest>

#include "core/base/executor.h"
#include "core/import/demo.h"
#include "tests/support/temporary_folder.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"
#include "ui/session/state_rules.h"

namespace reckoner::test {

// When the demo is made, and the day on which every session on it is held.
inline FixedClock demoDay() {
    return FixedClock{std::chrono::sys_days{std::chrono::year{2026} / 3 / 4}};
}

// Made once for a test program; every session opens a copy of its own.
class DemoStoreFile {
 public:
    DemoStoreFile() { createDemo(folder_ / "demo.reckoner", RECKONER_RESOURCES, clock_); }
    std::filesystem::path copy(const std::filesystem::path& folder) const {
        std::filesystem::copy_file(folder_ / "demo.reckoner", folder / "demo.reckoner");
        return folder / "demo.reckoner";
    }

 private:
    TemporaryFolder folder_;
    FixedClock clock_ = demoDay();
};

struct DemoSession {
    explicit DemoSession(const DemoStoreFile& demo)
        : session(executor, clock), store(Store::open(demo.copy(folder.path()), OpenMode::ReadWrite, clock)) {
        session.setStore(store);
    }

    // The version's run with most rows; false when it does not arrive.
    bool show(const std::string& model, const std::string& version) {
        RunId best = 0;
        std::uint64_t rows = 0;
        for (const RunRow& run : session.contents().runs)
            if (run.info.model == model && run.info.version == version && run.info.rows > rows) {
                best = run.info.id;
                rows = run.info.rows;
            }
        session.apply([best](ReviewState& state) { state.run = best; });
        return best != 0 && settle();
    }
    bool settle() {
        return QTest::qWaitFor(
            [this] { return session.run() && !session.busy() && !BackgroundTask::anyRunning(); }, 20'000);
    }
    std::string option(const char* key) const {
        const auto found = session.state().options.find(key);
        return found == session.state().options.end() ? std::string() : found->second;
    }

    TemporaryFolder folder;
    Executor executor{2};
    FixedClock clock = demoDay();
    ReviewSession session;
    std::shared_ptr<Store> store;
};

}  // namespace reckoner::test
