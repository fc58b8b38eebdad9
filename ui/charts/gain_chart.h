// Cumulative gain: how many of the positives are caught by flagging this share of all. The setting "lift"
// draws how many times better than chance that is.
#pragma once

#include "ui/charts/rate_chart.h"

namespace reckoner {

class GainChart final : public RateChart {
    Q_OBJECT
 public:
    explicit GainChart(QWidget* parent = nullptr);

 protected:
    std::optional<QPointF> rates(const Tally& tally) const override;
    QString upTitle() const override;
    QString acrossTitle() const override;
    QString reason() const override;
    std::vector<Reference> references() const override;
    QString nowWords() const override;
    QString upTick(double tick) const override;
    double highest() const override;
    std::vector<Required> required() const override;
    QStringList tableHead() const override;
    QString describe() const override;
    void settingChanged() override;

 private:
    bool lift() const;
};

}  // namespace reckoner
