// A store with one run and one note, a file with notes to bring in, and what must be true whatever happens
// meanwhile.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/store/notebook.h"
#include "core/store/store.h"
#include "tests/support/injected_fault.h"
#include "tests/support/run_process.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner::test {

class NoteScene {
 public:
    NoteScene() {
        {
            const auto store = Store::create(folder_ / "base.reckoner", clock_);
            StagingBuilder staging(folder_ / "staging");
            fillBinaryRun(staging, numberedIds("s", 50));
            store->publish(staging.staged(), {});
            Notebook(store).save(note(0));
        }
        // SQLite rolls back all that means something; what lies in free pages is none of it.
        SqliteFile(folder_ / "base.reckoner").exec("VACUUM");
        before_ = bytesOf(folder_ / "base.reckoner");
        std::ofstream(file())
            << "{\"model\": \"credit\", \"sample_id\": \"s1\", \"uid\": \"u1\", \"text\": \"" << text(1)
            << "\"}\n";
        reset();
    }

    std::filesystem::path store() const { return folder_ / "data/a.reckoner"; }
    std::filesystem::path file() const { return folder_ / "notes.jsonl"; }
    std::filesystem::path log() const { return folder_ / "faults.log"; }
    const Clock& clock() const { return clock_; }

    void reset() const {
        for (const char* name : {"data", "home"}) {
            std::filesystem::remove_all(folder_ / name);
            std::filesystem::create_directories(folder_ / name);
        }
        writeBytes(store(), before_);
    }
    bool unchanged() const { return bytesOf(store()) == before_; }

    // The n-th note: long enough to need several pages, and different from every other.
    static std::string text(int n) {
        std::string text;
        while (text.size() < 30'000)
            text += "note " + std::to_string(n) + ", ";
        return text;
    }
    static Annotation note(int n) {
        Annotation note;
        note.modelId = 1;
        note.sampleId = "s" + std::to_string(n);
        note.text = text(n);
        return note;
    }

    std::vector<std::string> arguments() const {
        return {"annotations", "import", file().string(), "--store", store().string()};
    }
    ProcessOptions options() const {
        ProcessOptions result;
        result.home = folder_ / "home";
        return result;
    }
    ProcessResult import(const InjectedFault& fault) const {
        ProcessOptions with = options();
        for (const auto& [key, value] : environmentOf(fault, log()))
            with.environment[key] = value;
        std::filesystem::remove(log());
        return runProcess(RECKONER_CLI, arguments(), with);
    }

    // Every note in the store is one of ours and whole, and nothing is damaged. Returns their samples.
    std::vector<std::string> expectWholeNotes() const {
        const auto opened = Store::open(store(), OpenMode::ReadWrite, clock_);
        for (const Damage& damage : opened->check({}))
            ADD_FAILURE() << damage.where << ": " << damage.sentence;
        std::vector<std::string> samples;
        for (const Annotation& note : Notebook(opened).annotations(1)) {
            samples.push_back(note.sampleId);
            EXPECT_TRUE(note.text == text(std::stoi(note.sampleId.substr(1)))) << note.sampleId;
        }
        return samples;
    }

 private:
    TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::string before_;
};

}  // namespace reckoner::test
