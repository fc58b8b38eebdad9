#include "ui/widgets/line_figure.h"

#include <QPainter>

#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr qreal kStaleOpacity = 0.45;

}  // namespace

LineFigure::LineFigure(std::optional<Cell> outcome, QWidget* parent) : QWidget(parent), outcome_(outcome) {
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void LineFigure::setTexts(const QString& figure, const QString& word) {
    if (figure == figure_ && word == word_) return;
    figure_ = figure;
    word_ = word;
    setAccessibleName(figure + u' ' + word);
    update();
}

void LineFigure::setStale(bool stale) {
    if (stale == stale_) return;
    stale_ = stale;
    update();
}

QSize LineFigure::sizeHint() const {
    const Theme& theme = Theme::instance();
    const qreal width = std::max(textSize(figure_, theme.font(14, QFont::DemiBold)).width(),
                                 textSize(word_, theme.font(12)).width());
    return QSize(qCeil(width + (outcome_ ? typePx(20) : 0)) + 2, qRound(typePx(40)));
}

void LineFigure::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (stale_) painter.setOpacity(kStaleOpacity);
    const qreal left = outcome_ ? typePx(18) : 0;
    const qreal middle = height() / 2.0;
    const int side = outcome_ ? Qt::AlignLeft : Qt::AlignRight;
    if (outcome_) paintMark(painter, *outcome_, QRectF(0, middle - typePx(15), typePx(12), typePx(12)));
    paintText(painter, QRectF(left, middle - typePx(19), width() - left, typePx(20)), side | Qt::AlignVCenter,
              figure_, theme.font(14, QFont::DemiBold), outcome_ ? t.ink : t.accent);
    const QFont small = theme.font(12);
    const QString word = QFontMetricsF(small).elidedText(word_, Qt::ElideRight, width() - left);
    if ((word != word_) != !toolTip().isEmpty()) setPlainToolTip(this, word == word_ ? QString() : word_);
    paintText(painter, QRectF(left, middle + typePx(1), width() - left, typePx(16)), side | Qt::AlignVCenter,
              word, small, t.ink2);
}

}  // namespace reckoner

#include "moc_line_figure.cpp"
