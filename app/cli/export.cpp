#include <fstream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"
#include "core/report/json_text.h"
#include "core/report/run_csv.h"
#include "core/report/text_table.h"
#include "core/report/whole_file.h"
#include "core/wording/number_format.h"

namespace reckoner::cli {
namespace {

class Export final : public Subcommand {
 public:
    std::string_view name() const override { return "export"; }
    std::string_view summary() const override { return "Write a run as CSV"; }
    std::string_view examples() const override {
        return "reckoner export 2 run.csv\n"
               "reckoner export 2.0.0@credit-applications-cv5 run.csv --raw";
    }
    void declare(CLI::App& app) override {
        app.add_option("run", run_, "its number, VERSION@EVALSET or MODEL/VERSION@EVALSET")->required();
        app.add_option("file", file_, "the CSV file to write")->required();
        app.add_flag(
            "--raw", raw_,
            "leave cells that look like formulas as they are, and write a manifest beside the file, so that "
            "importing it gives the same run");
    }

    int run(const Session& session) override {
        const auto store = session.openStore(OpenMode::ReadOnly);
        const RunRow row = store->resolveRun(run_);
        const std::filesystem::path file = file_;
        std::error_code ignored;
        if (std::filesystem::equivalent(file, store->file(), ignored))
            throw Error(ErrorCode::Usage, "\"" + file_ + "\" is the store itself; name another file.");

        refuseDatabase(file);

        const auto table = store->openTable(row.info.id, raw_ ? Attached::Hidden : Attached::Shown);
        writeWholeFile(file, [&](const Write& write) {
            writeRunCsv(*table, raw_ ? CsvText::Raw : CsvText::Neutral, write, session.task);
        });
        std::string manifest;
        if (raw_ && std::filesystem::is_regular_file(file, ignored)) {
            manifest = (file.parent_path() / (file.stem().string() + ".manifest.json")).string();
            writeWholeFile(manifest, [&](const Write& write) {
                write(runManifest(*table, file.filename().string(), store->manifest(row.info.id)));
            });
        }
        tell(session, row, manifest);
        return 0;
    }

 private:
    // A CSV of last week is there to be replaced; somebody's store is not.
    void refuseDatabase(const std::filesystem::path& file) const {
        constexpr std::string_view kMagic = "SQLite format 3";
        std::string head(kMagic.size(), '\0');
        std::ifstream in(file, std::ios::binary);
        if (in.read(head.data(), static_cast<std::streamsize>(head.size())) && head == kMagic)
            throw Error(ErrorCode::Usage,
                        "\"" + file_ + "\" is a store or another database; name another file.");
    }

    void tell(const Session& session, const RunRow& row, const std::string& manifest) const {
        if (session.json) {
            print(jsonText({{"run", row.info.id},
                            {"file", file_},
                            {"rows", row.info.rows},
                            {"manifest", manifest.empty() ? Json(nullptr) : Json(manifest)}}));
            return;
        }
        say(count(row.info.rows) + (row.info.rows == 1 ? " row is in " : " rows are in ") +
            terminalText(file_) + (manifest.empty() ? "" : ", its manifest in " + terminalText(manifest)) +
            ".");
    }

    std::string run_, file_;
    bool raw_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeExport() {
    return std::make_unique<Export>();
}

}  // namespace reckoner::cli
