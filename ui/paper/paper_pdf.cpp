#include "ui/paper/paper_pdf.h"

#include <algorithm>

#include <QBuffer>
#include <QCoreApplication>
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
constexpr double kBadgeGap = 24;
constexpr double kSmallest = 0.68;  // of the usual type: 7.5 pixels, the least that is still read on paper
constexpr double kSteps[] = {1, 0.94, 0.88, 0.82, 0.76, 0.72, kSmallest};

class PaperWriter {
 public:
    explicit PaperWriter(PaperPage& page) : page_(page) {}

    void operator()(const HeadingBlock& heading) const { title({heading.text, {}, heading.level}, 0); }
    void operator()(const ParagraphBlock& paragraph) const {
        page_.space(5);
        page_.text(paperWords(paragraph.text), styleOf(paragraph));
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
    void operator()(const Section& section) const { write(section, true); }
    // The i-th of them, a title with what it is the title of.
    template <class Blocks>
    void paint(const Blocks& blocks, std::size_t i) const {
        const auto* heading = std::get_if<HeadingBlock>(&blocks[i]);
        if (heading) return title({heading->text, {}, heading->level}, openingOf(blocks, i + 1));
        // A sentence that leads to a table or picture stays with it.
        if (std::holds_alternative<ParagraphBlock>(blocks[i])) page_.keep(openingOf(blocks, i));
        if constexpr (std::is_same_v<typename Blocks::value_type, Block>)
            if (const auto* section = std::get_if<Section>(&blocks[i]))
                return write(*section, i == 0 || !std::holds_alternative<HeadingBlock>(blocks[i - 1]));
        std::visit(*this, blocks[i]);
    }

 private:
    struct Picture;
    struct Title {
        std::string text;
        std::string badge;
        int level = 2;
        bool ruled = true;  // level 2: a line above it
    };
    void write(const Section& section, bool ruled) const {
        title({section.title, section.badge, 2, ruled}, openingOf(section.blocks, 0));
        for (std::size_t i = 0; i < section.blocks.size(); ++i)
            paint(section.blocks, i);
    }
    // What has to stand on the same page as what comes before it.
    template <class Blocks>
    double openingOf(const Blocks& blocks, std::size_t i) const {
        if (i >= blocks.size()) return 0;
        const double own = std::visit([this](const auto& block) { return opening(block); }, blocks[i]);
        const auto* paragraph = std::get_if<ParagraphBlock>(&blocks[i]);
        if (!paragraph || i + 1 >= blocks.size()) return own;
        const bool leads = std::holds_alternative<TableBlock>(blocks[i + 1]) ||
                           std::holds_alternative<FigureBlock>(blocks[i + 1]) ||
                           std::holds_alternative<KeyFiguresBlock>(blocks[i + 1]);
        return leads && linesOf(*paragraph) <= 3 ? own + openingOf(blocks, i + 1) : own;
    }
    double opening(const HeadingBlock&) const { return 60; }
    double opening(const ParagraphBlock& paragraph) const {
        const PaperStyle style = styleOf(paragraph);
        return 8 +
               style.size * style.leading * static_cast<double>(std::min<std::size_t>(3, linesOf(paragraph)));
    }
    double opening(const FactsBlock&) const { return 44; }
    double opening(const TextBlock&) const { return 44; }
    double opening(const TableBlock& table) const { return tableOpening(page_, table); }
    double opening(const FigureBlock& figure) const;
    double opening(const KeyFiguresBlock&) const { return 80; }
    double opening(const Section& section) const { return 60 + openingOf(section.blocks, 0); }

    PaperStyle styleOf(const ParagraphBlock& paragraph) const {
        const Tokens& tokens = page_.tokens();
        return paragraph.quiet ? PaperStyle{10, QFont::Normal, tokens.ink3}
                               : PaperStyle{11.5, QFont::Normal, tokens.ink};
    }
    std::size_t linesOf(const ParagraphBlock& paragraph) const {
        return PaperText(paperWords(paragraph.text), styleOf(paragraph), page_.width(), page_.device())
            .lines();
    }
    // below: what has to stand on the same page.
    void title(const Title& title, double below) const {
        const Tokens& tokens = page_.tokens();
        const double size = title.level <= 1 ? 22 : title.level == 2 ? 14 : 12;
        const PaperStyle style{size, QFont::DemiBold, tokens.ink, Qt::AlignLeft, 1.3};
        PaperStyle quiet{10.5, QFont::DemiBold, tokens.ink2};
        const QString words = paperWords(title.text), badge = paperWords(title.badge);
        const PaperText text(words, style, page_.width(), page_.device());
        const double widths = PaperText::natural(words, style, page_.device()) +
                              PaperText::natural(badge, quiet, page_.device());
        const bool beside = !badge.isEmpty() && widths + kBadgeGap <= page_.width();
        const double badges = beside ? 0 : PaperText(badge, quiet, page_.width(), page_.device()).height();
        page_.space(title.level > 2 ? 12 : title.ruled ? 20 : 6);
        page_.keep(text.height() + badges + 14 + std::max(44.0, below));
        if (title.level == 2 && title.ruled) {
            page_.rule();
            page_.space(9);
        }
        if (beside) {
            quiet.align = Qt::AlignRight;
            PaperText(badge, quiet, page_.width(), page_.device())
                .draw(page_.painter(), kLeft, page_.y() + 2);
        }
        page_.text(text);
        if (!beside && !badge.isEmpty()) page_.text(badge, quiet);
        page_.space(4);
    }
    void fact(const QString& name, const QString& value) const {
        const PaperStyle style{11, QFont::Normal, page_.tokens().ink3};
        const PaperText label(name, style, kNames - 16, page_.device());
        const PaperText text(value, {11, QFont::Normal, page_.tokens().ink}, page_.width() - kNames,
                             page_.device());
        const std::size_t together = text.lines() <= 3 ? text.lines() : 2;
        page_.keep(std::max(label.height(), text.lineHeight() * static_cast<double>(together)));
        label.draw(page_.painter(), kLeft, page_.y());
        const double from = page_.y();
        const int number = page_.number();
        page_.text(text, kNames);
        const double used = page_.y() - from;
        if (page_.number() == number && used < label.height()) page_.used(label.height() - used);
        page_.space(4);
    }
    PaperPage& page_;
};

// A figure laid out: its words, and the drawing as wide as the page.
struct PaperWriter::Picture {
    Picture(const PaperPage& page, const FigureBlock& figure, const PaperDevice& device)
        : renderer(svgOf(figure)),
          title(paperWords(figure.title), {11.5, QFont::DemiBold, page.tokens().ink}, page.width(), device),
          words(paperWords(figure.text), {10, QFont::Normal, page.tokens().ink3}, page.width(), device) {
        const QSizeF size = renderer.defaultSize();
        if (renderer.isValid() && size.width() > 0) drawing = page.width() * size.height() / size.width();
    }
    double height() const { return title.height() + words.height() + (drawing > 0 ? drawing + 12 : 0); }
    static QByteArray svgOf(const FigureBlock& figure) {
        QByteArray svg = QByteArray::fromStdString(figure.svg);
        return svg.replace(
            QByteArrayLiteral("font-family=\"Inter\""),
            "font-family=\"" + QGuiApplication::font().family().toHtmlEscaped().toUtf8() + "\"");
    }
    QSvgRenderer renderer;
    PaperText title, words;
    double drawing = 0;
};

double PaperWriter::opening(const FigureBlock& figure) const {
    return 8 + Picture(page_, figure, page_.device()).height();
}

void PaperWriter::operator()(const FigureBlock& figure) const {
    Picture picture(page_, figure, page_.device());
    page_.space(8);
    page_.keep(picture.height());
    page_.text(picture.title);
    page_.text(picture.words);
    if (picture.drawing <= 0) return;
    page_.used(4);
    const double scale = page_.device().unit();
    picture.renderer.render(&page_.painter(), QRectF(kLeft * scale, page_.y() * scale, page_.width() * scale,
                                                     picture.drawing * scale));
    page_.used(picture.drawing + 8);
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

struct Layout {
    int pages = 0;  // as the numbers are to say it; 0: not known yet
    double zoom = 1;
    bool tooLong = false;  // said below the title
};

// The number of pages.
int paint(const Document& document, QBuffer& buffer, const Layout& layout) {
    QPdfWriter writer(&buffer);
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(paperWords(document.title));
    writer.setCreator(QStringLiteral("Reckoner"));
    QPainter painter;
    if (!painter.begin(&writer)) return 0;
    const QString footer = document.footer.empty() ? paperWords(document.title) : paperWords(document.footer);
    PaperPage page(writer, painter, footer, layout.pages, layout.zoom);
    const Tokens& tokens = page.tokens();
    page.text(paperWords(document.title), {23, QFont::Medium, tokens.ink, Qt::AlignLeft, 1.25});
    if (!document.subtitle.empty())
        page.text(paperWords(document.subtitle), {10.5, QFont::Normal, tokens.ink3});
    if (layout.tooLong)
        page.text(QCoreApplication::translate(
                      "Paper", "The texts are too long for one page in a type that can be read."),
                  {10.5, QFont::DemiBold, tokens.ink2});
    page.space(12);
    const PaperWriter write(page);
    for (std::size_t i = 0; i < document.blocks.size(); ++i)
        write.paint(document.blocks, i);
    page.finish();
    return painter.end() ? page.number() : 0;
}

int pagesOf(const Document& document, const Layout& layout) {
    QBuffer draft;
    draft.open(QIODevice::WriteOnly);
    return paint(document, draft, layout);
}

// The largest type in which it stands on one page, where it has to; else the usual one.
Layout layoutOf(const Document& document) {
    Layout layout;
    for (const double zoom : kSteps) {
        layout.zoom = zoom;
        layout.pages = pagesOf(document, {0, zoom, false});
        if (layout.pages == 0 || layout.pages == 1 || !document.onePage) return layout;
    }
    return {pagesOf(document, {0, 1, true}), 1, true};
}

}  // namespace

QByteArray pdfOf(const Document& document) {
    Theme::instance();  // its font
    const Layout layout = layoutOf(document);
    if (layout.pages == 0) return {};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return paint(document, buffer, layout) > 0 ? bytes : QByteArray();
}

}  // namespace reckoner
