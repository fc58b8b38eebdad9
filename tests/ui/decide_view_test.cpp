// The Decide page under real mouse and keyboard events: one threshold, wherever it is taken hold of.
#include "ui/pages/decide/decide_view.h"

#include <cmath>
#include <limits>

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/credit_facts.h"
#include "ui/charts/cost_chart.h"
#include "ui/charts/label_layout.h"
#include "ui/charts/rate_chart.h"
#include "ui/style/theme.h"
#include "ui/widgets/operating_bar.h"
#include "ui/widgets/score_slider.h"
#include "ui/widgets/sentence_label.h"
#include "ui/widgets/threshold_field.h"

namespace reckoner {

class DecideViewTest : public QObject {
    Q_OBJECT

    // The view with somebody who does what it asks, as the page does.
    struct Stage {
        DecideView view;
        DecideFacts facts;
        std::vector<double> chosen;
        int begun = 0;
        int ended = 0;

        explicit Stage(DecideFacts start = credit()) : facts(std::move(start)) {
            view.resize(1288, 852);
            QObject::connect(&view, &DecideView::thresholdChosen, &view, [this](double threshold) {
                chosen.push_back(threshold);
                facts.point.threshold = threshold;
                view.setFacts(facts);
            });
            QObject::connect(&view, &DecideView::chartChosen, &view, [this](const QString& id) {
                facts.chart = id;
                view.setFacts(facts);
            });
            QObject::connect(&view, &DecideView::dragBegan, &view, [this] { ++begun; });
            QObject::connect(&view, &DecideView::dragEnded, &view, [this] { ++ended; });
            view.setFacts(facts);
            view.show();
            QCoreApplication::processEvents();
            view.grab();
        }
        template <class T>
        T* find(const char* name) {
            return view.findChild<T*>(QLatin1String(name));
        }
        QString sentence(const char* name) { return find<SentenceLabel>(name)->text(); }
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
        facts.chart = QStringLiteral("pr");
        return facts;
    }

    static QPoint onTrack(const ScoreSlider* slider, const PlotScale& scale, double threshold) {
        return QPoint(qRound(scale.pixel(threshold)),
                      qRound(83 * Theme::instance().typeScale()) + 0 * slider->height());
    }

 private Q_SLOTS:
    void cleanup() {
        Theme::instance().setShade(Shade::Light);
        Theme::instance().setPresenting(false);
    }

    void saysWhatTheCreditRunCosts() {
        Stage stage;
        QCOMPARE(stage.sentence("headline"),
                 QStringLiteral("At 0.31, wrong decisions cost 64,100 EUR a month"));
        QCOMPARE(stage.sentence("qualitySentence"),
                 QStringLiteral("Of 100 refused, 56 would have defaulted; 76 of 100 defaults are caught."));
        QCOMPARE(stage.find<QAbstractButton>("cellMissed")->accessibleName(),
                 QStringLiteral("301 missed defaults, 24\u202F% of bad, 37,100 EUR a month"));
        QCOMPARE(stage.find<QLineEdit>("thresholdField")->text(), QStringLiteral("0.310"));
    }

    void draggingTheSliderMovesTheThreshold() {
        Stage stage;
        auto* slider = stage.find<ScoreSlider>("scoreSlider");
        PlotScale scale = stage.find<CostChart>("costChart")->xScale();
        const qreal shift = stage.find<CostChart>("costChart")->x();
        scale.from += shift;
        scale.to += shift;
        stage.drag(slider, onTrack(slider, scale, 0.31), onTrack(slider, scale, 0.60));
        QCOMPARE(stage.begun, 1);
        QCOMPARE(stage.ended, 1);
        QVERIFY(stage.chosen.size() >= 8);
        QVERIFY(std::fabs(stage.facts.point.threshold - 0.60) < 0.003);
        QVERIFY(stage.sentence("headline").startsWith(QStringLiteral("At 0.60, ")));
    }

    void aClickOnTheTrackBringsTheHandle() {
        Stage stage;
        auto* slider = stage.find<ScoreSlider>("scoreSlider");
        PlotScale scale = stage.find<CostChart>("costChart")->xScale();
        scale.from += stage.find<CostChart>("costChart")->x();
        scale.to += stage.find<CostChart>("costChart")->x();
        QTest::mouseClick(slider, Qt::LeftButton, {}, onTrack(slider, scale, 0.8));
        QVERIFY(std::fabs(stage.facts.point.threshold - 0.8) < 0.003);
    }

    void draggingTheLineOfTheCostChart() {
        Stage stage;
        auto* chart = stage.find<CostChart>("costChart");
        const QRectF plot = chart->plotArea();
        const int y = qRound(plot.center().y());
        stage.drag(chart, QPoint(qRound(chart->xScale().pixel(0.31)), y),
                   QPoint(qRound(chart->xScale().pixel(0.2)), y));
        QVERIFY(std::fabs(stage.facts.point.threshold - 0.2) < 0.003);
        stage.chosen.clear();
        stage.drag(chart, QPoint(qRound(chart->xScale().pixel(0.7)), y),
                   QPoint(qRound(chart->xScale().pixel(0.9)), y));
        QVERIFY2(stage.chosen.empty(), "only the line can be taken hold of");
    }

    void draggingThePointOfPrecisionRecallAndRoc() {
        for (const char* id : {"pr", "roc"}) {
            DecideFacts facts = credit();
            facts.chart = QLatin1String(id);
            Stage stage(facts);
            auto* chart = stage.find<RateChart>(id == std::string("pr") ? "prChart" : "rocChart");
            QVERIFY(chart->isVisible());
            const QRectF plot = chart->plotArea();
            const auto pixel = [&](double threshold) {
                const PointFacts at = pointFacts(*facts.point.run, threshold);
                const double fpr = at.tally.fp.weight / static_cast<double>(at.tally.negatives());
                const bool pr = id == std::string("pr");
                const double x = pr ? *at.recall : fpr;
                const double y = pr ? *at.precision : *at.recall;
                return QPoint(qRound(plot.left() + x * plot.width()),
                              qRound(plot.bottom() - y * plot.height()));
            };
            stage.drag(chart, pixel(0.31), pixel(0.55));
            QVERIFY2(std::fabs(stage.facts.point.threshold - 0.55) < 0.02, id);
        }
    }

    void typingANumberTakesItExactly() {
        Stage stage;
        auto* field = stage.find<QLineEdit>("thresholdField");
        QTest::mouseClick(field, Qt::LeftButton, {}, QPoint(10, 10));
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, QStringLiteral("0.3456"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(stage.facts.point.threshold, 0.3456);
        QTest::keyClicks(field, QStringLiteral("0,5"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(stage.facts.point.threshold, 0.5);
        QTest::keyClicks(field, QStringLiteral("inf"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(std::isinf(stage.facts.point.threshold));
        QVERIFY(stage.sentence("headline").startsWith(QStringLiteral("Flagging nobody")));
        QTest::keyClicks(field, QStringLiteral("half"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY2(std::isinf(stage.facts.point.threshold), "what is no number changes nothing");
    }

    void arrowsAndBracketsMoveByOneDistinctScore() {
        Stage stage;
        const Sweep& sweep = *stage.facts.point.run->sweep;
        auto* slider = stage.find<ScoreSlider>("scoreSlider");
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(stage.facts.point.threshold, *sweep.above(0.31));
        QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(stage.facts.point.threshold, *sweep.below(*sweep.above(0.31)));
        const double before = stage.facts.point.threshold;
        QTest::keyClick(slider, Qt::Key_BracketLeft);
        QCOMPARE(stage.facts.point.threshold, *sweep.below(before));
        QTest::keyClick(slider, Qt::Key_Period);
        QCOMPARE(stage.facts.point.threshold, before);
        auto* chart = stage.find<CostChart>("costChart");
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Up);
        QCOMPARE(stage.facts.point.threshold, *sweep.above(before));
    }

    void lettersAndCommasStayTextWhileTyping() {
        Stage stage;
        auto* field = stage.find<QLineEdit>("thresholdField");
        QTest::mouseClick(field, Qt::LeftButton, {}, QPoint(10, 10));
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, QStringLiteral("0,4"));
        QVERIFY(stage.chosen.empty());
        QCOMPARE(field->text(), QStringLiteral("0,4"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(stage.facts.point.threshold, 0.4);
        QTest::keyClick(field, Qt::Key_Up);
        QCOMPARE(stage.facts.point.threshold, *stage.facts.point.run->sweep->above(0.4));
    }

    void snapButtonsGoWhereTheySay() {
        Stage stage;
        QTest::mouseClick(stage.find<QAbstractButton>("snapLowest"), Qt::LeftButton);
        QCOMPARE(stage.facts.point.threshold, stage.facts.point.run->best->threshold);
        QVERIFY(stage.sentence("secondLine").contains(QStringLiteral("This is the lowest possible")));
        QTest::mouseClick(stage.find<QAbstractButton>("snapPolicy"), Qt::LeftButton);
        QCOMPARE(stage.facts.point.threshold, 0.42);
        DecideFacts without = credit();
        without.point.policy.reset();
        Stage other(without);
        QVERIFY(!other.find<QAbstractButton>("snapPolicy")->isVisible());
    }

    void aCellIsChosenAndLetGo() {
        Stage stage;
        auto* cell = stage.find<QAbstractButton>("cellMissed");
        const QString note = stage.sentence("countsNote");
        QTest::mouseClick(cell, Qt::LeftButton);
        QCOMPARE(stage.sentence("countsNote"),
                 QStringLiteral("301 of the 1,254 defaults are approved; they cost 37,100 EUR a month."));
        QTest::mouseClick(cell, Qt::LeftButton);
        QCOMPARE(stage.sentence("countsNote"), note);
    }

    void sliderAndCostCurveShareOneScaleToThePixel() {
        Stage stage;
        for (const QSize& size : {QSize(1288, 852), QSize(1128, 752), QSize(1768, 1152), QSize(1001, 700)}) {
            stage.view.resize(size);
            QCoreApplication::processEvents();
            auto* chart = stage.find<CostChart>("costChart");
            auto* slider = stage.find<ScoreSlider>("scoreSlider");
            for (const double threshold : {0.0, 0.1, 0.31, 0.777, 1.0}) {
                stage.facts.point.threshold = threshold;
                stage.view.setFacts(stage.facts);
                const qreal above =
                    chart->mapTo(&stage.view, QPoint(0, 0)).x() + chart->xScale().pixel(threshold);
                const qreal below = slider->mapTo(&stage.view, QPoint(0, 0)).x() + slider->handleX();
                QCOMPARE(above, below);
            }
            QCOMPARE(chart->geometry().bottom() + 1,
                     stage.find<OperatingBar>("operatingBar")->geometry().top());
        }
    }

    void labelsNeverTouchNorLeaveThePlot() {
        Stage stage;
        auto* cost = stage.find<CostChart>("costChart");
        auto* rate = stage.find<RateChart>("prChart");
        for (const QSize& size : {QSize(1288, 852), QSize(1128, 752)}) {
            stage.view.resize(size);
            for (int i = 0; i <= 100; ++i) {
                stage.facts.point.threshold = i / 100.0;
                stage.view.setFacts(stage.facts);
                stage.view.grab();
                for (const ChartFrame* chart :
                     {static_cast<ChartFrame*>(cost), static_cast<ChartFrame*>(rate)}) {
                    const std::vector<QRectF>& labels = chart->labelRects();
                    QVERIFY2(!labels.empty(), qPrintable(QString::number(i)));
                    for (std::size_t a = 0; a < labels.size(); ++a) {
                        QVERIFY2(chart->plotArea().adjusted(0, -3, 0, 0).contains(labels[a]),
                                 qPrintable(QString::number(i)));
                        for (std::size_t b = a + 1; b < labels.size(); ++b)
                            QVERIFY2(!labels[a].intersects(labels[b]), qPrintable(QString::number(i)));
                    }
                }
            }
        }
    }

    // Two places are as cheap as each other, and dear between: the bar is of the one that the text names.
    void theBarUnderTheCurveIsTheStretchThatTheTextNames() {
        std::vector<std::string> labels;
        std::vector<double> scores;
        const auto add = [&](int n, const char* label) {
            for (int i = 0; i < n; ++i) {
                labels.emplace_back(label);
                scores.push_back(1 - static_cast<double>(labels.size()) / 1'001);
            }
        };
        add(300, "yes"), add(100, "no"), add(100, "yes"), add(500, "no");
        test::VectorTable table;
        table.labels(labels).scores(scores);
        DecideFacts facts;
        facts.point.run = test::analysed(std::move(table), {});
        facts.point.runName = QStringLiteral("v1");
        facts.point.threshold = 0.1;
        Stage stage(facts);
        auto* chart = stage.find<CostChart>("costChart");
        const QImage picture = chart->picture(1);
        const int row = static_cast<int>(chart->plotArea().bottom()) - 1;
        const QRgb accent = Theme::instance().tokens().accent.rgb();
        const auto isBar = [&](double threshold) {
            return picture.pixel(static_cast<int>(chart->xScale().pixel(threshold)), row) == accent;
        };
        QVERIFY(isBar(facts.point.run->best->threshold));
        QVERIFY(!isBar(1 - 500.0 / 1'001));
    }

    void aNameStandsNearerToItsOwnLine() {
        const QPolygonF own({{0, 100}, {200, 100}}), other({{0, 130}, {200, 130}});
        const QRectF above(50, 80, 40, 14), between(50, 108, 40, 14), below(50, 134, 40, 14);
        QCOMPARE(placesOf(own, {other}, {below, between, above}), std::vector<QRectF>({above}));
        QCOMPARE(placesOf(own, {QPolygonF()}, {below, above}), std::vector<QRectF>({below, above}));
        QCOMPARE(distanceOf(below, own), 34.0);
    }

    void presentModeHidesWhatLeadsToForms() {
        Stage stage;
        QVERIFY(stage.find<QAbstractButton>("limits")->isVisible());
        QVERIFY(stage.find<QAbstractButton>("figureNotes")->isVisible());
        Theme::instance().setPresenting(true);
        stage.view.setFacts(stage.facts);
        stage.view.resize(1900, 1100);
        QVERIFY(!stage.find<QAbstractButton>("limits")->isVisible());
        QVERIFY(!stage.find<QAbstractButton>("figureNotes")->isVisible());
        Theme::instance().setPresenting(false);
        stage.view.setFacts(stage.facts);
        QVERIFY(stage.find<QAbstractButton>("limits")->isVisible());
    }

    void everyControlHasANameToBeReadAloud() {
        Stage stage;
        for (const QWidget* widget : stage.view.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
            if (QByteArray(widget->metaObject()->className()).startsWith("QComboBoxPrivate")) continue;
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
        QVERIFY(stage.find<CostChart>("costChart")
                    ->accessibleDescription()
                    .startsWith(QStringLiteral("Threshold 0.310: ")));
    }

    void theNumbersBehindAChartCanBeTakenAlong() {
        Stage stage;
        auto* chart = stage.find<CostChart>("costChart");
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(100, 100),
                                chart->mapToGlobal(QPoint(100, 100)));
        QCoreApplication::sendEvent(chart, &event);
        auto* menu = chart->findChild<QMenu*>(QStringLiteral("chartMenu"));
        QVERIFY(menu);
        menu->actions().first()->trigger();
        menu->close();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QVERIFY(lines.first().startsWith(QStringLiteral("threshold\t")));
        QCOMPARE(lines.size(), static_cast<qsizetype>(stage.facts.point.run->curve.size()) + 2);
        QVERIFY(chart->table().markdown().startsWith(QStringLiteral("| threshold |")));
    }

    void classNamesThatLookLikeMarkupAreShownAsTheyAre() {
        test::VectorTable table;
        table.info.classes = {"no", "<b>yes</b>"};
        table.info.positive = "<b>yes</b>";
        table.labels({"<b>yes</b>", "no", "<b>yes</b>", "no"}).scores({0.9, 0.7, 0.4, 0.1});
        DecideFacts facts;
        facts.point.run = test::analysed(std::move(table), {});
        facts.point.runName = QStringLiteral("<i>v2</i>");
        facts.point.threshold = 0.5;
        Stage stage(facts);
        QVERIFY(stage.find<QAbstractButton>("cellMissed")
                    ->accessibleName()
                    .contains(QStringLiteral("of <b>yes</b>")));
        QVERIFY(stage.find<CostChart>("costChart")->toolTip().isEmpty());
    }

    void degenerateRunsAreDrawnWithoutHarm() {
        for (const auto& labels :
             {std::vector<std::string>{"yes", "yes"}, std::vector<std::string>{"no", "no"}}) {
            test::VectorTable table;
            table.labels(labels).scores({0.5, 0.5});
            DecideFacts facts;
            facts.point.run = test::analysed(std::move(table), {});
            facts.point.threshold = 0.5;
            for (const char* chart : {"pr", "roc", "scores"}) {
                facts.chart = QLatin1String(chart);
                Stage stage(facts);
                QVERIFY(!stage.sentence("headline").isEmpty());
                QVERIFY(!stage.view.grab().isNull());
            }
        }
    }

    void darkHasNoWhiteGround() {
        Theme::instance().setShade(Shade::Dark);
        for (const char* chart : {"pr", "roc", "scores"}) {
            DecideFacts facts = credit();
            facts.chart = QLatin1String(chart);
            Stage stage(facts);
            const QImage image = stage.view.grab().toImage();
            int white = 0;
            for (int y = 0; y < image.height(); y += 2)
                for (int x = 0; x < image.width(); x += 2)
                    white += image.pixelColor(x, y).lightness() > 250;
            QVERIFY2(white < 20, qPrintable(QString::number(white)));
        }
    }

    void curvesAreNotDrawnAgainInADrag() {
        Stage stage;
        auto* chart = stage.find<CostChart>("costChart");
        const QImage before = chart->picture(1);
        stage.facts.point.threshold = 0.6;
        stage.view.setFacts(stage.facts);
        stage.facts.point.threshold = 0.31;
        stage.view.setFacts(stage.facts);
        QCOMPARE(chart->picture(1), before);
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    reckoner::Theme::instance();
    reckoner::DecideViewTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "decide_view_test.moc"
