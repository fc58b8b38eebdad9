// The 2 x 2 of a binary run at the operating point: cells, heads and corner choose samples.
#pragma once

#include <array>
#include <string>
#include <vector>

#include <QWidget>

#include "ui/charts/chart_table.h"
#include "ui/charts/operating_facts.h"
#include "ui/pages/errors/matrix_button.h"

namespace reckoner {

class PlainLabel;
class SegmentedChoice;

class MatrixBinary final : public QWidget {
    Q_OBJECT
 public:
    explicit MatrixBinary(QWidget* parent = nullptr);

    // normalise: "row", "column", "all", "weight", "money"; what this run has not is "row". cell: the chosen
    // expression.
    void setFacts(const OperatingFacts& facts, const std::string& normalise, const std::string& cell);
    // Under the matrix, where its counts are not all there is to say; empty: nothing.
    void setNote(const QString& note);
    // Greyed: of a selection that is being worked out anew.
    void setStale(bool stale);
    QSize sizeHint() const override;
    // In which every share stands whole beside the name of its class.
    int wantedWidth() const;
    ChartTable table() const;

 Q_SIGNALS:
    // Empty: everything (the corner, or the chosen place again).
    void cellChosen(const std::string& expression);
    void normaliseChosen(const std::string& id);
    void heightChanged();

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    struct Place {
        MatrixButton* button = nullptr;
        std::string expression;  // empty: the corner
    };
    bool known() const { return facts_.run && facts_.run->sweep; }
    void fillChoices();
    void fillCells(const Tally& tally, const std::string& mode);
    void fillHeads(const Tally& tally);
    void step(const MatrixButton* from, int rows, int columns);
    void choose(std::size_t place);
    void showChosen();
    void place();
    QString classOf(bool positive) const;
    int namesWidth() const;
    int cellWidth() const;

    OperatingFacts facts_;
    std::string chosen_;
    std::array<Place, 9> places_;     // 3 x 3: corner, column heads, then a row head and two cells a row
    std::vector<std::string> modes_;  // beside the segments of choice_
    SegmentedChoice* choice_ = nullptr;
    PlainLabel* note_;
    std::array<QString, 2> totals_;
    int names_ = 0;  // width of the row heads
};

}  // namespace reckoner
