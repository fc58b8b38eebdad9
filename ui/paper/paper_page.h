// Pages of paper that are filled from the top: lines of text that break over pages, and what stands whole.
#pragma once

#include <memory>
#include <vector>

#include <QColor>
#include <QFont>
#include <QString>
#include <QTextLayout>

#include "ui/style/tokens.h"

class QPainter;
class QPdfWriter;

namespace reckoner {

struct PaperStyle {
    double size = 11;  // pixels of a page of 96 to the inch
    QFont::Weight weight = QFont::Normal;
    QColor color;
    Qt::Alignment align = Qt::AlignLeft;
    double leading = 1.4;
};

// What is painted on. All lengths are pixels of 96 to the inch, made smaller by zoom.
struct PaperDevice {
    QPdfWriter& writer;
    double zoom = 1;
    double unit() const;  // dots of the device in one of them
};

// A text broken into lines of one width.
class PaperText {
 public:
    PaperText(const QString& text, const PaperStyle& style, double width, const PaperDevice& device);
    double height() const { return height_; }
    std::size_t lines() const { return lines_.size(); }
    double lineHeight() const { return lineHeight_; }
    // The n-th line with its top left corner there.
    void draw(QPainter& painter, std::size_t line, double x, double y) const;
    void draw(QPainter& painter, double x, double y) const;
    // The width it would take in one line, and of its longest word.
    static double natural(const QString& text, const PaperStyle& style, const PaperDevice& device);
    static double longestWord(const QString& text, const PaperStyle& style, const PaperDevice& device);

 private:
    struct Line {
        std::size_t layout;
        int index;
    };
    std::vector<std::unique_ptr<QTextLayout>> layouts_;  // one a paragraph
    std::vector<Line> lines_;
    PaperStyle style_;
    double unit_;
    double lineHeight_;
    double height_ = 0;
};

// All lengths are pixels of 96 to the inch.
class PaperPage {
 public:
    // pages: how many there will be, for the numbers; 0: not known yet. zoom: of all lengths, margins too.
    PaperPage(QPdfWriter& writer, QPainter& painter, const QString& footer, int pages, double zoom = 1);

    double width() const { return width_; }
    int number() const { return number_; }
    double y() const { return y_; }
    const PaperDevice& device() const { return device_; }
    QPainter& painter() { return painter_; }
    const Tokens& tokens() const { return tokens_; }

    void space(double height);
    // A new page unless so much fits on this one. More than a page holds is taken for a page.
    void keep(double height);
    double room() const { return bottom_ - y_; }
    double pageHeight() const { return bottom_ - top_; }
    // No first or last line of it stands alone on a page.
    void text(const QString& text, const PaperStyle& style, double x = 0, double width = 0);
    void text(const PaperText& text, double x = 0);
    // Moves down past something that was painted at y().
    void used(double height) { y_ += height; }
    void rule();
    void finish();

 private:
    void newPage();
    void drawFooter();

    PaperDevice device_;
    QPainter& painter_;
    QString footer_;
    int pages_;
    int number_ = 1;
    const Tokens& tokens_;
    double width_, top_, bottom_, y_;
};

}  // namespace reckoner
