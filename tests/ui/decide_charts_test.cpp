// Each chart beside the cost curve under real events: hover, drag, keys, edges, what is chosen within it; and
// that what is advertised as lowest is the lowest point that is drawn.
#include <algorithm>
#include <cmath>
#include <limits>

#include <QAbstractButton>
#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolTip>

#include "core/cost/limits.h"
#include "core/wording/chart_sentences.h"
#include "tests/support/credit_facts.h"
#include "tests/support/random_run.h"
#include "ui/charts/chart_list.h"
#include "ui/charts/chart_paint.h"
#include "ui/charts/cost_chart.h"
#include "ui/charts/cost_curves.h"
#include "ui/charts/rate_chart.h"
#include "ui/charts/threshold_chart.h"
#include "ui/pages/decide/decide_view.h"
#include "ui/style/theme.h"
#include "ui/widgets/operating_bar.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {

class DecideChartsTest : public QObject {
    Q_OBJECT

    // The view with somebody who does what it asks, as the page does.
    struct Stage {
        DecideView view;
        DecideFacts facts;
        int drags = 0;

        explicit Stage(DecideFacts start, const QSize& size = {1288, 852}) : facts(std::move(start)) {
            view.resize(size);
            QObject::connect(&view, &DecideView::thresholdChosen, &view, [this](double threshold) {
                facts.point.threshold = threshold;
                view.setFacts(facts);
            });
            QObject::connect(&view, &DecideView::chartChosen, &view, [this](const QString& id) {
                facts.chart = id;
                view.setFacts(facts);
            });
            QObject::connect(&view, &DecideView::chartSettingChosen, &view,
                             [this](const QString& id, const QString& setting) {
                                 facts.settings[id] = setting;
                                 view.setFacts(facts);
                             });
            QObject::connect(&view, &DecideView::dragBegan, &view, [this] { ++drags; });
            view.setFacts(facts);
            view.show();
            QCoreApplication::processEvents();
            view.grab();
        }
        ChartFrame* chart() {
            for (ChartFrame* one : view.findChildren<ChartFrame*>())
                if (one->isVisible() && one->objectName() != QLatin1String("costChart")) return one;
            return nullptr;
        }
        template <class T>
        T* find(const char* name) {
            return view.findChild<T*>(QLatin1String(name));
        }
        void choose(const QString& id) {
            facts.chart = id;
            view.setFacts(facts);
            view.grab();
        }
        void drag(QWidget* widget, const QPoint& from, const QPoint& to) {
            QTest::mousePress(widget, Qt::LeftButton, {}, from);
            for (int step = 1; step <= 8; ++step)
                QTest::mouseMove(widget, from + (to - from) * step / 8);
            QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
        }
    };

    static DecideFacts credit() {
        static const RunAnalysisPtr v2 = test::creditRun(2);
        static const RunAnalysisPtr v1 = test::creditRun(1);
        DecideFacts facts;
        facts.point.run = v2;
        facts.point.baseline = v1;
        facts.point.runName = QStringLiteral("v2");
        facts.point.baselineName = QStringLiteral("v1");
        facts.point.words = test::creditWords();
        facts.point.policy = 0.42;
        facts.point.threshold = 0.31;
        return facts;
    }
    static DecideFacts factsOf(test::VectorTable table, double threshold, const CostModel& costs = {}) {
        DecideFacts facts;
        facts.point.run = test::analysed(std::move(table), costs);
        facts.point.runName = QStringLiteral("v2");
        facts.point.threshold = threshold;
        return facts;
    }

    static void verifyLabels(const ChartFrame* chart, const QString& where) {
        const std::vector<QRectF>& labels = chart->labelRects();
        for (std::size_t a = 0; a < labels.size(); ++a) {
            QVERIFY2(chart->plotArea().adjusted(-1, -4, 1, 1).contains(labels[a]), qPrintable(where));
            for (std::size_t b = a + 1; b < labels.size(); ++b)
                QVERIFY2(!labels[a].intersects(labels[b]), qPrintable(where));
        }
    }

 private Q_SLOTS:
    void cleanup() {
        Theme::instance().setShade(Shade::Light);
        Theme::instance().setPresenting(false);
    }

    void everyChartOfTheListCanBeChosen() {
        Stage stage(credit());
        auto* choice = stage.find<SegmentedChoice>("chartChoice");
        std::vector<QString> seen;
        choice->setRoom(10'000);
        choice->resize(choice->sizeHint());
        for (const ChartEntry& entry : chartList()) {
            for (auto* button : choice->findChildren<QAbstractButton*>())
                if (button->text() == entry.title) QTest::mouseClick(button, Qt::LeftButton);
            QCOMPARE(stage.facts.chart, entry.id);
            QVERIFY(stage.chart());
            QVERIFY(!stage.chart()->accessibleName().isEmpty());
            QVERIFY(!stage.chart()->accessibleDescription().isEmpty());
            if (entry.id != QLatin1String("compare"))
                QVERIFY(stage.chart()->accessibleDescription().contains(QStringLiteral("Threshold 0.310: ")));
            QVERIFY(std::find(seen.begin(), seen.end(), stage.chart()->objectName()) == seen.end());
            seen.push_back(stage.chart()->objectName());
            QVERIFY(!stage.chart()->table().rows.empty());
        }
        QCOMPARE(seen.size(), chartList().size());
    }

    void whereThereIsLessRoomTitlesAreShortenedAndThenStandUnderMore() {
        Stage stage(credit());
        auto* choice = stage.find<SegmentedChoice>("chartChoice");
        choice->setRoom(10'000);
        const int wide = choice->sizeHint().width();
        choice->setRoom(wide - 1);
        QVERIFY(choice->sizeHint().width() < wide);
        auto* more = choice->findChild<QAbstractButton*>(QStringLiteral("moreChoices"));
        QVERIFY(more->isHidden());
        choice->setRoom(220);
        QVERIFY(choice->sizeHint().width() <= 220);
        QVERIFY(!more->isHidden());
        choice->resize(choice->sizeHint());
        QTest::mouseClick(more, Qt::LeftButton);
        auto* menu = choice->findChild<QMenu*>(QStringLiteral("moreMenu"));
        QVERIFY(menu);
        const QList<QAction*> offered = menu->actions();
        QCOMPARE(offered.last()->text(), QStringLiteral("Compare"));
        offered.last()->trigger();
        menu->close();
        QCOMPARE(stage.facts.chart, QStringLiteral("compare"));
        QVERIFY2(more->text().startsWith(QStringLiteral("Compare")), "what holds is always read");
        QVERIFY(more->isChecked());
        QVERIFY(choice->sizeHint().width() <= 220);
    }

    void theHandleOfEachThresholdChartIsDragged() {
        for (const char* id : {"scores", "metrics", "queue"}) {
            DecideFacts facts = credit();
            facts.chart = QLatin1String(id);
            Stage stage(facts);
            auto* chart = qobject_cast<ThresholdChart*>(stage.chart());
            QVERIFY2(chart, id);
            const int y = qRound(chart->plotArea().center().y());
            const auto at = [&](double t) { return QPoint(qRound(chart->xScale().pixel(t)), y); };
            QTest::mouseMove(chart, at(0.8));
            QCOMPARE(chart->cursor().shape(), Qt::ArrowCursor);
            QTest::mouseMove(chart, at(0.31));
            QCOMPARE(chart->cursor().shape(), Qt::SizeHorCursor);
            stage.drag(chart, at(0.31), at(0.6));
            QVERIFY2(std::fabs(stage.facts.point.threshold - 0.6) < 0.004, id);
            QCOMPARE(stage.drags, 1);
            // Past the edges it stays on the axis.
            stage.drag(chart, at(0.6), QPoint(chart->width() + 50, y));
            QCOMPARE(stage.facts.point.threshold, facts.point.run->axisHi);
            stage.drag(chart, at(facts.point.run->axisHi), QPoint(-50, y));
            QCOMPARE(stage.facts.point.threshold, facts.point.run->axisLo);
        }
    }

    void thePointOfTheGainCurveIsDraggedAlongIt() {
        for (const QString& setting : {QString(), QStringLiteral("lift")}) {
            DecideFacts facts = credit();
            facts.chart = QStringLiteral("gain");
            facts.settings[facts.chart] = setting;
            Stage stage(facts);
            auto* chart = qobject_cast<RateChart*>(stage.chart());
            QVERIFY(chart);
            stage.drag(chart, chart->pointAt(0.31)->toPoint(), chart->pointAt(0.55)->toPoint());
            QVERIFY(std::fabs(stage.facts.point.threshold - 0.55) < 0.02);
        }
    }

    void hoveringTellsThePointInASentence() {
        for (const ChartEntry& entry : chartList()) {
            if (entry.id == QLatin1String("compare")) continue;  // its points say their figures themselves
            DecideFacts facts = credit();
            facts.chart = entry.id;
            Stage stage(facts);
            QTest::mouseMove(stage.chart(), stage.chart()->plotArea().center().toPoint());
            const QString told = QToolTip::text();
            for (const char* part : {"Threshold 0.", " caught", "missed defaults", "good customers refused",
                                     "approved", "Precision ", "recall ", " EUR a month"})
                QVERIFY2(told.contains(QLatin1String(part)), qPrintable(entry.id + told));
            QTest::mouseMove(stage.chart(), QPoint(1, 1));
        }
    }

    void arrowKeysMoveByOneDistinctScoreInEachChart() {
        for (const ChartEntry& entry : chartList()) {
            DecideFacts facts = credit();
            facts.chart = entry.id;
            Stage stage(facts);
            const Sweep& sweep = *facts.point.run->sweep;
            stage.chart()->setFocus();
            QTest::keyClick(stage.chart(), Qt::Key_Right);
            QCOMPARE(stage.facts.point.threshold, *sweep.above(0.31));
            QTest::keyClick(stage.chart(), Qt::Key_Left);
            QTest::keyClick(stage.chart(), Qt::Key_Left);
            QCOMPARE(stage.facts.point.threshold, *sweep.below(*sweep.below(*sweep.above(0.31))));
        }
    }

    void labelsNeverTouchInAnyChart() {
        for (const ChartEntry& entry : chartList()) {
            DecideFacts facts = credit();
            facts.chart = entry.id;
            facts.point.capacity = 300;
            facts.point.limits.recall = 0.7;
            facts.point.limits.precision = 0.5;
            facts.point.limits.capacity = 350;
            for (const QString& setting : {QString(), QStringLiteral("log"), QStringLiteral("lift"),
                                           QStringLiteral("mcc,kappa,accuracy")}) {
                facts.settings[entry.id] = setting;
                for (const bool presenting : {false, true}) {
                    Theme::instance().setPresenting(presenting);
                    Stage stage(facts, presenting ? QSize(1768, 1152) : QSize(1128, 752));
                    for (int i = 0; i <= 20; ++i) {
                        stage.facts.point.threshold = i / 20.0;
                        stage.view.setFacts(stage.facts);
                        stage.view.grab();
                        verifyLabels(stage.chart(), entry.id + setting + QString::number(i));
                    }
                }
            }
        }
    }

    void metricsAreChosenUpToThree() {
        DecideFacts facts = credit();
        facts.chart = QStringLiteral("metrics");
        Stage stage(facts);
        const auto pick = [&](const QString& title) {
            QTest::mouseClick(stage.find<QPushButton>("chooseMetrics"), Qt::LeftButton);
            const auto menus = stage.chart()->findChildren<QMenu*>(QStringLiteral("metricsMenu"));
            for (QAction* action : menus.last()->actions())
                if (action->text() == title) action->trigger();
            menus.last()->close();
        };
        QCOMPARE(stage.chart()->table().head.size(), 4);
        pick(QStringLiteral("MCC"));
        QCOMPARE(stage.facts.settings[QStringLiteral("metrics")], QStringLiteral("recall,f1,mcc"));
        pick(QStringLiteral("F1"));
        pick(QStringLiteral("Recall"));
        QCOMPARE(stage.facts.settings[QStringLiteral("metrics")], QStringLiteral("mcc"));
        pick(QStringLiteral("MCC"));
        QCOMPARE(stage.facts.settings[QStringLiteral("metrics")], QStringLiteral("mcc"));
        const Tally tally = facts.point.run->sweep->at(0.31);
        QVERIFY(stage.chart()->accessibleDescription().startsWith(
            QString::fromStdString(metricWithValue(*findMetric("mcc"), tally))));
    }

    void aLogScaleIsDrawnOnRequest() {
        for (const auto& [id, button] :
             {std::pair("scores", "scoreScale"), std::pair("queue", "queueScale")}) {
            DecideFacts facts = credit();
            facts.chart = QLatin1String(id);
            Stage stage(facts);
            const QImage even = stage.chart()->picture(1);
            QTest::mouseClick(stage.find<QPushButton>(button), Qt::LeftButton);
            QCOMPARE(stage.facts.settings[QLatin1String(id)], QStringLiteral("log"));
            QVERIFY(stage.chart()->picture(1) != even);
            QTest::mouseClick(stage.find<QPushButton>(button), Qt::LeftButton);
            QCOMPARE(stage.chart()->picture(1), even);
        }
    }

    void aLogAxisHasRoundTicks() {
        QCOMPARE(logTicks(0, 3), (std::vector<double>{1, 10, 100, 1000}));
        QCOMPARE(logTicks(2.2, 3.4), (std::vector<double>{200, 500, 1000, 2000}));
        QCOMPARE(logTicks(-3, -1.5), (std::vector<double>{0.001, 0.002, 0.005, 0.01, 0.02}));
    }

    void aCapacityIsALevelOfTheQueue() {
        DecideFacts facts = credit();
        facts.chart = QStringLiteral("queue");
        Stage stage(facts);
        const QImage before = stage.chart()->picture(1);
        const std::size_t labels = stage.chart()->labelRects().size();
        stage.facts.point.capacity = 300;
        stage.view.setFacts(stage.facts);
        stage.view.grab();
        QVERIFY(stage.chart()->picture(1) != before);
        QCOMPARE(stage.chart()->labelRects().size(), labels + 1);
    }

    void limitsAreSaidMarkedAndSnappedTo() {
        DecideFacts facts = credit();
        facts.point.limits.capacity = 300;
        const std::vector<Constraint> constraints = constraintsOf(facts.point.limits, *facts.point.run);
        facts.point.limited = limitedOptimum(*facts.point.run->sweep, facts.point.run->cost, constraints);
        Stage stage(facts);
        QVERIFY(stage.find<QPushButton>("limits")->text().startsWith(
            QStringLiteral("Limits: at most 300 refused")));
        auto* snap = stage.find<QAbstractButton>("snapLimits");
        QVERIFY(snap && snap->isVisible());
        QTest::mouseClick(snap, Qt::LeftButton);
        QCOMPARE(stage.facts.point.threshold, facts.point.limited->best->threshold);
        const Tally tally = facts.point.run->sweep->at(stage.facts.point.threshold);
        QVERIFY(flaggedPerPeriod(*facts.point.run, tally) <= 300);
    }

    void whatTheTeamCanReviewIsAPlaceToSnapTo() {
        DecideFacts facts = credit();
        facts.point.capacity = 300;
        Limits limits;
        limits.capacity = 300;
        const RunAnalysis& run = *facts.point.run;
        facts.point.fitting = limitedOptimum(*run.sweep, run.cost, constraintsOf(limits, run));
        Stage stage(facts);
        auto* snap = stage.find<QAbstractButton>("snapCapacity");
        QVERIFY(snap && snap->isVisible());
        QVERIFY(snap->accessibleName().startsWith(QStringLiteral("300 reviews 0.3")));
        QTest::mouseClick(snap, Qt::LeftButton);
        QVERIFY(flaggedPerPeriod(run, run.sweep->at(stage.facts.point.threshold)) <= 300);
    }

    void runsWithOneClassOneSampleOrWeightsAreDrawnWithoutHarm() {
        const auto tables = [] {
            std::vector<test::VectorTable> list(5);
            list[0].labels({"yes", "yes", "yes"}).scores({0.5, 0.5, 0.2});
            list[1].labels({"no", "no"}).scores({0.4, 0.6});
            list[2].labels({"yes"}).scores({0.7});
            list[3].labels({"no"}).scores({0.7});
            list[4].labels({"yes", "no", "yes", "no"}).scores({0.9, 0.6, 0.4, 0.1}).weights({0, 0, 0, 2});
            return list;
        };
        for (std::size_t i = 0; i < tables().size(); ++i)
            for (const ChartEntry& entry : chartList())
                for (const QString& setting : {QString(), QStringLiteral("log"), QStringLiteral("lift")})
                    for (const double threshold : {0.5, std::numeric_limits<double>::infinity()}) {
                        DecideFacts facts = factsOf(std::move(tables()[i]), threshold);
                        facts.chart = entry.id;
                        facts.settings[entry.id] = setting;
                        Stage stage(facts, {1128, 752});
                        QVERIFY(!stage.view.grab().isNull());
                        verifyLabels(stage.chart(), entry.id + setting + QString::number(i));
                        QVERIFY(!stage.chart()->accessibleDescription().isEmpty());
                    }
    }

    void aClassAgainstTheRestIsDrawnAlike() {
        test::VectorTable table;
        table.info.task = Task::Multiclass;
        table.info.classes = {"a", "b", "c"};
        table.info.positive.clear();
        table.labels({"a", "b", "c", "a", "b", "c", "a"});
        table.classScores("a", {0.8, 0.2, 0.1, 0.6, 0.3, 0.2, 0.4});
        table.classScores("b", {0.1, 0.7, 0.3, 0.3, 0.5, 0.1, 0.3});
        table.classScores("c", {0.1, 0.1, 0.6, 0.1, 0.2, 0.7, 0.3});
        DecideFacts facts;
        facts.point.run = test::analysed(std::move(table), {}, "b");
        facts.point.threshold = 0.4;
        for (const ChartEntry& entry : chartList()) {
            facts.chart = entry.id;
            Stage stage(facts);
            QVERIFY(!stage.chart()->table().rows.empty());
            verifyLabels(stage.chart(), entry.id);
        }
    }

    // What is called lowest is the lowest point of the curve that is drawn, where it is drawn.
    void theAdvertisedLowestIsTheLowestPointDrawn() {
        std::vector<test::RandomRunShape> shapes = test::randomRunShapes();
        shapes.push_back({60'000, 0, 0.2, false, 0, 1, false});
        shapes.push_back({60'000, 0, 0.2, true, 2, 1, true});
        std::uint64_t seed = 40;
        for (const test::RandomRunShape& shape : shapes) {
            const test::RandomRun run(shape, ++seed);
            std::vector<CostModel> models(4);
            models[3].prevalence = 0.04;  // production is mixed otherwise
            models[3].volumePerPeriod = 1000;
            models[1].tp.fixed = -10;
            models[1].fp.fixed = 5;
            models[1].fn.fixed = 30;
            if (shape.measures == 2) {
                models[2].fn = {0, 0.5, "a"};
                models[2].fp = {1, 0.15, "b"};
                models[2].tp.fixed = -2;
            }
            for (const CostModel& model : models) {
                test::VectorTable table;
                std::vector<std::string> labels;
                for (const std::uint8_t positive : run.positives)
                    labels.push_back(positive ? "yes" : "no");
                table.info.kind = shape.negativeScores ? ScoreKind::Raw : ScoreKind::Probability;
                table.labels(labels).scores(run.scores);
                if (shape.weighted) table.weights(run.weights);
                if (shape.measures == 2) table.amounts(run.amounts[0], "a").amounts(run.amounts[1], "b");
                const RunAnalysisPtr analysis = test::analysed(std::move(table), model);
                const std::vector<QPointF> drawn = costCurves(*analysis, nullptr).total;
                QVERIFY(drawn.size() <= 2000);
                double least = std::numeric_limits<double>::infinity();
                for (const QPointF& point : drawn)
                    least = std::min(least, point.y());
                QCOMPARE(least, analysis->perPeriod(analysis->best->total));
                const double at = std::min(analysis->best->threshold, analysis->axisHi);
                const bool there = std::any_of(drawn.begin(), drawn.end(), [&](const QPointF& point) {
                    return point.y() == least &&
                           std::fabs(point.x() - at) <= (analysis->axisHi - analysis->axisLo) / 200;
                });
                QVERIFY2(there || analysis->best->attaining > 1, qPrintable(QString::number(seed)));
            }
        }
    }

    void curvesOfManySamplesAreThinnedAndKeepTheirCorners() {
        const test::RandomRun run({300'000, 0, 0.1, false, 0, 1, false}, 5);
        test::VectorTable table;
        std::vector<std::string> labels;
        for (const std::uint8_t positive : run.positives)
            labels.push_back(positive ? "yes" : "no");
        table.labels(labels).scores(run.scores);
        DecideFacts facts = factsOf(std::move(table), 0.5);
        QVERIFY(facts.point.run->curve.size() <= 2000);
        const auto recall = [](const Tally& t) { return *findMetric("recall")->value(t); };
        const std::vector<QPointF> drawn = overThreshold(*facts.point.run, recall);
        QVERIFY(drawn.size() <= 2000);
        for (const double t : {0.1, 0.3, 0.5, 0.62, 0.9}) {
            const auto after = std::lower_bound(drawn.begin(), drawn.end(), t,
                                                [](const QPointF& point, double x) { return point.x() < x; });
            QVERIFY(after != drawn.end());
            // Two pixels of a wide screen in x, and what the curve does there.
            QVERIFY(std::fabs(after->y() - recall(facts.point.run->sweep->at(t))) < 0.01);
        }
        for (const ChartEntry& entry : chartList()) {
            facts.chart = entry.id;
            Stage stage(facts);
            QVERIFY(!stage.view.grab().isNull());
            verifyLabels(stage.chart(), entry.id);
        }
    }

    void bothNeighboursAreNamedUnderTheBar() {
        Stage wide(credit());
        const QString both = wide.find<SentenceLabel>("nextStep")->text();
        QVERIFY(both.startsWith(QStringLiteral("One step left, 0.30: 4 more defaults caught and 9 more")));
        QVERIFY(both.contains(QStringLiteral("One step right, 0.32: ")));
        for (const QSize& size : {QSize(1288, 852), QSize(1128, 752), QSize(900, 700)}) {
            Stage stage(credit(), size);
            auto* next = stage.find<SentenceLabel>("nextStep");
            QVERIFY2(next->sizeHint().width() <= next->width(), "nothing is cut");
        }
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    reckoner::Theme::instance();
    reckoner::DecideChartsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "decide_charts_test.moc"
