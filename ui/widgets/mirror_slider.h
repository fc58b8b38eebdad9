// A slider with a small histogram of two kinds of samples, one above the track and one below: 48 px of the
// one-line operating bar. It knows no run: what the axis holds is its owner's.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "ui/widgets/handle_slider.h"

namespace reckoner {

// Outcomes: positives above, negatives below, coloured by the four outcomes. Confidence: right answers above,
// wrong ones below, grey left of the handle where a person decides.
enum class MirrorLook { Outcomes, Confidence };

// Equal bars over the axis [lo, hi].
struct MirrorBars {
    double lo = 0;
    double hi = 1;
    std::vector<std::uint64_t> above;
    std::vector<std::uint64_t> below;
};

class MirrorSlider final : public HandleSlider {
    Q_OBJECT
 public:
    explicit MirrorSlider(QWidget* parent = nullptr);

    void setBars(MirrorLook look, const MirrorBars& bars);
    // mark: the policy's thin line. description: what the point means, for those who do not see it.
    void setPoint(double at, std::optional<double> mark, const QString& description);
    // What a drag to a raw value means; without it the value itself.
    void setRounding(std::function<double(double)> rounding) { rounding_ = std::move(rounding); }
    // Centre of the handle, in this widget.
    QPointF handle() const;
    double valueAt(double x) const;
    // Pixels kept free on both sides of the track, so that the handle is never cut.
    static int margin();

 protected:
    void paintEvent(QPaintEvent* event) override;
    std::optional<Axis> axis() const override;
    double chosenAt(double x) const override;
    std::optional<double> handleUnder(double x) const override;

 private:
    double xOf(double value) const;
    void paintBars(QPainter& painter) const;
    void paintTrack(QPainter& painter) const;

    MirrorLook look_ = MirrorLook::Outcomes;
    MirrorBars bars_;
    double at_ = 0;
    std::optional<double> mark_;
    std::function<double(double)> rounding_;
};

}  // namespace reckoner
