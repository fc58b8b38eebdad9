// One version's recall on every eval set it was run on, over time: a dot with its interval each.
#pragma once

#include <vector>

#include <QWidget>

#include "core/wording/version_history.h"

namespace reckoner {

class ResultsChart final : public QWidget {
    Q_OBJECT
 public:
    explicit ResultsChart(QWidget* parent = nullptr);
    // floor: the recall that is asked of everybody; nothing: none is.
    void setRequired(std::optional<double> floor) { required_ = floor; }
    void setResults(std::vector<VersionResult> results, const Vocabulary& words);
    QSize sizeHint() const override;

 Q_SIGNALS:
    void opened(qlonglong run);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

 private:
    QRectF plot() const;
    qreal xOf(std::size_t i) const;
    std::optional<std::size_t> at(const QPointF& point) const;

    std::vector<VersionResult> results_;
    Vocabulary words_;
    std::optional<double> required_;
    double lo_ = 0;
    double hi_ = 1;
};

}  // namespace reckoner
