#include "core/import/demo_notebook.h"

#include <algorithm>
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/review/annotation_record.h"
#include "core/store/notebook.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;
using OrderedJson = nlohmann::ordered_json;

std::vector<fs::path> notebookFiles(const fs::path& demo) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(demo))
        if (entry.path().filename() == "notebook.json") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

OrderedJson documentOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    OrderedJson document = OrderedJson::parse(in, nullptr, false);
    if (!document.is_object())
        throw Error(ErrorCode::BadInput,
                    "The demo data are incomplete: \"" + file.string() + "\" is no notebook.");
    return document;
}

std::int64_t modelNamed(const Store& store, const std::string& name, const fs::path& file) {
    for (const ModelRow& model : store.models())
        if (model.name == name) return model.id;
    throw Error(ErrorCode::BadInput, "\"" + file.string() + "\" is about a model that is not in the demo.");
}

Cohort cohortFrom(const OrderedJson& json, std::int64_t model) {
    Cohort cohort;
    cohort.modelId = model;
    cohort.uid = json.value("uid", "");
    cohort.name = json.value("name", "");
    cohort.expression = json.value("expression", "");
    cohort.value = json.value("value", "");
    cohort.churn = json.value("churn", "");
    cohort.regulation = json.value("regulation", "");
    cohort.owner = json.value("owner", "");
    cohort.who = json.value("who", "");
    return cohort;
}

LabelCorrection correctionFrom(const OrderedJson& json, std::int64_t model) {
    LabelCorrection correction;
    correction.modelId = model;
    correction.uid = json.value("uid", "");
    correction.sampleId = json.value("sample_id", "");
    correction.corrected = json.value("corrected", "");
    correction.who = json.value("who", "");
    correction.why = json.value("why", "");
    return correction;
}

OrderedJson listOf(const OrderedJson& document, const char* key) {
    return document.value(key, OrderedJson::array());
}

void addNotebook(const std::shared_ptr<Store>& store, const fs::path& file) {
    const OrderedJson document = documentOf(file);
    const std::int64_t model = modelNamed(*store, document.value("model", ""), file);
    Notebook notebook(store);
    notebook.setTags(model, listOf(document, "tags").get<std::vector<std::string>>());
    std::vector<Annotation> notes;
    for (const OrderedJson& json : listOf(document, "notes")) {
        notes.push_back(annotationFromJson(json).note);
        notes.back().modelId = model;
    }
    notebook.merge(notes);
    for (const OrderedJson& json : listOf(document, "cohorts"))
        notebook.save(cohortFrom(json, model));
    for (const OrderedJson& json : listOf(document, "corrections"))
        notebook.correct(correctionFrom(json, model));
}

}  // namespace

void addDemoNotebooks(const std::shared_ptr<Store>& store, const fs::path& demo) {
    for (const fs::path& file : notebookFiles(demo)) {
        try {
            addNotebook(store, file);
        } catch (const OrderedJson::exception&) {
            throw Error(ErrorCode::BadInput,
                        "The demo data are incomplete: \"" + file.string() + "\" is no notebook.");
        }
    }
}

}  // namespace reckoner
