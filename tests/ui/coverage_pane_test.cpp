// The Coverage tab: what the data covers, and a range brushed over a histogram.
#include <QFrame>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include "core/wording/number_format.h"
#include "tests/ui/demo_session.h"
#include "tests/ui/window_fixture.h"
#include "ui/pages/segments/number_brush.h"
#include "ui/pages/segments/plain_table.h"
#include "ui/pages/segments/segments_page.h"
#include "ui/session/chip_filters.h"
#include "ui/widgets/line_figure.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {

class CoveragePaneTest : public QObject {
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
        bool open(const std::string& model, const std::string& version, double threshold) {
            if (!show(model, version)) return false;
            session.setThreshold(threshold);
            QTest::mouseClick(page.findChild<QAbstractButton*>(QStringLiteral("pageTab3")), Qt::LeftButton);
            return settle() && QTest::qWaitFor([this] { return !rows("coverageColumns").isEmpty(); }, 10'000);
        }
        PlainTable* table(const char* name) { return page.findChild<PlainTable*>(QLatin1String(name)); }
        QStringList rows(const char* name) {
            return table(name)->tsv().split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(1);
        }
        QString row(const char* name, const QString& first) {
            for (const QString& line : rows(name))
                if (line.startsWith(first + QLatin1Char('\t'))) return line;
            return {};
        }
        // A click on the row whose first cell this is.
        bool pick(const char* name, const QString& first) {
            const QStringList all = rows(name);
            for (int i = 0; i < all.size(); ++i)
                if (all[i].startsWith(first + QLatin1Char('\t'))) {
                    QTest::mouseClick(table(name)->viewport(), Qt::LeftButton, {},
                                      QPoint(60, 28 + 32 * i + 16));
                    return true;
                }
            return false;
        }
        QPushButton* chip() { return page.findChild<QPushButton*>(QStringLiteral("segmentsBrush")); }
        SegmentsPage page;
    };

 private Q_SLOTS:
    void initTestCase() { demo_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { demo_.reset(); }

    void itSaysWhatIsCoveredAndWhatIsTooSmall() {
        Stage stage(*demo_);
        QVERIFY(stage.open("credit-default", "2.0.0", 0.31));
        // What matters most leads, and columns follow by weight.
        QCOMPARE(stage.page.findChild<SentenceLabel*>(QStringLiteral("coverageHeadline"))->text(),
                 QStringLiteral(
                     "95 of 100 applications come from 2 of 5 values of marital (married, single): as varied "
                     "as 1.7 equal groups."));
        QVERIFY(stage.table("coverageColumns")
                    ->tsv()
                    .section(QLatin1Char('\n'), 1, 1)
                    .startsWith(QStringLiteral("marital\t95 of 100 from 2 of 5, as varied as 1.7\t")));
        QVERIFY(stage.page.findChild<PlainLabel*>(QStringLiteral("coverageSummary"))
                    ->text()
                    .contains(QStringLiteral("can tell 10")));
        // Those with nothing odd are folded away until asked for.
        auto* fold = stage.page.findChild<QPushButton*>(QStringLiteral("coverageFold"));
        QVERIFY(fold->isVisible());
        QVERIFY(stage.row("coverageColumns", QStringLiteral("price")).isEmpty());
        QTest::mouseClick(fold, Qt::LeftButton);
        QVERIFY(!stage.row("coverageColumns", QStringLiteral("price")).isEmpty());
        QVERIFY(stage.pick("coverageColumns", QStringLiteral("job")));
        QCOMPARE(stage.option("segments.cover.column"), std::string("job"));
        const QString partTimers = stage.row("coverageValues", QStringLiteral("partime"));
        QVERIFY2(partTimers.contains(QStringLiteral(" more")), qPrintable(partTimers));
        QVERIFY(stage.page.findChild<PlainLabel*>(QStringLiteral("coverageAbout"))
                    ->text()
                    .contains(QStringLiteral("inverse Simpson")));
    }

    void aValueLeadsToItsCases() {
        Stage stage(*demo_);
        QVERIFY(stage.open("credit-default", "2.0.0", 0.31));
        QVERIFY(stage.pick("coverageColumns", QStringLiteral("job")));
        QVERIFY(stage.pick("coverageValues", QStringLiteral("partime")));
        QCOMPARE(stage.session.state().page, std::string("errors"));
        QCOMPARE(stage.option("errors.filters"), std::string("[\"job = 'partime'\"]"));
    }

    void anotherRunIsComparedValueByValue() {
        Stage stage(*demo_);
        QVERIFY(stage.open("flight-delay", "1.0.0", 0.3));
        QTest::mouseClick(stage.page.findChild<QPushButton*>(QStringLiteral("coverageAgainst")),
                          Qt::LeftButton);
        auto* list = stage.page.findChild<QFrame*>(QStringLiteral("coverageRuns"))->findChild<QListView*>();
        QVERIFY(list->model()->rowCount() > 1);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(0, 0)).center());
        QTRY_VERIFY_WITH_TIMEOUT(
            stage.table("coverageColumns")->tsv().contains(QStringLiteral("new or gone")), 10'000);
        QVERIFY(stage.row("coverageColumns", QStringLiteral("distance")).contains(QStringLiteral("\t")));
    }

    // Though others were chosen for the table.
    void theColumnAskedForByAnotherPageIsShown() {
        Stage stage(*demo_);
        QVERIFY(stage.open("flight-delay", "1.0.0", 0.3));
        stage.session.apply([](ReviewState& state) {
            state.options["segments.by"] = R"([[{"column":"origin_hub"}]])";
            state.options["segments.cover.column"] = "distance";
        });
        QTRY_COMPARE_WITH_TIMEOUT(stage.rows("coverageColumns").size(), 2, 10'000);
        QVERIFY(!stage.row("coverageColumns", QStringLiteral("distance")).isEmpty());
        QTRY_VERIFY(stage.page.findChild<NumberBrush*>()->isVisible());
    }

    void aBrushOnAHistogramIsAChipThatNarrowsEverything() {
        Stage stage(*demo_);
        QVERIFY(stage.open("credit-default", "2.0.0", 0.31));
        QVERIFY(!stage.chip()->isVisible());
        QTest::mouseClick(stage.page.findChild<QPushButton*>(QStringLiteral("coverageFold")), Qt::LeftButton);
        QVERIFY(stage.pick("coverageColumns", QStringLiteral("age")));
        auto* brush = stage.page.findChild<NumberBrush*>();
        QTRY_VERIFY(brush->isVisible());
        const int middle = brush->height() / 2;
        QTest::mousePress(brush, Qt::LeftButton, {}, {brush->width() / 2, middle});
        QTest::mouseMove(brush, {brush->width() * 3 / 4, middle});
        QTest::mouseRelease(brush, Qt::LeftButton, {}, {brush->width() - 2, middle});
        // It is a filter chip of Errors too; the cohort is as it was.
        QCOMPARE(stage.session.state().cohort, std::string());
        QVERIFY2(stage.option("errors.filters").starts_with("[\"age >= "),
                 stage.option("errors.filters").c_str());
        QVERIFY(stage.settle());
        QTRY_VERIFY(stage.chip()->isVisible());
        QVERIFY2(stage.chip()->text().startsWith(QStringLiteral("age ")), qPrintable(stage.chip()->text()));
        // The bar counts those alone, and so does every tab.
        AnalysisRequest request = stage.session.run()->request;
        request.where = chipFilters(stage.session.state()).front();
        const auto run = analyse(request);
        QVERIFY(run->sweep->samples() < 4454u);
        auto* caught = stage.page.findChild<LineFigure*>(QStringLiteral("lineCaught"));
        QTRY_VERIFY(caught->accessibleName().contains(QString::number(run->sweep->at(0.31).tp.n)));
        QTRY_VERIFY(stage.page.findChild<PlainLabel*>(QStringLiteral("coverageSummary"))
                        ->text()
                        .contains(qt(count(run->sweep->samples()))));
        // What is opened from here stays within it.
        QVERIFY(stage.pick("coverageColumns", QStringLiteral("marital")));
        QVERIFY(stage.pick("coverageValues", QStringLiteral("single")));
        QCOMPARE(stage.session.state().page, std::string("errors"));
        QCOMPARE(chipFilters(stage.session.state()).size(), std::size_t{2});
        stage.session.back();
        stage.session.back();
        // Its cross takes it away; Back brings it again.
        QTest::mouseClick(stage.chip(), Qt::LeftButton);
        QVERIFY(chipFilters(stage.session.state()).empty());
        QVERIFY(!stage.chip()->isVisible());
        stage.session.back();
        QCOMPARE(chipFilters(stage.session.state()).size(), std::size_t{1});
        QTRY_VERIFY(stage.chip()->isVisible());
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    return reckoner::test::runWindowTests<reckoner::CoveragePaneTest>(argc, argv);
}
#include "coverage_pane_test.moc"
