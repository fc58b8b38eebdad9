#include <algorithm>
#include <map>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"
#include "core/base/recent_stores.h"
#include "core/import/import_batch.h"
#include "core/import/store_import.h"
#include "core/report/case_outcome_text.h"
#include "core/report/import_report_text.h"
#include "core/report/merge_report.h"
#include "core/report/text_table.h"
#include "core/wording/case_sentences.h"

namespace reckoner::cli {
namespace {

class Import final : public Subcommand {
 public:
    std::string_view name() const override { return "import"; }
    std::string_view summary() const override {
        return "Load runs from CSV or JSON Lines, or all of another store";
    }
    std::string_view examples() const override {
        return "reckoner import run.csv\n"
               "reckoner import run.csv --model churn --model-version 2.3 --label outcome --positive yes\n"
               "reckoner import week1.csv week2.csv --store team.reckoner --json\n"
               "reckoner import run.csv --dry-run\n"
               "reckoner import colleague.reckoner --store team.reckoner";
    }

    void declare(CLI::App& app) override {
        app.add_option("files", files_,
                       "CSV or JSON Lines; NAME.manifest.json beside a file answers for it; or one store")
            ->required();
        app.add_option("--manifest", manifest_, "the manifest of the one file");
        const auto text = [&app](const char* flag, std::string& value, const char* help) {
            app.add_option(flag, value, help);
        };
        const auto several = [&app](const char* flag, std::vector<std::string>& values, const char* help) {
            app.add_option(flag, values, help)->allow_extra_args(false);
        };
        text("--model", answers_.model, "the model's name");
        text("--model-version", answers_.version, "the version's name");
        text("--eval-set", answers_.evalSet, "the name of the set of samples");
        text("--id", answers_.id, "column with the sample's id");
        text("--label", answers_.label, "column with the truth");
        text("--score", answers_.score, "column with the score of the positive class");
        several("--class-score", classScores_, "CLASS=COLUMN: the score of one of several classes");
        text("--prediction", answers_.prediction, "column with the predicted class");
        several("--segment", answers_.segments, "column to look at groups by");
        text("--text", answers_.text, "column with the sample's text");
        several("--amount", answers_.amounts, "column with an amount of money");
        text("--weight", answers_.weight, "column with sample weights");
        text("--timestamp", answers_.timestamp, "column with the time");
        text("--latency", answers_.latency, "column with the latency");
        several("--numeric", answers_.numeric, "column with a number");
        text("--positive", answers_.positive, "the positive class");
        text("--classes", classes_, "every class, separated by commas, in order");
        text("--score-kind", scoreKind_, "probability, percent, logit, margin or raw");
        text("--decision-threshold", threshold_, "the threshold the model was built for");
        text("--delimiter", delimiter_, "what separates cells: , ; | or tab");
        text("--decimal", decimal_, "what separates decimals: . or ,");
        text("--encoding", encoding_, "utf-8, utf-16le, utf-16be or latin-1");
        text("--max-bad", maxBad_, "share of lines that may be unreadable (default 0.05)");
        app.add_flag("--again", again_, "also a file that is in the store already");
        app.add_flag("--dry-run", dryRun_, "read and report, store nothing");
    }

    int run(const Session& session) override {
        const auto files = std::vector<std::filesystem::path>(files_.begin(), files_.end());
        if (std::any_of(files.begin(), files.end(), looksLikeStore)) return runStore(session);
        ImportBatch batch;
        batch.files = files;
        if (!manifest_.empty()) {
            if (files.size() > 1)
                throw Error(ErrorCode::Usage,
                            "--manifest belongs to one file; put NAME.manifest.json beside each of several.");
            batch.manifest = manifest_;
        }
        batch.answers = answers();
        batch.again = again_;
        batch.dryRun = dryRun_;
        batch.executor = &session.executor();
        const auto storeFile = session.storeFile();
        const std::vector<BatchResult> results = importBatch(storeFile, batch, session.clock, session.task);
        if (!dryRun_) rememberStore(storeFile);
        tell(session, results, dryRun_ ? std::map<RunId, CaseOutcomes>() : noted(session, results));
        return 0;
    }

 private:
    int runStore(const Session& session) const {
        if (files_.size() > 1)
            throw Error(ErrorCode::Usage,
                        "Import a store by itself: its runs come with everything else it holds.");
        if (dryRun_)
            throw Error(ErrorCode::Usage,
                        "--dry-run reads files of runs; look into a store with reckoner runs.");
        const auto storeFile = session.storeFile();
        const MergedStore merged = importStore(storeFile, files_.front(), session.clock, session.task);
        rememberStore(storeFile);
        const auto store = Store::open(storeFile, OpenMode::ReadOnly, session.clock);
        if (session.json)
            print(jsonText(mergedJson(merged, *store)));
        else
            print(mergedText(merged, *store) + "Stored in " + terminalText(storeFile.string()) + ".\n");
        return 0;
    }

    ImportAnswers answers() const {
        ImportAnswers answers = answers_;
        for (const std::string& text : classScores_) {
            const std::size_t equals = text.rfind('=');
            if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
                throw Error(ErrorCode::Usage, "--class-score needs CLASS=COLUMN, not \"" + text + "\".");
            answers.classScores.emplace_back(text.substr(0, equals), text.substr(equals + 1));
        }
        answers.classes = listOption(classes_);
        if (!scoreKind_.empty()) {
            answers.scoreKind = scoreKind(scoreKind_);
            if (!answers.scoreKind)
                throw Error(ErrorCode::Usage,
                            "--score-kind is probability, percent, logit, margin or raw, not \"" +
                                scoreKind_ + "\".");
        }
        answers.threshold = numberOption("--decision-threshold", threshold_);
        answers.delimiter = characterOption("--delimiter", delimiter_);
        answers.decimal = characterOption("--decimal", decimal_);
        if (!encoding_.empty()) answers.encoding = encodingOption();
        if (const auto share = numberOption("--max-bad", maxBad_)) {
            if (*share < 0 || *share > 1) throw Error(ErrorCode::Usage, "--max-bad is a share from 0 to 1.");
            answers.maxBad = *share;
        }
        return answers;
    }

    Encoding encodingOption() const {
        const auto plain = [](std::string_view text) {
            std::string letters;
            for (const char c : text)
                if (c != '-' && c != '_' && c != ' ')
                    letters += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
            return letters;
        };
        for (const Encoding encoding :
             {Encoding::Utf8, Encoding::Utf8Bom, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Latin1})
            if (plain(reckoner::name(encoding)) == plain(encoding_)) return encoding;
        throw Error(ErrorCode::Usage,
                    "--encoding is utf-8, utf-16le, utf-16be or latin-1, not \"" + encoding_ + "\".");
    }

    // What became of the cases people noted. The runs are stored: what goes wrong here is only told.
    static std::map<RunId, CaseOutcomes> noted(const Session& session,
                                               const std::vector<BatchResult>& results) {
        std::map<RunId, CaseOutcomes> outcomes;
        try {
            const std::shared_ptr<Store> store =
                Store::open(session.storeFile(), OpenMode::ReadOnly, session.clock);
            for (const BatchResult& result : results)
                if (auto cases = caseOutcomes(store, result.report.run, session.task))
                    outcomes.emplace(result.report.run, std::move(*cases));
        } catch (const Error& error) {
            complain(std::string("The runs are stored; the noted cases could not be looked up: ") +
                     error.what());
        }
        return outcomes;
    }

    void tell(const Session& session, const std::vector<BatchResult>& results,
              const std::map<RunId, CaseOutcomes>& cases) const {
        if (session.json) {
            Json runs = Json::array();
            for (const BatchResult& result : results) {
                Json run = importJson(result.plan, result.report);
                if (const auto found = cases.find(result.report.run); found != cases.end())
                    run["cases"] = caseOutcomesJson(found->second);
                runs.push_back(std::move(run));
            }
            Json document = {{"runs", runs}};
            if (dryRun_) document["dry_run"] = true;
            print(jsonText(document));
            return;
        }
        for (const BatchResult& result : results) {
            if (const auto found = cases.find(result.report.run); found != cases.end())
                print(casesSentence(found->second) + "\n");
            print(importText(result.plan, result.report));
        }
        print(dryRun_ ? "Nothing was stored (--dry-run).\n"
                      : "Stored in " + terminalText(session.storeFile().string()) + ".\n");
    }

    std::vector<std::string> files_, classScores_;
    std::string manifest_, classes_, scoreKind_, threshold_, delimiter_, decimal_, encoding_, maxBad_;
    ImportAnswers answers_;
    bool again_ = false;
    bool dryRun_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeImport() {
    return std::make_unique<Import>();
}

}  // namespace reckoner::cli
