#include "core/report/figures/svg_canvas.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/report/document.h"
#include "core/report/figures/figure_colors.h"

namespace reckoner {
namespace {

// Hundredths of a pixel; never "nan" or "inf", which no reader of SVG takes.
std::string pixels(double value) {
    if (!std::isfinite(value)) value = 0;
    const double rounded = std::round(value * 100) / 100;
    return fmt::format("{}", rounded == 0 ? 0.0 : rounded);
}

std::string strokeText(const SvgStroke& stroke) {
    std::string text = fmt::format(R"(fill="{}" stroke="{}" stroke-width="{}")", stroke.fill,
                                   stroke.color.empty() ? "none" : stroke.color, pixels(stroke.width));
    if (stroke.fill != "none" && stroke.fillOpacity < 1)
        text += fmt::format(R"( fill-opacity="{}")", pixels(stroke.fillOpacity));
    if (!stroke.dash.empty()) text += fmt::format(R"( stroke-dasharray="{}")", stroke.dash);
    return text;
}

// Cut at a character, with an ellipsis.
std::string fitted(std::string_view text, const SvgText& style, double room) {
    if (room <= 0 || textWidth(text, style.size, style.bold) <= room) return std::string(text);
    std::string cut(text);
    while (!cut.empty() && textWidth(cut + "\u2026", style.size, style.bold) > room) {
        while (cut.size() > 1 && (static_cast<unsigned char>(cut.back()) & 0xC0) == 0x80)
            cut.pop_back();
        cut.pop_back();
    }
    return cut + "\u2026";
}

}  // namespace

std::string escapedXml(std::string_view text) {
    std::string out = escapedHtml(text);
    for (char& c : out)
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    return out;
}

double textWidth(std::string_view text, double size, bool bold) {
    double ems = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) == 0x80) continue;
        if (byte >= 0xE0)
            ems += 1;
        else if (std::string_view("iIl.,:;'|!()[]tfjr ").find(c) != std::string_view::npos)
            ems += 0.36;
        else if (std::string_view("mwMW@%").find(c) != std::string_view::npos)
            ems += 0.9;
        else
            ems += 0.61;
    }
    return ems * size * (bold ? 1.06 : 1);
}

SvgCanvas::SvgCanvas(double width, double height, std::string_view title, std::string_view description)
    : width_(width), height_(height) {
    body_ = fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{0}" height="{1}" viewBox="0 0 {0} {1}" font-family="Inter">
<title>{2}</title>
<desc>{3}</desc>
<rect width="{0}" height="{1}" fill="{4}"/>
)",
        pixels(width), pixels(height), escapedXml(title), escapedXml(description), figure::kPage);
}

void SvgCanvas::line(SvgPoint from, SvgPoint to, const SvgStroke& stroke) {
    body_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" {}/>\n", pixels(from.x),
                         pixels(from.y), pixels(to.x), pixels(to.y), strokeText(stroke));
}

void SvgCanvas::path(const std::vector<SvgPoint>& points, const SvgStroke& stroke, bool close) {
    if (points.size() < 2) return;
    std::string steps;
    for (const SvgPoint& point : points)
        steps += fmt::format("{}{} {}", steps.empty() ? "M" : "L", pixels(point.x), pixels(point.y));
    body_ += fmt::format("<path d=\"{}{}\" {} stroke-linejoin=\"round\"/>\n", steps, close ? "Z" : "",
                         strokeText(stroke));
}

void SvgCanvas::rect(double x, double y, double width, double height, std::string_view fill, double opacity,
                     double radius) {
    if (!(width > 0) || !(height > 0)) return;
    body_ += fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="{}")", pixels(x), pixels(y),
                         pixels(width), pixels(height), fill);
    if (opacity < 1) body_ += fmt::format(R"( fill-opacity="{}")", pixels(opacity));
    if (radius > 0) body_ += fmt::format(R"( rx="{}")", pixels(radius));
    body_ += "/>\n";
}

void SvgCanvas::circle(SvgPoint at, double radius, const SvgStroke& stroke) {
    body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}/>\n", pixels(at.x), pixels(at.y),
                         pixels(radius), strokeText(stroke));
}

void SvgCanvas::text(SvgPoint at, std::string_view text, const SvgText& style, double room) {
    const char* anchor = style.anchor == SvgText::Anchor::Start    ? "start"
                         : style.anchor == SvgText::Anchor::Middle ? "middle"
                                                                   : "end";
    const auto element = [&](std::string_view extra) {
        return fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{}\"{}{}>{}</text>\n",
                           pixels(at.x), pixels(at.y), pixels(style.size), anchor,
                           style.bold ? " font-weight=\"600\"" : "", extra,
                           escapedXml(fitted(text, style, room)));
    };
    if (style.halo) {
        const double width = textWidth(text, style.size, style.bold);
        const double left = style.anchor == SvgText::Anchor::Start    ? at.x
                            : style.anchor == SvgText::Anchor::Middle ? at.x - width / 2
                                                                      : at.x - width;
        rect(left - 2, at.y - style.size, width + 4, style.size * 1.3, figure::kPage, 0.85, 2);
    }
    body_ += element(fmt::format(" fill=\"{}\"", style.color));
}

std::string SvgCanvas::finished() const {
    return body_ + "</svg>\n";
}

}  // namespace reckoner
