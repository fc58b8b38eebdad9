// The matrix under real mouse and keyboard events: what is clicked is a filter, and it finds what the cell
// counts.
#include "ui/pages/errors/matrix_pane.h"

#include <memory>

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include "core/data/filter.h"
#include "core/metrics/classified_rows.h"
#include "tests/support/staging_builder.h"
#include "tests/ui/class_runs.h"
#include "tests/ui/demo_session.h"
#include "ui/session/chip_filters.h"
#include "ui/session/class_desk.h"
#include "ui/style/theme.h"
#include "ui/widgets/class_matrix_view.h"
#include "ui/widgets/confused_pairs.h"

namespace reckoner {

class MatrixPaneTest : public QObject {
    Q_OBJECT

    struct Stage {
        test::DemoSession demo;
        MatrixPane pane;

        explicit Stage(const test::DemoStoreFile& file) : demo(file), pane(demo.session) {
            QObject::connect(&demo.session, &ReviewSession::changed, &pane,
                             [this](Aspects aspects) { pane.refresh(aspects); });
            pane.resize(560, 700);
            pane.show();
        }
        QAbstractButton* button(const char* name) {
            return pane.findChild<QAbstractButton*>(QLatin1String(name));
        }
        QString said(const char* name) { return button(name)->accessibleName(); }
        void click(const char* name) { QTest::mouseClick(button(name), Qt::LeftButton); }
        std::string cell() const { return demo.option("errors.cell"); }
        std::size_t found() const {
            const RunAnalysisPtr run = demo.session.run();
            const OutcomeContext outcome{run->rows.positive, demo.session.threshold()};
            return Filter::parse(cell()).apply(*run->request.table, outcome).size();
        }
    };

    bool credit(Stage& stage) {
        if (!stage.demo.show("credit-default", "2.0.0")) return false;
        stage.demo.session.setThreshold(0.31);
        return true;
    }

    bool jobs(Stage& stage) { return stage.demo.show("hpc-job-runtime", "2.0.0"); }

    // A run of that many classes, published into the stage's store and shown.
    bool letters(Stage& stage, std::size_t classes, std::size_t samples) {
        test::RandomClassesShape shape;
        shape.classes = classes;
        shape.samples = samples;
        test::publishClasses(*stage.demo.store, stage.demo.folder.path(), test::RandomClasses(shape, 3));
        stage.demo.session.storeChanged();
        return stage.demo.show("letters", "1.0");
    }

    static ClassMatrixView* view(Stage& stage) { return stage.pane.findChild<ClassMatrixView*>(); }
    static void clickPlace(Stage& stage, MatrixPlace place) {
        const QRectF box = view(stage)->layoutNow().box(place);
        QTest::mouseClick(view(stage), Qt::LeftButton, {}, box.center().toPoint());
    }
    static void clickSegment(Stage& stage, const char* choice, int index) {
        const auto segments =
            stage.pane.findChild<QWidget*>(QLatin1String(choice))->findChildren<QAbstractButton*>();
        QTest::mouseClick(segments[index], Qt::LeftButton);
    }
    // Samples a label and a called class pick, counted row by row.
    static std::size_t counted(const EvalTable& table, const std::string& truth, const std::string& called) {
        const ClassifiedRows rows = ClassifiedRows::of(table, RowSet::all(table.rows()));
        std::size_t n = 0;
        for (std::size_t i = 0; i < rows.rows.size(); ++i)
            n += rows.classes[rows.truth[i]] == truth && rows.classes[rows.predicted[i]] == called;
        return n;
    }

    std::unique_ptr<test::DemoStoreFile> file_;

 private Q_SLOTS:
    void initTestCase() { file_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanup() { Theme::instance().setShade(Shade::Light); }

    void ofTiersItSaysWhereItCountsAndWhatTheyCost() {
        Stage stage(*file_);
        QVERIFY(stage.demo.show("credit-default", "3.0.0"));
        auto* note = stage.pane.findChild<QLabel*>(QStringLiteral("matrixNote"));
        QVERIFY(note && note->isVisible());
        QCOMPARE(note->text(), QStringLiteral("Counted from the first cut-off, 0.35; with the review tier it "
                                              "costs 59,800 EUR a month."));
        QVERIFY(stage.said("matrixMissed").contains(QStringLiteral("413")));
        QVERIFY(note->geometry().bottom() < stage.pane.sizeHint().height());
        stage.demo.session.apply([](ReviewState& state) { state.options["decide.point"] = "one"; });
        QVERIFY(!note->isVisible());
    }

    void weightsAreAChoiceWhereTheRunHasThem() {
        Stage stage(*file_);
        QVERIFY(credit(stage));
        const auto segments = [&] {
            auto all = stage.pane.findChild<QWidget*>(QStringLiteral("matrixNormalise"))
                           ->findChildren<QAbstractButton*>();
            all.removeIf([](const QAbstractButton* one) { return !one->isVisible(); });
            return all;
        };
        QCOMPARE(segments().size(), 4);
        test::StagingBuilder builder(stage.demo.folder / "weighted");
        builder.ids({"a", "b", "c", "d"})
            .category("label", ColumnRole::Label, {"no", "yes"}, {1, 1, 0, 0})
            .real("score", ColumnRole::Score, {0.9, 0.1, 0.9, 0.1})
            .real("w", ColumnRole::Weight, {2.5, 4, 1, 1});
        builder.run().model = "weighted";
        builder.run().sourceSha256 = "77";
        stage.demo.store->publish(builder.staged(), {});
        stage.demo.session.storeChanged();
        QVERIFY(stage.demo.show("weighted", builder.run().version));
        QTRY_COMPARE(segments().size(), 5);
        QCOMPARE(segments().at(3)->text(), QStringLiteral("Weight"));
        QVERIFY2(stage.said("matrixMissed").startsWith(QStringLiteral("1 ")),
                 qPrintable(stage.said("matrixMissed")));
        clickSegment(stage, "matrixNormalise", 3);
        QVERIFY2(stage.said("matrixMissed").startsWith(QStringLiteral("4.00 ")),
                 qPrintable(stage.said("matrixMissed")));
        QVERIFY2(stage.said("matrixCaught").startsWith(QStringLiteral("2.50 ")),
                 qPrintable(stage.said("matrixCaught")));
    }

    void chipsNarrowWhatStandsInTheCells() {
        Stage stage(*file_);
        QVERIFY(credit(stage));
        QVERIFY(stage.said("matrixMissed").startsWith(QStringLiteral("301 ")));
        stage.demo.session.apply([](ReviewState& state) { setChipFilters(state, {"amount >= 500"}); });
        QTRY_VERIFY(stage.said("matrixMissed").startsWith(QStringLiteral("276 ")));
        stage.demo.session.apply([](ReviewState& state) { setChipFilters(state, {"amount > 1000000"}); });
        QTRY_VERIFY(stage.said("matrixMissed").startsWith(QStringLiteral("0 ")));
        QVERIFY(stage.button("matrixMissed")->isVisible());
    }

    void theFourCellsFollowTheThreshold() {
        Stage stage(*file_);
        QVERIFY(credit(stage));
        QVERIFY(!stage.pane.manyClasses());
        QCOMPARE(stage.said("matrixMissed"), QStringLiteral("301 missed, 24\u202F% of bad"));
        QCOMPARE(stage.said("matrixFalseAlarm"), QStringLiteral("744 refused, 23\u202F% of good"));
        stage.demo.session.setThreshold(0.5);
        QVERIFY(stage.said("matrixMissed") != QStringLiteral("301 missed, 24\u202F% of bad"));
        stage.demo.session.setThreshold(std::numeric_limits<double>::infinity());
        QCOMPARE(stage.said("matrixCaught"), QStringLiteral("0 caught, 0\u202F% of bad"));
        QCOMPARE(stage.said("matrixMissed"), QStringLiteral("1,254 missed, 100\u202F% of bad"));
    }

    void aCellIsAFilterThatFindsWhatItCounts_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("samples");
        const auto row = [](const char* name, const char* expression, int samples) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(expression) << samples;
        };
        row("matrixMissed", "outcome = missed", 301);
        row("matrixCaught", "outcome = caught", 953);
        row("matrixFalseAlarm", "outcome = false alarm", 744);
        row("matrixLetThrough", "outcome = let through", 2456);
        row("matrixPositives", "label = 'bad'", 1254);
        row("matrixNegatives", "label = 'good'", 3200);
        row("matrixFlagged", "predicted = 'bad'", 1697);
        row("matrixPassed", "predicted = 'good'", 2757);
    }
    void aCellIsAFilterThatFindsWhatItCounts() {
        QFETCH(QString, name);
        QFETCH(QString, expression);
        QFETCH(int, samples);
        Stage stage(*file_);
        QVERIFY(credit(stage));
        const QByteArray id = name.toLatin1();
        stage.click(id.constData());
        QCOMPARE(stage.cell(), expression.toStdString());
        QCOMPARE(stage.found(), std::size_t(samples));
        QVERIFY(stage.button(id.constData())->isChecked());
        stage.click(id.constData());
        QCOMPARE(stage.cell(), std::string());
        QVERIFY(!stage.button(id.constData())->isChecked());
    }

    void theCornerChoosesEverything() {
        Stage stage(*file_);
        QVERIFY(credit(stage));
        stage.click("matrixMissed");
        stage.click("matrixAll");
        QCOMPARE(stage.cell(), std::string());
        QVERIFY(!stage.button("matrixMissed")->isChecked());
    }

    void theChoiceSurvivesAnotherRunAndBack() {
        Stage stage(*file_);
        QVERIFY(credit(stage));
        stage.click("matrixFalseAlarm");
        QVERIFY(stage.demo.show("credit-default", "1.0.0"));
        QVERIFY(stage.button("matrixFalseAlarm")->isChecked());
        stage.demo.session.back();
        stage.demo.session.back();
        QCOMPARE(stage.cell(), std::string());
    }

    void anExpressionThatMeansTheSameIsTheSameCell() {
        Stage stage(*file_);
        QVERIFY(credit(stage));
        stage.demo.session.apply([](ReviewState& s) { s.options["errors.cell"] = "outcome='missed'"; });
        QVERIFY(stage.button("matrixMissed")->isChecked());
        stage.click("matrixMissed");
        QCOMPARE(stage.cell(), std::string());
    }

    void arrowsWalkAndEnterChooses() {
        Stage stage(*file_);
        QVERIFY(credit(stage));
        stage.button("matrixMissed")->setFocus(Qt::TabFocusReason);
        QTest::keyClick(stage.button("matrixMissed"), Qt::Key_Right);
        QVERIFY(stage.button("matrixCaught")->hasFocus());
        QTest::keyClick(stage.button("matrixCaught"), Qt::Key_Down);
        QTest::keyClick(stage.button("matrixFalseAlarm"), Qt::Key_Return);
        QCOMPARE(stage.cell(), std::string("outcome = false alarm"));
        QTest::keyClick(stage.button("matrixFalseAlarm"), Qt::Key_Space);
        QCOMPARE(stage.cell(), std::string());
    }

    void percentagesAreOfWhatIsChosen() {
        Stage stage(*file_);
        QVERIFY(credit(stage));
        const auto segments = stage.pane.findChild<QWidget*>(QStringLiteral("matrixNormalise"))
                                  ->findChildren<QAbstractButton*>();
        QTest::mouseClick(segments[1], Qt::LeftButton);
        QCOMPARE(stage.demo.option("errors.normalise"), std::string("column"));
        QCOMPARE(stage.said("matrixMissed"), QStringLiteral("301 missed, 11\u202F% of approved"));
        QTest::mouseClick(segments[2], Qt::LeftButton);
        QCOMPARE(stage.said("matrixMissed"), QStringLiteral("301 missed, 7\u202F% of all"));
        QTest::mouseClick(segments[3], Qt::LeftButton);
        QCOMPARE(stage.said("matrixMissed"), QStringLiteral("37,100 missed, EUR a month"));
        QTest::mouseClick(segments[0], Qt::LeftButton);
        QCOMPARE(stage.said("matrixMissed"), QStringLiteral("301 missed, 24\u202F% of bad"));
    }

    void theNumbersCanBeCopied() {
        Stage stage(*file_);
        QVERIFY(credit(stage));
        QTest::keyClick(stage.button("matrixMissed"), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(),
                 QStringLiteral("really\tapproved\trefused\tall\nbad\t301\t953\t1254\ngood\t2456\t744\t3200\n"
                                "all\t2757\t1697\t4454\n"));
    }

    // --- several classes ---

    void aCellOfSeveralClassesIsAFilter() {
        Stage stage(*file_);
        QVERIFY(jobs(stage));
        QVERIFY(stage.pane.manyClasses());
        QVERIFY(!stage.pane.findChild<QWidget*>(QStringLiteral("matrixBinary"))->isVisible());
        clickPlace(stage, {2, 1});
        QCOMPARE(stage.cell(), std::string("label = 'M' and predicted = 'F'"));
        const EvalTable& table = *stage.demo.session.run()->request.table;
        QCOMPARE(Filter::parse(stage.cell()).apply(table).size(), counted(table, "M", "F"));
        QCOMPARE(view(stage)->sentence({2, 1}),
                 QStringLiteral("138 'M' were called 'F': 26.8\u202F% of all 'M'."));
        clickPlace(stage, {2, 1});
        QCOMPARE(stage.cell(), std::string());
        clickPlace(stage, {3, -1});
        QCOMPARE(stage.cell(), std::string("label = 'L'"));
        clickPlace(stage, {-1, 0});
        QCOMPARE(stage.cell(), std::string("predicted = 'VF'"));
        clickPlace(stage, {-1, -1});
        QCOMPARE(stage.cell(), std::string());
    }

    void theMostConfusedPairSelectsItsCell() {
        Stage stage(*file_);
        QVERIFY(jobs(stage));
        auto* pairs = stage.pane.findChild<ConfusedPairs*>();
        QVERIFY(pairs->shown() >= 3);
        QCOMPARE(pairs->text(0), QStringLiteral("F called VF"));
        QTest::mouseClick(pairs, Qt::LeftButton, {}, pairs->row(1).center());
        QCOMPARE(stage.cell(), std::string("label = 'M' and predicted = 'F'"));
        QTest::keyClick(pairs, Qt::Key_Up);
        QTest::keyClick(pairs, Qt::Key_Return);
        QCOMPARE(stage.cell(), std::string("label = 'F' and predicted = 'VF'"));
        QTest::keyClick(pairs, Qt::Key_Return);
        QCOMPARE(stage.cell(), std::string());
    }

    void theMatrixIsWalkedByKeyboard() {
        Stage stage(*file_);
        QVERIFY(jobs(stage));
        view(stage)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(view(stage), Qt::Key_Right);
        QTest::keyClick(view(stage), Qt::Key_Space);
        QCOMPARE(stage.cell(), std::string("label = 'VF' and predicted = 'F'"));
        QTest::keyClick(view(stage), Qt::Key_Down);
        QCOMPARE(view(stage)->accessibleDescription(), view(stage)->sentence({1, 1}));
        QTest::keyClick(view(stage), Qt::Key_Home);
        QTest::keyClick(view(stage), Qt::Key_Return);
        QCOMPARE(stage.cell(), std::string("label = 'F'"));
    }

    void aConfidenceOpensAColumnOfReviews() {
        Stage stage(*file_);
        QVERIFY(jobs(stage));
        QVERIFY(!view(stage)->layoutNow().review());
        stage.demo.session.apply([](ReviewState& state) { setConfidence(state, 0.5); });
        QVERIFY(view(stage)->layoutNow().review());
        QCOMPARE(view(stage)->sentence({0, 4}),
                 QStringLiteral("49 'VF' go to review: 2.2\u202F% of all 'VF'."));
        clickPlace(stage, {0, 4});
        QCOMPARE(stage.cell(), std::string("label = 'VF' and predicted = 'review'"));
        clickPlace(stage, {-1, 4});
        QCOMPARE(stage.cell(), std::string("predicted = 'review'"));
        const QStringList lines = stage.pane.tsv().split(u'\n');
        QCOMPARE(lines[0], QStringLiteral("really\tVF\tF\tM\tL\treview\tall"));
        QVERIFY(lines[1].endsWith(QStringLiteral("\t49\t2211")));
    }

    void theChoiceStaysWithAnotherVersionAndAnotherOrder() {
        Stage stage(*file_);
        QVERIFY(jobs(stage));
        clickPlace(stage, {2, 1});
        QVERIFY(stage.demo.show("hpc-job-runtime", "1.0.0"));
        QCOMPARE(stage.cell(), std::string("label = 'M' and predicted = 'F'"));
        clickSegment(stage, "matrixOrder", 3);
        QCOMPARE(stage.demo.option("errors.order"), std::string("error"));
        // Wherever the classes stand now: the same cell is let go by a click on it.
        const QStringList head = stage.pane.tsv().split(u'\n')[0].split(u'\t');
        const auto place = [&](const char* name) {
            return static_cast<int>(head.indexOf(QLatin1String(name))) - 1;
        };
        QVERIFY(place("M") != 2);
        clickPlace(stage, {place("M"), place("F")});
        QCOMPARE(stage.cell(), std::string());
    }

    void foldingHidesNoMistake() {
        Stage stage(*file_);
        QVERIFY(letters(stage, 26, 4000));
        const auto wrong = [&] { return view(stage)->sentence({-1, -1}); };
        const QString before = wrong();
        clickSegment(stage, "matrixFold", 2);
        QCOMPARE(view(stage)->layoutNow().size(), 11);
        QCOMPARE(wrong(), before);
        QVERIFY(view(stage)->sentence({10, 10}).contains(QStringLiteral("16 other classes")));
        clickPlace(stage, {10, 0});
        const EvalTable& table = *stage.demo.session.run()->request.table;
        const QString sentence = view(stage)->sentence({10, 0});
        const auto found = Filter::parse(stage.cell()).apply(table).size();
        QVERIFY2(sentence.startsWith(QString::number(found) + QStringLiteral(" 16 other classes")),
                 qPrintable(sentence));
        clickSegment(stage, "matrixFold", 0);
        QCOMPARE(view(stage)->layoutNow().size(), 26);
    }

    void aClassIsFoundByItsName() {
        Stage stage(*file_);
        QVERIFY(letters(stage, 26, 2000));
        auto* find = stage.pane.findChild<QLineEdit*>(QStringLiteral("matrixFind"));
        QTest::keyClicks(find, QStringLiteral("q"));
        QCOMPARE(view(stage)->found(), 16);
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(stage.cell(), std::string("label = 'q'"));
        QTest::keyClick(find, Qt::Key_Backspace);
        QCOMPARE(view(stage)->found(), -1);
    }

    void twoHundredClassesAreAHeatMapThatCanBeClicked() {
        Stage stage(*file_);
        QVERIFY(letters(stage, 200, 9000));
        QVERIFY(view(stage)->layoutNow().heatMap());
        QCOMPARE(view(stage)->layoutNow().size(), 200);
        clickPlace(stage, {150, 3});
        QCOMPARE(stage.cell(), std::string("label = 'eu' and predicted = 'd'"));
        const QImage picture = stage.pane.grab().toImage();
        QVERIFY(!picture.isNull());
        QTest::mouseMove(view(stage), view(stage)->layoutNow().box({7, 9}).center().toPoint());
        QTRY_COMPARE(view(stage)->accessibleDescription(), view(stage)->sentence({7, 9}));
    }

    void percentagesAndTextStayInsideTheCells_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        for (const int width : {360, 548, 720})
            for (const int height : {420, 700})
                QTest::newRow(qPrintable(QStringLiteral("%1x%2").arg(width).arg(height))) << width << height;
    }
    void percentagesAndTextStayInsideTheCells() {
        QFETCH(int, width);
        QFETCH(int, height);
        Stage stage(*file_);
        QVERIFY(jobs(stage));
        stage.demo.session.apply([](ReviewState& state) { setConfidence(state, 0.6); });
        stage.pane.resize(width, height);
        const ClassMatrixLayout& layout = view(stage)->layoutNow();
        QVERIFY(layout.used().width() <= width);
        QVERIFY(layout.used().height() <= view(stage)->height());
        for (int row = 0; row < 4; ++row)
            for (int column = 0; column < 5; ++column) {
                const QRectF box = layout.box({row, column});
                QVERIFY(box.width() > 8 && box.height() > 8);
                QCOMPARE(layout.at(box.center()), std::optional<MatrixPlace>(MatrixPlace{row, column}));
            }
    }
};

}  // namespace reckoner

QTEST_MAIN(reckoner::MatrixPaneTest)
#include "matrix_pane_test.moc"
