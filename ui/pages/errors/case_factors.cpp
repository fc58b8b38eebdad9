#include "ui/pages/errors/case_factors.h"

#include <algorithm>
#include <cmath>

#include "core/wording/errors_case.h"
#include "core/wording/number_format.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/visible_text.h"

namespace reckoner {
namespace {

using parts::px;
using parts::write;

constexpr int kTitle = 24;
constexpr int kRow = 22;
constexpr std::size_t kMost = 8;

}  // namespace

FactorBars::FactorBars(QWidget* parent) : CasePart(parent) {
    setObjectName(QStringLiteral("factorBars"));
    setAccessibleName(tr("What moved the score"));
}

bool FactorBars::hasSomething() const {
    return view_.facts && !facts().factors.empty();
}

std::size_t FactorBars::drawn() const {
    return std::min(kMost, facts().factors.size());
}

QSize FactorBars::sizeHint() const {
    return QSize(px(320), view_.facts ? px(kTitle + kRow * static_cast<int>(drawn())) : 0);
}

// The sample's own value of the input, where the explanation names a column.
QString FactorBars::valueOf(const Factor& factor) const {
    if (!factor.value.empty()) return visibleLine(factor.value);
    for (const CaseField& field : facts().fields)
        if (field.column.name == factor.name) return visibleLine(fieldValue(field));
    return {};
}

void FactorBars::paintEvent(QPaintEvent*) {
    if (!view_.facts) return;
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QString title = visibleLine(factorsTitle(facts()));
    if (drawn() < facts().factors.size())
        title =
            tr("%1: the %2 largest of %3").arg(title, qt(count(drawn())), qt(count(facts().factors.size())));
    write(painter, QRectF(0, 0, width(), px(16)), Qt::AlignLeft, title, theme.font(12), t.ink3);

    const QFont font = theme.font(12);
    const QFontMetrics metrics(font);
    int names = 0, values = 0, figures = 0, words = 0;
    double largest = 0;
    bool positives = false, negatives = false;
    for (std::size_t i = 0; i < drawn(); ++i) {
        const Factor& factor = facts().factors[i];
        names = std::max(names, metrics.horizontalAdvance(visibleLine(factor.name)));
        values = std::max(values, metrics.horizontalAdvance(valueOf(factor)));
        figures = std::max(figures, metrics.horizontalAdvance(qt(factorWeight(factor.weight))));
        words =
            std::max(words, metrics.horizontalAdvance(visibleLine(factorDirection(factor.weight, facts()))));
        largest = std::max(largest, std::fabs(factor.weight));
        (factor.weight < 0 ? negatives : positives) = true;
    }
    // Two pixels for what rounding takes.
    names = std::min(names + 2, width() / 4);
    values = values > 0 ? std::min(values + 2, width() / 5) : 0;
    figures += 2;
    words = std::min(words + 2, width() / 4);
    const int from = names + (values > 0 ? px(8) + values : 0) + px(14);
    const int to = width() - words - px(12) - figures - px(10);
    const qreal room = std::max(20, to - from);
    // A middle axis only where bars go both ways.
    const qreal axis = positives && negatives ? from + room * 0.4 : positives ? from : to;
    const qreal reach = positives && negatives ? room * 0.4 : room;
    bool saidTowards = false, saidAway = false;
    for (std::size_t i = 0; i < drawn(); ++i) {
        const Factor& factor = facts().factors[i];
        const int y = px(kTitle) + static_cast<int>(i) * px(kRow);
        const auto box = [y](qreal left, qreal wide) { return QRectF(left, y, wide, px(kRow)); };
        write(painter, box(0, names), Qt::AlignLeft, visibleLine(factor.name), font, t.ink);
        write(painter, box(names + px(8), values), Qt::AlignRight, valueOf(factor), font, t.ink2);
        write(painter, box(to + px(10), figures), Qt::AlignRight, qt(factorWeight(factor.weight)), font,
              t.ink2);
        bool& said = factor.weight < 0 ? saidAway : saidTowards;
        if (!std::exchange(said, true))
            write(painter, box(width() - words, words), Qt::AlignLeft,
                  visibleLine(factorDirection(factor.weight, facts())), font, t.ink3);
        const qreal length = largest > 0 ? reach * std::fabs(factor.weight) / largest : 0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(factor.weight < 0 ? t.baseline : t.ink2);
        const qreal x = factor.weight < 0 ? axis - length : axis;
        painter.drawRoundedRect(QRectF(x, y + px(5), length, px(12)), 2, 2);
    }
    painter.setPen(QPen(t.control, 1));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawLine(QPointF(std::round(axis), px(kTitle)),
                     QPointF(std::round(axis), px(kTitle) + px(kRow) * static_cast<int>(drawn())));
}

}  // namespace reckoner

#include "moc_case_factors.cpp"
