#include "ui/widgets/class_matrix_layout.h"

#include <algorithm>
#include <cmath>

namespace reckoner {
namespace {

constexpr qreal kInset = 8;  // marks reach this far outside the text
constexpr qreal kPitchX = 96;
constexpr qreal kPitchY = 76;
constexpr qreal kReviewGap = 12;

// Whole pixels while cells are drawn one by one.
qreal settled(qreal pitch) {
    return pitch >= 8 ? std::floor(pitch) : std::max(0.0, pitch);
}

}  // namespace

ClassMatrixLayout::ClassMatrixLayout(const Wanted& wanted) : wanted_(wanted) {
    if (wanted_.size == 0) return;
    const qreal s = wanted_.scale;
    const int columns = wanted_.size + (wanted_.review ? 1 : 0);
    names_ = std::clamp(wanted_.rowName + 14 * s, 48 * s, 112 * s);
    const qreal reviewGap = wanted_.review ? kReviewGap : 0;
    const auto pitchFor = [&](qreal ends) {
        return (wanted_.room.width() - kInset - names_ - ends - reviewGap) / columns;
    };
    ends_ = pitchFor(60 * s) >= 44 * s ? 60 * s : 44 * s;
    pitchX_ = settled(std::min(kPitchX * s, pitchFor(ends_)));
    // Short names are thinned out sooner than turned.
    turned_ = wanted_.columnName + 4 > 2 * pitchX_;
    heads_ = turned_ ? std::min(wanted_.columnName, 80 * s) + 12 * s : 28 * s;
    totals_ = pitchX_ >= 68 * s ? 44 * s : pitchX_ >= 40 * s ? 24 * s : 12;
    const qreal fit = (wanted_.room.height() - heads_ - totals_) / wanted_.size;
    // Small cells are squares.
    pitchY_ = settled(std::min({kPitchY * s, fit, pitchX_ < 44 * s ? pitchX_ : kPitchY * s}));
    if (pitchX_ < 44 * s) pitchX_ = settled(std::min(pitchX_, std::max(pitchY_ * 1.6, 2.0)));
    const qreal least = std::min(pitchX_, pitchY_);
    gap_ = least >= 36 ? 4 : least >= 14 ? 2 : least >= 8 ? 1 : 0;
}

bool ClassMatrixLayout::largeFigures() const {
    return pitchX_ - gap_ >= wanted_.figure + 8 && pitchY_ - gap_ >= 24 * wanted_.scale;
}

bool ClassMatrixLayout::twoLines() const {
    const qreal tall = pitchY_ - gap_;
    const qreal share = 46 * wanted_.scale;  // "93.8 %"
    return pitchX_ - gap_ >= std::max(share, wanted_.smallFigure + 6) && tall >= 38 * wanted_.scale;
}

bool ClassMatrixLayout::oneLine() const {
    return pitchX_ - gap_ >= wanted_.smallFigure + 4 && pitchY_ - gap_ >= 15 * wanted_.scale;
}

qreal ClassMatrixLayout::left() const {
    return kInset + names_;
}

qreal ClassMatrixLayout::reviewLeft() const {
    return left() + pitchX_ * wanted_.size + kReviewGap;
}

QRectF ClassMatrixLayout::cells() const {
    return {left(), heads_, pitchX_ * wanted_.size - gap_, pitchY_ * wanted_.size - gap_};
}

QRectF ClassMatrixLayout::box(MatrixPlace place) const {
    const bool review = place.column == wanted_.size;
    const qreal x = place.column < 0 ? 0 : review ? reviewLeft() : left() + pitchX_ * place.column;
    const qreal y = place.row < 0 ? 0 : heads_ + pitchY_ * place.row;
    // A review column narrower than its word would say nothing.
    const qreal reviewWidth = std::max(pitchX_ - gap_, std::min(40 * wanted_.scale, pitchX_ * 4));
    const qreal width = place.column < 0 ? left() - 4 : review ? reviewWidth : pitchX_ - gap_;
    return {x, y, width, place.row < 0 ? heads_ - 4 : pitchY_ - gap_};
}

QRectF ClassMatrixLayout::rowEnd(int row) const {
    const MatrixPlace last{row, wanted_.review ? wanted_.size : wanted_.size - 1};
    const QRectF cell = box(last);
    return {cell.right() + 4, cell.top(), ends_ - 8, cell.height()};
}

QRectF ClassMatrixLayout::columnEnd(int column) const {
    const QRectF cell = box({wanted_.size - 1, column});
    return {cell.left(), cell.bottom() + 4, cell.width(), totals_ - 4};
}

std::optional<MatrixPlace> ClassMatrixLayout::at(const QPointF& point) const {
    if (wanted_.size == 0 || pitchX_ <= 0 || pitchY_ <= 0) return std::nullopt;
    const auto along = [this](qreal distance, qreal pitch) {
        return std::min(wanted_.size - 1, static_cast<int>(std::floor(distance / pitch)));
    };
    MatrixPlace place;
    const qreal bottom = heads_ + pitchY_ * wanted_.size;
    if (point.y() >= heads_ && point.y() < bottom) place.row = along(point.y() - heads_, pitchY_);
    if (point.y() >= bottom + totals_) return std::nullopt;
    const qreal right = left() + pitchX_ * wanted_.size;
    if (point.x() >= left() && point.x() < right) place.column = along(point.x() - left(), pitchX_);
    if (wanted_.review) {
        const QRectF review = box({0, wanted_.size});
        if (point.x() >= review.left() - kReviewGap / 2 && point.x() <= review.right())
            place.column = wanted_.size;
    }
    const bool outside = point.x() > used().width();
    const bool nowhere =
        place.column < 0 && (place.row < 0 ? point.x() >= left() || point.y() >= heads_ : false);
    if (outside || nowhere) return std::nullopt;
    return place;
}

QSizeF ClassMatrixLayout::used() const {
    if (wanted_.size == 0) return {};
    const QRectF last = box({wanted_.size - 1, wanted_.review ? wanted_.size : wanted_.size - 1});
    return {last.right() + ends_, last.bottom() + totals_};
}

}  // namespace reckoner
