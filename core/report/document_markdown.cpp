#include <algorithm>

#include "core/report/document.h"
#include "core/report/plain_characters.h"

namespace reckoner {
namespace {

// A run of backticks longer than any in the text, at least three.
std::string fenceFor(std::string_view text) {
    std::size_t longest = 0, run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return std::string(std::max<std::size_t>(3, longest + 1), '`');
}

std::string cleanLines(std::string_view raw) {
    const std::string text = plainCharacters(raw);
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            out += text[i];
        else if (i + 1 >= text.size() || text[i + 1] != '\n')
            out += '\n';
    }
    return out;
}

// GitHub makes links of bare "www." names too.
bool startsWww(const std::string& text, std::size_t dot) {
    if (dot < 3) return false;
    std::string before = text.substr(dot - 3, 3);
    for (char& c : before)
        c = static_cast<char>(c | 0x20);
    return before == "www";
}

// What would begin a list, a rule or an underlined heading at the start of a line.
std::string lineStart(const std::string& text) {
    std::size_t at = 0;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9')
        ++at;
    const bool list = at > 0 && at < text.size() && (text[at] == '.' || text[at] == ')');
    if (list) return text.substr(0, at) + "\\" + text.substr(at);
    return !text.empty() && std::string_view("-+=").find(text[0]) != std::string_view::npos ? "\\" + text
                                                                                            : text;
}

class MarkdownWriter {
 public:
    explicit MarkdownWriter(const DocumentWrite& write) : write_(write) {}

    void operator()(const HeadingBlock& heading) const {
        write_(std::string(static_cast<std::size_t>(std::clamp(heading.level, 1, 4)), '#') + " " +
               escapedMarkdown(heading.text) + "\n\n");
    }
    void operator()(const ParagraphBlock& paragraph) const {
        const std::string text = lineStart(escapedMarkdown(paragraph.text));
        write_(paragraph.quiet && !text.empty() ? "_" + text + "_\n\n" : text + "\n\n");
    }
    void operator()(const FactsBlock& facts) const {
        std::string lines;
        for (const auto& [name, value] : facts.facts)
            if (!value.empty())
                lines += "- **" + escapedMarkdown(name) + ":** " + escapedMarkdown(value) + "\n";
        if (!lines.empty()) write_(lines + "\n");
    }
    void operator()(const TextBlock& text) const {
        const std::string fence = fenceFor(text.text);
        const std::string body = cleanLines(text.text);
        write_(fence + "text\n" + body + (body.empty() || body.back() != '\n' ? "\n" : "") + fence + "\n\n");
    }
    void operator()(const TableBlock& table) const {
        std::string lines = "|";
        for (const TableBlock::Head& head : table.heads)
            lines += " " + escapedMarkdown(head.title) + " |";
        lines += "\n|";
        for (const TableBlock::Head& head : table.heads)
            lines += head.right ? " ---: |" : " --- |";
        lines += "\n";
        for (const auto& row : table.rows) {
            lines += "|";
            for (std::size_t c = 0; c < table.heads.size(); ++c)
                lines += " " + (c < row.size() ? escapedMarkdown(row[c]) : std::string()) + " |";
            lines += "\n";
        }
        write_(lines + "\n");
    }
    // A picture would have to be a file of its own.
    void operator()(const FigureBlock& figure) const {
        write_("**" + escapedMarkdown(figure.title) + "**: " + escapedMarkdown(figure.text) + "\n\n");
        if (!figure.table.rows.empty()) (*this)(figure.table);
    }
    void operator()(const KeyFiguresBlock& keys) const {
        std::string lines;
        for (const KeyFiguresBlock::Figure& key : keys.figures)
            lines += "- **" + escapedMarkdown(key.value) + "** " + escapedMarkdown(key.label) +
                     (key.note.empty() ? "" : ", " + escapedMarkdown(key.note)) + "\n";
        write_(lines + "\n");
    }
    void operator()(const Section& section) const {
        write_("## " + escapedMarkdown(section.title) +
               (section.badge.empty() ? "" : " (" + escapedMarkdown(section.badge) + ")") + "\n\n");
        for (const PlainBlock& block : section.blocks)
            std::visit(*this, block);
    }

 private:
    const DocumentWrite& write_;
};

}  // namespace

std::string escapedMarkdown(std::string_view raw) {
    constexpr std::string_view kMarkup = "\\`*_{}[]<>#|~&!$@";
    const std::string text = plainCharacters(raw);
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n' || c == '\r' || c == '\t')
            out += ' ';
        else if (kMarkup.find(c) != std::string::npos || (c == ':' && text.compare(i + 1, 2, "//") == 0) ||
                 (c == '.' && startsWww(text, i)))
            out += std::string("\\") + c;
        else
            out += c;
    }
    return out;
}

void writeMarkdown(const Document& document, const DocumentWrite& write) {
    write("# " + escapedMarkdown(document.title) + "\n\n");
    if (!document.subtitle.empty()) write("_" + lineStart(escapedMarkdown(document.subtitle)) + "_\n\n");
    const MarkdownWriter writer(write);
    for (const Block& block : document.blocks)
        std::visit(writer, block);
    if (!document.footer.empty()) write("_" + lineStart(escapedMarkdown(document.footer)) + "_\n");
}

}  // namespace reckoner
