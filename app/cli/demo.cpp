#include "core/import/demo.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/data_folder.h"
#include "core/base/recent_stores.h"
#include "core/base/user_folders.h"
#include "core/report/json_text.h"
#include "core/report/text_table.h"
#include "core/wording/number_format.h"

namespace reckoner::cli {
namespace {

class Demo final : public Subcommand {
 public:
    std::string_view name() const override { return "demo"; }
    std::string_view summary() const override { return "Make a store with demo data"; }
    std::string_view examples() const override {
        return "reckoner demo --store demo.reckoner\nreckoner demo.reckoner";
    }
    void declare(CLI::App&) override {}

    int run(const Session& session) override {
        // Never into the last store: the demo is a store of its own.
        const std::filesystem::path file =
            session.store.empty() ? userDataFolder() / "demo.reckoner" : std::filesystem::path(session.store);
        const DemoSummary summary = createDemo(file, dataFolder(), session.clock, session.task);
        rememberStore(file);
        if (session.json) {
            print(jsonText({{"store", file.string()},
                            {"models", summary.models},
                            {"runs", summary.runs},
                            {"rows", summary.rows}}));
            return 0;
        }
        print(count(summary.models) + " models, " + count(summary.runs) + " runs and " + count(summary.rows) +
              " rows are in " + terminalText(file.string()) +
              ".\nThe data and the scores are real; the cost model, policies, requirements, stages and notes "
              "are "
              "illustrative.\nOpen it "
              "with: reckoner " +
              terminalText(file.string()) + "\n");
        return 0;
    }
};

}  // namespace

std::unique_ptr<Subcommand> makeDemo() {
    return std::make_unique<Demo>();
}

}  // namespace reckoner::cli
