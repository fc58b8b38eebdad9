// Other views of the segments: two columns as a heatmap, any metric, two pinned side by side, one class of
// many.
#include <QFrame>
#include <QHelpEvent>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include "core/metrics/segment_ranking.h"
#include "core/wording/number_format.h"
#include "core/wording/segment_words.h"
#include "tests/ui/demo_session.h"
#include "tests/ui/window_fixture.h"
#include "ui/pages/segments/pinned_segments.h"
#include "ui/pages/segments/plain_table.h"
#include "ui/pages/segments/segment_curves.h"
#include "ui/pages/segments/segment_heat.h"
#include "ui/pages/segments/segment_table.h"
#include "ui/pages/segments/segments_page.h"
#include "ui/widgets/line_figure.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {

class SegmentViewsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::DemoStoreFile> demo_;

    struct Stage : test::DemoSession {
        explicit Stage(const test::DemoStoreFile& demo) : test::DemoSession(demo), page(session) {
            page.resize(1288, 852);
            QObject::connect(&session, &ReviewSession::changed, &page,
                             [this](Aspects aspects) { page.refresh(aspects); });
            page.refresh(Aspects(Aspect::Store) | Aspect::Run | Aspect::Threshold);
            page.show();
            page.activateWindow();
        }
        bool at(const std::string& version, double threshold) {
            if (!show("credit-default", version)) return false;
            session.setThreshold(threshold);
            return settle() && QTest::qWaitFor([this] { return rows().size() > 1; }, 10'000);
        }
        SegmentTable* table() { return page.findChild<SegmentTable*>(); }
        SegmentHeat* heat() { return page.findChild<SegmentHeat*>(); }
        QStringList rows() { return table()->tsv().split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(1); }
        void cross() {
            session.apply([](ReviewState& state) {
                state.options["segments.by"] = R"([[{"column":"home"},{"column":"job"}]])";
            });
        }
        // From the list under a button, by its title.
        bool pick(const char* button, const QString& title) {
            QTest::mouseClick(page.findChild<QPushButton*>(QLatin1String(button)), Qt::LeftButton);
            for (QListView* list : page.findChildren<QListView*>())
                for (int i = 0; list->isVisible() && i < list->model()->rowCount(); ++i)
                    if (list->model()->index(i, 0).data().toString() == title) {
                        list->scrollTo(list->model()->index(i, 0));
                        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                                          list->visualRect(list->model()->index(i, 0)).center());
                        return true;
                    }
            return false;
        }
        bool choose(const char* choice, const QString& title) {
            for (QAbstractButton* one :
                 page.findChild<QWidget*>(QLatin1String(choice))->findChildren<QAbstractButton*>())
                if (one->text() == title) {
                    QTest::mouseClick(one, Qt::LeftButton);
                    return true;
                }
            return false;
        }
        QString headline() {
            return page.findChild<SentenceLabel*>(QStringLiteral("segmentHeadline"))->text();
        }
        // P on the first row that shows this segment.
        void pinRow(int index) {
            table()->setFocus(Qt::TabFocusReason);
            QTest::keyClick(table(), Qt::Key_Home);
            for (int i = 0; i < index; ++i)
                QTest::keyClick(table(), Qt::Key_Down);
            QTest::keyClick(table(), Qt::Key_P);
        }
        SegmentsPage page;
    };

 private Q_SLOTS:
    void initTestCase() { demo_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { demo_.reset(); }

    void twoColumnsCrossedAreAHeatmap() {
        Stage stage(*demo_);
        QVERIFY(stage.at("2.0.0", 0.31));
        QVERIFY(!stage.heat()->isVisible());
        stage.cross();
        QTRY_VERIFY_WITH_TIMEOUT(stage.heat()->isVisible() && !stage.heat()->tsv().isEmpty(), 10'000);
        QVERIFY(!stage.table()->isVisible());
        const QStringList lines = stage.heat()->tsv().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.first(), QStringLiteral("\tfixed\tfreelance\tothers\tpartime\tmissing"));
        QVERIFY(lines.filter(QStringLiteral("owner\t")).size() == 1);
        // A cell leads to its cases: the keyboard goes through them.
        stage.heat()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(stage.heat(), Qt::Key_Right);
        QTest::keyClick(stage.heat(), Qt::Key_Down);
        QVERIFY2(stage.heat()->accessibleDescription().startsWith(QStringLiteral("home, job ")),
                 qPrintable(stage.heat()->accessibleDescription()));
        QTest::keyClick(stage.heat(), Qt::Key_Return);
        QCOMPARE(stage.session.state().page, std::string("errors"));
        QVERIFY(stage.option("errors.filters").find("home = ") != std::string::npos);
        QVERIFY(stage.option("errors.filters").find("job = ") != std::string::npos);
        stage.session.back();
        // As a table again.
        QVERIFY(stage.choose("segmentView", QStringLiteral("Table")));
        QVERIFY(stage.table()->isVisible());
        QVERIFY(!stage.heat()->isVisible());
    }

    void anyMetricOfTheListCanBeTheTables() {
        Stage stage(*demo_);
        QVERIFY(stage.at("2.0.0", 0.31));
        QVERIFY(stage.pick("segmentMetric", QStringLiteral("MCC")));
        QCOMPARE(stage.option("segments.metric"), std::string("mcc"));
        QTRY_VERIFY(
            stage.rows().filter(QStringLiteral("records no")).value(0).contains(QStringLiteral("\t0.")));
        QVERIFY2(stage.headline().startsWith(QStringLiteral("Lower MCC: ")), qPrintable(stage.headline()));
        QVERIFY(stage.pick("segmentMetric", QStringLiteral("ROC AUC")));
        QTRY_VERIFY_WITH_TIMEOUT(stage.table()->reading().metric == &rocAucMetric(), 10'000);
        const QStringList before = stage.rows().filter(QStringLiteral("home owner"));
        QVERIFY(before.value(0).contains(QStringLiteral("\t0.8")));
        // The threshold moves the figures beside it, not the ranking.
        stage.session.setThreshold(0.6, stage.session.newDrag());
        QCOMPARE(stage.table()->reading().metric, &rocAucMetric());
    }

    void intervalsWithoutAFormulaFollowTheirValues() {
        Stage stage(*demo_);
        QVERIFY(stage.at("2.0.0", 0.31));
        QVERIFY(stage.pick("segmentMetric", QStringLiteral("F1")));
        // The value is there at once, the interval when it is drawn.
        QCOMPARE(stage.table()->reading().metric, findMetric("f1"));
        const auto drawn = [&stage] {
            const auto& segments = stage.table()->reading().segments;
            return std::count_if(segments.begin(), segments.end(),
                                 [](const SegmentReading& one) { return one.interval.has_value(); }) > 20;
        };
        QTRY_VERIFY_WITH_TIMEOUT(drawn(), 10'000);
        auto* legend = stage.page.findChild<PlainLabel*>(QStringLiteral("segmentLegend"));
        QTRY_COMPARE(legend->text(),
                     QStringLiteral("Intervals: bootstrap, 2,000 replicates, seed 20260101."));
        const std::vector<SegmentReading> first = stage.table()->reading().segments;
        // A drag leaves only intervals of the threshold where it ends.
        for (const double threshold : {0.4, 0.5, 0.45, 0.31}) {
            stage.session.setThreshold(threshold, stage.session.newDrag());
            QVERIFY(stage.table()->reading().segments[0].value);
            if (threshold != 0.31) QVERIFY(!drawn());
        }
        QTRY_VERIFY_WITH_TIMEOUT(drawn(), 10'000);
        for (std::size_t i = 0; i < first.size(); ++i) {
            if (!first[i].interval) continue;
            QCOMPARE(stage.table()->reading().segments[i].interval->lo, first[i].interval->lo);
            QCOMPARE(stage.table()->reading().segments[i].interval->hi, first[i].interval->hi);
        }
    }

    void twoSegmentsArePinnedAndComparedCurveByCurve() {
        Stage stage(*demo_);
        QVERIFY(stage.at("2.0.0", 0.31));
        auto* pinned = stage.page.findChild<PinnedSegments*>();
        QVERIFY(!pinned->isVisible());
        stage.pinRow(0);
        QTRY_VERIFY(pinned->isVisible());
        stage.pinRow(1);
        auto* curves = stage.page.findChild<SegmentCurves*>();
        QTRY_VERIFY_WITH_TIMEOUT(curves->points(0).size() > 50 && curves->points(1).size() > 50, 10'000);
        auto* figures = stage.page.findChild<PlainTable*>(QStringLiteral("pinnedFigures"));
        QTRY_VERIFY_WITH_TIMEOUT(figures->tsv().contains(QStringLiteral("n\t3,681\t2,805")), 10'000);
        QVERIFY2(figures->tsv().contains(QStringLiteral("recall\t66\t61")), qPrintable(figures->tsv()));
        const QPointF first = curves->points(0)[10];
        QVERIFY(stage.choose("pinnedCurve", QStringLiteral("ROC")));
        QVERIFY(curves->points(0)[10] != first);
        QVERIFY(std::all_of(curves->points(1).begin(), curves->points(1).end(),
                            [](const QPointF& point) { return point.x() >= 0 && point.x() <= 1; }));
        // A third one takes the place of the first; a press takes one away.
        stage.pinRow(2);
        QTRY_VERIFY_WITH_TIMEOUT(figures->tsv().contains(QStringLiteral("n\t2,805\t2,107")), 10'000);
        QTest::mouseClick(stage.page.findChild<QPushButton*>(QStringLiteral("pin0")), Qt::LeftButton);
        QTest::mouseClick(stage.page.findChild<QPushButton*>(QStringLiteral("pin0")), Qt::LeftButton);
        QTRY_VERIFY(!pinned->isVisible());
        QCOMPARE(stage.option("segments.pins"), std::string());
    }

    void ofSeveralClassesTableAndBarSpeakOfOne() {
        Stage stage(*demo_);
        QVERIFY(stage.show("hpc-job-runtime", "2.0.0"));
        QTRY_VERIFY_WITH_TIMEOUT(stage.rows().size() > 1, 10'000);
        QVERIFY(stage.page.findChild<PlainLabel*>(QStringLiteral("segmentSummary"))
                    ->text()
                    .contains(QStringLiteral("against all other classes")));
        auto* caught = stage.page.findChild<LineFigure*>(QStringLiteral("lineCaught"));
        QVERIFY(caught->isVisible());
        const double before = stage.session.threshold();
        QVERIFY2(caught->accessibleName().contains(qt(count(stage.session.run()->sweep->at(before).tp.n))),
                 qPrintable(caught->accessibleName()));
        QTest::keyClick(&stage.page, Qt::Key_Period);
        QVERIFY(stage.session.threshold() != before);
        QVERIFY(stage.option("errors.confidence").empty());
    }

    void headsThatAreNoPlainWordsAreExplained() {
        Stage stage(*demo_);
        QVERIFY(stage.at("2.0.0", 0.31));
        auto* legend = stage.page.findChild<PlainLabel*>(QStringLiteral("segmentLegend"));
        QVERIFY(legend->text().contains(QStringLiteral("luck")));
        QVERIFY(legend->text().contains(QStringLiteral("Own best")));
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    return reckoner::test::runWindowTests<reckoner::SegmentViewsTest>(argc, argv);
}
#include "segment_views_test.moc"
