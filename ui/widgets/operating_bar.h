// Everything about one threshold in one place, in full height: slider with the scores of both classes, exact
// number, places to snap to, what it means in a sentence, and the matrix.
#pragma once

#include <optional>

#include <QWidget>

#include "ui/charts/operating_facts.h"
#include "ui/charts/plot_scale.h"
#include "ui/widgets/outcome_marks.h"

namespace reckoner {

class ConfusionGrid;
class ScoreSlider;
class SentenceLabel;
class SnapButtons;
class ThresholdField;

class OperatingBar final : public QWidget {
    Q_OBJECT
 public:
    explicit OperatingBar(QWidget* parent = nullptr);

    void setFacts(const OperatingFacts& facts);
    // Pixels of the threshold axis in this widget, and where the right-hand column begins.
    void setScale(const PlotScale& scale, int rightColumn);
    // Room before the threshold field for what chooses between one threshold and tiers.
    void setLead(int pixels);
    // Where the row of the threshold field is, in this widget: of tiers, where the tier pane begins.
    int fieldRow() const;
    // The place of the matrix, free while there are tiers.
    QRect besideSlider() const;
    void setChosenCell(std::optional<Cell> cell);
    QSize sizeHint() const override;

    // The next distinct score in a direction; "flag nobody" beyond the highest. Nothing at the end.
    static std::optional<double> neighbour(const RunAnalysis& run, double threshold, int direction);

 Q_SIGNALS:
    void dragBegan();
    void thresholdChosen(double threshold);
    void dragEnded();
    void cutoffPicked(int cutoff);
    void cellChosen(std::optional<reckoner::Cell> cell);

 public Q_SLOTS:
    void nudge(int direction);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    void place();
    void placeSentence();
    void placeNext();
    void refreshNote();
    OperatingFacts facts_;
    PlotScale scale_;
    int rightColumn_ = 0;
    int lead_ = 0;
    std::optional<Cell> chosen_;
    ScoreSlider* slider_;
    ThresholdField* field_;
    SnapButtons* snaps_;
    SentenceLabel* quality_;
    SentenceLabel* next_;
    ConfusionGrid* grid_;
    SentenceLabel* note_;
};

}  // namespace reckoner
