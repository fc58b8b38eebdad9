// Decide on confidence, for a run of several classes, under real events.
#include "ui/pages/decide/confidence_view.h"

#include <cmath>
#include <memory>

#include <QAbstractButton>
#include <QTest>

#include "tests/ui/demo_session.h"
#include "ui/pages/decide/confidence_chart.h"
#include "ui/pages/decide/decide_page.h"
#include "ui/widgets/mirror_slider.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {

class ConfidenceViewTest : public QObject {
    Q_OBJECT

    struct Stage {
        test::DemoSession demo;
        DecidePage page;

        explicit Stage(const test::DemoStoreFile& file) : demo(file), page(demo.session) {
            QObject::connect(&demo.session, &ReviewSession::changed, &page,
                             [this](Aspects aspects) { page.refresh(aspects); });
            page.resize(1288, 852);
            page.show();
        }
        bool jobsOnConfidence() {
            if (!demo.show("hpc-job-runtime", "2.0.0")) return false;
            chooseBasis(1);
            return demo.settle();
        }
        void chooseBasis(int index) {
            const auto segments = find("decideBasis")->findChildren<QAbstractButton*>();
            QTest::mouseClick(segments[index], Qt::LeftButton);
        }
        QWidget* find(const char* name) { return page.findChild<QWidget*>(QLatin1String(name)); }
        QString said(const char* name) { return page.findChild<SentenceLabel*>(QLatin1String(name))->text(); }
    };

    std::unique_ptr<test::DemoStoreFile> file_;

 private Q_SLOTS:
    void initTestCase() { file_ = std::make_unique<test::DemoStoreFile>(); }

    void theChoiceIsForSeveralClassesOnly() {
        Stage stage(*file_);
        QVERIFY(stage.demo.show("credit-default", "2.0.0"));
        QVERIFY(!stage.find("decideBasis")->isVisible());
        QVERIFY(stage.demo.show("hpc-job-runtime", "2.0.0"));
        QVERIFY(stage.find("decideBasis")->isVisible());
        QVERIFY(!stage.find("confidenceView")->isVisible());
        stage.chooseBasis(1);
        QVERIFY(stage.find("confidenceView")->isVisible());
        QCOMPARE(stage.demo.option("decide.basis"), std::string("confidence"));
        stage.demo.session.back();
        QVERIFY(!stage.find("confidenceView")->isVisible());
    }

    void aDragOnTheChartOrTheSliderSetsTheConfidence() {
        Stage stage(*file_);
        QVERIFY(stage.jobsOnConfidence());
        QCOMPARE(stage.said("confidenceHeadline"),
                 QStringLiteral("Trusting every answer, 85.3\u202F% are right"));
        auto* chart = stage.page.findChild<ConfidenceChart*>();
        const PlotScale x = chart->xScale();
        QTest::mousePress(chart, Qt::LeftButton, {}, QPoint(qRound(x.pixel(0.3)), 80));
        QTest::mouseMove(chart, QPoint(qRound(x.pixel(0.4)), 80));
        QTest::mouseMove(chart, QPoint(qRound(x.pixel(0.5)), 80));
        QTest::mouseRelease(chart, Qt::LeftButton, {}, QPoint(qRound(x.pixel(0.5)), 80));
        QCOMPARE(confidenceOf(stage.demo.session.state()), 0.5);
        QCOMPARE(stage.said("confidenceHeadline"),
                 QStringLiteral("Trusting answers from confidence 0.50 up, 87.5\u202F% are right"));
        stage.demo.session.back();
        QVERIFY(std::isinf(confidenceOf(stage.demo.session.state())));
        auto* slider = stage.page.findChild<ConfidenceView*>()->findChild<MirrorSlider*>();
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(confidenceOf(stage.demo.session.state()), 1.0);
    }

    void chartAndSliderHaveOneScale() {
        Stage stage(*file_);
        QVERIFY(stage.jobsOnConfidence());
        auto* chart = stage.page.findChild<ConfidenceChart*>();
        auto* slider = stage.page.findChild<ConfidenceView*>()->findChild<MirrorSlider*>();
        for (const double at : {0.1, 0.5, 0.9}) {
            stage.demo.session.apply([at](ReviewState& state) { setConfidence(state, at); });
            const double onChart = chart->x() + chart->xScale().pixel(at);
            const double onSlider = slider->x() + slider->handle().x();
            QVERIFY2(std::fabs(onChart - onSlider) <= 1, qPrintable(QString::number(onChart - onSlider)));
        }
    }
};

}  // namespace reckoner

QTEST_MAIN(reckoner::ConfidenceViewTest)
#include "confidence_view_test.moc"
