// The matrix of a run of several classes with its choices, and the most confused pairs below.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <QWidget>

#include "ui/charts/chart_table.h"
#include "ui/pages/errors/matrix_choice.h"
#include "ui/session/class_desk.h"
#include "ui/widgets/class_matrix_view.h"
#include "ui/widgets/confused_pairs.h"

class QLineEdit;

namespace reckoner {

class SegmentedChoice;

class MatrixClasses final : public QWidget {
    Q_OBJECT
 public:
    explicit MatrixClasses(QWidget* parent = nullptr);

    struct Facts {
        ClassAnalysisPtr run;
        double confidence = 0;  // -infinity: every answer is trusted
        std::string normalise;  // "row", "column", "all", "none", "weight", "money"
        std::string order;      // "given", "name", "size", "error", "confusion"
        std::string fold;       // "10": so many classes keep a row of their own; empty: all
        std::string cell;       // the chosen expression
    };
    void setFacts(const Facts& facts);
    void setStale(bool stale) { view_->setStale(stale); }
    ChartTable table() const { return view_->table(); }

 Q_SIGNALS:
    void cellChosen(const std::string& expression);  // empty: everything
    void normaliseChosen(const std::string& id);
    void orderChosen(const std::string& id);
    void foldChosen(const std::string& shown);

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void fillChoices();
    void showTable();
    void showChosen();
    void choose(const std::string& expression);
    std::string expression(MatrixPlace place) const;
    std::optional<MatrixPlace> placeOf(const MatrixChoice& choice) const;
    std::optional<ConfusedPairs::Pair> pairOf(const MatrixChoice& choice) const;
    void find(const QString& text);
    void place();

    Facts facts_;
    std::vector<ClassCode> order_;  // of the whole run: a drag does not shuffle it
    std::vector<bool> folded_;
    std::shared_ptr<const FoldedConfusion> shown_;
    ClassMatrixView* view_;
    std::vector<std::string> modes_;  // beside the segments of normalise_
    SegmentedChoice* normalise_ = nullptr;
    SegmentedChoice* orderChoice_;
    SegmentedChoice* fold_;
    QLineEdit* find_;
    ConfusedPairs* pairs_;
};

}  // namespace reckoner
