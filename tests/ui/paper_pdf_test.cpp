// Reports as PDF: every word on some page, numbers on all, nothing that acts, pictures as vectors.
#include "ui/paper/paper_pdf.h"

#include <QTest>

#include "core/report/brief_document.h"
#include "core/report/figures/svg_canvas.h"

namespace reckoner {

class PaperPdfTest : public QObject {
    Q_OBJECT

    static int pages(const QByteArray& pdf) { return static_cast<int>(pdf.count("/Type /Page\n")); }
    static FigureBlock figure() {
        SvgCanvas canvas(720, 300, "t", "d");
        canvas.line({0, 0}, {100, 100}, {"#000000"});
        canvas.text({10, 20}, "words <b>", {"#000000"});
        return {"Figure", "What it shows.", canvas.finished(), {}};
    }

 private Q_SLOTS:
    void aShortReportIsOnePage() {
        Document document;
        document.title = "Title";
        document.blocks.emplace_back(ParagraphBlock{"Words."});
        document.blocks.emplace_back(figure());
        const QByteArray pdf = pdfOf(document);
        QVERIFY(pdf.startsWith("%PDF-"));
        QCOMPARE(pages(pdf), 1);
        QVERIFY2(!pdf.contains("/Subtype /Image"), "the picture is drawn, not photographed");
        QVERIFY(pdf.size() < 400'000);
    }

    void whatIsLongerGoesOnOnTheNextPage() {
        Document document;
        document.title = "Title";
        document.blocks.emplace_back(TextBlock{std::string(20'000, 'a')});
        TableBlock table;
        table.heads = {{"What"}, {"n", true}};
        for (int i = 0; i < 120; ++i)
            table.rows.push_back({"row " + std::to_string(i), std::to_string(i)});
        // One row alone is longer than a page.
        std::string longCell;
        for (int i = 0; i < 2'000; ++i)
            longCell += "word ";
        table.rows.push_back({longCell, "1"});
        document.blocks.emplace_back(table);
        for (int i = 0; i < 4; ++i)
            document.blocks.emplace_back(figure());
        QVERIFY(pages(pdfOf(document)) >= 6);
    }

    void aBriefStandsOnOnePageAsLongAsItsTypeCanBeRead() {
        const auto brief = [](int words) {
            std::vector<BriefAnswer> answers;
            std::string text;
            for (int i = 0; i < words; ++i)
                text += "answer ";
            for (const BriefQuestion& question : briefQuestions())
                answers.push_back({0, 1, "", std::string(question.id), text, "Product", "2026-03-04"});
            return briefDocument("Credit default", answers, "2026-03-04");
        };
        QCOMPARE(pages(pdfOf(brief(10))), 1);
        QCOMPARE(pages(pdfOf(brief(70))), 1);
        QVERIFY2(pages(pdfOf(brief(400))) > 1, "no type is that small");
        Document long_ = brief(70);
        long_.onePage = false;
        QVERIFY2(pages(pdfOf(long_)) > 1, "it was made smaller");
    }

    void aFigureThatIsNoneAndEmptyBlocksDoNoHarm() {
        Document document;
        document.blocks.emplace_back(FigureBlock{"Broken", "No picture.", "<svg", {}});
        document.blocks.emplace_back(TableBlock{});
        document.blocks.emplace_back(KeyFiguresBlock{});
        document.blocks.emplace_back(FactsBlock{});
        document.blocks.emplace_back(Section{});
        QCOMPARE(pages(pdfOf(document)), 1);
    }

    void nothingHostileActs() {
        const std::string act =
            std::string("<a href='javascript:alert(1)'>x</a> http://evil.example \u202E") +
            std::string("\0(/URI /Launch)", 15);
        Document document;
        document.title = act;
        document.subtitle = act;
        document.footer = act;
        document.blocks.emplace_back(HeadingBlock{2, act});
        document.blocks.emplace_back(ParagraphBlock{act, true});
        document.blocks.emplace_back(TextBlock{act});
        document.blocks.emplace_back(FactsBlock{{{act, act}}});
        document.blocks.emplace_back(TableBlock{{{act}}, {{act}}});
        document.blocks.emplace_back(KeyFiguresBlock{{{act, act, act}}});
        document.blocks.emplace_back(Section{act, act, {ParagraphBlock{act}}});
        const QByteArray pdf = pdfOf(document);
        QVERIFY(pages(pdf) >= 1);
        for (const char* acting :
             {"/URI", "/Launch", "/JavaScript", "/JS", "/OpenAction", "/Annots [", "/EmbeddedFile"})
            QVERIFY2(!pdf.contains(acting), acting);
    }

    void textFromRightToLeftIsPainted() {
        Document document;
        document.title = "\u05E2\u05D1\u05E8\u05D9\u05EA";
        document.blocks.emplace_back(ParagraphBlock{"\u05E2\u05D1\u05E8\u05D9\u05EA 123 abc"});
        QCOMPARE(pages(pdfOf(document)), 1);
    }
};

}  // namespace reckoner

QTEST_MAIN(reckoner::PaperPdfTest)
#include "paper_pdf_test.moc"
