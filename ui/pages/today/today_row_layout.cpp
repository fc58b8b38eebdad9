#include "ui/pages/today/today_row_layout.h"

#include <algorithm>

#include <QPainter>
#include <QTextLayout>

#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kText = 24;
constexpr int kLine = 30;
constexpr int kMostLines = 2;
constexpr int kBetween = 16;  // text and figure

// A figure in the text is quiet where the row has one of its own.
bool isStrong(const TodayRow& row, const Phrase& phrase) {
    return phrase.emphasis != Emphasis::None && row.figure.empty();
}

// A laid out text: how many lines, how far the last one reaches, where the last allowed one begins.
struct Lines {
    int count = 0;
    qreal end = 0;
    int lastFrom = 0;
};

Lines layLines(QTextLayout& layout, qreal width) {
    Lines lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.end = line.naturalTextWidth();
        if (lines.count < kMostLines) lines.lastFrom = line.textStart();
        ++lines.count;
    }
    layout.endLayout();
    return lines;
}

QList<QTextLayout::FormatRange> formats(const TodayRow& row, const Sentence& text, const TodayScale& scale,
                                        const TodayRowInk& ink) {
    QList<QTextLayout::FormatRange> ranges;
    int at = 0;
    for (const Phrase& phrase : text) {
        const bool strong = isStrong(row, phrase);
        QTextCharFormat format;
        format.setFont(scale.font(kText, strong ? QFont::DemiBold : QFont::Normal));
        const bool quiet = row.tone == TodayTone::Quiet && row.figure.empty();
        const bool second = phrase.emphasis != Emphasis::None || quiet;
        format.setForeground(strong ? ink.strong : second ? ink.quiet : ink.ink);
        const int length = static_cast<int>(qt(phrase.text).size());
        ranges.append({at, length, format});
        at += length;
    }
    return ranges;
}

Lines linesOf(const TodayRow& row, const Sentence& text, const TodayScale& scale, qreal width) {
    QTextLayout layout(qt(plain(text)), scale.font(kText));
    layout.setFormats(formats(row, text, scale, {}));
    return layLines(layout, width);
}

// The first `most` characters and three dots.
Sentence cutAfter(const Sentence& text, qsizetype most) {
    Sentence cut;
    for (const Phrase& phrase : text) {
        const QString part = qt(phrase.text);
        cut.push_back({part.left(std::max<qsizetype>(most, 0)).toStdString(), phrase.emphasis});
        most -= part.size();
        if (most < 0) break;
    }
    cut.back().text += "\u2026";
    return cut;
}

Sentence inLines(const TodayRow& row, const Sentence& text, const TodayScale& scale, qreal width) {
    const Lines lines = linesOf(row, text, scale, width);
    if (lines.count <= kMostLines) return text;
    const QString rest = qt(plain(text)).mid(lines.lastFrom);
    const QFontMetricsF metrics(scale.font(kText, QFont::DemiBold));
    const auto kept = metrics.elidedText(rest, Qt::ElideRight, width).size() - 1;
    return cutAfter(text, lines.lastFrom + kept);
}

QFont figureFont(const TodayRow& row, const TodayScale& scale) {
    return scale.font(kText, row.strong ? QFont::DemiBold : QFont::Normal);
}

TodayRowLayout laid(const TodayRow& row, const Sentence& said, const std::string& figure,
                    const TodayScale& scale, qreal width) {
    TodayRowLayout result;
    result.text = inLines(row, said, scale, width);
    const Lines lines = linesOf(row, result.text, scale, width);
    result.textLines = std::max(lines.count, 1);
    result.figure = qt(figure);
    if (figure.empty()) return result;
    QTextLayout layout(result.figure, figureFont(row, scale));
    const Lines figures = layLines(layout, width);
    if (figures.count > 1 || lines.end + scale.px(kBetween) + figures.end > width)
        result.figureLines = figures.count;
    return result;
}

}  // namespace

int textEdge(const TodayBlock& block) {
    int edge = 0;
    for (const TodayRow& row : block.rows) {
        if (row.mark == TodayMark::Bullet) edge = std::max(edge, kBesideBullets);
        if (row.mark != TodayMark::Bullet && row.mark != TodayMark::None) edge = kBesideMarks;
    }
    return edge;
}

TodayRowLayout layOut(const TodayRow& row, const TodayScale& scale, qreal width) {
    TodayRowLayout best = laid(row, row.text, row.figure, scale, width);
    const auto consider = [&](const Sentence& text, const std::string& figure) {
        if (best.lines() == 1) return;
        TodayRowLayout other = laid(row, text, figure, scale, width);
        if (other.lines() < best.lines()) best = std::move(other);
    };
    const bool less = !row.shorter.empty();
    if (less && row.keepFigure) consider(row.shorter, row.figure);
    if (!row.brief.empty()) consider(row.text, row.brief);
    if (less && !row.keepFigure) consider(row.shorter, row.figure);
    if (less && !row.brief.empty()) consider(row.shorter, row.brief);
    return best;
}

void drawRow(QPainter& painter, const TodayRow& row, const TodayScale& scale, const QRectF& box,
             const TodayRowInk& ink) {
    const TodayRowLayout shown = layOut(row, scale, box.width());
    const qreal lineHeight = scale.px(kLine);
    qreal y = box.center().y() - shown.lines() * lineHeight / 2;
    QTextLayout text(qt(plain(shown.text)), scale.font(kText));
    text.setFormats(formats(row, shown.text, scale, ink));
    text.beginLayout();
    for (QTextLine line = text.createLine(); line.isValid(); line = text.createLine()) {
        line.setLineWidth(box.width());
        line.setPosition({box.left(), y + (lineHeight - line.height()) / 2});
        y += lineHeight;
    }
    text.endLayout();
    text.draw(&painter, {});
    if (shown.figure.isEmpty()) return;
    QTextLayout figure(shown.figure, figureFont(row, scale));
    if (shown.figureLines == 0) y -= lineHeight;
    figure.beginLayout();
    for (QTextLine line = figure.createLine(); line.isValid(); line = figure.createLine()) {
        line.setLineWidth(box.width());
        line.setPosition({box.right() - line.naturalTextWidth(), y + (lineHeight - line.height()) / 2});
        y += lineHeight;
    }
    figure.endLayout();
    painter.setPen(ink.figure);
    figure.draw(&painter, {});
}

}  // namespace reckoner
