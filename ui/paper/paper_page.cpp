#include "ui/paper/paper_page.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QTextOption>

#include "ui/style/theme.h"

namespace reckoner {
namespace {

constexpr double kMargin = 64;
constexpr double kBottom = 76;  // the number of the page stands in it

double unit(const QPdfWriter& device) {
    return device.resolution() / 96.0;
}

QFont fontOf(const PaperStyle& style, const QPdfWriter& device) {
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(style.size * unit(device)))));
    font.setWeight(style.weight);
    return font;
}

}  // namespace

PaperText::PaperText(const QString& text, const PaperStyle& style, double width, QPdfWriter& device)
    : style_(style), lineHeight_(style.size * style.leading) {
    const double scale = unit(device);
    QTextOption option(style.align);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QString plain = text;
    plain.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    for (const QString& paragraph : plain.split(QLatin1Char('\n'))) {
        auto layout = std::make_unique<QTextLayout>(paragraph, fontOf(style, device), &device);
        layout->setTextOption(option);
        layout->beginLayout();
        for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
            line.setLineWidth(std::max(1.0, width * scale));
            line.setPosition({0, 0});
            lines_.push_back({layouts_.size(), line.lineNumber()});
        }
        layout->endLayout();
        layouts_.push_back(std::move(layout));
    }
    height_ = lineHeight_ * static_cast<double>(lines_.size());
}

void PaperText::draw(QPainter& painter, std::size_t index, double x, double y) const {
    const Line& line = lines_[index];
    const double scale = painter.device()->logicalDpiX() / 96.0;
    const QTextLine text = layouts_[line.layout]->lineAt(line.index);
    painter.setPen(style_.color);
    const double slack = lineHeight_ * scale - text.height();
    text.draw(&painter, QPointF(x * scale, y * scale + slack / 2));
}

void PaperText::draw(QPainter& painter, double x, double y) const {
    for (std::size_t i = 0; i < lines_.size(); ++i)
        draw(painter, i, x, y + lineHeight_ * static_cast<double>(i));
}

double PaperText::natural(const QString& text, const PaperStyle& style, QPdfWriter& device) {
    const QFontMetricsF metrics(fontOf(style, device), &device);
    double widest = 0;
    for (const QString& line : text.split(QLatin1Char('\n')))
        widest = std::max(widest, metrics.horizontalAdvance(line));
    return widest / unit(device) + 1;
}

double PaperText::longestWord(const QString& text, const PaperStyle& style, QPdfWriter& device) {
    double widest = 0;
    for (const QString& word : text.simplified().split(QLatin1Char(' ')))
        widest = std::max(widest, natural(word, style, device));
    return widest;
}

PaperPage::PaperPage(QPdfWriter& writer, QPainter& painter, const QString& footer, int pages)
    : writer_(writer), painter_(painter), footer_(footer), pages_(pages), tokens_(tokensOf(Shade::Light)) {
    const double scale = unit(writer);
    width_ = writer.width() / scale - 2 * kMargin;
    top_ = kMargin;
    bottom_ = writer.height() / scale - kBottom;
    y_ = top_;
}

void PaperPage::space(double height) {
    // No white space at the top of a page.
    if (y_ > top_) y_ += height;
}

void PaperPage::keep(double height) {
    if (y_ > top_ && y_ + std::min(height, pageHeight()) > bottom_) newPage();
}

void PaperPage::text(const QString& words, const PaperStyle& style, double x, double width) {
    const PaperText text(words, style, width > 0 ? width : width_ - x, writer_);
    for (std::size_t i = 0; i < text.lines(); ++i) {
        keep(text.lineHeight());
        text.draw(painter_, i, kMargin + x, y_);
        y_ += text.lineHeight();
    }
}

void PaperPage::rule() {
    const double scale = unit(writer_);
    painter_.fillRect(QRectF(kMargin * scale, y_ * scale, width_ * scale, scale), tokens_.line);
    y_ += 1;
}

void PaperPage::newPage() {
    drawFooter();
    writer_.newPage();
    ++number_;
    y_ = top_;
}

void PaperPage::finish() {
    drawFooter();
}

void PaperPage::drawFooter() {
    const double y = bottom_ + 24;
    PaperStyle style{9, QFont::Normal, tokens_.ink3};
    PaperText(footer_, style, width_ * 0.75, writer_).draw(painter_, 0, kMargin, y);
    style.align = Qt::AlignRight;
    const QString number = pages_ > 0
                               ? QCoreApplication::translate("Paper", "%1 of %2").arg(number_).arg(pages_)
                               : QString::number(number_);
    PaperText(number, style, width_ * 0.2, writer_).draw(painter_, 0, kMargin + width_ * 0.8, y);
}

}  // namespace reckoner
