// Which runs may belong to a model.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/data/eval_table.h"

namespace reckoner {

// The model's classes after a run of its task with these: what is new stands behind. Nothing: the run has
// classes the model does not know, and only a binary model that has shown one so far may learn another.
inline std::optional<std::vector<std::string>> classesWithRun(const std::vector<std::string>& known,
                                                              Task task,
                                                              const std::vector<std::string>& ofRun) {
    std::vector<std::string> classes = known;
    for (const std::string& one : ofRun)
        if (std::find(classes.begin(), classes.end(), one) == classes.end()) classes.push_back(one);
    const bool secondClass = task == Task::Binary && classes.size() <= 2;
    if (classes.size() > known.size() && !known.empty() && !secondClass) return std::nullopt;
    return classes;
}

}  // namespace reckoner
