// Colours, type and spacing of LOOK.md. The only place where a colour or a size is written down.
#pragma once

#include <optional>

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

namespace reckoner {

enum class Shade { Light, Dark };

// Names as in LOOK.md's table.
struct Tokens {
    QColor page, chrome, sunk, line, grid, control, ink, ink2, ink3, accent, onAccent, selected;
    QColor fpMark, fpText, fpSoft, fnMark, fnText, fnSoft, tpMark, tpText, tpSoft, tnMark, tnText, tnSoft;
    QColor baseline, better, noticeText, noticeGround;
    qreal fpArea, fnArea;  // opacity of chart areas
};

class Theme : public QObject {
    Q_OBJECT
 public:
    // One per application, made after QApplication; loads the font and sets palette and style sheet.
    static Theme& instance();

    const Tokens& tokens() const;
    Shade shade() const;
    // Light, dark, or nothing: follow the system's palette.
    void setShade(std::optional<Shade> shade);
    // Present mode: every size x 1.5.
    void setPresenting(bool presenting);
    qreal typeScale() const;

    // Sizes of LOOK.md in pixels: 12, 14, 16, 20, 28, 42. Tabular figures.
    QFont font(int pixels, QFont::Weight weight = QFont::Normal) const;

 Q_SIGNALS:
    void changed();

 private:
    Theme();
    struct Impl;
    Impl* impl_;
};

}  // namespace reckoner
