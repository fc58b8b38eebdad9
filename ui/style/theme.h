// Colours, type and spacing of LOOK.md for the whole application: palette, style sheet, font, shade.
#pragma once

#include <optional>

#include <QFont>
#include <QObject>
#include <QPalette>

#include "ui/style/tokens.h"

class QWidget;

namespace reckoner {

class Theme : public QObject {
    Q_OBJECT
 public:
    // One per application, made after QApplication; loads the font and sets palette and style sheet.
    static Theme& instance();

    const Tokens& tokens() const;
    Shade shade() const;
    // Light, dark, or nothing: follow the system's palette.
    void setShade(std::optional<Shade> shade);
    // Present mode: every size x 1.5, on a screen too low for that (under 1,080 px) as much as leaves room
    // for charts.
    void setPresenting(bool presenting, int screenHeight = 1080);
    qreal typeScale() const;

    // Sizes of LOOK.md in pixels: 12, 14, 16, 20, 28, 42. Tabular figures.
    QFont font(int pixels, QFont::Weight weight = QFont::Normal) const;
    // The family that font() uses: "Reckoner Sans", or the fallback on this machine.
    QString family() const;

 Q_SIGNALS:
    void changed();

 private:
    Theme();
    struct Impl;
    Impl* impl_;
};

// A widget's type and text colour, kept through changes of shade and scale. `tone` is a member of Tokens,
// e.g. dress(label, 12, QFont::Normal, &Tokens::ink3).
void dress(QWidget* widget, int pixels, QFont::Weight weight = QFont::Normal,
           QColor Tokens::*tone = &Tokens::ink);

// Buttons take their look from the property "kind", set with setKind() before they are shown:
//   (none)    32 high with a border      "primary"  the one of a page, accent
//   "snap"    28 high, type 12           "picker"   no border until hovered: context bar
//   "nav"     navigation item            "quiet"    no border, icon buttons
//   "link"    accent text
void setKind(QWidget* widget, const char* kind);

}  // namespace reckoner
