#include "ui/widgets/tone_label.h"

#include <cmath>

#include <QPainter>
#include <QTextLayout>

#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

void lay(QTextLayout& layout, const std::vector<ToneWords>& words, int pixels) {
    const Theme& theme = Theme::instance();
    QList<QTextLayout::FormatRange> ranges;
    int at = 0;
    for (const ToneWords& part : words) {
        QTextCharFormat format;
        format.setFont(theme.font(pixels, part.weight));
        format.setForeground(theme.tokens().*part.tone);
        const int length = static_cast<int>(part.text.size());
        ranges.append({at, length, format});
        at += length;
    }
    layout.setFormats(ranges);
}

}  // namespace

ToneLabel::ToneLabel(int pixels, int lines, QWidget* parent)
    : QWidget(parent), pixels_(pixels), lines_(lines) {
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ToneLabel::setWords(std::vector<ToneWords> words) {
    words_ = std::move(words);
    setAccessibleName(text());
    updateGeometry();
    update();
}

void ToneLabel::setSentence(const Sentence& sentence, QColor Tokens::*tone, QColor Tokens::*accent) {
    std::vector<ToneWords> words;
    for (const Phrase& phrase : sentence)
        words.push_back({qt(phrase.text), phrase.emphasis == Emphasis::Accent ? accent : tone,
                         phrase.emphasis == Emphasis::None ? QFont::Normal : QFont::DemiBold});
    setWords(std::move(words));
}

QString ToneLabel::text() const {
    QString all;
    for (const ToneWords& part : words_)
        all += part.text;
    return all;
}

int ToneLabel::lineHeight() const {
    const int height = pixels_ >= 16 ? pixels_ + 8 : pixels_ >= 14 ? 20 : 16;
    return qRound(height * Theme::instance().typeScale());
}

QSize ToneLabel::sizeHint() const {
    qreal width = 0;
    for (const ToneWords& part : words_)
        width += QFontMetricsF(Theme::instance().font(pixels_, part.weight)).horizontalAdvance(part.text);
    return QSize(qCeil(width), lineHeight());
}

int ToneLabel::heightForWidth(int width) const {
    QTextLayout layout(text(), Theme::instance().font(pixels_));
    lay(layout, words_, pixels_);
    layout.beginLayout();
    int lines = 0;
    while (lines < lines_) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        line.setLineWidth(std::max(width, 1));
        ++lines;
    }
    layout.endLayout();
    return std::max(lines, 1) * lineHeight();
}

void ToneLabel::paintEvent(QPaintEvent*) {
    QTextLayout layout(text(), Theme::instance().font(pixels_));
    lay(layout, words_, pixels_);
    layout.beginLayout();
    bool cut = false;
    for (int i = 0; i < lines_; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        line.setLineWidth(width());
        line.setPosition(QPointF(0, std::round(i * lineHeight() + (lineHeight() - line.height()) / 2)));
        cut = i + 1 == lines_ && line.textStart() + line.textLength() < layout.text().size();
    }
    layout.endLayout();
    if (cut || !toolTip().isEmpty()) setPlainToolTip(this, cut ? text() : QString());
    QPainter painter(this);
    layout.draw(&painter, {});
    if (!cut) return;
    const QTextLine last = layout.lineAt(layout.lineCount() - 1);
    painter.setPen(Theme::instance().tokens().ink3);
    painter.setFont(Theme::instance().font(pixels_));
    painter.drawText(
        QPointF(std::min(last.naturalTextWidth(), width() - pixels_ * 0.8), last.y() + last.ascent()),
        QStringLiteral("\u2026"));
}

}  // namespace reckoner

#include "moc_tone_label.cpp"
