// runs, models, versions: what is in the store.
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"
#include "core/base/near_names.h"
#include "core/report/store_lists.h"

namespace reckoner::cli {
namespace {

// One of the three lists; they differ in what they print.
class List final : public Subcommand {
 public:
    using AsJson = Json (*)(const Store&, std::int64_t model);
    using AsText = std::string (*)(const Store&, std::int64_t model);

    List(std::string_view name, std::string_view summary, std::string_view examples, AsJson asJson,
         AsText asText)
        : name_(name), summary_(summary), examples_(examples), asJson_(asJson), asText_(asText) {}

    std::string_view name() const override { return name_; }
    std::string_view summary() const override { return summary_; }
    std::string_view examples() const override { return examples_; }
    void declare(CLI::App& app) override {
        if (name_ != "models") app.add_option("--model", model_, "only of this model");
    }

    int run(const Session& session) override {
        const auto store = session.openStore(OpenMode::ReadOnly);
        const std::int64_t model = modelId(*store);
        print(session.json ? jsonText(asJson_(*store, model)) : asText_(*store, model));
        return 0;
    }

 private:
    std::int64_t modelId(const Store& store) const {
        if (model_.empty()) return 0;
        std::vector<std::string> names;
        for (const ModelRow& row : store.models()) {
            if (row.name == model_) return row.id;
            names.push_back(row.name);
        }
        throw Error(ErrorCode::Usage,
                    "There is no model \"" + model_ + "\" in this store" + didYouMean(model_, names));
    }

    std::string_view name_, summary_, examples_;
    AsJson asJson_;
    AsText asText_;
    std::string model_;
};

}  // namespace

std::unique_ptr<Subcommand> makeRuns() {
    return std::make_unique<List>("runs", "List the runs in the store",
                                  "reckoner runs\nreckoner runs --model credit-default --json", runsJson,
                                  runsText);
}

std::unique_ptr<Subcommand> makeModels() {
    return std::make_unique<List>("models", "List the models in the store",
                                  "reckoner models\nreckoner models --json --store s.reckoner", modelsJson,
                                  modelsText);
}

std::unique_ptr<Subcommand> makeVersions() {
    return std::make_unique<List>("versions", "List the trained versions of the models",
                                  "reckoner versions\nreckoner versions --model credit-default", versionsJson,
                                  versionsText);
}

}  // namespace reckoner::cli
