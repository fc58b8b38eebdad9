// Planning without a store: what planImport() does once it knows what is remembered of a model.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/import/import_plan.h"

namespace reckoner {

// What is known of a model from its earlier runs.
struct ModelMemory {
    bool known = false;
    Task task = Task::Binary;
    std::vector<std::string> classes;
    std::string positive;
    std::vector<RememberedRole> roles;
};
using MemoryOf = std::function<ModelMemory(const std::string& model)>;

ImportPlan planFile(const std::filesystem::path& file, const std::optional<std::filesystem::path>& manifest,
                    const ImportAnswers& answers, const MemoryOf& memoryOf = {});

}  // namespace reckoner
