#include "app/cli/model_option.h"

#include <cstdlib>
#include <vector>

#include "core/base/error.h"
#include "core/base/near_names.h"

namespace reckoner::cli {

ModelRow modelOption(const Store& store, const std::string& name) {
    const std::vector<ModelRow> models = store.models();
    if (name.empty() && models.size() == 1) return models.front();
    if (name.empty())
        throw Error(ErrorCode::Usage,
                    models.empty()
                        ? std::string("The store has no model yet; `reckoner import FILE` loads one.")
                        : std::string("The store has several models: say which with --model."));
    std::vector<std::string> names;
    for (const ModelRow& model : models) {
        if (model.name == name) return model;
        names.push_back(model.name);
    }
    throw Error(ErrorCode::Usage,
                "There is no model \"" + name + "\" in this store" + didYouMean(name, names));
}

std::string writerName(const std::string& said) {
    if (!said.empty()) return said;
    for (const char* variable : {"USER", "LOGNAME"})
        if (const char* name = std::getenv(variable); name && *name) return name;
    return "command line";
}

}  // namespace reckoner::cli
