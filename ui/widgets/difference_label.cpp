#include "ui/widgets/difference_label.h"

#include <QPainter>
#include <QTextLayout>

#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kText = 14;
constexpr int kLine = 20;

}  // namespace

DifferenceLabel::DifferenceLabel(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
}

void DifferenceLabel::setParts(const std::vector<TextPart>& parts) {
    parts_ = parts;
    QString spoken;
    for (const TextPart& part : parts)
        spoken += part.kind == TextPart::Kind::Removed ? tr("(removed: %1) ").arg(qt(part.text).trimmed())
                  : part.kind == TextPart::Kind::Added ? tr("(added: %1) ").arg(qt(part.text).trimmed())
                                                       : qt(part.text);
    setAccessibleName(spoken);
    updateGeometry();
    update();
}

qreal DifferenceLabel::lay(QPainter* painter, qreal width) const {
    const Theme& theme = Theme::instance();
    const Tokens& tokens = theme.tokens();
    QString text;
    QList<QTextLayout::FormatRange> ranges;
    for (const TextPart& part : parts_) {
        const QString words = qt(part.text).replace(QLatin1Char('\n'), QChar::LineSeparator);
        QTextCharFormat format;
        QFont font = theme.font(kText, part.kind == TextPart::Kind::Added ? QFont::DemiBold : QFont::Normal);
        font.setStrikeOut(part.kind == TextPart::Kind::Removed);
        format.setFont(font);
        format.setForeground(part.kind == TextPart::Kind::Removed ? tokens.ink3 : tokens.ink);
        ranges.append({static_cast<int>(text.size()), static_cast<int>(words.size()), format});
        text += words;
    }
    QTextLayout layout(text, theme.font(kText));
    layout.setFormats(ranges);
    layout.beginLayout();
    const qreal line = kLine * theme.typeScale();
    qreal y = 0;
    for (QTextLine one = layout.createLine(); one.isValid(); one = layout.createLine()) {
        one.setLineWidth(width);
        one.setPosition({0, y + (line - one.height()) / 2});
        y += line;
    }
    layout.endLayout();
    if (painter) layout.draw(painter, {});
    return y;
}

int DifferenceLabel::heightForWidth(int width) const {
    return qCeil(lay(nullptr, width));
}

QSize DifferenceLabel::sizeHint() const {
    return {300, heightForWidth(std::max(width(), 300))};
}

void DifferenceLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    lay(&painter, width());
}

}  // namespace reckoner

#include "moc_difference_label.cpp"
