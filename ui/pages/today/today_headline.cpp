#include "ui/pages/today/today_headline.h"

#include <QPainter>
#include <QTextLayout>

#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kLarge = 42;
constexpr int kSmaller = 34;
constexpr int kBelow = 24;

QColor colorOf(TodayTone tone) {
    const Tokens& tokens = Theme::instance().tokens();
    if (tone == TodayTone::Missed) return tokens.fnText;
    if (tone == TodayTone::FalseAlarm) return tokens.fpText;
    return tone == TodayTone::Accent ? tokens.accent : tokens.ink;
}

struct SentenceLook {
    QFont normal, strong;
    QColor ink, accent;
    qreal lineHeight;
};

qreal laySentence(QPainter* painter, const Sentence& sentence, const SentenceLook& look, qreal top,
                  qreal width) {
    QTextLayout layout(qt(plain(sentence)), look.normal);
    QList<QTextLayout::FormatRange> ranges;
    int at = 0;
    for (const Phrase& phrase : sentence) {
        const int length = static_cast<int>(qt(phrase.text).size());
        QTextCharFormat format;
        format.setFont(phrase.emphasis == Emphasis::None ? look.normal : look.strong);
        format.setForeground(phrase.emphasis == Emphasis::Accent ? look.accent : look.ink);
        ranges.append({at, length, format});
        at += length;
    }
    layout.setFormats(ranges);
    layout.beginLayout();
    qreal y = top;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y + (look.lineHeight - line.height()) / 2});
        y += look.lineHeight;
    }
    layout.endLayout();
    if (painter) layout.draw(painter, {});
    return y;
}

}  // namespace

TodayHeadline::TodayHeadline(QWidget* parent) : QAbstractButton(parent) {
    setObjectName(QStringLiteral("todayVerdict"));
    setFocusPolicy(Qt::TabFocus);
}

void TodayHeadline::setVerdict(const TodayVerdict& verdict) {
    verdict_ = verdict;
    setText(qt(plain(verdict.sentence)));
    setAccessibleName(text());
    setAccessibleDescription(qt(plain(verdict.below)));
    setEnabled(!verdict.target.page.empty());
    setCursor(isEnabled() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void TodayHeadline::setScale(const TodayScale& scale) {
    scale_ = scale;
    update();
}

int TodayHeadline::heightFor(int width) const {
    return qCeil(lay(nullptr, width));
}

qreal TodayHeadline::lay(QPainter* painter, qreal width) const {
    const Tokens& tokens = Theme::instance().tokens();
    const auto look = [&](int pixels, int lineHeight) {
        return SentenceLook{scale_.font(pixels), scale_.font(pixels, QFont::DemiBold), tokens.ink,
                            colorOf(verdict_.tone), qreal(scale_.px(lineHeight))};
    };
    // A size smaller where that saves a line.
    const SentenceLook large = look(kLarge, 52), smaller = look(kSmaller, 44);
    const qreal lines = laySentence(nullptr, verdict_.sentence, large, 0, width) / large.lineHeight;
    const qreal fewer = laySentence(nullptr, verdict_.sentence, smaller, 0, width) / smaller.lineHeight;
    qreal y = laySentence(painter, verdict_.sentence, fewer < lines ? smaller : large, 0, width);
    if (verdict_.below.empty()) return y;
    y += scale_.px(4);
    return laySentence(painter, verdict_.below,
                       {scale_.font(kBelow), scale_.font(kBelow, QFont::DemiBold), tokens.ink2, tokens.ink2,
                        qreal(scale_.px(34))},
                       y, width);
}

void TodayHeadline::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    lay(&painter, width());
    if (!hasFocus()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::instance().tokens().accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

}  // namespace reckoner

#include "moc_today_headline.cpp"
