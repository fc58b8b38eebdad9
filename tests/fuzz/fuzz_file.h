// The bytes of a fuzzer as a file in memory, and an import of it that may only end well or with Error.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "core/base/error.h"
#include "core/import/plan_file.h"

namespace reckoner::fuzz {

inline std::filesystem::path folder() {
    static const std::filesystem::path path = [] {
        std::string pattern = (std::filesystem::temp_directory_path() / "reckoner-fuzz-XXXXXX").string();
        return std::filesystem::path(mkdtemp(pattern.data()));
    }();
    return path;
}

inline void importBytes(const std::string& fileName, const std::uint8_t* data, std::size_t size) {
    const auto file = folder() / fileName;
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    ImportAnswers answers;
    answers.maxBad = 1;
    try {
        const ImportPlan plan = planFile(file, std::nullopt, answers);
        const ImportReport report = stageImport(plan, folder(), {});
        std::filesystem::remove(report.staged.stagingFile);
        const std::uint64_t judged = report.staged.info.scored + report.staged.excluded.total();
        if (judged != report.staged.info.rows) __builtin_trap();
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Internal || error.code() == ErrorCode::Store) __builtin_trap();
    }
}

}  // namespace reckoner::fuzz
