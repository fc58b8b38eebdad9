// The slider from "catches everything" to "only sure bets", with the scores of both classes above and below.
#pragma once

#include "ui/charts/operating_facts.h"
#include "ui/charts/plot_scale.h"
#include "ui/widgets/handle_slider.h"

namespace reckoner {

class ScoreSlider final : public HandleSlider {
    Q_OBJECT
 public:
    explicit ScoreSlider(QWidget* parent = nullptr);

    void setFacts(const OperatingFacts& facts);
    // Pixels of the threshold axis in this widget: the cost chart's own.
    void setScale(const PlotScale& scale);
    qreal handleX() const;
    // Of tiers: of each cut-off.
    qreal handleX(std::size_t cutoff) const;

 Q_SIGNALS:
    // Of tiers: this cut-off is moved from now on; what is chosen and nudged is its.
    void cutoffPicked(int cutoff);

 protected:
    // Tab goes from handle to handle before it goes on.
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    std::optional<Axis> axis() const override;
    double chosenAt(double x) const override;
    std::optional<double> handleUnder(double x) const override;
    bool reaches(QPointF at) const override;
    std::optional<double> take(double x) override;
    void drag(double x) override;

 private:
    void paintBars(QPainter& painter) const;
    void paintClassNames(QPainter& painter) const;
    void paintCounts(QPainter& painter) const;
    qreal overLowBars(const std::vector<std::uint64_t>& bars, qreal width, qreal share, qreal usual) const;
    void paintTrack(QPainter& painter) const;
    void paintHandle(QPainter& painter, qreal x, bool active) const;
    void paintPolicyLine(QPainter& painter, double threshold) const;
    // Handles that lie under the pointer, as a range of cut-offs; nothing where there is none.
    std::optional<std::pair<std::size_t, std::size_t>> handlesAt(qreal x) const;
    void pick(std::size_t cutoff);

    OperatingFacts facts_;
    ScoreHistogram histogram_;
    PlotScale scale_;
    // Handles that lay on each other at the press: the first move says which one is meant.
    std::optional<std::pair<std::size_t, std::size_t>> undecided_;
    qreal pressedAt_ = 0;
};

}  // namespace reckoner
