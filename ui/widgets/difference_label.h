// A text and what changed in it since the version before: removed words struck out, new ones in weight.
#pragma once

#include <vector>

#include <QWidget>

#include "core/review/text_difference.h"

namespace reckoner {

class DifferenceLabel final : public QWidget {
    Q_OBJECT
 public:
    explicit DifferenceLabel(QWidget* parent = nullptr);
    void setParts(const std::vector<TextPart>& parts);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    qreal lay(QPainter* painter, qreal width) const;
    std::vector<TextPart> parts_;
};

}  // namespace reckoner
