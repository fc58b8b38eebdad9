#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"
#include "core/report/json_text.h"
#include "core/report/text_table.h"

namespace reckoner::cli {
namespace {

class Check final : public Subcommand {
 public:
    std::string_view name() const override { return "check"; }
    std::string_view summary() const override { return "Look for damage in the store"; }
    std::string_view examples() const override {
        return "reckoner check\nreckoner check --store s.reckoner --json";
    }
    void declare(CLI::App&) override {}

    // Damage found is exit code 4: the store cannot be relied on.
    int run(const Session& session) override {
        const auto store = session.openStore(OpenMode::ReadOnly);
        const auto damage = store->check(session.task);
        if (session.json) {
            Json found = Json::array();
            for (const Damage& entry : damage)
                found.push_back({{"where", entry.where}, {"message", entry.sentence}});
            print(jsonText({{"store", store->file().string()}, {"damage", found}}));
        } else if (damage.empty()) {
            print("No damage found in " + terminalText(store->file().string()) + ".\n");
        }
        for (const Damage& entry : damage)
            complain(terminalText(entry.where) + ": " + terminalText(entry.sentence));
        return damage.empty() ? 0 : exitCodeOf(ErrorCode::Store);
    }
};

}  // namespace

std::unique_ptr<Subcommand> makeCheck() {
    return std::make_unique<Check>();
}

}  // namespace reckoner::cli
