#include "ui/paper/paper_pdf.h"

#include <algorithm>

#include <QBuffer>
#include <QGuiApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>

#include "ui/paper/paper_page.h"
#include "ui/paper/paper_table.h"
#include "ui/paper/paper_words.h"
#include "ui/style/theme.h"

namespace reckoner {
namespace {

constexpr int kDotsPerInch = 600;
constexpr double kLeft = 64;
constexpr double kNames = 158;  // of facts
constexpr double kHeadAndFigure = 440;

class PaperWriter {
 public:
    explicit PaperWriter(PaperPage& page) : page_(page) {}

    void operator()(const HeadingBlock& heading) const { title(heading.text, {}, heading.level); }
    void operator()(const ParagraphBlock& paragraph) const {
        const Tokens& tokens = page_.tokens();
        page_.space(5);
        page_.text(paperWords(paragraph.text), paragraph.quiet ? PaperStyle{10, QFont::Normal, tokens.ink3}
                                                               : PaperStyle{11.5, QFont::Normal, tokens.ink});
        page_.space(3);
    }
    void operator()(const FactsBlock& facts) const {
        page_.space(4);
        for (const auto& [name, value] : facts.facts)
            if (!value.empty()) fact(paperWords(name), paperWords(value));
        page_.space(4);
    }
    void operator()(const TextBlock& text) const {
        page_.space(4);
        page_.text(paperWords(text.text), {11.5, QFont::Normal, page_.tokens().ink});
        page_.space(4);
    }
    void operator()(const TableBlock& table) const { paintTable(page_, table); }
    void operator()(const FigureBlock& figure) const;
    void operator()(const KeyFiguresBlock& keys) const;
    void operator()(const Section& section) const {
        title(section.title, section.badge, 2);
        for (const PlainBlock& block : section.blocks)
            std::visit(*this, block);
    }

 private:
    void title(const std::string& text, const std::string& badge, int level) const {
        const Tokens& tokens = page_.tokens();
        const double size = level <= 1 ? 22 : level == 2 ? 14 : 12;
        page_.space(level <= 2 ? 20 : 12);
        page_.keep(110);
        if (level == 2) {
            page_.rule();
            page_.space(9);
        }
        page_.text(paperWords(text), {size, QFont::DemiBold, tokens.ink, Qt::AlignLeft, 1.3});
        if (!badge.empty()) page_.text(paperWords(badge), {10.5, QFont::DemiBold, tokens.ink2});
        page_.space(4);
    }
    void fact(const QString& name, const QString& value) const {
        const PaperStyle style{11, QFont::Normal, page_.tokens().ink3};
        const PaperText label(name, style, kNames - 16, page_.device());
        page_.keep(label.height());
        label.draw(page_.painter(), kLeft, page_.y());
        const double from = page_.y();
        const int number = page_.number();
        page_.text(value, {11, QFont::Normal, page_.tokens().ink}, kNames);
        const double used = page_.y() - from;
        if (page_.number() == number && used < label.height()) page_.used(label.height() - used);
        page_.space(4);
    }
    PaperPage& page_;
};

void PaperWriter::operator()(const FigureBlock& figure) const {
    QByteArray svg = QByteArray::fromStdString(figure.svg);
    svg.replace(QByteArrayLiteral("font-family=\"Inter\""),
                "font-family=\"" + QGuiApplication::font().family().toHtmlEscaped().toUtf8() + "\"");
    QSvgRenderer renderer(svg);
    const QSizeF size = renderer.defaultSize();
    const double height = size.width() > 0 ? page_.width() * size.height() / size.width() : 0;
    const PaperStyle bold{11.5, QFont::DemiBold, page_.tokens().ink};
    const PaperStyle quiet{10, QFont::Normal, page_.tokens().ink3};
    const QString words = paperWords(figure.text);
    page_.space(8);
    page_.keep(height + 24 + PaperText(words, quiet, page_.width(), page_.device()).height());
    page_.text(paperWords(figure.title), bold);
    page_.text(words, quiet);
    if (!renderer.isValid() || height <= 0) return;
    page_.used(4);
    const double scale = page_.device().resolution() / 96.0;
    renderer.render(&page_.painter(),
                    QRectF(kLeft * scale, page_.y() * scale, page_.width() * scale, height * scale));
    page_.used(height + 8);
}

void PaperWriter::operator()(const KeyFiguresBlock& keys) const {
    if (keys.figures.empty()) return;
    const Tokens& tokens = page_.tokens();
    const auto n = static_cast<double>(keys.figures.size());
    const double width = (page_.width() - 20 * (n - 1)) / n;
    struct Column {
        PaperText value, label, note;
        double height() const { return value.height() + label.height() + note.height(); }
    };
    std::vector<Column> columns;
    double height = 0;
    for (const KeyFiguresBlock::Figure& key : keys.figures) {
        columns.push_back(
            {PaperText(paperWords(key.value), {17, QFont::DemiBold, tokens.ink}, width, page_.device()),
             PaperText(paperWords(key.label), {10.5, QFont::Normal, tokens.ink2}, width, page_.device()),
             PaperText(paperWords(key.note), {9.5, QFont::Normal, tokens.ink3}, width, page_.device())});
        height = std::max(height, columns.back().height());
    }
    page_.space(10);
    page_.keep(height);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column& column = columns[i];
        const double x = kLeft + static_cast<double>(i) * (width + 20);
        column.value.draw(page_.painter(), x, page_.y());
        column.label.draw(page_.painter(), x, page_.y() + column.value.height());
        column.note.draw(page_.painter(), x, page_.y() + column.value.height() + column.label.height());
    }
    page_.used(height + 10);
}

// The number of pages; `pages` as the numbers are to say it.
int paint(const Document& document, QBuffer& buffer, int pages) {
    QPdfWriter writer(&buffer);
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(paperWords(document.title));
    writer.setCreator(QStringLiteral("Reckoner"));
    QPainter painter;
    if (!painter.begin(&writer)) return 0;
    const QString footer = document.footer.empty() ? paperWords(document.title) : paperWords(document.footer);
    PaperPage page(writer, painter, footer, pages);
    const Tokens& tokens = page.tokens();
    page.text(paperWords(document.title), {23, QFont::Medium, tokens.ink, Qt::AlignLeft, 1.25});
    if (!document.subtitle.empty())
        page.text(paperWords(document.subtitle), {10.5, QFont::Normal, tokens.ink3});
    page.space(12);
    const PaperWriter write(page);
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const bool head = std::holds_alternative<HeadingBlock>(document.blocks[i]);
        // A title never stands alone at the foot of a page, far from its picture.
        if (head && i + 1 < document.blocks.size() &&
            std::holds_alternative<FigureBlock>(document.blocks[i + 1]))
            page.keep(kHeadAndFigure);
        std::visit(write, document.blocks[i]);
    }
    page.finish();
    return painter.end() ? page.number() : 0;
}

}  // namespace

QByteArray pdfOf(const Document& document) {
    Theme::instance();  // its font
    QBuffer draft;
    draft.open(QIODevice::WriteOnly);
    const int pages = paint(document, draft, 0);
    if (pages == 0) return {};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return paint(document, buffer, pages) > 0 ? bytes : QByteArray();
}

}  // namespace reckoner
