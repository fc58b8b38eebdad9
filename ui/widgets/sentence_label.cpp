#include "ui/widgets/sentence_label.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QTextLayout>

#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

// Line heights of LOOK.md.
int lineHeight(int pixels) {
    return pixels >= 28 ? pixels + 8 : pixels >= 16 ? pixels + 8 : pixels >= 14 ? 20 : 16;
}

}  // namespace

SentenceLabel::SentenceLabel(int pixels, QColor Tokens::*tone, int lines, QWidget* parent)
    : QWidget(parent), pixels_(pixels), tone_(tone), lines_(lines) {
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

SentenceLabel::~SentenceLabel() = default;

void SentenceLabel::setSentence(const Sentence& sentence) {
    const auto same = [](const Phrase& a, const Phrase& b) {
        return a.emphasis == b.emphasis && a.text == b.text;
    };
    const bool unchanged =
        std::equal(sentence.begin(), sentence.end(), sentence_.begin(), sentence_.end(), same);
    if (unchanged && isHidden() == sentence.empty()) return;
    sentence_ = sentence;
    setAccessibleName(text());
    setVisible(!sentence.empty());
    update();
}

QString SentenceLabel::text() const {
    return qt(plain(sentence_));
}

QSize SentenceLabel::sizeHint() const {
    const QFontMetricsF metrics(Theme::instance().font(pixels_));
    const qreal scale = Theme::instance().typeScale();
    return QSize(qCeil(metrics.horizontalAdvance(text())), qRound(lineHeight(pixels_) * scale) * lines_);
}

void SentenceLabel::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& tokens = theme.tokens();
    QTextLayout layout(text(), theme.font(pixels_));
    QList<QTextLayout::FormatRange> ranges;
    int at = 0;
    for (const Phrase& phrase : sentence_) {
        const int length = static_cast<int>(qt(phrase.text).size());
        QTextCharFormat format;
        format.setFont(
            theme.font(pixels_, phrase.emphasis == Emphasis::None ? QFont::Normal : QFont::DemiBold));
        format.setForeground(phrase.emphasis == Emphasis::Accent   ? tokens.accent
                             : phrase.emphasis == Emphasis::Strong ? tokens.ink
                                                                   : tokens.*tone_);
        ranges.append({at, length, format});
        at += length;
    }
    layout.setFormats(ranges);
    layout.beginLayout();
    const qreal height = lineHeight(pixels_) * theme.typeScale();
    bool cut = false;
    for (int i = 0; i < lines_; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        line.setLineWidth(width());
        line.setPosition(QPointF(0, std::round(i * height + (height - line.height()) / 2)));
        cut = i + 1 == lines_ && line.textStart() + line.textLength() < layout.text().size();
    }
    layout.endLayout();
    if (cut || !toolTip().isEmpty()) setPlainToolTip(this, cut ? text() : QString());
    QPainter painter(this);
    layout.draw(&painter, {});
    if (!cut) return;
    const QTextLine last = layout.lineAt(layout.lineCount() - 1);
    painter.setPen(tokens.*tone_);
    painter.setFont(theme.font(pixels_));
    painter.drawText(QPointF(std::min(last.naturalTextWidth(), width() - 12.0), last.y() + last.ascent()),
                     QStringLiteral("\u2026"));
}

}  // namespace reckoner

#include "moc_sentence_label.cpp"
