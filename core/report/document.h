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
        bool whole = false;  // short names that are not to be broken over lines
    };
    std::vector<Head> heads;
    std::vector<std::vector<std::string>> rows;
};
// A picture; where none can be shown its title and text stand for it.
struct FigureBlock {
    std::string title;
    std::string text;    // what it shows, in words
    std::string svg;     // of core/report/figures alone: nothing in it is markup of people or data
    TableBlock table{};  // its figures, where no picture can be shown; may be empty
};
// A few figures in large type, side by side.
struct KeyFiguresBlock {
    struct Figure {
        std::string value;  // "79,700 EUR"
        std::string label;  // "wrong decisions cost a month"
        std::string note;   // "between 73,800 and 85,600"; may be empty
    };
    std::vector<Figure> figures;
};
using PlainBlock = std::variant<HeadingBlock, ParagraphBlock, FactsBlock, TextBlock, TableBlock, FigureBlock,
                                KeyFiguresBlock>;
// What belongs together: kept on one page where it fits.
struct Section {
    std::string title;  // level 2
    std::string badge;  // a word beside the title; may be empty
    std::vector<PlainBlock> blocks;
};
using Block = std::variant<HeadingBlock, ParagraphBlock, FactsBlock, TextBlock, TableBlock, FigureBlock,
                           KeyFiguresBlock, Section>;

struct Document {
    std::string title;
    std::vector<Block> blocks;
    std::string subtitle{};  // of what and when; may be empty
    std::string footer{};    // where it comes from; stands below every page; may be empty
    bool onePage = false;  // on paper: in smaller type, as far as that can be read, rather than on two pages
};

using DocumentWrite = std::function<void(std::string_view)>;

// One file without scripts, links or outside resources; light and dark, and a print style. Nothing of the
// texts is read as markup; each stands in its own direction.
void writeHtml(const Document& document, const DocumentWrite& write);
// CommonMark with pipe tables. Nothing of the texts is read as markup.
void writeMarkdown(const Document& document, const DocumentWrite& write);

// For a mail that shows no HTML: titles, lines and lists.
void writeText(const Document& document, const DocumentWrite& write);
// What mail programs would drop or show as an attachment is left out; the words of figures stay.
Document withoutPictures(Document document);

// & < > " ' as entities; what acts instead of showing (plain_characters.h) as U+FFFD.
std::string escapedHtml(std::string_view text);
// Every character that CommonMark reads as markup behind a backslash; line breaks become a space.
std::string escapedMarkdown(std::string_view text);

}  // namespace reckoner
