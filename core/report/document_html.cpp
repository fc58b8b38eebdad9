#include <algorithm>
#include <string_view>

#include "core/report/document.h"
#include "core/report/plain_characters.h"

namespace reckoner {
namespace {

constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark; }
body { font: 15px/1.5 Inter, "Noto Sans", "Segoe UI", Roboto, Helvetica, Arial, sans-serif;
  font-variant-numeric: tabular-nums; max-width: 47rem; margin: 3rem auto; padding: 0 1.5rem;
  color: #15181c; background: #fff; }
h1 { font-size: 1.85rem; line-height: 1.25; font-weight: 500; margin: 0 0 .35rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; line-height: 1.35; font-weight: 600; margin: 2.6rem 0 .6rem; padding-top: .9rem;
  border-top: 1px solid #e3e6ea; break-after: avoid; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 1.5rem 0 .3rem; break-after: avoid; } h4 { font-size: .95rem; margin: 1rem 0 .3rem; }
p { margin: .45rem 0; overflow-wrap: anywhere; } p.quiet, p.subtitle { color: #5d656e; font-size: .92rem; }
p.subtitle { margin-bottom: 1.6rem; }
section { margin: 1.5rem 0 0; break-inside: avoid; } h2 + section { margin-top: 0; }
h2 + section header { border-top: 0; padding-top: 0; }
section header { display: flex; gap: .75rem; align-items: baseline; justify-content: space-between;
  border-top: 1px solid #e3e6ea; padding-top: .9rem; margin-bottom: .4rem; }
section header h2 { border: 0; margin: 0; padding: 0; min-width: 35%; }
.badge { font-size: .85rem; font-weight: 600; text-align: right; max-width: 60%; overflow-wrap: anywhere;
  color: #474e57; }
.keys { display: flex; flex-wrap: wrap; gap: 1.2rem 2.4rem; margin: 1.2rem 0; break-inside: avoid; }
.keys div { flex: 1 1 9.5rem; } .keys b { display: block; font-size: 1.6rem; line-height: 1.25; font-weight: 600; }
.keys span { display: block; color: #474e57; } .keys small { display: block; color: #5d656e; font-size: .83rem; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1.5rem; margin: .6rem 0; }
dt { color: #5d656e; max-width: 15rem; } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: .5rem 0; }
figure { margin: 1rem 0 1.4rem; break-inside: avoid; } figure svg { max-width: 100%; height: auto; display: block;
  background: #fff; border-radius: 6px; } figure svg text { font-family: inherit; }
figcaption { margin-bottom: .2rem; } figcaption b { display: block; } figcaption span { color: #5d656e; font-size: .92rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; margin: .6rem 0; width: 100%; }
th { text-align: left; font-weight: 600; color: #474e57; font-size: .87rem; }
th, td { padding: .34rem 1rem .34rem 0; border-bottom: 1px solid #ebedf0; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; } .right { text-align: right; } td.right, td.whole { white-space: nowrap; }
tr { break-inside: avoid; } thead { display: table-header-group; }
footer { margin-top: 3rem; border-top: 1px solid #e3e6ea; padding-top: .7rem; color: #5d656e; font-size: .83rem; }
@media (prefers-color-scheme: dark) {
  body { color: #edf0f3; background: #15181c; } h2, section header, footer { border-color: #2d333a; }
  p.quiet, p.subtitle, dt, .keys small, figcaption span, footer { color: #98a0a9; }
  .keys span, .badge, th { color: #bdc4cb; } th, td { border-color: #252a30; } }
@media (max-width: 40rem) { body { margin: 1.5rem auto; padding: 0 1rem; }
  figure { overflow-x: auto; } figure svg { max-width: none; min-width: 40rem; }
  td:not(.right):not(.whole) { min-width: 6rem; } dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .6rem; } dt { max-width: none; } }
@media print { body { max-width: none; margin: 0; padding: 0; color: #000; background: #fff; font-size: 10pt; } }
@page { size: A4; margin: 18mm 17mm; }
)css";

// <bdi>: a text of data keeps its direction to itself.
std::string shown(std::string_view text) {
    return "<bdi>" + escapedHtml(text) + "</bdi>";
}

const char* cellTag(const TableBlock::Head& head) {
    return head.right ? "<td class=\"right\">" : head.whole ? "<td class=\"whole\">" : "<td>";
}

class HtmlWriter {
 public:
    explicit HtmlWriter(const DocumentWrite& write) : write_(write) {}

    void operator()(const HeadingBlock& heading) const {
        const std::string level = std::to_string(std::clamp(heading.level, 1, 4));
        write_("<h" + level + " dir=\"auto\">" + shown(heading.text) + "</h" + level + ">\n");
    }
    void operator()(const ParagraphBlock& paragraph) const {
        write_(std::string(paragraph.quiet ? "<p class=\"quiet\"" : "<p") + " dir=\"auto\">" +
               escapedHtml(paragraph.text) + "</p>\n");
    }
    void operator()(const FactsBlock& facts) const {
        std::string rows;
        for (const auto& [name, value] : facts.facts)
            if (!value.empty())
                rows += "<dt>" + shown(name) + "</dt><dd dir=\"auto\">" + escapedHtml(value) + "</dd>\n";
        if (!rows.empty()) write_("<dl>\n" + rows + "</dl>\n");
    }
    void operator()(const TextBlock& text) const {
        // A line break right after <pre> would be dropped.
        write_("<pre dir=\"auto\">\n" + escapedHtml(text.text) + "</pre>\n");
    }
    void operator()(const TableBlock& table) const {
        std::string html = "<div class=\"wide\"><table>\n<thead><tr>";
        for (const TableBlock::Head& head : table.heads)
            html += std::string(head.right ? "<th class=\"right\">" : "<th>") + shown(head.title) + "</th>";
        html += "</tr></thead>\n<tbody>\n";
        for (const auto& row : table.rows) {
            html += "<tr>";
            for (std::size_t c = 0; c < table.heads.size(); ++c)
                html += std::string(cellTag(table.heads[c])) +
                        (c < row.size() ? shown(row[c]) : std::string()) + "</td>";
            html += "</tr>\n";
        }
        write_(html + "</tbody>\n</table></div>\n");
    }
    void operator()(const FigureBlock& figure) const {
        write_("<figure>\n<figcaption><b>" + shown(figure.title) + "</b><span>" + escapedHtml(figure.text) +
               "</span></figcaption>\n");
        write_(figure.svg);
        write_("</figure>\n");
    }
    void operator()(const KeyFiguresBlock& keys) const {
        std::string html = "<div class=\"keys\">\n";
        for (const KeyFiguresBlock::Figure& key : keys.figures)
            html += "<div><b>" + shown(key.value) + "</b><span>" + shown(key.label) + "</span>" +
                    (key.note.empty() ? std::string() : "<small>" + shown(key.note) + "</small>") +
                    "</div>\n";
        write_(html + "</div>\n");
    }
    void operator()(const Section& section) const {
        write_("<section>\n<header><h2 dir=\"auto\">" + shown(section.title) + "</h2>" +
               (section.badge.empty() ? std::string()
                                      : "<span class=\"badge\">" + shown(section.badge) + "</span>") +
               "</header>\n");
        for (const PlainBlock& block : section.blocks)
            std::visit(*this, block);
        write_("</section>\n");
    }

 private:
    const DocumentWrite& write_;
};

}  // namespace

std::string escapedHtml(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : plainCharacters(text)) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '\'')
            out += "&#39;";
        else
            out += c;
    }
    return out;
}

void writeHtml(const Document& document, const DocumentWrite& write) {
    write(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
        escapedHtml(document.title) + "</title>\n<style>" + std::string(kStyle) +
        "</style>\n</head>\n<body>\n<h1 dir=\"auto\">" + shown(document.title) + "</h1>\n");
    if (!document.subtitle.empty())
        write("<p class=\"subtitle\" dir=\"auto\">" + escapedHtml(document.subtitle) + "</p>\n");
    const HtmlWriter writer(write);
    for (const Block& block : document.blocks)
        std::visit(writer, block);
    if (!document.footer.empty())
        write("<footer dir=\"auto\">" + escapedHtml(document.footer) + "</footer>\n");
    write("</body>\n</html>\n");
}

}  // namespace reckoner
