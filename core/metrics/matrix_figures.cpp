#include "core/metrics/matrix_figures.h"

namespace reckoner {
namespace {

struct MatrixFigure {
    std::string_view id;
    std::string_view title;
    Value (*of)(const MatrixNumbers&);
};

constexpr MatrixFigure kMatrixFigures[] = {
    {"accuracy", "Accuracy", [](const MatrixNumbers& m) { return m.accuracy; }},
    {"balanced_accuracy", "Balanced accuracy", [](const MatrixNumbers& m) { return m.balancedAccuracy; }},
    {"macro_precision", "Macro precision", [](const MatrixNumbers& m) { return m.macro.precision; }},
    {"macro_recall", "Macro recall", [](const MatrixNumbers& m) { return m.macro.recall; }},
    {"macro_f1", "Macro F1", [](const MatrixNumbers& m) { return m.macro.f1; }},
    {"weighted_precision", "Weighted precision", [](const MatrixNumbers& m) { return m.weighted.precision; }},
    {"weighted_recall", "Weighted recall", [](const MatrixNumbers& m) { return m.weighted.recall; }},
    {"weighted_f1", "Weighted F1", [](const MatrixNumbers& m) { return m.weighted.f1; }},
    {"kappa", "Cohen's kappa", [](const MatrixNumbers& m) { return m.kappa; }},
    {"mcc", "MCC", [](const MatrixNumbers& m) { return m.mcc; }},
};

const MatrixFigure* find(std::string_view id) {
    for (const MatrixFigure& figure : kMatrixFigures)
        if (figure.id == id) return &figure;
    return nullptr;
}

}  // namespace

const std::vector<std::string>& matrixFigureNames() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const MatrixFigure& figure : kMatrixFigures)
            all.emplace_back(figure.id);
        return all;
    }();
    return names;
}

std::string_view matrixFigureTitle(std::string_view id) {
    const MatrixFigure* figure = find(id);
    return figure ? figure->title : id;
}

Value matrixFigure(const MatrixNumbers& numbers, std::string_view id) {
    const MatrixFigure* figure = find(id);
    return figure ? figure->of(numbers) : Value(Reason::NotComparable);
}

Value classFigure(const ClassNumbers& numbers, std::string_view id) {
    if (id == "precision") return numbers.precision;
    if (id == "recall") return numbers.recall;
    if (id == "f1") return numbers.f1;
    return Reason::NotComparable;
}

}  // namespace reckoner
