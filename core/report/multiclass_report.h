// What `metrics` says about a run with several classes, as JSON and for people.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/cost/class_costs.h"
#include "core/metrics/class_probability.h"
#include "core/metrics/multiclass.h"
#include "core/report/json_text.h"

namespace reckoner {

class SampleFacts;

struct MulticlassReport {
    struct Group {
        std::vector<std::optional<std::string>> values;  // beside `by`; nothing: missing
        ClassMatrix matrix{0};
    };
    EvalTablePtr table;
    ClassifiedRows rows;
    ClassMatrix matrix{0};
    MatrixNumbers numbers;
    ClassScoreNumbers scores;
    Value topTwo;
    Value topThree;
    ClassProbability probability;
    std::vector<std::string> by;
    std::vector<Group> groups;          // those with samples
    std::optional<ClassCosts> costs{};  // to be filled by whoever knows them; of as many classes
};

// where: a cohort expression, empty for all. Throws Error{BadInput} (unknown column, bad expression).
MulticlassReport multiclassReport(const EvalTablePtr& table, const std::string& where,
                                  const std::vector<std::string>& by, const TaskContext& context = {},
                                  const std::shared_ptr<const SampleFacts>& facts = {});

// A 0/0 of a class is 0 here, as in the averages (scikit-learn).
Json multiclassJson(const MulticlassReport& report);
std::string multiclassText(const MulticlassReport& report);

}  // namespace reckoner
