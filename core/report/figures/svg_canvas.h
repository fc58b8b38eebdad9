// Draws a figure as SVG text: no scripts, links or outside resources, and nothing of a text is markup.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

struct SvgPoint {
    double x = 0;
    double y = 0;
};

struct SvgStroke {
    std::string_view color;
    double width = 1;
    std::string_view dash{};  // "6 4"; empty: solid
    std::string_view fill = "none";
    double fillOpacity = 1;
};

struct SvgText {
    enum class Anchor { Start, Middle, End };
    std::string_view color;
    double size = 12;
    Anchor anchor = Anchor::Start;
    bool bold = false;
    bool halo = false;  // a page-coloured edge, where it stands on lines
};

class SvgCanvas {
 public:
    // Pixels at 96 to the inch. title and description are what a screen reader says.
    SvgCanvas(double width, double height, std::string_view title, std::string_view description);

    double width() const { return width_; }
    double height() const { return height_; }
    void line(SvgPoint from, SvgPoint to, const SvgStroke& stroke);
    void path(const std::vector<SvgPoint>& points, const SvgStroke& stroke, bool close = false);
    void rect(double x, double y, double width, double height, std::string_view fill, double opacity = 1,
              double radius = 0);
    void circle(SvgPoint at, double radius, const SvgStroke& stroke);
    // at: its baseline. What does not fit `room` pixels ends in an ellipsis; 0: all of it.
    void text(SvgPoint at, std::string_view text, const SvgText& style, double room = 0);

    // The whole figure.
    std::string finished() const;

 private:
    double width_;
    double height_;
    std::string body_;
};

// & < > " ' as entities, characters XML may not hold and marks that turn the direction of writing as U+FFFD,
// bytes that are no UTF-8 too.
std::string escapedXml(std::string_view text);
// About how many pixels the text takes; a little more than it does.
double textWidth(std::string_view text, double size, bool bold = false);

}  // namespace reckoner
