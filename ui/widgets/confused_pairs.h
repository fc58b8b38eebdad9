// The most frequent mistakes as a list with bars: "F called VF".
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <QWidget>

#include "core/metrics/confusion.h"

namespace reckoner {

class ConfusedPairs final : public QWidget {
    Q_OBJECT
 public:
    explicit ConfusedPairs(QWidget* parent = nullptr);

    // names: of all classes, in class order.
    void setPairs(const std::vector<ConfusedPair>& pairs, const QStringList& names, const QString& total);
    using Pair = std::pair<ClassCode, ClassCode>;  // truth, called
    void setChosen(std::optional<Pair> pair);
    // How many fit now; the rest is not shown.
    int shown() const;
    QRect row(int index) const;
    QString text(int index) const;
    QSize sizeHint() const override;

 Q_SIGNALS:
    void chosen(reckoner::ClassCode truth, reckoner::ClassCode called);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    void choose(int index);
    int at(const QPointF& point) const;
    QString fitted(int index, const QFont& font, qreal width) const;

    std::vector<ConfusedPair> pairs_;
    QStringList names_;
    QString total_;
    std::optional<Pair> chosen_;
    int hovered_ = -1;
    int cursor_ = 0;
};

}  // namespace reckoner
