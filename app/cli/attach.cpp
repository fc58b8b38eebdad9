#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"
#include "core/base/near_names.h"
#include "core/import/attach_file.h"
#include "core/report/attach_text.h"
#include "core/store/attachments.h"

namespace reckoner::cli {
namespace {

class Attach final : public Subcommand {
 public:
    std::string_view name() const override { return "attach"; }
    std::string_view summary() const override {
        return "Join what became known later (labels, outcomes, overrides, segments) to the samples";
    }
    std::string_view examples() const override {
        return "reckoner attach churn outcomes.csv --id customer --label churned\n"
               "reckoner attach churn crm.csv --id customer --segment region --segment sales_team\n"
               "reckoner attach --list\n"
               "reckoner attach --undo 3";
    }

    void declare(CLI::App& app) override {
        app.add_option("model", model_, "the model whose samples they are");
        app.add_option("file", file_, "CSV or JSON Lines");
        app.add_option("--id", id_, "column with the sample's id (default: as the model's runs call it)");
        one(app, "--label", ColumnRole::Label, "column with the truth");
        one(app, "--override", ColumnRole::Override, "column with what a person decided instead");
        one(app, "--outcome", ColumnRole::Outcome, "column with what came of it");
        one(app, "--acted-on", ColumnRole::ActedOn, "column that says whether anybody acted");
        one(app, "--actionable", ColumnRole::Actionable, "column that says whether anybody could act");
        one(app, "--timestamp", ColumnRole::Timestamp, "column with the time");
        several(app, "--segment", ColumnRole::Segment, "column to look at groups by");
        several(app, "--numeric", ColumnRole::Numeric, "column with a number");
        several(app, "--amount", ColumnRole::Amount, "column with an amount of money");
        several(app, "--text", ColumnRole::Text, "column with text to read");
        app.add_option("--delimiter", delimiter_, "what separates cells: , ; | or tab");
        app.add_option("--decimal", decimal_, "what separates decimals: . or ,");
        app.add_option("--max-bad", maxBad_, "share of lines that may be unreadable (default 0.05)");
        app.add_option("--who", who_, "who attaches it");
        app.add_flag("--list", list_, "what is attached, and what was taken back");
        app.add_option("--undo", undo_, "take this attachment back as a whole");
    }

    int run(const Session& session) override {
        if (list_) return showList(session);
        if (!undo_.empty()) return undo(session);
        if (model_.empty() || file_.empty())
            throw Error(ErrorCode::Usage, "attach needs a model and a file, or --list, or --undo N.");
        const AttachFileRequest request = requested();
        const auto store = session.openStore(OpenMode::ReadWrite);
        const ModelRow model = modelCalled(*store);
        AttachFile file = readAttachFile(completed(request, *store, model), session.task);
        file.attachment.who = who_;
        const AttachReport report = Attachments(store).attach(model.id, file.attachment, session.task);
        print(session.json ? jsonText(attachJson(file, report, model.name))
                           : attachText(file, report, model.name));
        return 0;
    }

 private:
    struct Choice {
        ColumnRole role;
        std::vector<std::string> columns;
    };

    void one(CLI::App& app, const char* flag, ColumnRole role, const char* help) {
        choices_.push_back(std::make_unique<Choice>(Choice{role, {}}));
        app.add_option(flag, choices_.back()->columns, help)->expected(1);
    }
    void several(CLI::App& app, const char* flag, ColumnRole role, const char* help) {
        choices_.push_back(std::make_unique<Choice>(Choice{role, {}}));
        app.add_option(flag, choices_.back()->columns, help)->allow_extra_args(false);
    }

    AttachFileRequest requested() const {
        AttachFileRequest request;
        request.file = file_;
        request.id = id_;
        for (const auto& choice : choices_)
            for (const std::string& column : choice->columns)
                request.columns.push_back({column, choice->role});
        if (request.columns.empty())
            throw Error(ErrorCode::Usage,
                        "Say what is to be attached: --label, --override, --outcome, --acted-on, "
                        "--actionable, --segment, --numeric, --amount, --text or --timestamp.");
        request.delimiter = characterOption("--delimiter", delimiter_);
        request.decimal = characterOption("--decimal", decimal_);
        if (const auto share = numberOption("--max-bad", maxBad_)) {
            if (*share < 0 || *share > 1) throw Error(ErrorCode::Usage, "--max-bad is a share from 0 to 1.");
            request.maxBad = *share;
        }
        return request;
    }

    ModelRow modelCalled(const Store& store) const {
        std::vector<std::string> names;
        for (ModelRow& model : store.models()) {
            if (model.name == model_) return std::move(model);
            names.push_back(model.name);
        }
        throw Error(ErrorCode::Usage,
                    "There is no model \"" + model_ + "\" in this store" + didYouMean(model_, names));
    }

    // What the store knows of the model: its classes, and what its runs call the id.
    static AttachFileRequest completed(AttachFileRequest request, const Store& store, const ModelRow& model) {
        request.classes = model.classes;
        if (!request.id.empty()) return request;
        const std::vector<RunRow> runs = store.runs(model.id);
        if (!runs.empty())
            if (const auto table = store.openTable(runs.back().info.id);
                const ColumnInfo* id = table->find(ColumnRole::Id))
                request.id = id->name;
        return request;
    }

    int showList(const Session& session) const {
        const auto store = session.openStore(OpenMode::ReadOnly);
        std::vector<std::pair<std::int64_t, std::string>> models;
        for (const ModelRow& model : store->models())
            models.emplace_back(model.id, model.name);
        const auto rows = Attachments(store).list(model_.empty() ? 0 : modelCalled(*store).id);
        print(session.json ? jsonText(attachmentsJson(rows, models)) : attachmentsText(rows, models));
        return 0;
    }

    int undo(const Session& session) const {
        const auto number = numberOption("--undo", undo_);
        if (*number < 1 || *number > 1e15 ||
            *number != static_cast<double>(static_cast<std::int64_t>(*number)))
            throw Error(ErrorCode::Usage, "--undo needs the number of an attachment.");
        const auto id = static_cast<std::int64_t>(*number);
        const auto effects = Attachments(session.openStore(OpenMode::ReadWrite)).withdraw(id, session.task);
        print(session.json ? jsonText(withdrawnJson(id, effects)) : withdrawnText(id, effects));
        return 0;
    }

    std::string model_, file_, id_, delimiter_, decimal_, maxBad_, who_, undo_;
    std::vector<std::unique_ptr<Choice>> choices_;
    bool list_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeAttach() {
    return std::make_unique<Attach>();
}

}  // namespace reckoner::cli
