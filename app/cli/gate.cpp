// gate: checks a run against its model's requirements, for CI.
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/report/gate_report.h"
#include "core/report/whole_file.h"
#include "core/review/gate_run.h"
#include "core/wording/requirement_words.h"

namespace reckoner::cli {
namespace {

constexpr int kFailed = 1;
constexpr int kNotEnoughEvidence = 5;

class Gate final : public Subcommand {
 public:
    std::string_view name() const override { return "gate"; }
    std::string_view summary() const override {
        return "Check a run against its model's requirements: exit 0 passed, 1 failed, 5 not enough evidence";
    }
    std::string_view examples() const override {
        return "reckoner gate 3\n"
               "reckoner gate 3.0.0@credit-applications-cv5 --strict --junit gate.xml\n"
               "reckoner gate 3 --baseline 2.0.0@credit-applications-cv5 --json";
    }
    void declare(CLI::App& app) override {
        app.add_option("run", run_, "its number, VERSION@EVALSET or MODEL/VERSION@EVALSET")->required();
        app.add_option("--baseline", baseline_,
                       "the run to be no worse than, instead of those the requirements name");
        app.add_option("--threshold", threshold_, "flag from this score up (default: its policy or start)");
        app.add_flag("--strict", strict_,
                     "exit 5 where the evidence is not enough; without it 0 and a warning");
        app.add_option("--junit", junit_, "also write the result to this file, as JUnit XML");
    }

    int run(const Session& session) override {
        GateRequest request;
        request.point = numberOption("--threshold", threshold_);
        request.store = session.openStore(OpenMode::ReadOnly);
        request.run = request.store->resolveRun(run_);
        if (!baseline_.empty()) request.baseline = request.store->resolveRun(baseline_);
        request.today = isoTime(session.clock.now()).substr(0, 10);
        const GateResult gate = gateRun(request, &session.executor(), session.task);
        if (!junit_.empty())
            writeWholeFile(junit_, [&](const Write& write) { write(gateJUnit(gate, strict_)); });
        print(session.json ? jsonText(gateJson(gate)) : gateTable(gate));
        switch (gate.verdict()) {
            case GateVerdict::Pass:
                if (gate.results.empty()) complain("warning: " + gateText(gate));
                return 0;
            case GateVerdict::Fail:
                return kFailed;
            case GateVerdict::Insufficient:
                break;
        }
        if (strict_) return kNotEnoughEvidence;
        complain("warning: " + gateText(gate));
        return 0;
    }

 private:
    std::string run_, baseline_, threshold_, junit_;
    bool strict_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeGate() {
    return std::make_unique<Gate>();
}

}  // namespace reckoner::cli
