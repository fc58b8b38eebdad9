// The values an import has staged, read back from its staging file.
#pragma once

#include <cmath>
#include <fstream>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/numbers.h"
#include "core/import/import_plan.h"
#include "core/import/plan_file.h"
#include "tests/core/import/reading.h"

namespace reckoner::test {

// One import of a text, in a folder of its own.
class Imported {
 public:
    Imported(const std::string& fileName, const std::string& text, ImportAnswers answers = {},
             const std::string& manifest = {}) {
        const auto file = writeFile(folder_ / fileName, text);
        std::optional<std::filesystem::path> manifestFile;
        if (!manifest.empty()) manifestFile = writeFile(folder_ / "given.json", manifest);
        plan = planFile(file, manifestFile, answers);
        report = stageImport(plan, folder_.path(), {});
    }
    explicit Imported(const std::filesystem::path& file) {
        plan = planFile(file, std::nullopt, {});
        report = stageImport(plan, folder_.path(), {});
    }

    const StagedColumn& column(const std::string& name) const {
        for (const StagedColumn& one : report.staged.columns)
            if (one.info.name == name) return one;
        throw std::runtime_error("no staged column " + name);
    }

    std::vector<std::string> values(const std::string& name) const { return values(column(name)); }
    std::vector<std::string> ids() const { return texts(report.staged.ids.chunks); }
    EncodedChunk chunk(const StagedChunk& staged) const {
        EncodedChunk out = staged.head;
        out.bytes.resize(staged.storedBytes);
        std::ifstream in(report.staged.stagingFile, std::ios::binary);
        in.seekg(static_cast<std::streamoff>(staged.offset));
        in.read(reinterpret_cast<char*>(out.bytes.data()), staged.storedBytes);
        if (!in) throw std::runtime_error("the staging file is too short");
        return out;
    }

    std::vector<std::string> values(const StagedColumn& one) const {
        if (one.info.type == ColumnType::Text) return texts(one.chunks);
        std::vector<std::string> out;
        for (const StagedChunk& staged : one.chunks) {
            if (one.info.type == ColumnType::Category) {
                std::vector<std::uint32_t> codes(staged.head.rows);
                decodeCodes(chunk(staged), one.info.distinct, codes, one.info.name);
                for (const std::uint32_t code : codes)
                    out.push_back(code == one.info.distinct ? "<missing>" : one.dictionary[code]);
                continue;
            }
            std::vector<double> numbers(staged.head.rows);
            decodeReals(chunk(staged), numbers, one.info.name);
            for (const double number : numbers)
                out.push_back(isMissingReal(number) ? "<missing>" : shortestNumber(number));
        }
        return out;
    }

    ImportPlan plan;
    ImportReport report;

 private:
    std::vector<std::string> texts(const std::vector<StagedChunk>& chunks) const {
        std::vector<std::string> out;
        for (const StagedChunk& staged : chunks) {
            const DecodedTexts read = decodeTexts(chunk(staged), "texts");
            for (RowIndex row = 0; row < read.rows(); ++row)
                out.push_back(read.missing[row] ? "<missing>" : std::string(read.at(row)));
        }
        return out;
    }

    TemporaryFolder folder_;
};

// The sentence of the Error{BadInput} that planning or staging this text gives; empty: none.
inline std::string refusal(const std::string& fileName, const std::string& text,
                           const ImportAnswers& answers = {}, const std::string& manifest = {}) {
    try {
        const Imported imported(fileName, text, answers, manifest);
        return {};
    } catch (const Error& error) {
        return error.code() == ErrorCode::BadInput ? error.what()
                                                   : std::string("another error: ") + error.what();
    }
}

}  // namespace reckoner::test
