// Colours of a matrix of several classes: mistakes from the page's grey to the mark of false alarms by their
// share, right answers on a scale of their own. Ink is readable on all of them.
#pragma once

#include <array>

#include <QColor>
#include <QImage>

#include "core/metrics/confusion.h"

namespace reckoner {

class ClassMatrixColors {
 public:
    // Of the theme as it is now.
    ClassMatrixColors();
    QRgb right(double share) const { return right_[index(share)]; }
    QRgb wrong(double share) const { return wrong_[index(share)]; }
    QRgb empty() const { return wrong_[0]; }
    // Of a cell by its share of its row, or of its column (called).
    QRgb of(const FoldedConfusion& table, bool called, std::size_t row, std::size_t column) const;
    // One pixel a cell; a picture of the right size is drawn over.
    void draw(const FoldedConfusion& table, bool called, QImage& picture) const;

 private:
    static constexpr int kSteps = 256;
    static std::size_t index(double share) {
        const double kept = share < 0 ? 0 : share > 1 ? 1 : share;
        return static_cast<std::size_t>(kept * (kSteps - 1) + 0.5);
    }
    std::array<QRgb, kSteps> right_{};
    std::array<QRgb, kSteps> wrong_{};
};

}  // namespace reckoner
