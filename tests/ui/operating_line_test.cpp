// The one-line operating bar under real events: a drag here is a drag everywhere.
#include "ui/widgets/operating_line.h"

#include <cmath>
#include <memory>

#include <QLineEdit>
#include <QTest>

#include "tests/ui/demo_session.h"
#include "ui/session/chip_filters.h"
#include "ui/style/theme.h"
#include "ui/widgets/mirror_slider.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {

class OperatingLineTest : public QObject {
    Q_OBJECT

    struct Stage {
        test::DemoSession demo;
        OperatingLine line;

        explicit Stage(const test::DemoStoreFile& file)
            : demo(file),
              line(demo.session, nullptr, OperatingLine::Basis::Confidence,
                   OperatingLine::Counts::Selection) {
            QObject::connect(&demo.session, &ReviewSession::changed, &line,
                             [this](Aspects aspects) { line.refresh(aspects); });
            line.resize(1288, 56);
            line.show();
        }
        template <class T = QWidget>
        T* find(const char* name) {
            return line.findChild<T*>(QLatin1String(name));
        }
        QString said(const char* name) { return find(name)->accessibleName(); }
        void dragTo(double value) {
            auto* slider = find<MirrorSlider>("mirrorSlider");
            const QPoint from = slider->handle().toPoint();
            int x = from.x();
            const int way = slider->valueAt(x) < value ? 1 : -1;
            while (way * (value - slider->valueAt(x)) > 0)
                x += way;
            QTest::mousePress(slider, Qt::LeftButton, {}, from);
            for (int step = 1; step <= 6; ++step)
                QTest::mouseMove(slider, QPoint(from.x() + (x - from.x()) * step / 6, from.y()));
            QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(x, from.y()));
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
    void cleanup() {
        Theme::instance().setShade(Shade::Light);
        Theme::instance().setPresenting(false);
    }

    void saysCountsAndMoney() {
        Stage stage(*file_);
        QVERIFY(credit(stage));
        QCOMPARE(stage.said("lineMissed"), QStringLiteral("301 missed"));
        QCOMPARE(stage.said("lineCaught"), QStringLiteral("953 caught"));
        QCOMPARE(stage.said("lineFalseAlarm"), QStringLiteral("744 refused"));
        QCOMPARE(stage.said("lineLetThrough"), QStringLiteral("2,456 approved"));
        QVERIFY(stage.said("lineMoney").startsWith(QStringLiteral("64,100 EUR a month ")));
        QVERIFY(stage.find<QLineEdit>("thresholdField")->text().startsWith(QStringLiteral("0.31")));
    }

    void tiersCostWithTheirReviewsAndTheirFirstCutoffMoves() {
        Stage stage(*file_);
        QVERIFY(stage.demo.show("credit-default", "3.0.0"));
        const ReviewSession& session = stage.demo.session;
        QVERIFY(session.state().tierPlan());
        QCOMPARE(session.threshold(), 0.35);
        QCOMPARE(stage.said("lineMoney"), QStringLiteral("59,800 EUR a month the policy in force"));
        QVERIFY(stage.find("lineEnd")->toolTip().contains(QStringLiteral("first cut-off, 0.35")));
        stage.dragTo(0.28);
        QCOMPARE(session.state().tierPlan()->cutoffs.size(), std::size_t{2});
        QVERIFY(session.state().tierPlan()->cutoffs[0] < 0.3);
        QCOMPARE(session.state().tierPlan()->cutoffs[1], 0.65);
        QCOMPARE(session.threshold(), session.state().tierPlan()->cutoffs[0]);
        QVERIFY(!stage.said("lineMoney").startsWith(QStringLiteral("59,800 ")));
        stage.demo.session.back();
        QCOMPARE(session.threshold(), 0.35);
    }

    void itsCountsAreOfTheChipsAndItSaysSo() {
        Stage stage(*file_);
        QVERIFY(credit(stage));
        const QPointF handle = stage.find<MirrorSlider>("mirrorSlider")->handle();
        stage.demo.session.apply([](ReviewState& state) { setChipFilters(state, {"amount >= 500"}); });
        QTRY_COMPARE(stage.said("lineMissed"), QStringLiteral("276 missed"));
        QVERIFY2(stage.said("lineMoney").endsWith(QStringLiteral(" applications")) &&
                     stage.said("lineMoney").contains(QStringLiteral(" for these ")),
                 qPrintable(stage.said("lineMoney")));
        // The axis is the run's own: filters move no handle.
        QCOMPARE(stage.find<MirrorSlider>("mirrorSlider")->handle(), handle);
        stage.demo.session.apply([](ReviewState& state) { setChipFilters(state, {}); });
        QTRY_COMPARE(stage.said("lineMissed"), QStringLiteral("301 missed"));
        QVERIFY(!stage.said("lineMoney").contains(QStringLiteral("these")));
        // Another page's line is of the cohort, whatever the chips say.
        OperatingLine cohort(stage.demo.session);
        stage.demo.session.apply([](ReviewState& state) { setChipFilters(state, {"amount >= 500"}); });
        QTRY_COMPARE(stage.said("lineMissed"), QStringLiteral("276 missed"));
        cohort.refresh(Aspect::Options);
        QCOMPARE(cohort.findChild<QWidget*>(QStringLiteral("lineMissed"))->accessibleName(),
                 QStringLiteral("301 missed"));
    }

    void theConfidenceCountsTheChipsToo() {
        Stage stage(*file_);
        QVERIFY(stage.demo.show("hpc-job-runtime", "2.0.0"));
        const auto sentence = [&stage] {
            return stage.line.findChild<SentenceLabel*>(QStringLiteral("lineSentence"))->text();
        };
        stage.demo.session.apply([](ReviewState& state) { setChipFilters(state, {"protocol = 'J'"}); });
        QTRY_VERIFY2(sentence().contains(QStringLiteral(" of these ")), qPrintable(sentence()));
    }

    void aDragIsADragEverywhereAndOneStepBack() {
        Stage stage(*file_);
        QVERIFY(credit(stage));
        stage.dragTo(0.6);
        QVERIFY(std::fabs(stage.demo.session.threshold() - 0.6) < 0.01);
        QVERIFY(stage.said("lineMissed") != QStringLiteral("301 missed"));
        stage.demo.session.back();
        QCOMPARE(stage.demo.session.threshold(), 0.31);
        QCOMPARE(stage.said("lineMissed"), QStringLiteral("301 missed"));
    }

    void nothingMovesInADragButDigitsAndTheHandle() {
        Stage stage(*file_);
        QVERIFY(credit(stage));
        std::vector<QRect> before;
        for (const QWidget* child : stage.line.findChildren<QWidget*>())
            before.push_back(child->geometry());
        stage.dragTo(0.02);
        std::vector<QRect> after;
        for (const QWidget* child : stage.line.findChildren<QWidget*>())
            after.push_back(child->geometry());
        QVERIFY(before == after);
    }

    void typedAndNudged() {
        Stage stage(*file_);
        QVERIFY(credit(stage));
        auto* field = stage.find<QLineEdit>("thresholdField");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("0.42"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(stage.demo.session.threshold(), 0.42);
        const double above = *stage.demo.session.run()->sweep->above(0.42);
        QTest::keyClick(stage.find("mirrorSlider"), Qt::Key_Right);
        QCOMPARE(stage.demo.session.threshold(), above);
    }

    void theConfidenceVariantSaysWhatGoesToReview() {
        Stage stage(*file_);
        QVERIFY(stage.demo.show("hpc-job-runtime", "2.0.0"));
        auto* sentence = stage.find<SentenceLabel>("lineSentence");
        QCOMPARE(sentence->text(),
                 QStringLiteral("Every answer is trusted: of 4,331 jobs, 85.3\u202F% are right."));
        QVERIFY(!stage.find("lineMoney")->isVisible());
        stage.dragTo(0.5);
        QCOMPARE(confidenceOf(stage.demo.session.state()), 0.5);
        QCOMPARE(sentence->text(),
                 QStringLiteral("Below confidence 0.50, 298 jobs go to review. Of the other 4,033, "
                                "87.5\u202F% are right."));
        // One drag is one step back, and the operating point of one class against the rest is another thing.
        const auto thresholds = stage.demo.session.state().thresholds;
        stage.demo.session.back();
        QVERIFY(std::isinf(confidenceOf(stage.demo.session.state())));
        QVERIFY(stage.demo.session.state().thresholds == thresholds);
    }

    void theLeftEndTrustsEveryAnswer() {
        Stage stage(*file_);
        QVERIFY(stage.demo.show("hpc-job-runtime", "2.0.0"));
        stage.dragTo(0.7);
        QTest::keyClick(stage.find("mirrorSlider"), Qt::Key_Home);
        QCOMPARE(stage.demo.option("errors.confidence"), std::string());
        QTest::keyClick(stage.find("mirrorSlider"), Qt::Key_Right);
        const double lowest = *ClassDesk::of(stage.demo.session).analysis()->sweep->answers().above(-1);
        QCOMPARE(confidenceOf(stage.demo.session.state()), lowest);
    }
};

}  // namespace reckoner

QTEST_MAIN(reckoner::OperatingLineTest)
#include "operating_line_test.moc"
