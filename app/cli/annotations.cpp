#include <algorithm>
#include <map>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"
#include "core/base/near_names.h"
#include "core/import/annotation_reader.h"
#include "core/report/annotation_file.h"
#include "core/report/json_text.h"
#include "core/report/text_table.h"
#include "core/report/whole_file.h"
#include "core/store/notebook.h"
#include "core/wording/number_format.h"

namespace reckoner::cli {
namespace {

class Annotations final : public Subcommand {
 public:
    std::string_view name() const override { return "annotations"; }
    std::string_view summary() const override { return "Write the notes on samples to a file, or read them"; }
    std::string_view examples() const override {
        return "reckoner annotations export notes.csv\n"
               "reckoner annotations export notes.jsonl --model credit-default\n"
               "reckoner annotations import notes.jsonl --store team.reckoner";
    }
    void declare(CLI::App& app) override {
        app.add_option("action", action_, "export or import")
            ->required()
            ->check(CLI::IsMember({"export", "import"}));
        app.add_option("file", file_, "JSON Lines when it ends in .jsonl, .ndjson or .json, else CSV")
            ->required();
        app.add_option("--model", model_, "only the notes of this model; of notes that name none, the model");
        app.add_flag("--raw", raw_, "export: leave text that looks like a formula as it is in CSV");
        app.add_flag("--force", force_, "export: replace a file that is there already");
    }

    int run(const Session& session) override {
        return action_ == "export" ? exportNotes(session) : importNotes(session);
    }

 private:
    int exportNotes(const Session& session) const {
        const auto store = session.openStore(OpenMode::ReadOnly);
        const std::vector<AnnotationRecord> records = recordsOf(store);
        std::error_code ignored;
        if (std::filesystem::equivalent(file_, store->file(), ignored))
            throw Error(ErrorCode::Usage, "\"" + file_ + "\" is the store itself; name another file.");
        refuseReplacing();
        writeWholeFile(file_, [&](const Write& write) {
            if (isJsonLinesName(file_))
                writeAnnotationsJsonLines(records, write);
            else
                writeAnnotationsCsv(records, raw_ ? CsvText::Raw : CsvText::Neutral, write);
        });
        if (session.json)
            print(jsonText({{"file", file_}, {"annotations", records.size()}}));
        else
            say(notes(records.size()) + (records.size() == 1 ? " is in " : " are in ") + terminalText(file_) +
                ".");
        return 0;
    }

    // Notes are what people wrote: a file that may hold the only copy of some stays until told otherwise.
    void refuseReplacing() const {
        std::error_code ignored;
        const bool holdsSomething = std::filesystem::is_regular_file(file_, ignored) &&
                                    std::filesystem::file_size(file_, ignored) > 0;
        if (!holdsSomething) return;
        if (isDatabaseFile(file_))
            throw Error(ErrorCode::Usage,
                        "\"" + file_ + "\" is a store or another database; name another file.");
        if (!force_)
            throw Error(ErrorCode::Usage, "\"" + file_ +
                                              "\" is there already; name another file, or say --force to "
                                              "replace it. Nothing was written.");
    }

    std::vector<AnnotationRecord> recordsOf(const std::shared_ptr<Store>& store) const {
        const Notebook notebook(store);
        std::vector<AnnotationRecord> records;
        std::vector<std::string> names;
        bool found = model_.empty();
        for (const ModelRow& model : store->models()) {
            names.push_back(model.name);
            if (!model_.empty() && model.name != model_) continue;
            found = true;
            for (Annotation& note : notebook.annotations(model.id))
                records.push_back({model.name, std::move(note)});
        }
        if (!found)
            throw Error(ErrorCode::Usage,
                        "There is no model \"" + model_ + "\" in this store" + didYouMean(model_, names));
        return records;
    }

    int importNotes(const Session& session) const {
        if (raw_) throw Error(ErrorCode::Usage, "--raw is for export; a file that is read says it itself.");
        if (force_) throw Error(ErrorCode::Usage, "--force is for export; an import replaces no note.");
        const std::vector<ReadNote> read = readAnnotations(file_);
        const auto store = session.openStore(OpenMode::ReadWrite);
        std::map<std::int64_t, std::string> models;
        for (const ModelRow& model : store->models())
            models[model.id] = model.name;
        Notebook notebook(store);
        const MergedNotes merged = notebook.merge(placed(read, models));
        if (session.json)
            print(jsonText(asJson(merged, models)));
        else
            print(asText(merged));
        return 0;
    }

    // The notes with the numbers their models have in this store.
    std::vector<Annotation> placed(const std::vector<ReadNote>& read,
                                   const std::map<std::int64_t, std::string>& models) const {
        std::vector<Annotation> notes;
        for (const ReadNote& one : read) {
            const std::string& model = one.record.model.empty() ? model_ : one.record.model;
            if (!model_.empty() && model != model_) continue;
            const auto found = std::find_if(models.begin(), models.end(),
                                            [&](const auto& entry) { return entry.second == model; });
            if (found == models.end()) refuseModel(model, one.line, models);
            notes.push_back(one.record.note);
            notes.back().modelId = found->first;
        }
        return notes;
    }

    [[noreturn]] void refuseModel(const std::string& model, std::uint64_t line,
                                  const std::map<std::int64_t, std::string>& models) const {
        const std::string where =
            std::filesystem::path(file_).filename().string() + ", line " + std::to_string(line);
        if (model.empty())
            throw Error(ErrorCode::BadInput,
                        "The note does not say its model; name it with --model. Nothing was stored.", where);
        std::vector<std::string> names;
        for (const auto& [id, name] : models)
            names.push_back(name);
        throw Error(ErrorCode::BadInput,
                    "Nothing was stored: there is no model \"" + model + "\" in this store" +
                        didYouMean(model, names),
                    where);
    }

    static std::string notes(std::size_t number) {
        return count(number) + (number == 1 ? " note" : " notes");
    }

    static std::string asText(const MergedNotes& merged) {
        std::string text = notes(merged.added + merged.conflicts.size()) + " added, " +
                           count(merged.unchanged) + " here already.\n";
        for (const Annotation& note : merged.conflicts)
            text += "Both kept: the note on " + terminalText(note.sampleId) +
                    " differs from the one that was here.\n";
        return text;
    }

    static Json asJson(const MergedNotes& merged, const std::map<std::int64_t, std::string>& models) {
        Json conflicts = Json::array();
        for (const Annotation& note : merged.conflicts)
            conflicts.push_back({{"model", models.at(note.modelId)},
                                 {"sample_id", note.sampleId},
                                 {"uid", note.uid},
                                 {"conflict_with", note.conflictWith}});
        return {{"added", merged.added}, {"unchanged", merged.unchanged}, {"conflicts", conflicts}};
    }

    std::string action_, file_, model_;
    bool raw_ = false;
    bool force_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeAnnotations() {
    return std::make_unique<Annotations>();
}

}  // namespace reckoner::cli
