// A store with one run, a file to import into it, and what must be true whatever happens meanwhile.
#pragma once

#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/base/random.h"
#include "tests/support/injected_fault.h"
#include "tests/support/run_process.h"
#include "tests/support/temporary_folder.h"

namespace reckoner::test {

class ImportScene {
 public:
    explicit ImportScene(int rows) : rows_(rows) {
        std::filesystem::create_directories(folder_ / "data");
        std::filesystem::create_directories(folder_ / "home");
        std::filesystem::create_directories(folder_ / "tmp");
        writeRun(file(), rows, 1);
        writeRun(small(), 50, 2);
        writeRun(first(), 200, 3);
        const auto made = import(first());
        if (made.exitCode != 0) throw std::runtime_error("no store to begin with: " + made.err);
        before_ = bytesOf(store());
    }

    std::filesystem::path store() const { return folder_ / "data/review.reckoner"; }
    std::filesystem::path file() const { return folder_ / "big.csv"; }
    std::filesystem::path log() const { return folder_ / "faults.log"; }

    // The store and every folder the program writes to as they were before the import.
    void reset() {
        for (const char* name : {"data", "home", "tmp"}) {
            std::filesystem::remove_all(folder_ / name);
            std::filesystem::create_directories(folder_ / name);
        }
        std::ofstream(store(), std::ios::binary) << before_;
    }
    void resetWithoutStore() {
        reset();
        std::filesystem::remove(store());
    }

    ProcessOptions options() const {
        ProcessOptions result;
        result.home = folder_ / "home";
        result.environment["TMPDIR"] = (folder_ / "tmp").string();
        return result;
    }
    std::vector<std::string> importArguments(const std::filesystem::path& data) const {
        return {"import", data.string(), "--store", store().string()};
    }
    ProcessResult import(const std::filesystem::path& data, const InjectedFault& fault = {}) const {
        ProcessOptions with = options();
        // Files only: what goes to a pipe or a terminal is none.
        for (const auto& [key, value] : environmentOf(fault, log()))
            with.environment[key] = value;
        std::filesystem::remove(log());
        return runProcess(RECKONER_CLI, importArguments(data), with);
    }
    ProcessResult reckoner(std::vector<std::string> arguments) const {
        arguments.insert(arguments.end(), {"--store", store().string()});
        return runProcess(RECKONER_CLI, arguments, options());
    }

    // Rows of each run in the store, in order.
    std::vector<int> runs() const {
        const auto listed = reckoner({"runs", "--json"});
        EXPECT_EQ(listed.exitCode, 0) << listed.err;
        std::vector<int> rows;
        if (listed.exitCode != 0) return rows;
        const auto document = nlohmann::json::parse(listed.out);
        for (const auto& run : document.at("runs"))
            rows.push_back(run.at("rows").get<int>());
        return rows;
    }
    bool unchanged() const { return bytesOf(store()) == before_; }

    // After whatever happened: the whole run is there or nothing of it, and no damage.
    void expectWholeOrNothing() const {
        const std::vector<int> found = runs();
        const std::vector<int> nothing = {200};
        const std::vector<int> whole = {200, rows_};
        EXPECT_TRUE(found == nothing || found == whole) << testing::PrintToString(found);
        const auto check = reckoner({"check"});
        EXPECT_EQ(check.exitCode, 0) << check.out << check.err;
        if (found == nothing) {
            EXPECT_TRUE(unchanged()) << "the run is not there, but the store's bytes are others";
        } else if (found == whole) {
            const auto metrics = reckoner({"metrics", "2", "--json"});
            EXPECT_EQ(metrics.exitCode, 0) << metrics.err;
        }
    }
    // Every file there is after imports that nothing disturbed.
    std::set<std::string> usualFiles() {
        reset();
        EXPECT_EQ(import(small()).exitCode, 0);
        return files();
    }
    // The next import, some time later, clears what a dead one left behind.
    void expectNextImportCleansUp(const std::set<std::string>& usual) const {
        const auto yesterday = std::filesystem::file_time_type::clock::now() - std::chrono::hours(24);
        for (const std::string& file : files())
            std::filesystem::last_write_time(folder_.path() / file, yesterday);
        const auto next = import(small());
        EXPECT_EQ(next.exitCode, 0) << next.err;
        EXPECT_EQ(files(), usual);
    }
    // Every file the program made, from the scene's folder.
    std::set<std::string> files() const {
        std::set<std::string> found;
        for (const char* name : {"data", "home", "tmp"})
            for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_ / name))
                if (entry.is_regular_file())
                    found.insert(std::filesystem::relative(entry.path(), folder_.path()).string());
        return found;
    }

 private:
    std::filesystem::path small() const { return folder_ / "small.csv"; }
    std::filesystem::path first() const { return folder_ / "first.csv"; }

    static void writeRun(const std::filesystem::path& path, int rows, std::uint64_t seed) {
        Random random(seed);
        std::ofstream out(path);
        out << "id,label,score,country,amount,comment\n";
        for (int i = 0; i < rows; ++i) {
            const bool positive = random.below(4) == 0;
            const std::uint64_t score = random.below(700'000) + (positive ? 300'000 : 0);
            out << "s" << seed << "-" << i << (positive ? ",yes,0." : ",no,0.")
                << std::to_string(1'000'000 + score).substr(1) << ","
                << "ABCDEFGH"[random.below(8)] << "," << random.below(10'000) << ",\"note " << random.next()
                << ", and more\"\n";
        }
    }
    static std::string bytesOf(const std::filesystem::path& path) {
        std::ifstream in(path, std::ios::binary);
        std::ostringstream bytes;
        bytes << in.rdbuf();
        return bytes.str();
    }

    TemporaryFolder folder_;
    int rows_;
    std::string before_;
};

}  // namespace reckoner::test
