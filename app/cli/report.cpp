// report: a scorecard of runs, a model card, a brief, or the minutes of a review, as a page to send on.
#include <filesystem>

#include <CLI/CLI.hpp>

#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "app/cli/window_program.h"
#include "core/base/error.h"
#include "core/base/near_names.h"
#include "core/report/report_job.h"
#include "core/report/whole_file.h"

namespace reckoner::cli {
namespace {

enum class PageFormat { Html, Markdown, Pdf };

PageFormat pageFormat(const std::filesystem::path& file) {
    const std::string extension = file.extension().string();
    if (extension == ".html" || extension == ".htm") return PageFormat::Html;
    if (extension == ".md" || extension == ".markdown") return PageFormat::Markdown;
    if (extension == ".pdf") return PageFormat::Pdf;
    throw Error(ErrorCode::Usage,
                "\"" + file.string() + "\" ends neither in .html nor in .pdf nor in .md: name one of them.");
}

class Report final : public Subcommand {
 public:
    std::string_view name() const override { return "report"; }
    std::string_view summary() const override {
        return "A scorecard of runs, a model card or the minutes of a review, as a page to send on";
    }
    std::string_view examples() const override {
        return "reckoner report 2 --out v2.html\n"
               "reckoner report 1 2 3 --out versions.md\n"
               "reckoner report 1 2 3 --base 2 --out against-v2.html\n"
               "reckoner report 2 --kind model-card --out card.pdf\n"
               "reckoner report 2 --kind brief --out brief.pdf\n"
               "reckoner report --review 2 --out minutes.html";
    }
    void declare(CLI::App& app) override {
        app.add_option("run", runs_, "one run, or several side by side");
        app.add_option("--base", base_,
                       "side by side: the run all others are compared with (default: the first)");
        app.add_option("--kind", kind_,
                       "scorecard (the usual one), model-card, or brief: of the run's model");
        app.add_option("--review", review_, "the number of a review: its minutes");
        app.add_option("--out", out_, "the page: .html, .pdf or .md")->required();
    }

    int run(const Session& session) override {
        const PageFormat format = pageFormat(out_);
        ReportRequest request;
        request.kind = wantedKind();
        request.review = review_;
        request.today = isoTime(session.clock.now()).substr(0, 10);
        if (isDatabaseFile(out_))
            throw Error(ErrorCode::Usage,
                        "\"" + out_ + "\" is a store; a report would replace it. Name another file.");
        if (format == PageFormat::Pdf) paint(session);
        const auto store = session.openStore(OpenMode::ReadOnly);
        for (const std::string& text : runs_)
            request.runs.push_back(store->resolveRun(text));
        if (!base_.empty()) leadWith(request.runs, store->resolveRun(base_));
        const Document document = buildReport(store, request, &session.executor(), session.task);
        writeWholeFile(out_, [&](const Write& write) {
            format == PageFormat::Html ? writeHtml(document, write) : writeMarkdown(document, write);
        });
        say("\"" + document.title + "\" is in " + out_ + ".");
        return 0;
    }

 private:
    ReportKind wantedKind() const {
        if (runs_.empty() == (review_ == 0))
            throw Error(ErrorCode::Usage, "Name the runs of a scorecard, or a review with --review.");
        if (review_ != 0) {
            if (!base_.empty())
                throw Error(ErrorCode::Usage, "--base is of runs side by side, not of a review.");
            if (!kind_.empty() && kind_ != "minutes")
                throw Error(ErrorCode::Usage, "Of a review there are minutes only; leave --kind out.");
            return ReportKind::Minutes;
        }
        if (!base_.empty() && !kind_.empty() && kind_ != "scorecard")
            throw Error(ErrorCode::Usage, "--base is of runs side by side; a " + kind_ + " is of one run.");
        if (kind_.empty()) return ReportKind::Scorecard;
        const auto kind = reportKind(kind_);
        if (!kind || *kind == ReportKind::Minutes)
            throw Error(ErrorCode::Usage, "There is no report of the kind \"" + kind_ + "\"" +
                                              didYouMean(kind_, {"scorecard", "model-card", "brief"}));
        if (*kind != ReportKind::Scorecard && runs_.size() > 1)
            throw Error(ErrorCode::Usage, "A " + kind_ +
                                              " is made of one run; name one, or leave --kind out to "
                                              "see them side by side.");
        return *kind;
    }

    // Pages are painted by the window's program, off screen.
    [[noreturn]] static void paint(const Session& session) {
        std::vector<std::string> arguments = session.arguments;
        if (session.store.empty()) {
            arguments.push_back("--store");
            arguments.push_back(session.storeFile().string());
        }
        becomeWindow(arguments);
    }

    std::vector<std::string> runs_;
    std::string kind_, base_;
    std::int64_t review_ = 0;
    std::string out_;
};

}  // namespace

std::unique_ptr<Subcommand> makeReport() {
    return std::make_unique<Report>();
}

}  // namespace reckoner::cli
