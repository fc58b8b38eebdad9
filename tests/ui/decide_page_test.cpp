// The Decide page on the demo store: what the session holds is what it shows, and what is done to it is a
// step of Back.
#include "ui/pages/decide/decide_page.h"

#include <filesystem>
#include <memory>

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include "core/import/demo.h"
#include "tests/support/temporary_folder.h"
#include "ui/pages/decide/adopt_dialog.h"
#include "ui/pages/decide/decide_view.h"
#include "ui/session/review_session.h"
#include "ui/session/state_rules.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/score_slider.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {

class DecidePageTest : public QObject {
    Q_OBJECT

    struct Stage {
        Executor executor{2};
        FixedClock clock{std::chrono::sys_days{std::chrono::year{2026} / 3 / 4}};
        ReviewSession session{executor, clock};
        DecidePage page{session};

        Stage() {
            page.resize(1288, 852);
            QObject::connect(&session, &ReviewSession::changed, &page,
                             [this](Aspects aspects) { page.refresh(aspects); });
            page.refresh(Aspects(Aspect::Store) | Aspect::Run);
            page.show();
        }
        void open(const std::filesystem::path& file) {
            session.setStore(Store::open(file, OpenMode::ReadWrite, clock));
        }
        bool waitForRun() {
            return QTest::qWaitFor([this] { return session.run() && !session.busy(); }, 20'000);
        }
        // The version's run with most rows, as somebody picks it above the page.
        bool pick(const std::string& version) {
            RunId best = 0;
            std::uint64_t rows = 0;
            for (const RunRow& run : session.contents().runs)
                if (run.info.model == "credit-default" && run.info.version == version &&
                    run.info.rows > rows) {
                    best = run.info.id;
                    rows = run.info.rows;
                }
            session.apply([&](ReviewState& state) {
                for (const ModelRow& model : session.contents().models)
                    if (model.name == "credit-default") state.model = model.id;
                state.run = best;
            });
            return best != 0 && waitForRun();
        }
        QString sentence(const char* name) {
            return page.findChild<SentenceLabel*>(QLatin1String(name))->text();
        }
    };

    std::unique_ptr<test::TemporaryFolder> folder_;
    std::filesystem::path demo() const { return *folder_ / "demo.reckoner"; }

 private Q_SLOTS:
    void initTestCase() {
        folder_ = std::make_unique<test::TemporaryFolder>();
        const FixedClock clock{std::chrono::sys_days{std::chrono::year{2026} / 3 / 4}};
        createDemo(demo(), RECKONER_RESOURCES, clock);
    }
    void cleanupTestCase() { folder_.reset(); }

    void withoutAStoreItSaysWhatToDo() {
        Stage stage;
        QVERIFY(stage.page.findChild<EmptyState*>()->isVisible());
        QVERIFY(!stage.page.findChild<DecideView*>()->isVisible());
    }

    void theCreditDemoReadsAsInTheReview() {
        Stage stage;
        stage.open(demo());
        QVERIFY(stage.waitForRun());
        QVERIFY(stage.pick("2.0.0"));
        stage.session.setThreshold(0.31);
        QCOMPARE(stage.sentence("headline"),
                 QStringLiteral("At 0.31, wrong decisions cost 64,100 EUR a month"));
        QVERIFY2(
            stage.sentence("secondLine").startsWith(QStringLiteral("15,600 less than the policy in force")),
            qPrintable(stage.sentence("secondLine")));
        QCOMPARE(stage.sentence("qualitySentence"),
                 QStringLiteral("Of 100 refused, 56 would have defaulted; 76 of 100 defaults are caught."));
        QCOMPARE(stage.sentence("nextStep"),
                 QStringLiteral(
                     "One step left, 0.30: 4 more defaults caught and 9 more good customers refused a month, "
                     "700 EUR less. One step right, 0.32: 6 fewer and 8 fewer, 1,700 EUR more."));
        // The interval follows from the background.
        QVERIFY(QTest::qWaitFor(
            [&] { return stage.sentence("secondLine").contains(QStringLiteral("in force, between ")); },
            20'000));
    }

    void aDragIsOneStepBack() {
        Stage stage;
        stage.open(demo());
        QVERIFY(stage.waitForRun());
        QVERIFY(stage.pick("2.0.0"));
        stage.session.setThreshold(0.31);
        auto* slider = stage.page.findChild<ScoreSlider*>(QStringLiteral("scoreSlider"));
        const QPoint handle(qRound(slider->handleX()), 83);
        QTest::mousePress(slider, Qt::LeftButton, {}, handle);
        for (int step = 1; step <= 10; ++step)
            QTest::mouseMove(slider, handle + QPoint(step * 20, 0));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, handle + QPoint(200, 0));
        QVERIFY(stage.session.threshold() > 0.5);
        stage.session.back();
        QCOMPARE(stage.session.threshold(), 0.31);
        QVERIFY(stage.sentence("headline").startsWith(QStringLiteral("At 0.31, ")));
    }

    void aStoreOpenForReadingOnlySaysSo() {
        Stage stage;
        stage.session.setStore(Store::open(demo(), OpenMode::ReadOnly, stage.clock));
        QVERIFY(stage.waitForRun());
        QVERIFY(stage.pick("2.0.0"));
        stage.session.setThreshold(0.26);
        QTest::mouseClick(stage.page.findChild<QPushButton*>(QStringLiteral("adoptPolicy")), Qt::LeftButton);
        QVERIFY(!stage.page.findChild<AdoptDialog*>());
        auto* message = stage.page.findChild<InlineMessage*>();
        QVERIFY(message->isVisible());
        QVERIFY(message->sentence().startsWith(QStringLiteral("This store is open for reading only")));
        const auto* view = stage.page.findChild<DecideView*>();
        QVERIFY2(message->geometry().bottom() < view->mapTo(&stage.page, QPoint(0, 0)).y(),
                 "it covers nothing");
    }

    void anAdoptedPolicyIsTheOneInForce() {
        const std::filesystem::path copy = *folder_ / "adopt.reckoner";
        std::filesystem::copy_file(demo(), copy);
        Stage stage;
        stage.open(copy);
        QVERIFY(stage.waitForRun());
        QVERIFY(stage.pick("2.0.0"));
        stage.session.setThreshold(0.26);
        auto* button = stage.page.findChild<QPushButton*>(QStringLiteral("adoptPolicy"));
        QCOMPARE(button->text(), QStringLiteral("Adopt 0.26 as policy..."));
        QTest::mouseClick(button, Qt::LeftButton);
        auto* dialog = stage.page.findChild<AdoptDialog*>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("adoptWho")), QStringLiteral("Kim"));
        QTest::keyClicks(dialog->findChild<QPlainTextEdit*>(QStringLiteral("adoptWhy")),
                         QStringLiteral("cheaper"));
        auto* adopt = dialog->findChild<QPushButton*>(QStringLiteral("adoptButton"));
        QVERIFY(QTest::qWaitFor([&] { return adopt->isEnabled(); }, 20'000));
        QTest::mouseClick(adopt, Qt::LeftButton);
        QVERIFY(stage.waitForRun());
        QVERIFY(stage.session.policy());
        QCOMPARE(stage.session.policy()->threshold, 0.26);
        QCOMPARE(stage.session.policy()->who, std::string("Kim"));
        QVERIFY2(stage.sentence("secondLine").startsWith(QStringLiteral("This is the policy in force.")),
                 qPrintable(stage.sentence("secondLine")));
        QVERIFY(!button->isEnabled());
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    reckoner::Theme::instance();
    reckoner::DecidePageTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "decide_page_test.moc"
