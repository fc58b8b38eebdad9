// Nasty texts in every place that people or data can fill, through every kind of report: read again by Qt's
// own HTML and Markdown readers, they are texts and nothing else.
#include <QRegularExpression>
#include <QTest>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

#include "core/base/random.h"
#include "core/report/brief_document.h"
#include "core/report/class_scorecard.h"
#include "core/report/minutes.h"
#include "core/report/model_card.h"
#include "core/report/plain_characters.h"
#include "tests/support/random_classes.h"
#include "ui/paper/paper_pdf.h"

namespace reckoner {
namespace {

// Pieces that act somewhere, put together at random.
std::string nasty(Random& random) {
    static const std::vector<std::string> pieces = {"<script>alert(1)</script>",
                                                    "<img src=file:///etc/passwd>",
                                                    "<svg onload=x>",
                                                    "](javascript:alert(1))",
                                                    "[a](http://evil.example)",
                                                    "![i](file:///x.png)",
                                                    "<a href=//evil.example>",
                                                    "</td></table>",
                                                    "-->",
                                                    "|",
                                                    "\\|",
                                                    "||",
                                                    "# ",
                                                    "\n# head",
                                                    "\n\n- item",
                                                    "\n1. one",
                                                    "`",
                                                    "```",
                                                    "\n~~~",
                                                    "***",
                                                    "__",
                                                    "~~",
                                                    "\n===\n",
                                                    "\n---\n",
                                                    "> ",
                                                    "&lt;b&gt;",
                                                    "&#60;",
                                                    "&amp;",
                                                    "\"",
                                                    "'",
                                                    "\\",
                                                    "\n    code",
                                                    "\t",
                                                    "\r\n",
                                                    "www.evil.example",
                                                    "https://evil.example",
                                                    "me@evil.example",
                                                    "$x$",
                                                    std::string(1, '\0'),
                                                    "\x1B[31m",
                                                    "\u202E",
                                                    "\u2066",
                                                    "\u200B",
                                                    "\u05E2\u05D1",
                                                    "\U0001F600",
                                                    "\xFF\xFE",
                                                    "\xC0\x80",
                                                    std::string(300, 'w'),
                                                    "url(x)",
                                                    "javascript:",
                                                    "<!--",
                                                    "]]>",
                                                    "</style>",
                                                    "</pre>",
                                                    "</svg>",
                                                    "<style>*{background:url(x)}</style>",
                                                    "{{x}}",
                                                    "%s%n",
                                                    "=cmd|' /C calc'!A0"};
    std::string text = "word ";
    for (std::uint64_t i = 0, n = 1 + random.below(6); i < n; ++i)
        text += pieces[random.below(pieces.size())];
    return text + " end";
}

// Reads and remembers whatever a document wants to load.
class Watched final : public QTextDocument {
 public:
    QStringList wanted;

 protected:
    QVariant loadResource(int, const QUrl& name) override {
        wanted << name.toString();
        return {};
    }
};

struct Told {
    int tables = 0, rows = 0, headings = 0;
};

Told toldIn(const TableBlock& table, Told told) {
    ++told.tables;
    told.rows += static_cast<int>(table.rows.size()) + 1;
    return told;
}
template <class Blocks>
Told toldBy(const Blocks& blocks) {
    Told told;
    for (const auto& block : blocks) {
        if (const auto* table = std::get_if<TableBlock>(&block)) told = toldIn(*table, told);
        if (const auto* figure = std::get_if<FigureBlock>(&block); figure && !figure->table.rows.empty())
            told = toldIn(figure->table, told);
        told.headings += std::holds_alternative<HeadingBlock>(block) ? 1 : 0;
        if constexpr (std::is_same_v<Blocks, std::vector<Block>>)
            if (const auto* section = std::get_if<Section>(&block)) {
                const Told inside = toldBy(section->blocks);
                told = {told.tables + inside.tables, told.rows + inside.rows,
                        told.headings + inside.headings + 1};
            }
    }
    return told;
}

ClassScorecardRun hostileRun(Random& random, std::size_t classes) {
    test::RandomClassesShape shape;
    shape.classes = classes;
    shape.samples = 120;
    test::RandomClasses samples(shape, random.below(1000));
    for (std::string& name : samples.classes)
        name += nasty(random);
    ClassScorecardRun run;
    run.analysis = analyseClasses(samples.builder().build(), {}, std::nullopt);
    run.row.info = run.analysis->table->info();
    run.row.info.id = static_cast<RunId>(random.below(90) + 1);
    run.row.info.version = nasty(random);
    run.row.info.algorithm = nasty(random);
    run.row.info.evalSet = nasty(random);
    run.row.info.notes = nasty(random);
    run.row.info.changelog = nasty(random);
    run.model = nasty(random);
    run.words.samples = nasty(random);
    run.numbers = matrixNumbers(run.analysis->everything.called);
    run.intervals = classIntervals(run.analysis->everything.called, std::nullopt);
    run.segments = {{nasty(random), 40, 0.5, Interval{0.4, 0.6}}};
    run.cases = {{nasty(random), nasty(random), nasty(random), nasty(random)}};
    RequirementResult judged;
    judged.record.requirement.metric = "recall";
    judged.record.requirement.floor = 0.7;
    judged.record.requirement.cohort = "segment = '" + nasty(random) + "'";
    judged.reason = nasty(random);
    run.gate.emplace();
    run.gate->results = {judged};
    return run;
}

Document hostileMinutes(Random& random) {
    Minutes minutes;
    minutes.model = nasty(random);
    minutes.meeting = draftMeeting(1, "2026-03-04", usualAgenda());
    minutes.meeting.title = nasty(random);
    minutes.meeting.attendees = {nasty(random), nasty(random)};
    for (AgendaItem& item : minutes.meeting.items) {
        item.point.title = nasty(random);
        item.notes = nasty(random) + "\n" + nasty(random);
        item.picks = {nasty(random), "case"};
    }
    Annotation note;
    note.sampleId = "case";
    note.text = nasty(random);
    note.context = nasty(random);
    note.action = nasty(random);
    note.tags = {nasty(random)};
    minutes.notes = {note};
    minutes.stories = {{"case", nasty(random)}};
    minutes.openBrief = {nasty(random)};
    Decision decision;
    decision.kind = DecisionKind::ApproveWithConditions;
    decision.title = nasty(random);
    decision.reason = nasty(random);
    decision.conditions = nasty(random);
    decision.who = decision.approvedBy = nasty(random);
    minutes.decisions = {decision};
    Action action;
    action.title = nasty(random);
    action.owner = nasty(random);
    action.result = nasty(random);
    minutes.agreed = minutes.carriedOver = {action};
    return minutesDocument(minutes);
}

Document hostileCard(Random& random) {
    const ClassScorecardRun run = hostileRun(random, 3);
    ModelCard card;
    card.body = cardBody(run);
    card.row = run.row;
    card.model = run.model;
    card.gate = run.gate;
    card.cases = run.cases;
    for (const BriefQuestion& question : briefQuestions())
        card.answers.push_back(
            {0, 1, "", std::string(question.id), nasty(random), nasty(random), "2026-03-04"});
    Experiment experiment;
    experiment.hypothesis = experiment.result = experiment.saved = nasty(random);
    card.experiments = {experiment};
    Decision decision;
    decision.title = decision.reason = decision.who = nasty(random);
    card.decisions = {decision};
    return modelCard(card);
}

Document hostileReport(Random& random, int kind) {
    if (kind == 0) return classScorecard({hostileRun(random, 3)}, "2026-03-04");
    if (kind == 1) return classScorecard({hostileRun(random, 14)}, "2026-03-04");
    if (kind == 2) return hostileMinutes(random);
    if (kind == 3) return hostileCard(random);
    std::vector<BriefAnswer> answers;
    for (const BriefQuestion& question : briefQuestions())
        answers.push_back({0, 1, "", std::string(question.id), nasty(random), nasty(random), "2026-03-04"});
    return briefDocument(nasty(random), answers, "2026-03-04");
}
constexpr int kKinds = 5;

std::string writtenBy(const Document& document, void (*write)(const Document&, const DocumentWrite&)) {
    std::string text;
    write(document, [&text](std::string_view part) { text += part; });
    return text;
}

// Nothing in it leads anywhere, is a picture or was fetched.
QString actsIn(const Watched& page) {
    if (!page.wanted.isEmpty()) return QStringLiteral("wants ") + page.wanted.join(QLatin1Char(' '));
    for (QTextBlock block = page.begin(); block.isValid(); block = block.next())
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QTextCharFormat format = at.fragment().charFormat();
            if (format.isAnchor() || !format.anchorHref().isEmpty())
                return QStringLiteral("link: ") + at.fragment().text();
            if (format.isImageFormat()) return QStringLiteral("picture");
        }
    return {};
}

int rowsOfTables(const QTextFrame* frame, int& tables) {
    int rows = 0;
    for (QTextFrame* child : frame->childFrames()) {
        if (const auto* table = qobject_cast<QTextTable*>(child)) {
            ++tables;
            rows += table->rows();
        }
        rows += rowsOfTables(child, tables);
    }
    return rows;
}

}  // namespace

class HostileReportsTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void asHtmlTheyAreTextAlone() {
        Random random(20);
        // Every element and attribute the writer itself uses.
        const QRegularExpression tag(QStringLiteral("<(/?)([a-zA-Z!][a-zA-Z0-9]*)([^>]*)>"));
        const QStringList known = QStringLiteral(
                                      "!DOCTYPE html head meta title style body h1 h2 h3 h4 p bdi dl dt dd "
                                      "pre div table thead tbody tr th td figure figcaption b span small "
                                      "section header footer svg desc rect line path circle text")
                                      .split(QLatin1Char(' '));
        for (int round = 0; round < 30; ++round) {
            const Document document = hostileReport(random, round % kKinds);
            const QString html = QString::fromStdString(writtenBy(document, writeHtml));
            QVERIFY(!html.contains(QChar(0)));
            for (auto found = tag.globalMatch(html); found.hasNext();) {
                const auto match = found.next();
                QVERIFY2(known.contains(match.captured(2)), qPrintable(match.captured()));
                for (const char* attribute :
                     {" on", " src", " href", " action", " style=", " xlink", " formaction"})
                    QVERIFY2(!match.captured(3).contains(QLatin1String(attribute)) ||
                                 match.captured(2) == QLatin1String("meta"),
                             qPrintable(match.captured()));
            }
            Watched page;
            page.setHtml(html);
            QVERIFY2(actsIn(page).isEmpty(), qPrintable(actsIn(page)));
            QVERIFY(page.toPlainText().contains(QStringLiteral("<script>")) ||
                    !html.contains(QStringLiteral("&lt;script")));
        }
    }

    void asMarkdownTheirTablesAndTitlesStayWhole() {
        Random random(21);
        for (int round = 0; round < 30; ++round) {
            const Document document = hostileReport(random, round % kKinds);
            const QString text = QString::fromStdString(writtenBy(document, writeMarkdown));
            Watched page;
            page.setMarkdown(text, QTextDocument::MarkdownDialectGitHub);
            QVERIFY2(actsIn(page).isEmpty(), qPrintable(actsIn(page)));
            const Told told = toldBy(document.blocks);
            int tables = 0, headings = 0;
            const int rows = rowsOfTables(page.rootFrame(), tables);
            QCOMPARE(tables, told.tables);
            QCOMPARE(rows, told.rows);
            for (QTextBlock block = page.begin(); block.isValid(); block = block.next())
                headings += block.blockFormat().headingLevel() > 0 ? 1 : 0;
            QCOMPARE(headings, told.headings + 1);
        }
    }

    void asPdfTheyArePainted() {
        Random random(22);
        for (int kind = 0; kind < kKinds; ++kind) {
            const QByteArray pdf = pdfOf(hostileReport(random, kind));
            QVERIFY(pdf.startsWith("%PDF-"));
            for (const char* acting : {"/URI", "/Launch", "/JavaScript", "/OpenAction", "/EmbeddedFile"})
                QVERIFY2(!pdf.contains(acting), acting);
        }
    }
};

}  // namespace reckoner

QTEST_MAIN(reckoner::HostileReportsTest)
#include "hostile_reports_test.moc"
