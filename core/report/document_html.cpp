#include <algorithm>
#include <string_view>

#include "core/report/document.h"

namespace reckoner {
namespace {

constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark; }
body { font: 15px/1.5 "Noto Sans", "Segoe UI", Roboto, sans-serif; font-variant-numeric: tabular-nums;
  max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; color: #1d2430; background: #fff; }
h1 { font-size: 1.7rem; margin: 0 0 .5rem; } h2 { font-size: 1.2rem; margin: 0; }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; } h4 { font-size: .95rem; margin: 1rem 0 .3rem; }
p { margin: .4rem 0; overflow-wrap: anywhere; } p.quiet { color: #5d6776; }
section { border: 1px solid #d9dee6; border-radius: 8px; padding: 1rem 1.25rem; margin: 1rem 0;
  break-inside: avoid; }
section header { display: flex; gap: .75rem; align-items: baseline; justify-content: space-between;
  margin-bottom: .5rem; }
section header h2 { overflow-wrap: anywhere; }
.badge { font-size: .85rem; font-weight: 600; border: 1px solid currentColor; border-radius: 1rem;
  padding: 0 .6rem; white-space: nowrap; color: #a2461a; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .15rem 1.25rem; margin: .5rem 0; }
dt { color: #5d6776; } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f6f9; border-radius: 6px;
  padding: .6rem .8rem; font: inherit; margin: .5rem 0; }
table { border-collapse: collapse; margin: .6rem 0; } th { text-align: left; font-weight: 600; }
th, td { padding: .25rem .8rem .25rem 0; border-bottom: 1px solid #e4e8ee; vertical-align: top; }
.right { text-align: right; }
@media (prefers-color-scheme: dark) {
  body { color: #e6e9ee; background: #14181f; } section { border-color: #333b47; }
  p.quiet, dt { color: #9aa5b5; } pre { background: #1e242d; } th, td { border-color: #2b323d; }
  .badge { color: #f0a070; } }
@media print { body { max-width: none; margin: 0; padding: 0; color: #000; background: #fff; font-size: 10pt; }
  section { border-color: #bbb; } pre { background: none; border-left: 2px solid #bbb; border-radius: 0; } }
@page { margin: 18mm 16mm; }
)css";

// <bdi>: a text of data keeps its direction to itself.
std::string shown(std::string_view text) {
    return "<bdi>" + escapedHtml(text) + "</bdi>";
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
        std::string html = "<table>\n<thead><tr>";
        for (const TableBlock::Head& head : table.heads)
            html += std::string(head.right ? "<th class=\"right\">" : "<th>") + shown(head.title) + "</th>";
        html += "</tr></thead>\n<tbody>\n";
        for (const auto& row : table.rows) {
            html += "<tr>";
            for (std::size_t c = 0; c < table.heads.size(); ++c)
                html += std::string(table.heads[c].right ? "<td class=\"right\">" : "<td>") +
                        (c < row.size() ? shown(row[c]) : std::string()) + "</td>";
            html += "</tr>\n";
        }
        write_(html + "</tbody>\n</table>\n");
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
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
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
        else if ((byte < 0x20 && c != '\n' && c != '\t' && c != '\r') || byte == 0x7F)
            out += "\uFFFD";
        else
            out += c;
    }
    return out;
}

void writeHtml(const Document& document, const DocumentWrite& write) {
    write(
        "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'\">\n<title>" +
        escapedHtml(document.title) + "</title>\n<style>" + std::string(kStyle) +
        "</style>\n</head>\n<body>\n<h1 dir=\"auto\">" + shown(document.title) + "</h1>\n");
    const HtmlWriter writer(write);
    for (const Block& block : document.blocks)
        std::visit(writer, block);
    write("</body>\n</html>\n");
}

}  // namespace reckoner
