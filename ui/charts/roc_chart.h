// Caught against false alarms, each as a share of its class.
#pragma once

#include "ui/charts/rate_chart.h"

namespace reckoner {

class RocChart final : public RateChart {
    Q_OBJECT
 public:
    explicit RocChart(QWidget* parent = nullptr);

 protected:
    std::optional<QPointF> rates(const Tally& tally) const override;
    QString upTitle() const override;
    QString acrossTitle() const override;
    QString reason() const override;
    std::vector<Reference> references() const override;
    std::vector<Required> required() const override;
    QStringList tableHead() const override;
    QString describe() const override;
};

}  // namespace reckoner
