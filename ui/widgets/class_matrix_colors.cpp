#include "ui/widgets/class_matrix_colors.h"

#include <algorithm>
#include <cmath>

#include "ui/style/theme.h"

namespace reckoner {
namespace {

QRgb mixed(const QColor& from, const QColor& to, double share) {
    const auto one = [share](int a, int b) { return qRound(a + (b - a) * share); };
    return qRgb(one(from.red(), to.red()), one(from.green(), to.green()), one(from.blue(), to.blue()));
}

}  // namespace

ClassMatrixColors::ClassMatrixColors() {
    const Tokens& t = Theme::instance().tokens();
    const bool dark = Theme::instance().shade() == Shade::Dark;
    // As far towards the mark as leaves ink readable.
    const double wrongMost = dark ? 0.56 : 0.85;
    const double rightMost = dark ? 0.6 : 0.5;
    for (int i = 0; i < kSteps; ++i) {
        const double share = static_cast<double>(i) / (kSteps - 1);
        // Few mistakes are to be seen too: the root, and two in five are the strongest.
        const double strength = std::min(1.0, std::sqrt(share / 0.4));
        wrong_[static_cast<std::size_t>(i)] = mixed(t.tnSoft, t.fpMark, strength * wrongMost);
        right_[static_cast<std::size_t>(i)] = mixed(t.tnSoft, t.tpMark, share * rightMost);
    }
}

QRgb ClassMatrixColors::of(const FoldedConfusion& table, bool called, std::size_t row,
                           std::size_t column) const {
    const double whole = called ? table.column(column).all.weight : table.row(row).all.weight;
    if (!(whole > 0)) return empty();
    const double share = table.at(row, column).all.weight / whole;
    return row == column ? right(share) : wrong(share);
}

void ClassMatrixColors::draw(const FoldedConfusion& table, bool called, QImage& picture) const {
    const auto size = static_cast<int>(table.size());
    if (picture.size() != QSize(size, size)) picture = QImage(size, size, QImage::Format_RGB32);
    for (int row = 0; row < size; ++row) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(row));
        for (int column = 0; column < size; ++column)
            line[column] = of(table, called, static_cast<std::size_t>(row), static_cast<std::size_t>(column));
    }
}

}  // namespace reckoner
