#include <algorithm>
#include <iterator>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/cohort_option.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"
#include "core/data/filter.h"
#include "core/report/case_export.h"
#include "core/report/json_text.h"
#include "core/report/run_csv.h"
#include "core/report/text_table.h"
#include "core/report/whole_file.h"
#include "core/review/operating_threshold.h"
#include "core/store/stored_facts.h"
#include "core/wording/number_format.h"

namespace reckoner::cli {
namespace {

class Export final : public Subcommand {
 public:
    std::string_view name() const override { return "export"; }
    std::string_view summary() const override {
        return "Write a run as CSV, or selected cases with their notes";
    }
    std::string_view examples() const override {
        return "reckoner export 2 run.csv\n"
               "reckoner export 2.0.0@credit-applications-cv5 run.csv --raw\n"
               "reckoner export 2 cases.html --notes\n"
               "reckoner export 2 missed.jsonl --where 'outcome = missed and amount > 500'";
    }
    void declare(CLI::App& app) override {
        app.add_option("run", run_, "its number, VERSION@EVALSET or MODEL/VERSION@EVALSET")->required();
        app.add_option("file", file_, "the file to write; .html, .md and .jsonl hold cases")->required();
        app.add_flag(
            "--raw", raw_,
            "leave cells that look like formulas as they are; of a whole run also leave out what was "
            "attached and write a manifest beside the file, so that importing it gives the same run");
        app.add_option("--where", where_, "cases: only the samples for which this expression holds");
        app.add_option("--cohort", cohort_, "cases: only the samples of the saved cohort with this name");
        app.add_flag("--notes", notes_, "cases: only the samples that have a note");
        app.add_option("--format", format_, "cases as csv, jsonl, html or md (default: by the file's name)");
        app.add_option(
            "--threshold", threshold_,
            "flag scores from here up (default: the policy in force, else the starting threshold)");
    }

    int run(const Session& session) override {
        const auto store = session.openStore(OpenMode::ReadOnly);
        const RunRow row = store->resolveRun(run_);
        refuseDatabase(*store);
        where_ = filterOption(store, row.modelId, where_, cohort_);
        return wantsCases() ? cases(session, store, row) : wholeRun(session, *store, row);
    }

 private:
    bool wantsCases() const {
        const auto byName = caseFormatOf(file_);
        return notes_ || !where_.empty() || !cohort_.empty() || !format_.empty() ||
               (byName && *byName != CaseFormat::Csv);
    }

    CaseFormat format() const {
        if (format_.empty()) return caseFormatOf(file_).value_or(CaseFormat::Csv);
        if (const auto said = caseFormat(format_)) return *said;
        throw Error(ErrorCode::Usage, "--format is csv, jsonl, html or md, not \"" + format_ + "\".");
    }

    // A CSV of last week is there to be replaced; somebody's store is not.
    void refuseDatabase(const Store& store) const {
        std::error_code ignored;
        if (std::filesystem::equivalent(file_, store.file(), ignored))
            throw Error(ErrorCode::Usage, "\"" + file_ + "\" is the store itself; name another file.");
        if (isDatabaseFile(file_))
            throw Error(ErrorCode::Usage,
                        "\"" + file_ + "\" is a store or another database; name another file.");
    }

    int cases(const Session& session, const std::shared_ptr<Store>& store, const RunRow& row) const {
        CaseExport what;
        what.run = row.info.id;
        what.format = format();
        what.text = raw_ ? CsvText::Raw : CsvText::Neutral;
        what.threshold = numberOption("--threshold", threshold_);
        what.rows = chosenRows(session, store, row, what.threshold);
        what.what = where_;
        exportCases(store, what, file_, session.task);
        if (session.json) {
            print(jsonText({{"run", row.info.id},
                            {"file", file_},
                            {"format", std::string(reckoner::name(what.format))},
                            {"cases", what.rows.size()}}));
        } else {
            say(count(what.rows.size()) + (what.rows.size() == 1 ? " case is in " : " cases are in ") +
                terminalText(file_) + ".");
        }
        return 0;
    }

    std::vector<RowIndex> chosenRows(const Session& session, const std::shared_ptr<Store>& store,
                                     const RunRow& row, std::optional<double> threshold) const {
        const EvalTablePtr table = store->openTable(row.info.id);
        std::vector<RowIndex> rows;
        if (where_.empty()) {
            for (RowIndex at = 0; at < table->rows(); ++at)
                rows.push_back(at);
        } else {
            OutcomeContext outcome{
                row.info.positive,
                threshold ? *threshold : operatingThreshold(*store, row, table, session.task)};
            if (row.info.task != Task::Binary) outcome = {};
            outcome.facts = std::make_shared<const SampleFacts>(table, storedFacts(store, row, std::nullopt));
            Filter::parse(where_).apply(*table, outcome, session.task).forEach([&](RowIndex at) {
                rows.push_back(at);
            });
        }
        if (!notes_) return rows;
        const std::vector<RowIndex> noted = notedRows(store, row.info.id, session.task);
        std::vector<RowIndex> both;
        std::set_intersection(rows.begin(), rows.end(), noted.begin(), noted.end(), std::back_inserter(both));
        return both;
    }

    int wholeRun(const Session& session, const Store& store, const RunRow& row) const {
        const std::filesystem::path file = file_;
        const auto table = store.openTable(row.info.id, raw_ ? Attached::Hidden : Attached::Shown);
        writeWholeFile(file, [&](const Write& write) {
            writeRunCsv(*table, raw_ ? CsvText::Raw : CsvText::Neutral, write, session.task);
        });
        std::string manifest;
        std::error_code ignored;
        if (raw_ && std::filesystem::is_regular_file(file, ignored)) {
            manifest = (file.parent_path() / (file.stem().string() + ".manifest.json")).string();
            writeWholeFile(manifest, [&](const Write& write) {
                write(runManifest(*table, file.filename().string(), store.manifest(row.info.id)));
            });
        }
        tell(session, row, manifest);
        return 0;
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

    std::string run_, file_, where_, cohort_, format_, threshold_;
    bool raw_ = false;
    bool notes_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeExport() {
    return std::make_unique<Export>();
}

}  // namespace reckoner::cli
