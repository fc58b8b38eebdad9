// Limits on the Decide page under real events: asked for in the form, kept with the view, snapped to, and
// told where they cannot be held; and the saving that is judged off the window's thread.
#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFrame>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include "core/cost/limits.h"
#include "core/metrics/metric_list.h"
#include "tests/ui/demo_session.h"
#include "ui/pages/decide/decide_page.h"
#include "ui/pages/decide/decide_view.h"
#include "ui/pages/decide/figure_notes.h"
#include "ui/pages/decide/limits_dialog.h"
#include "ui/style/theme.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {

class DecideLimitsTest : public QObject {
    Q_OBJECT

    struct Stage {
        test::DemoSession demo;
        DecidePage page{demo.session};

        explicit Stage(const test::DemoStoreFile& file) : demo(file) {
            page.resize(1288, 852);
            QObject::connect(&demo.session, &ReviewSession::changed, &page,
                             [this](Aspects aspects) { page.refresh(aspects); });
            page.show();
            page.refresh(Aspects(Aspect::Store) | Aspect::Run);
        }
        bool ready() { return demo.show("credit-default", "2.0.0") && calm(); }
        bool calm() {
            return QTest::qWaitFor([] { return !BackgroundTask::anyRunning(); }, 20'000);
        }
        template <class T>
        T* find(const char* name) {
            return page.findChild<T*>(QLatin1String(name));
        }
        LimitsDialog* open() {
            QTest::mouseClick(find<QPushButton>("limits"), Qt::LeftButton);
            const bool there =
                QTest::qWaitFor([this] { return find<LimitsDialog>("limitsDialog") != nullptr; });
            if (!there) return nullptr;
            return find<LimitsDialog>("limitsDialog");
        }
        // As soon as the form has looked at what was typed.
        bool effect(const QString& part) {
            return QTest::qWaitFor([&] { return find<PlainLabel>("limitsEffect")->text().contains(part); },
                                   10'000);
        }
        Limits limits() { return Limits::fromJson(demo.option("decide.limits")); }
    };

    std::unique_ptr<test::DemoStoreFile> file_;

 private Q_SLOTS:
    void initTestCase() { file_ = std::make_unique<test::DemoStoreFile>(); }

    void whatIsTypedIsLookedAtKeptAndSnappedTo() {
        Stage stage(*file_);
        QVERIFY(stage.ready());
        QVERIFY(stage.open());
        QTest::keyClicks(stage.find<QLineEdit>("limitRecall"), QStringLiteral("70"));
        QTest::keyClicks(stage.find<QLineEdit>("limitCapacity"), QStringLiteral("350"));
        QVERIFY(stage.effect(QStringLiteral("Within your limits 0.3")));
        QTest::mouseClick(stage.find<QPushButton>("useLimits"), Qt::LeftButton);
        QCOMPARE(*stage.limits().recall, 0.7);
        QCOMPARE(*stage.limits().capacity, 350.0);
        QVERIFY(
            QTest::qWaitFor([&] { return stage.find<QAbstractButton>("snapLimits")->isVisible(); }, 10'000));
        QTest::mouseClick(stage.find<QAbstractButton>("snapLimits"), Qt::LeftButton);
        const RunAnalysisPtr run = stage.demo.session.run();
        const Tally at = run->sweep->at(stage.demo.session.threshold());
        QVERIFY(*findMetric("recall")->value(at) >= 0.7);
        QVERIFY(run->perPeriod(at.tp.weight + at.fp.weight) <= 350);
        // A step back for the snap, one for the limits; the view as a value carries them.
        const ReviewState kept = ReviewState::fromJson(stage.demo.session.state().toJson());
        stage.demo.session.back();
        stage.demo.session.back();
        QVERIFY(stage.limits().empty());
        QVERIFY(
            QTest::qWaitFor([&] { return !stage.find<QAbstractButton>("snapLimits")->isVisible(); }, 10'000));
        stage.demo.session.restore(kept);
        QCOMPARE(*stage.limits().recall, 0.7);
        QVERIFY(
            QTest::qWaitFor([&] { return stage.find<QAbstractButton>("snapLimits")->isVisible(); }, 10'000));
    }

    void whatCannotBeHeldIsSaidInTheFormAndOnThePage() {
        Stage stage(*file_);
        QVERIFY(stage.ready());
        QVERIFY(stage.open());
        QTest::keyClicks(stage.find<QLineEdit>("limitRecall"), QStringLiteral("90"));
        QTest::keyClicks(stage.find<QLineEdit>("limitCapacity"), QStringLiteral("300"));
        QVERIFY(stage.effect(QStringLiteral("With your other limits held, recall reaches ")));
        QTest::mouseClick(stage.find<QPushButton>("useLimits"), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor(
            [&] {
                return stage.find<SentenceLabel>("assumptions")
                    ->text()
                    .startsWith(QStringLiteral("With your other limits held, recall reaches "));
            },
            10'000));
        QVERIFY(stage.open());
        QCOMPARE(stage.find<QLineEdit>("limitRecall")->text(), QStringLiteral("90"));
        QTest::mouseClick(stage.find<QPushButton>("noLimits"), Qt::LeftButton);
        QVERIFY(stage.limits().empty());
    }

    // The page names it first, follows the handle, and whoever adopts is told.
    void aLimitThatIsNotHeldIsNamedAndToldToWhoeverAdopts() {
        Stage stage(*file_);
        QVERIFY(stage.ready());
        QVERIFY(stage.open());
        QTest::keyClicks(stage.find<QLineEdit>("limitRecall"), QStringLiteral("70"));
        QVERIFY(stage.effect(QStringLiteral("Within your limits ")));
        QTest::mouseClick(stage.find<QPushButton>("useLimits"), Qt::LeftButton);
        const auto second = [&] { return stage.find<SentenceLabel>("secondLine")->text(); };
        const auto type = [&](const QString& threshold) {
            auto* field =
                stage.page.findChild<DecideView*>()->findChild<QLineEdit*>(QStringLiteral("thresholdField"));
            field->setFocus();
            field->selectAll();
            QTest::keyClicks(field, threshold);
            QTest::keyClick(field, Qt::Key_Return);
        };
        type(QStringLiteral("0.45"));
        QVERIFY(QTest::qWaitFor([&] { return second().startsWith(QStringLiteral("Recall is ")); }, 10'000));
        QVERIFY2(second().contains(QStringLiteral(", not at least 70\u202F%.")), qPrintable(second()));
        QTest::mouseClick(stage.find<QPushButton>("adoptPolicy"), Qt::LeftButton);
        auto* warning = stage.find<InlineMessage>("adoptWarning");
        QVERIFY(warning != nullptr);
        QVERIFY2(warning->sentence().contains(QStringLiteral("Recall is ")), qPrintable(warning->sentence()));
        QTest::keyClick(stage.find<QDialog>("adoptDialog"), Qt::Key_Escape);
        type(QStringLiteral("0.31"));
        QVERIFY2(!second().contains(QStringLiteral("not at least")), qPrintable(second()));
        QVERIFY(QTest::qWaitFor([&] { return stage.find<QDialog>("adoptDialog") == nullptr; }));
        QTest::mouseClick(stage.find<QPushButton>("adoptPolicy"), Qt::LeftButton);
        QVERIFY(stage.find<QDialog>("adoptDialog") != nullptr);
        QVERIFY(stage.find<InlineMessage>("adoptWarning") == nullptr);
        QTest::keyClick(stage.find<QDialog>("adoptDialog"), Qt::Key_Escape);
    }

    void aGroupHasAFloorOfItsOwnAndAWrongExpressionIsRefusedInPlace() {
        Stage stage(*file_);
        QVERIFY(stage.ready());
        QVERIFY(stage.open());
        QTest::mouseClick(stage.find<QPushButton>("addGroupLimit"), Qt::LeftButton);
        auto* where = stage.find<QComboBox>("groupWhere");
        where->lineEdit()->selectAll();
        QTest::keyClicks(where->lineEdit(), QStringLiteral("no_such_column = 1"));
        QTest::keyClicks(stage.find<QLineEdit>("groupFloor"), QStringLiteral("60"));
        QVERIFY(stage.effect(QStringLiteral("no_such_column")));
        QVERIFY(!stage.find<QPushButton>("useLimits")->isEnabled());
        where->lineEdit()->selectAll();
        QTest::keyClicks(where->lineEdit(), QStringLiteral("job = 'freelance'"));
        QVERIFY(stage.effect(QStringLiteral("Within your limits ")));
        QVERIFY(stage.find<QPushButton>("useLimits")->isEnabled());
        QTest::mouseClick(stage.find<QPushButton>("useLimits"), Qt::LeftButton);
        QCOMPARE(stage.limits().cohorts.size(), std::size_t{1});
        QCOMPARE(stage.limits().cohorts[0], (CohortFloor{"job = 'freelance'", "recall", 0.6}));
    }

    void whatIsNoNumberIsRefusedInPlace() {
        Stage stage(*file_);
        QVERIFY(stage.ready());
        for (const char* text : {"much", "101", "-1", "nan"}) {
            QVERIFY(stage.open());
            QTest::keyClicks(stage.find<QLineEdit>("limitPrecision"), QLatin1String(text));
            QVERIFY(stage.effect(
                QStringLiteral("\u201C%1\u201D is no number from 0 to 100.").arg(QLatin1String(text))));
            QVERIFY(!stage.find<QPushButton>("useLimits")->isEnabled());
            QTest::keyClick(stage.find<LimitsDialog>("limitsDialog"), Qt::Key_Escape);
            QVERIFY(QTest::qWaitFor([&] { return stage.find<LimitsDialog>("limitsDialog") == nullptr; }));
            QVERIFY(stage.limits().empty());
        }
    }

    void theSavingIsJudgedOnOtherSamples() {
        Stage stage(*file_);
        QVERIFY(stage.ready());
        QVERIFY(QTest::qWaitFor(
            [&] {
                return stage.find<FigureNotes>("figureNotes")
                    ->notes()
                    .join(u' ')
                    .contains(QStringLiteral("On samples it was not chosen on, the lowest saves "));
            },
            20'000));
        // A click shows them all; Escape closes them.
        QTest::mouseClick(stage.find<FigureNotes>("figureNotes"), Qt::LeftButton);
        auto* popup = stage.find<QFrame>("figureNotesPopup");
        QVERIFY(popup != nullptr);
        QVERIFY(popup->isVisible());
        QVERIFY(popup->accessibleName().contains(QStringLiteral("is within 1\u202F% of the lowest")));
        QTest::keyClick(popup, Qt::Key_Escape);
        QVERIFY(QTest::qWaitFor([&] { return stage.find<QFrame>("figureNotesPopup") == nullptr; }));
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    reckoner::Theme::instance();
    reckoner::DecideLimitsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "decide_limits_test.moc"
