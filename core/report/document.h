// A report as blocks, whatever it is written as: HTML and Markdown here. Texts are plain; every writer makes
// them show as themselves.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace reckoner {

struct HeadingBlock {
    int level = 2;  // 1 is the document's title, 2 to 4
    std::string text;
};
struct ParagraphBlock {
    std::string text;
    bool quiet = false;  // a remark
};
// Names and what they stand for, one a line. An empty value is left out.
struct FactsBlock {
    std::vector<std::pair<std::string, std::string>> facts;
};
// Text in full, line breaks and blanks kept.
struct TextBlock {
    std::string text;
};
struct TableBlock {
    struct Head {
        std::string title;
        bool right = false;  // numbers
    };
    std::vector<Head> heads;
    std::vector<std::vector<std::string>> rows;
};
using PlainBlock = std::variant<HeadingBlock, ParagraphBlock, FactsBlock, TextBlock, TableBlock>;
// What belongs together: kept on one page where it fits.
struct Section {
    std::string title;  // level 2
    std::string badge;  // a word beside the title; may be empty
    std::vector<PlainBlock> blocks;
};
using Block = std::variant<HeadingBlock, ParagraphBlock, FactsBlock, TextBlock, TableBlock, Section>;

struct Document {
    std::string title;
    std::vector<Block> blocks;
};

using DocumentWrite = std::function<void(std::string_view)>;

// One file without scripts, links or outside resources; light and dark, and a print style. Nothing of the
// texts is read as markup; each stands in its own direction.
void writeHtml(const Document& document, const DocumentWrite& write);
// CommonMark with pipe tables. Nothing of the texts is read as markup.
void writeMarkdown(const Document& document, const DocumentWrite& write);

// & < > " ' as entities; NUL and control characters that no HTML may hold as U+FFFD.
std::string escapedHtml(std::string_view text);
// Every character that CommonMark reads as markup behind a backslash; line breaks become a space.
std::string escapedMarkdown(std::string_view text);

}  // namespace reckoner
