// stage: moves a version to another stage, and says what is known about it.
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/model_option.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"
#include "core/base/near_names.h"
#include "core/report/json_text.h"
#include "core/report/text_table.h"
#include "core/store/registry.h"

namespace reckoner::cli {
namespace {

class StageCommand final : public Subcommand {
 public:
    std::string_view name() const override { return "stage"; }
    std::string_view summary() const override {
        return "Promote, roll back or retire a version, and write down what is known about it";
    }
    std::string_view examples() const override {
        return "reckoner stage credit-default 3.0.0 production --why \"passed the gate of 12 June\" --who "
               "Product\n"
               "reckoner stage credit-default 3.0.0 rolled_back --why \"refusals doubled\" --who Risk\n"
               "reckoner stage credit-default 3.0.0 --owner Risk --learnt-from \"applications 2022-2024\"";
    }
    void declare(CLI::App& app) override {
        app.add_option("model", model_, "the model")->required();
        app.add_option("version", version_, "the version")->required();
        app.add_option("stage", stage_,
                       "candidate, in_review, production, retired or rolled_back; what goes into "
                       "production retires what is there, rolling back brings it back");
        app.add_option("--why", why_, "the reason; needed with a stage");
        app.add_option("--who", who_, "who decides (default: your user name)");
        app.add_option("--owner", owner_, "who answers for the version");
        app.add_option("--rollback-plan", plan_, "what to do when it goes wrong");
        app.add_option("--learnt-from", learntFrom_, "the data it was trained on");
        app.add_option("--cost-per-prediction", cost_, "money");
        app.add_option("--currency", currency_, "of that money");
        app.add_option("--latency-p50", p50_, "milliseconds; used where no run has a latency column");
        app.add_option("--latency-p95", p95_, "milliseconds");
        app.add_option("--latency-p99", p99_, "milliseconds");
        app.add_flag("--baseline", baseline_, "it is what others have to beat: a rule, a simple model");
        app_ = &app;
    }

    int run(const Session& session) override {
        const bool describes = describing();
        if (stage_.empty() && !describes)
            throw Error(ErrorCode::Usage, "Say the stage the version moves to, or what is known about it.");
        const auto store = session.openStore(OpenMode::ReadWrite);
        const ModelRow model = modelOption(*store, model_);
        const std::int64_t version = versionId(*store, model);
        Registry registry(store);
        std::string text;
        if (!stage_.empty()) text = move(registry, model, version);
        if (describes) {
            registry.describe(facts(registry, version));
            text += "What is known about " + terminalText(version_) + " is written down.\n";
        }
        const auto entry = registry.entry(version);
        print(session.json ? jsonText({{"model", model.name},
                                       {"version", version_},
                                       {"stage", std::string(reckoner::name(entry->stage()))}})
                           : text);
        return 0;
    }

 private:
    bool describing() const {
        return baselineSaid() ||
               !(owner_ + plan_ + learntFrom_ + cost_ + currency_ + p50_ + p95_ + p99_).empty();
    }
    bool baselineSaid() const { return app_ && app_->count("--baseline") > 0; }

    std::int64_t versionId(const Store& store, const ModelRow& model) const {
        std::vector<std::string> names;
        for (const VersionRow& version : store.versions(model.id)) {
            if (version.name == version_) return version.id;
            names.push_back(version.name);
        }
        throw Error(ErrorCode::Usage, "The model " + model.name + " has no version \"" + version_ + "\"" +
                                          didYouMean(version_, names));
    }

    std::string move(Registry& registry, const ModelRow& model, std::int64_t version) const {
        const auto stage = stageNamed(stage_);
        if (!stage) {
            std::vector<std::string> names;
            for (const Stage one : kStages)
                names.emplace_back(reckoner::name(one));
            throw Error(ErrorCode::Usage, "\"" + stage_ + "\" is no stage" + didYouMean(stage_, names));
        }
        std::string text;
        const std::vector<RegistryEntry> before = registry.entries(model.id);
        for (const StageChange& change : registry.move({0, "", version, *stage, writerName(who_), why_, ""}))
            for (const RegistryEntry& entry : before)
                if (entry.versionId == change.versionId)
                    text += terminalText(entry.version) + ": " + std::string(title(entry.stage())) + " -> " +
                            std::string(title(change.stage)) + ".\n";
        return text;
    }

    // What is not said stays as it is.
    VersionFacts facts(const Registry& registry, std::int64_t version) const {
        VersionFacts facts = registry.entry(version)->facts.value_or(VersionFacts{});
        facts.versionId = version;
        facts.at.clear();
        facts.who = writerName(who_);
        const std::pair<const std::string*, std::string*> texts[] = {{&owner_, &facts.owner},
                                                                     {&plan_, &facts.rollbackPlan},
                                                                     {&learntFrom_, &facts.learntFrom},
                                                                     {&currency_, &facts.currency}};
        for (const auto& [said, kept] : texts)
            if (!said->empty()) *kept = *said;
        if (const auto cost = numberOption("--cost-per-prediction", cost_)) facts.costPerPrediction = cost;
        if (const auto p50 = numberOption("--latency-p50", p50_)) facts.latencyP50 = p50;
        if (const auto p95 = numberOption("--latency-p95", p95_)) facts.latencyP95 = p95;
        if (const auto p99 = numberOption("--latency-p99", p99_)) facts.latencyP99 = p99;
        if (baselineSaid()) facts.baseline = baseline_;
        return facts;
    }

    std::string model_, version_, stage_, why_, who_, owner_, plan_, learntFrom_, cost_, currency_, p50_,
        p95_, p99_;
    bool baseline_ = false;
    const CLI::App* app_ = nullptr;
};

}  // namespace

std::unique_ptr<Subcommand> makeStage() {
    return std::make_unique<StageCommand>();
}

}  // namespace reckoner::cli
