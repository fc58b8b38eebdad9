#include "core/report/document.h"
#include "core/report/plain_characters.h"

namespace reckoner {
namespace {

class TextWriter {
 public:
    explicit TextWriter(const DocumentWrite& write) : write_(write) {}

    void operator()(const HeadingBlock& heading) const { title(heading.text); }
    void operator()(const ParagraphBlock& paragraph) const { line(paragraph.text); }
    void operator()(const FactsBlock& facts) const {
        for (const auto& [name, value] : facts.facts)
            if (!value.empty()) line(name + ": " + value);
        write_("\n");
    }
    void operator()(const TextBlock& text) const { line(text.text + "\n"); }
    void operator()(const TableBlock& table) const {
        for (const auto& row : table.rows) {
            std::string text;
            for (std::size_t c = 0; c < row.size() && c < table.heads.size(); ++c) {
                if (row[c].empty()) continue;
                if (!text.empty()) text += "; ";
                text += c == 0 ? row[c] : table.heads[c].title + " " + row[c];
            }
            line("- " + text);
        }
        write_("\n");
    }
    void operator()(const FigureBlock& figure) const { line(figure.title + ": " + figure.text + "\n"); }
    void operator()(const KeyFiguresBlock& keys) const {
        for (const KeyFiguresBlock::Figure& key : keys.figures)
            line("- " + key.value + " " + key.label + (key.note.empty() ? "" : ", " + key.note));
        write_("\n");
    }
    void operator()(const Section& section) const {
        title(section.title + (section.badge.empty() ? "" : " (" + section.badge + ")"));
        for (const PlainBlock& block : section.blocks)
            std::visit(*this, block);
    }

 private:
    void title(const std::string& text) const { line("\n" + text + "\n"); }
    void line(const std::string& text) const { write_(plainCharacters(text) + "\n"); }
    const DocumentWrite& write_;
};

}  // namespace

void writeText(const Document& document, const DocumentWrite& write) {
    write(plainCharacters(document.title) + "\n");
    if (!document.subtitle.empty()) write(plainCharacters(document.subtitle) + "\n");
    write("\n");
    const TextWriter writer(write);
    for (const Block& block : document.blocks)
        std::visit(writer, block);
    if (!document.footer.empty()) write(plainCharacters(document.footer) + "\n");
}

Document withoutPictures(Document document) {
    for (Block& block : document.blocks) {
        if (auto* figure = std::get_if<FigureBlock>(&block)) figure->svg.clear();
        if (auto* section = std::get_if<Section>(&block))
            for (PlainBlock& part : section->blocks)
                if (auto* figure = std::get_if<FigureBlock>(&part)) figure->svg.clear();
    }
    return document;
}

}  // namespace reckoner
