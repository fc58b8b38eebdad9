// The matrix under real mouse and keyboard events: what is clicked is a filter, and it finds what the cell
// counts.
#include "ui/pages/errors/matrix_pane.h"

#include <memory>

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QTest>

#include "core/data/filter.h"
#include "tests/ui/demo_session.h"
#include "ui/style/theme.h"

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

    std::unique_ptr<test::DemoStoreFile> file_;

 private Q_SLOTS:
    void initTestCase() { file_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanup() { Theme::instance().setShade(Shade::Light); }

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
};

}  // namespace reckoner

QTEST_MAIN(reckoner::MatrixPaneTest)
#include "matrix_pane_test.moc"
