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

QFont fontOf(const PaperStyle& style, const PaperDevice& device) {
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(style.size * device.unit()))));
    font.setWeight(style.weight);
    return font;
}

// How many lines from the i-th on have to stand on one page: no first or last one stands alone.
std::size_t together(std::size_t i, std::size_t lines) {
    if (i == 0) return lines <= 3 ? lines : 2;
    return i + 2 == lines ? 2 : 1;
}

}  // namespace

double PaperDevice::unit() const {
    return writer.resolution() / 96.0 * zoom;
}

PaperText::PaperText(const QString& text, const PaperStyle& style, double width, const PaperDevice& device)
    : style_(style), unit_(device.unit()), lineHeight_(style.size * style.leading) {
    const double scale = unit_;
    QTextOption option(style.align);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QString plain = text;
    plain.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    for (const QString& paragraph : plain.split(QLatin1Char('\n'))) {
        auto layout = std::make_unique<QTextLayout>(paragraph, fontOf(style, device), &device.writer);
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
    const double scale = unit_;
    const QTextLine text = layouts_[line.layout]->lineAt(line.index);
    painter.setPen(style_.color);
    const double slack = lineHeight_ * scale - text.height();
    text.draw(&painter, QPointF(x * scale, y * scale + slack / 2));
}

void PaperText::draw(QPainter& painter, double x, double y) const {
    for (std::size_t i = 0; i < lines_.size(); ++i)
        draw(painter, i, x, y + lineHeight_ * static_cast<double>(i));
}

double PaperText::natural(const QString& text, const PaperStyle& style, const PaperDevice& device) {
    const QFontMetricsF metrics(fontOf(style, device), &device.writer);
    double widest = 0;
    for (const QString& line : text.split(QLatin1Char('\n')))
        widest = std::max(widest, metrics.horizontalAdvance(line));
    return widest / device.unit() + 1;
}

double PaperText::longestWord(const QString& text, const PaperStyle& style, const PaperDevice& device) {
    double widest = 0;
    for (const QString& word : text.simplified().split(QLatin1Char(' ')))
        widest = std::max(widest, natural(word, style, device));
    return widest;
}

PaperPage::PaperPage(QPdfWriter& writer, QPainter& painter, const QString& footer, int pages, double zoom)
    : device_{writer, zoom},
      painter_(painter),
      footer_(footer),
      pages_(pages),
      tokens_(tokensOf(Shade::Light)) {
    const double scale = device_.unit();
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
    text(PaperText(words, style, width > 0 ? width : width_ - x, device_), x);
}

void PaperPage::text(const PaperText& text, double x) {
    for (std::size_t i = 0; i < text.lines(); ++i) {
        keep(text.lineHeight() * static_cast<double>(together(i, text.lines())));
        text.draw(painter_, i, kMargin + x, y_);
        y_ += text.lineHeight();
    }
}

void PaperPage::rule() {
    const double scale = device_.unit();
    painter_.fillRect(QRectF(kMargin * scale, y_ * scale, width_ * scale, scale), tokens_.line);
    y_ += 1;
}

void PaperPage::newPage() {
    drawFooter();
    device_.writer.newPage();
    ++number_;
    y_ = top_;
}

void PaperPage::finish() {
    drawFooter();
}

void PaperPage::drawFooter() {
    const double y = bottom_ + 24;
    PaperStyle style{9, QFont::Normal, tokens_.ink3};
    PaperText(footer_, style, width_ * 0.75, device_).draw(painter_, 0, kMargin, y);
    style.align = Qt::AlignRight;
    const QString number = pages_ > 0
                               ? QCoreApplication::translate("Paper", "%1 of %2").arg(number_).arg(pages_)
                               : QString::number(number_);
    PaperText(number, style, width_ * 0.2, device_).draw(painter_, 0, kMargin + width_ * 0.8, y);
}

}  // namespace reckoner
