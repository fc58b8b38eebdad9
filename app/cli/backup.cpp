#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/report/json_text.h"
#include "core/report/text_table.h"

namespace reckoner::cli {
namespace {

class Backup final : public Subcommand {
 public:
    std::string_view name() const override { return "backup"; }
    std::string_view summary() const override { return "Write a verified copy of the store"; }
    std::string_view examples() const override {
        return "reckoner backup monday.reckoner\nreckoner backup copy.reckoner --store s.reckoner";
    }
    void declare(CLI::App& app) override {
        app.add_option("file", file_, "the copy; must not exist yet")->required();
    }

    int run(const Session& session) override {
        const auto store = session.openStore(OpenMode::ReadOnly);
        store->backup(file_, session.task);
        if (session.json)
            print(jsonText({{"store", store->file().string()}, {"backup", file_}}));
        else
            print("A verified copy of " + terminalText(store->file().string()) + " is in " +
                  terminalText(file_) + ".\n");
        return 0;
    }

 private:
    std::string file_;
};

}  // namespace

std::unique_ptr<Subcommand> makeBackup() {
    return std::make_unique<Backup>();
}

}  // namespace reckoner::cli
