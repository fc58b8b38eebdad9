// report: a scorecard of one run or several, or the minutes of a review, as a page to send on.
#include <filesystem>

#include <CLI/CLI.hpp>

#include "app/cli/cost_option.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"
#include "core/report/minutes.h"
#include "core/report/scorecard.h"
#include "core/report/whole_file.h"
#include "core/review/gate_run.h"
#include "core/review/operating_threshold.h"
#include "core/store/review_book.h"
#include "core/wording/run_names.h"

namespace reckoner::cli {
namespace {

enum class PageFormat { Html, Markdown };

PageFormat pageFormat(const std::filesystem::path& file) {
    const std::string extension = file.extension().string();
    if (extension == ".html" || extension == ".htm") return PageFormat::Html;
    if (extension == ".md" || extension == ".markdown") return PageFormat::Markdown;
    throw Error(ErrorCode::Usage,
                "\"" + file.string() + "\" ends neither in .html nor in .md: name one of them.");
}

class Report final : public Subcommand {
 public:
    std::string_view name() const override { return "report"; }
    std::string_view summary() const override {
        return "A scorecard of runs, or the minutes of a review, as a page to send on";
    }
    std::string_view examples() const override {
        return "reckoner report 2 --out v2.html\n"
               "reckoner report 1 2 3 --out versions.md\n"
               "reckoner report --review 2 --out minutes.html";
    }
    void declare(CLI::App& app) override {
        app.add_option("run", runs_, "one run, or several side by side");
        app.add_option("--review", review_, "the number of a review: its minutes");
        app.add_option("--out", out_, "the page: .html or .md")->required();
    }

    int run(const Session& session) override {
        const PageFormat format = pageFormat(out_);
        if (runs_.empty() == (review_ == 0))
            throw Error(ErrorCode::Usage, "Name the runs of a scorecard, or a review with --review.");
        if (isDatabaseFile(out_))
            throw Error(ErrorCode::Usage,
                        "\"" + out_ + "\" is a store; a report would replace it. Name another file.");
        const auto store = session.openStore(OpenMode::ReadOnly);
        const Document document = review_ != 0 ? minutes(store) : scores(session, store);
        writeWholeFile(out_, [&](const Write& write) {
            format == PageFormat::Html ? writeHtml(document, write) : writeMarkdown(document, write);
        });
        say("\"" + document.title + "\" is in " + out_ + ".");
        return 0;
    }

 private:
    Document minutes(const std::shared_ptr<Store>& store) const {
        const ReviewBook book(store);
        for (const ModelRow& model : store->models())
            for (const Meeting& meeting : book.meetings(model.id))
                if (meeting.id == review_)
                    return minutesDocument(minutesOf(modelName(model), meeting, book.decisions(model.id),
                                                     book.actions(model.id)));
        throw Error(ErrorCode::Usage, "There is no review " + std::to_string(review_) + " in this store.");
    }

    Document scores(const Session& session, const std::shared_ptr<Store>& store) const {
        std::vector<ScorecardRun> runs;
        for (const std::string& text : runs_) {
            const RunRow row = store->resolveRun(text);
            if (!runs.empty() && row.modelId != runs.front().row.modelId)
                throw Error(ErrorCode::Usage, "Runs of different models cannot stand side by side.");
            runs.push_back(scored(session, store, row));
        }
        return scorecard(runs);
    }

    static ScorecardRun scored(const Session& session, const std::shared_ptr<Store>& store,
                               const RunRow& row) {
        if (row.info.task != Task::Binary)
            throw Error(ErrorCode::Usage, "Run " + std::to_string(row.info.id) +
                                              " has several classes: a scorecard is made of runs with two.");
        MetricsRequest request;
        request.table = store->openTable(row.info.id);
        request.policy = pointInForce(*store, row.versionId);
        if (const auto costs = storedCosts(store, row.modelId, {}, {})) {
            request.words = costs->row.words;
            request.costs = costs->row.costs;
            request.prevalenceOf = prevalenceOf(*costs);
        }
        ScorecardRun run{row, metricsReport(request, nullptr, session.task), std::nullopt};
        if (run.report.analysis->sweep->samples() == 0)
            throw Error(ErrorCode::Usage, "Run " + std::to_string(row.info.id) +
                                              " has no sample with a label and a score to report on.");
        GateRequest gate;
        gate.store = store;
        gate.run = row;
        gate.today = isoTime(session.clock.now()).substr(0, 10);
        run.gate = gateRun(gate, &session.executor(), session.task);
        return run;
    }

    std::vector<std::string> runs_;
    std::int64_t review_ = 0;
    std::string out_;
};

}  // namespace

std::unique_ptr<Subcommand> makeReport() {
    return std::make_unique<Report>();
}

}  // namespace reckoner::cli
