// requirement add, list, waive, lift, withdraw: what "good enough" means for a model.
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/model_option.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"
#include "core/report/requirement_report.h"
#include "core/report/text_table.h"
#include "core/store/notebook.h"
#include "core/store/requirement_book.h"
#include "core/wording/requirement_words.h"

namespace reckoner::cli {
namespace {

class RequirementCommand final : public Subcommand {
 public:
    std::string_view name() const override { return "requirement"; }
    std::string_view summary() const override {
        return "Write down what good enough means for a model; list, waive and withdraw it";
    }
    std::string_view examples() const override {
        return "reckoner requirement add --model credit-default --metric recall --floor 0.55 --target 0.65 "
               "--cohort \"job = 'partime'\" --owner Risk --because \"they were caught before\"\n"
               "reckoner requirement add --model credit-default --metric roc_auc --no-worse-than production "
               "--by-at-most 0.005\n"
               "reckoner requirement add --model credit-default --metric recall --floor 0.5 --by home "
               "--share 0.9\n"
               "reckoner requirement add --model credit-default --metric latency_p95 --floor 120\n"
               "reckoner requirement list --model credit-default\n"
               "reckoner requirement waive 2 --because \"on trial until June\" --for 3.0.0 --until "
               "2026-06-30";
    }
    void declare(CLI::App& app) override {
        app.add_option("action", action_, "add, list, waive, lift (a waiver) or withdraw")
            ->required()
            ->check(CLI::IsMember({"add", "list", "waive", "lift", "withdraw"}));
        app.add_option("number", number_,
                       "of the requirement to waive, lift or withdraw, as `list` numbers them");
        app.add_option("--model", model_, "the model; needed by `add` where the store has several");
        app.add_option("--metric", metric_,
                       "what it is about: recall, roc_auc, latency_p95, cost_per_period, "
                       "selection_rate_ratio, sign_off_rate, macro_f1, ...");
        app.add_option("--floor", floor_, "must be reached; where lower is better: must not be exceeded");
        app.add_option("--ceiling", ceiling_, "must not be exceeded, also of what has no better direction");
        app.add_option("--no-worse-than", baseline_, "instead of a floor: a version, a RUN or `production`");
        app.add_option("--by-at-most", byAtMost_,
                       "how much worse than that it may be, in units of the metric");
        app.add_option("--target", target_, "what is aimed at");
        app.add_option("--cohort", cohort_, "for these samples: an expression, or a saved cohort's name");
        app.add_option("--class", class_, "of this class among several");
        app.add_option("--by", column_, "for the segments of this column; of fairness, its groups");
        app.add_option("--share", share_, "of those segments at least this share reaches the floor (0 to 1)");
        app.add_option("--due", due_, "by this date, like 2026-06-30");
        app.add_option("--owner", owner_, "who answers for it");
        app.add_option("--because", because_, "the reason");
        app.add_option("--who", who_, "who writes it (default: your user name)");
        app.add_option("--replaces", replaces_, "add: the number of the requirement it takes the place of");
        app.add_option("--for", version_, "waive, lift: this version alone");
        app.add_option("--until", until_, "waive: its last day, like 2026-06-30");
        app.add_flag("--all", all_, "list: also what was replaced or withdrawn");
    }

    int run(const Session& session) override {
        if (action_ == "list") return list(session);
        return action_ == "add" ? add(session) : decide(session);
    }

 private:
    int list(const Session& session) const {
        const auto store = session.openStore(OpenMode::ReadOnly);
        const std::int64_t wanted = model_.empty() ? 0 : modelOption(*store, model_).id;
        std::vector<ListedRequirement> listed;
        for (const ModelRow& model : store->models()) {
            if (wanted != 0 && model.id != wanted) continue;
            for (RequirementRecord& record : RequirementBook(store).all(model.id))
                if (all_ || record.inForce()) listed.push_back({model.name, std::move(record)});
        }
        print(session.json ? jsonText(requirementsJson(listed)) : requirementsText(listed));
        return 0;
    }

    int add(const Session& session) const {
        if (metric_.empty())
            throw Error(ErrorCode::Usage, "Say what it is about with --metric, like recall.");
        const auto store = session.openStore(OpenMode::ReadWrite);
        const ModelRow model = modelOption(*store, model_);
        RequirementBook book(store);
        Requirement requirement = read(store, model);
        if (const auto replaced = whole(replaces_, "--replaces")) {
            const auto record = book.find(*replaced);
            if (!record)
                throw Error(ErrorCode::Usage, "There is no requirement " + replaces_ + " in this store.");
            requirement.supersedes = record->requirement.uid;
        }
        const Requirement kept = book.add(requirement);
        const ListedRequirement listed{model.name, *book.find(kept.id)};
        print(session.json ? jsonText({{"requirement", requirementJson(listed)}})
                           : "Requirement " + std::to_string(kept.id) + ": " +
                                 terminalText(requirementText(kept)) + ".\n");
        return 0;
    }

    Requirement read(const std::shared_ptr<Store>& store, const ModelRow& model) const {
        Requirement requirement;
        requirement.modelId = model.id;
        requirement.metric = metric_;
        requirement.classOf = class_;
        requirement.floor = numberOption("--floor", floor_);
        if (const auto ceiling = numberOption("--ceiling", ceiling_)) {
            if (requirement.floor) throw Error(ErrorCode::Usage, "Say either --floor or --ceiling.");
            const RequirementMetric* metric = findRequirementMetric(metric_);
            if (metric && metric->direction == Direction::HigherIsBetter)
                throw Error(ErrorCode::Usage,
                            "More " + metric_ + " is better: it has a --floor, no ceiling.");
            requirement.floor = ceiling;
            requirement.atMost = true;
        }
        requirement.baseline = baseline_;
        requirement.byAtMost = numberOption("--by-at-most", byAtMost_);
        requirement.target = numberOption("--target", target_);
        requirement.column = column_;
        requirement.share = numberOption("--share", share_);
        requirement.cohort = cohort_;
        for (const Cohort& cohort : Notebook(store).cohorts(model.id))
            if (cohort.name == cohort_) requirement.cohort = cohort.expression;
        requirement.due = due_;
        requirement.owner = owner_;
        requirement.because = because_;
        requirement.who = writerName(who_);
        return requirement;
    }

    int decide(const Session& session) const {
        const auto number = whole(number_, "The requirement to " + action_);
        if (!number)
            throw Error(ErrorCode::Usage, "Say which requirement to " + action_ +
                                              ": `reckoner requirement list` numbers them.");
        if (because_.empty())
            throw Error(ErrorCode::Usage, "Say why with --because: whoever looks next asks first.");
        RequirementEvent event;
        event.requirementId = *number;
        event.version = version_;
        event.until = until_;
        event.who = writerName(who_);
        event.why = because_;
        const auto store = session.openStore(OpenMode::ReadWrite);
        RequirementBook book(store);
        if (action_ == "waive")
            book.waive(event);
        else if (action_ == "lift")
            book.lift(event);
        else
            book.withdraw(event);
        const std::string done = action_ == "waive"  ? "is waived"
                                 : action_ == "lift" ? "is asked for again"
                                                     : "is withdrawn";
        print(session.json ? jsonText({{"requirement", *number}, {"action", action_}})
                           : "Requirement " + std::to_string(*number) + " " + done + ".\n");
        return 0;
    }

    static std::optional<std::int64_t> whole(const std::string& text, const std::string& what) {
        const auto number = numberOption(what, text);
        if (!number) return std::nullopt;
        if (*number < 1 || *number > 9e15 ||
            *number != static_cast<double>(static_cast<std::int64_t>(*number)))
            throw Error(ErrorCode::Usage, what + " is a whole number from 1 up.");
        return static_cast<std::int64_t>(*number);
    }

    std::string action_, number_, model_, metric_, floor_, ceiling_, baseline_, byAtMost_, target_, cohort_,
        class_, column_, share_, due_, owner_, because_, who_, replaces_, version_, until_;
    bool all_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeRequirement() {
    return std::make_unique<RequirementCommand>();
}

}  // namespace reckoner::cli
