#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"
#include "core/base/near_names.h"
#include "core/report/cost_list.h"
#include "core/store/cost_ledger.h"
#include "core/store/notebook.h"

namespace reckoner::cli {
namespace {

class Costs final : public Subcommand {
 public:
    std::string_view name() const override { return "costs"; }
    std::string_view summary() const override {
        return "What decisions of a model cost, and how that changed";
    }
    std::string_view examples() const override {
        return "reckoner costs credit-default\n"
               "reckoner costs credit-default --json";
    }
    void declare(CLI::App& app) override { app.add_option("model", model_, "its name")->required(); }

    int run(const Session& session) override {
        const auto store = session.openStore(OpenMode::ReadOnly);
        const ModelRow model = modelNamed(*store);
        const CostBook book = CostLedger(store).book(model.id);
        const std::vector<Cohort> cohorts = Notebook(store).cohorts(model.id);
        print(session.json ? jsonText(costsJson(model, book, cohorts)) : costsText(model, book, cohorts));
        return 0;
    }

 private:
    ModelRow modelNamed(const Store& store) const {
        std::vector<std::string> names;
        for (const ModelRow& row : store.models()) {
            if (row.name == model_) return row;
            names.push_back(row.name);
        }
        throw Error(ErrorCode::Usage,
                    "There is no model \"" + model_ + "\" in this store" + didYouMean(model_, names));
    }

    std::string model_;
};

}  // namespace

std::unique_ptr<Subcommand> makeCosts() {
    return std::make_unique<Costs>();
}

}  // namespace reckoner::cli
