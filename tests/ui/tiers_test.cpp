// Tiers on Decide through real events: every handle, keys, capacity, Back, and what is kept with the state.
#include <cmath>
#include <limits>
#include <memory>

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

#include "core/cost/tier_search.h"
#include "tests/ui/demo_session.h"
#include "ui/charts/cost_chart.h"
#include "ui/pages/decide/decide_page.h"
#include "ui/pages/decide/decide_view.h"
#include "ui/pages/decide/tier_pane.h"
#include "ui/pages/decide/tier_queue.h"
#include "ui/pages/decide/tier_table.h"
#include "ui/style/theme.h"
#include "ui/widgets/score_slider.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {

class TiersTest : public QObject {
    Q_OBJECT

    struct Stage {
        explicit Stage(const test::DemoStoreFile& file, const char* version = "2.0.0") : demo(file) {
            page.resize(1288, 852);
            QObject::connect(&demo.session, &ReviewSession::changed, &page,
                             [this](Aspects aspects) { page.refresh(aspects); });
            page.show();
            shown = demo.show("credit-default", version);
        }
        template <class T>
        T* find(const char* name) {
            return page.findChild<T*>(QLatin1String(name));
        }
        QString sentence(const char* name) { return find<SentenceLabel>(name)->text(); }
        ScoreSlider* slider() { return find<ScoreSlider>("scoreSlider"); }
        const TierPlan* plan() { return demo.session.state().tierPlan(); }
        // As somebody clicks on Tiers; the proposal comes from the background.
        bool turnOn() {
            for (QAbstractButton* button :
                 find<SegmentedChoice>("pointMode")->findChildren<QAbstractButton*>())
                if (button->text() == QStringLiteral("Tiers")) QTest::mouseClick(button, Qt::LeftButton);
            return demo.settle() && plan() != nullptr && find<QWidget>("tierPane")->isVisible();
        }
        void set(const std::vector<double>& cutoffs) {
            demo.session.apply([&](ReviewState& state) { state.tiers[state.run].cutoffs = cutoffs; });
        }
        void drag(std::size_t handle, int by) {
            const QPoint from(qRound(slider()->handleX(handle)), 83);
            QTest::mousePress(slider(), Qt::LeftButton, {}, from);
            for (int step = 1; step <= 10; ++step)
                QTest::mouseMove(slider(), from + QPoint(by * step / 10, 0));
            QTest::mouseRelease(slider(), Qt::LeftButton, {}, from + QPoint(by, 0));
        }
        void type(const char* field, const QString& text) {
            auto* editor = find<QLineEdit>(field);
            editor->setFocus();
            editor->selectAll();
            QTest::keyClicks(editor, text);
            QTest::keyClick(editor, Qt::Key_Return);
        }

        test::DemoSession demo;
        DecidePage page{demo.session};
        bool shown = false;
    };

    std::unique_ptr<test::DemoStoreFile> file_;

 private Q_SLOTS:
    void initTestCase() { file_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { file_.reset(); }

    void theFirstTiersAreProposedAndBackTakesThemAway() {
        Stage stage(*file_);
        QVERIFY(stage.shown);
        QVERIFY(!stage.find<QWidget>("tierPane")->isVisible());
        QVERIFY(stage.turnOn());
        QCOMPARE(stage.plan()->cutoffs.size(), std::size_t(2));
        QVERIFY(stage.plan()->cutoffs[0] < stage.plan()->cutoffs[1]);
        QVERIFY(!stage.find<QWidget>("qualitySentence")->isVisible());
        QVERIFY(stage.sentence("headline").startsWith(QStringLiteral("Tiers at ")));
        QVERIFY(stage.sentence("queueSentence").contains(QStringLiteral("a month go to people")));
        stage.demo.session.back();
        QVERIFY(!stage.find<QWidget>("tierPane")->isVisible());
        QVERIFY(stage.find<QWidget>("qualitySentence")->isVisible());
        stage.demo.session.forward();
        QVERIFY(stage.find<QWidget>("tierPane")->isVisible());
    }

    void eachHandleIsDraggedAndADragIsOneStepBack() {
        Stage stage(*file_);
        QVERIFY(stage.turnOn());
        stage.set({0.3, 0.6});
        stage.drag(0, -60);
        QVERIFY(stage.plan()->cutoffs[0] < 0.28);
        QCOMPARE(stage.plan()->cutoffs[1], 0.6);
        stage.drag(1, 80);
        QVERIFY(stage.plan()->cutoffs[1] > 0.65);
        stage.demo.session.back();
        QCOMPARE(stage.plan()->cutoffs[1], 0.6);
        stage.demo.session.back();
        QCOMPARE(stage.plan()->cutoffs, (std::vector<double>{0.3, 0.6}));
        QVERIFY2(stage.sentence("headline").startsWith(QStringLiteral("Tiers at 0.30 and 0.60 cost ")),
                 qPrintable(stage.sentence("headline")));
    }

    void handlesCannotCross() {
        Stage stage(*file_);
        QVERIFY(stage.turnOn());
        stage.set({0.3, 0.4});
        stage.drag(0, 400);
        QCOMPARE(stage.plan()->cutoffs, (std::vector<double>{0.4, 0.4}));
        // On each other: the way of the drag says which one is meant.
        stage.drag(0, 100);
        QCOMPARE(stage.plan()->cutoffs[0], 0.4);
        QVERIFY(stage.plan()->cutoffs[1] > 0.5);
        stage.set({0.4, 0.4});
        stage.drag(0, -100);
        QVERIFY(stage.plan()->cutoffs[0] < 0.3);
        QCOMPARE(stage.plan()->cutoffs[1], 0.4);
    }

    void tabGoesFromHandleToHandleAndArrowsMove() {
        Stage stage(*file_);
        QVERIFY(stage.turnOn());
        stage.set({0.3, 0.6});
        const Sweep& sweep = *stage.demo.session.run()->sweep;
        stage.slider()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(stage.slider(), Qt::Key_Right);
        QCOMPARE(stage.plan()->cutoffs[0], *sweep.above(0.3));
        QTest::keyClick(stage.slider(), Qt::Key_Tab);
        QTest::keyClick(stage.slider(), Qt::Key_Left);
        QCOMPARE(stage.plan()->cutoffs[1], *sweep.below(0.6));
        QTest::keyClick(stage.slider(), Qt::Key_Backtab);
        QTest::keyClick(stage.slider(), Qt::Key_End);
        QCOMPARE(stage.plan()->cutoffs[0], stage.plan()->cutoffs[1]);
    }

    void theChartCarriesTheHandlesToo() {
        Stage stage(*file_);
        QVERIFY(stage.turnOn());
        stage.set({0.3, 0.6});
        auto* chart = stage.find<CostChart>("costChart");
        const PlotScale x = chart->xScale();
        const QPoint from(qRound(x.pixel(0.6)), 120);
        QTest::mousePress(chart, Qt::LeftButton, {}, from);
        QTest::mouseMove(chart, QPoint(qRound(x.pixel(0.7)), 120));
        QTest::mouseRelease(chart, Qt::LeftButton, {}, QPoint(qRound(x.pixel(0.7)), 120));
        QCOMPARE(stage.plan()->cutoffs[0], 0.3);
        QVERIFY(std::fabs(stage.plan()->cutoffs[1] - 0.7) < 0.01);
    }

    void anOverfullQueueIsSaidAndFitted() {
        Stage stage(*file_);
        QVERIFY(stage.turnOn());
        stage.set({0.2, 0.7});
        stage.type("tierReviewCost", QStringLiteral("12"));
        stage.type("tierMinutes", QStringLiteral("20"));
        stage.type("tierCapacity", QStringLiteral("100"));
        QCOMPARE(*stage.plan()->capacity, 100.0);
        const QString over = stage.sentence("queueRoom");
        QVERIFY2(over.contains(QStringLiteral("more than the team can see")), qPrintable(over));
        QVERIFY(over.contains(QStringLiteral("hours")) && over.contains(QStringLiteral("EUR")));
        auto* fit = stage.find<QPushButton>("fitToCapacity");
        QVERIFY(fit->isEnabled());
        QTest::mouseClick(fit, Qt::LeftButton);
        QVERIFY(stage.demo.settle());
        const TierSheet sheet = tierSheet(*stage.demo.session.run(), *stage.plan());
        QVERIFY(sheet.queue.over == 0);
        QVERIFY(stage.plan()->cutoffs[0] >= 0.2 && stage.plan()->cutoffs[1] <= 0.7);
        QVERIFY(!fit->isEnabled());
        stage.demo.session.back();
        QCOMPARE(stage.plan()->cutoffs, (std::vector<double>{0.2, 0.7}));
    }

    void bestTiersAreTheExactOnes() {
        Stage stage(*file_);
        QVERIFY(stage.turnOn());
        stage.set({0.1, 0.9});
        stage.type("tierReviewCost", QStringLiteral("12"));
        stage.type("tierAccuracy", QStringLiteral("95"));
        QCOMPARE(reviewTerms(*stage.demo.session.run(), *stage.plan()).accuracy, 0.95);
        QTest::mouseClick(stage.find<QPushButton>("bestTiers"), Qt::LeftButton);
        QVERIFY(stage.demo.settle());
        const RunAnalysisPtr run = stage.demo.session.run();
        QCOMPARE(stage.plan()->cutoffs,
                 bestCutoffs(*run->sweep, run->cost, reviewTerms(*run, *stage.plan()), *stage.plan()));
    }

    void whatCannotBeIsRefusedInPlace() {
        Stage stage(*file_);
        QVERIFY(stage.turnOn());
        const TierPlan before = *stage.plan();
        stage.type("tierAccuracy", QStringLiteral("120"));
        QVERIFY(*stage.plan() == before);
        stage.type("tierCapacity", QStringLiteral("many"));
        QVERIFY(*stage.plan() == before);
    }

    void namesActionsAndCutoffsAreTypedInTheTable() {
        Stage stage(*file_);
        QVERIFY(stage.turnOn());
        stage.set({0.3, 0.6});
        stage.type("tierName1", QStringLiteral("second look"));
        stage.type("tierWho1", QStringLiteral("underwriter"));
        stage.type("tierWithin1", QStringLiteral("2 days"));
        stage.type("tierFrom1", QStringLiteral("0.25"));
        QCOMPARE(stage.plan()->tiers[1].name, std::string("second look"));
        QCOMPARE(stage.plan()->tiers[1].within, std::string("2 days"));
        QCOMPARE(stage.plan()->cutoffs[0], 0.25);
        QVERIFY(stage.sentence("queueSentence").contains(QStringLiteral("go to underwriter")));
        stage.type("tierFrom1", QStringLiteral("0.9"));
        QCOMPARE(stage.plan()->cutoffs[0], 0.6);
    }

    void fourTiersHaveThreeHandles() {
        Stage stage(*file_);
        QVERIFY(stage.turnOn());
        stage.set({0.3, 0.6});
        for (QAbstractButton* button :
             stage.find<SegmentedChoice>("tierCount")->findChildren<QAbstractButton*>())
            if (button->text() == QStringLiteral("4 tiers")) QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(stage.demo.settle());
        QCOMPARE(stage.plan()->cutoffs.size(), std::size_t(3));
        QVERIFY(stage.find<QLineEdit>("tierName3")->isVisible());
        const double middle = stage.plan()->cutoffs[1];
        stage.drag(1, 40);
        QVERIFY(stage.plan()->cutoffs[1] > middle);
        QCOMPARE(stage.plan()->cutoffs[0], 0.3);
        QCOMPARE(stage.plan()->cutoffs[2], 0.6);
    }

    void theStateBringsTiersBack() {
        ReviewState kept;
        {
            Stage stage(*file_);
            QVERIFY(stage.turnOn());
            stage.set({0.33, 0.66});
            kept = ReviewState::fromJson(stage.demo.session.state().toJson());
        }
        Stage stage(*file_);
        stage.demo.session.restore(kept);
        QVERIFY(stage.demo.settle());
        QVERIFY(stage.find<QWidget>("tierPane")->isVisible());
        QCOMPARE(stage.plan()->cutoffs, (std::vector<double>{0.33, 0.66}));
    }

    void aVersionDecidedByTiersOpensOnThem() {
        Stage stage(*file_, "3.0.0");
        QVERIFY(stage.demo.settle());
        QVERIFY(stage.find<QWidget>("tierPane")->isVisible());
        QCOMPARE(stage.plan()->cutoffs, (std::vector<double>{0.35, 0.65}));
        QVERIFY(stage.sentence("queueSentence").contains(QStringLiteral("underwriter")));
        QVERIFY(stage.sentence("secondLine").startsWith(QStringLiteral("This is the policy in force.")));
        QVERIFY(!stage.find<QPushButton>("adoptPolicy")->isEnabled());
    }

    void oneThresholdStaysAsItWas() {
        Stage stage(*file_);
        stage.demo.session.setThreshold(0.31);
        QVERIFY(stage.turnOn());
        for (QAbstractButton* button :
             stage.find<SegmentedChoice>("pointMode")->findChildren<QAbstractButton*>())
            if (button->text() == QStringLiteral("One threshold")) QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(stage.sentence("headline"),
                 QStringLiteral("At 0.31, wrong decisions cost 64,100 EUR a month"));
        QVERIFY(stage.find<QWidget>("qualitySentence")->isVisible());
        QVERIFY(!stage.find<QWidget>("tierQueue")->isVisible());
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    reckoner::Theme::instance();
    reckoner::TiersTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tiers_test.moc"
