// Random runs of several classes for tests, and the plain way to count them.
#pragma once

#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "tests/support/vector_table.h"

namespace reckoner::test {

struct RandomClassesShape {
    std::size_t classes = 4;
    std::size_t samples = 300;
    int distinct = 0;  // 0: continuous scores, else about this many different ones
    bool weighted = false;
    bool predictions = false;  // a prediction column, sometimes empty, sometimes no class
    double broken = 0;         // share of samples with a score that is no number
    bool oneLabel = false;
};

// Letters, then two letters: "a" ... "z", "aa", ...
inline std::vector<std::string> letters(std::size_t count) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i) {
        std::string name(1, static_cast<char>('a' + i % 26));
        if (i >= 26) name.insert(0, 1, static_cast<char>('a' + i / 26 - 1));
        names.push_back(name);
    }
    return names;
}

struct RandomClasses {
    std::vector<std::string> classes;
    std::vector<std::size_t> truth;
    std::vector<std::string> predictions;     // "" none; empty: no such column
    std::vector<std::vector<double>> scores;  // [class][sample]
    std::vector<double> weights;              // empty: all 1

    RandomClasses(const RandomClassesShape& shape, std::uint64_t seed)
        : classes(letters(shape.classes)), scores(shape.classes) {
        Random random(seed);
        for (std::size_t i = 0; i < shape.samples; ++i) {
            truth.push_back(shape.oneLabel ? 0 : random.below(shape.classes));
            const bool broken = random.unit() < shape.broken;
            const std::size_t at = random.below(shape.classes);
            for (std::size_t c = 0; c < shape.classes; ++c) {
                double score = random.unit() * (c == truth.back() ? 1.6 : 1) / 1.6;
                if (shape.distinct > 0) score = std::floor(score * shape.distinct) / shape.distinct;
                if (broken && c == at) score = random.below(2) ? missingReal() : std::nan("");
                scores[c].push_back(score);
            }
            if (shape.weighted)
                weights.push_back(random.below(20) == 0 ? 0 : static_cast<double>(random.below(40)) / 8);
            if (!shape.predictions) continue;
            const std::uint64_t kind = random.below(8);
            predictions.push_back(kind == 0   ? std::string()
                                  : kind == 1 ? std::string("none of them")
                                              : classes[random.below(shape.classes)]);
        }
    }

    std::size_t samples() const { return truth.size(); }
    double weight(std::size_t i) const { return weights.empty() ? 1 : weights[i]; }
    // The highest class score; nothing when one of them is no number.
    std::optional<double> confidence(std::size_t i) const {
        double best = -std::numeric_limits<double>::infinity();
        for (const std::vector<double>& column : scores) {
            if (!std::isfinite(column[i])) return std::nullopt;
            best = std::max(best, column[i]);
        }
        return best;
    }
    // The class that is called; nothing when there is none.
    std::optional<std::size_t> called(std::size_t i) const {
        if (!predictions.empty())
            for (std::size_t c = 0; c < classes.size(); ++c)
                if (predictions[i] == classes[c]) return c;
        const std::optional<double> best = confidence(i);
        if (!best) return std::nullopt;
        for (std::size_t c = 0; c < classes.size(); ++c)
            if (scores[c][i] == *best) return c;
        return std::nullopt;
    }

    VectorTable builder() const {
        VectorTable table;
        table.info.task = Task::Multiclass;
        table.info.classes = classes;
        table.info.positive.clear();
        std::vector<std::string> labels;
        for (const std::size_t code : truth)
            labels.push_back(classes[code]);
        table.labels(labels);
        if (!predictions.empty()) table.category("predicted class", ColumnRole::Prediction, predictions);
        for (std::size_t c = 0; c < classes.size(); ++c)
            table.classScores(classes[c], scores[c]);
        if (!weights.empty()) table.weights(weights);
        return table;
    }
};

// Shapes that cover ties, one class, weights, missing scores and prediction columns.
inline std::vector<RandomClassesShape> randomClassesShapes() {
    std::vector<RandomClassesShape> shapes;
    for (const std::size_t classes : {2, 5, 26})
        for (const std::size_t samples : {1, 40, 2500})
            for (const int distinct : {0, 1, 9})
                for (const bool weighted : {false, true})
                    for (const bool predictions : {false, true})
                        shapes.push_back({classes, samples, distinct, weighted, predictions,
                                          distinct == 9 ? 0.1 : 0.0, samples == 40 && distinct == 1});
    return shapes;
}

}  // namespace reckoner::test
