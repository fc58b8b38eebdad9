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

}  // namespace reckoner
