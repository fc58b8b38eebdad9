// The card of a case: what the run, the other versions and the costs say about one sample.
#include "ui/pages/errors/case_pane.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTest>

#include "core/wording/errors_case.h"
#include "tests/support/staging_builder.h"
#include "tests/ui/demo_session.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/tone_label.h"

namespace reckoner {

class CasePaneTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::DemoStoreFile> demo_;

    struct Stage : test::DemoSession {
        explicit Stage(const test::DemoStoreFile& demo) : test::DemoSession(demo), pane(session) {
            pane.resize(440, 700);
            QObject::connect(&session, &ReviewSession::changed, &pane,
                             [this](Aspects aspects) { pane.refresh(aspects); });
            pane.refresh(Aspects(Aspect::Store) | Aspect::Run);
            pane.show();
        }
        // The row of a sample in the run on the screen, as the list would say it.
        bool choose(const std::string& id) {
            const EvalTablePtr table = session.run()->request.table;
            const auto ids = table->text(table->find(ColumnRole::Id)->id);
            for (RowIndex row = 0; row < table->rows(); ++row)
                if (ids->at(row) == id) {
                    pane.setCase(CaseRef{row, id, 1, 3, 276});
                    return QTest::qWaitFor(
                        [&] { return pane.facts() && pane.facts()->sampleId == id && settle(); }, 20'000);
                }
            return false;
        }
        QString label(const char* name) { return pane.findChild<PlainLabel*>(QLatin1String(name))->text(); }
        QString outcome() { return pane.findChild<ToneLabel*>(QStringLiteral("caseOutcome"))->text(); }
        CasePane pane;
    };

 private Q_SLOTS:
    void initTestCase() { demo_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { demo_.reset(); }

    void withoutACaseItSaysWhatThePageHasToSay() {
        Stage stage(*demo_);
        QVERIFY(stage.show("credit-default", "2.0.0"));
        QCOMPARE(stage.label("caseNote"), QString());
        stage.pane.setEmptyText(QStringLiteral("Draw a sample"));
        QCOMPARE(stage.label("caseNote"), QStringLiteral("Draw a sample"));
        QVERIFY(!stage.pane.findChild<QScrollArea*>()->isVisible());
    }

    void aCreditApplicationReadsAsInTheReview() {
        Stage stage(*demo_);
        QVERIFY(stage.show("credit-default", "2.0.0"));
        stage.session.setThreshold(0.31);
        QVERIFY(stage.choose("app-02854"));
        QCOMPARE(stage.label("caseId"), QStringLiteral("app-02854"));
        QCOMPARE(stage.label("casePlace"), QStringLiteral("4 of 276"));
        QCOMPARE(stage.outcome(), QStringLiteral("Missed default: 2,500 EUR approved, 1,250 EUR lost."));
        for (const char* part : {"scoreStrips", "factorBars", "caseFields"})
            QVERIFY2(stage.pane.findChild<QWidget*>(QLatin1String(part))->isVisible(), part);
        QVERIFY(!stage.pane.findChild<QWidget*>(QStringLiteral("classBars"))->isVisible());
        const QString all = stage.pane.accessibleDescription();
        QVERIFY2(all.contains(QStringLiteral("v1: 0.476")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("income: missing")), qPrintable(all));
    }

    void theOutcomeFollowsTheThreshold() {
        Stage stage(*demo_);
        QVERIFY(stage.show("credit-default", "2.0.0"));
        stage.session.setThreshold(0.31);
        QVERIFY(stage.choose("app-02854"));
        stage.session.setThreshold(0.3);
        QVERIFY2(stage.outcome().startsWith(QStringLiteral("Caught")), qPrintable(stage.outcome()));
    }

    void aJobShowsTheScoresOfItsClasses() {
        Stage stage(*demo_);
        QVERIFY(stage.show("hpc-job-runtime", "2.0.0"));
        QVERIFY(stage.choose("job-03150"));
        QCOMPARE(stage.outcome(), QStringLiteral("Called F, was really M."));
        QVERIFY(stage.pane.findChild<QWidget*>(QStringLiteral("classBars"))->isVisible());
        QVERIFY(!stage.pane.findChild<QWidget*>(QStringLiteral("scoreStrips"))->isVisible());
    }

    void textsFromDataShowAsThemselves() {
        Stage stage(*demo_);
        const std::string hostile =
            std::string("<img src=x onerror=y> \u202Eabc\u202C \U0001F600 a\0b &amp;", 46);
        const std::string longText(100'000, 'x');
        test::StagingBuilder builder(stage.folder / "staged");
        test::fillBinaryRun(builder, {"<b>id</b>", "t-1"});
        builder.text("comment", ColumnRole::Text, {hostile, longText});
        builder.run().model = "texts";
        builder.run().sourceSha256 = "texts";
        const RunId run = stage.store->publish(builder.staged(), {});
        stage.session.storeChanged();
        stage.session.apply([&](ReviewState& state) { state.run = run; });
        QVERIFY(stage.settle());
        QVERIFY(stage.choose("<b>id</b>"));
        QCOMPARE(stage.label("caseId"), QStringLiteral("<b>id</b>"));
        auto* text = stage.pane.findChild<QPlainTextEdit*>(QStringLiteral("caseText"));
        QVERIFY(text->toPlainText().startsWith(QStringLiteral("<img src=x onerror=y> \u202Eabc")));
        QVERIFY(text->toPlainText().contains(QStringLiteral("a\u2400b &amp;")));
        QVERIFY(text->isReadOnly());
        QVERIFY(stage.choose("t-1"));
        text = stage.pane.findChild<QPlainTextEdit*>(QStringLiteral("caseText"));
        QCOMPARE(text->toPlainText().size(), 100'000);
        QVERIFY(text->height() <= 200);
    }

    void aRunThatGoesTakesItsCaseAlong() {
        Stage stage(*demo_);
        QVERIFY(stage.show("credit-default", "2.0.0"));
        QVERIFY(stage.choose("app-02854"));
        stage.pane.setCase(std::nullopt);
        QVERIFY(!stage.pane.facts());
        QCOMPARE(stage.label("caseId"), QStringLiteral("No case"));
    }

    // Pictures for whoever wants to look: RECKONER_PICTURES names the folder.
    void itCanBeDrawnInBothShades() {
        Stage stage(*demo_);
        QVERIFY(stage.show("credit-default", "2.0.0"));
        stage.session.setThreshold(0.31);
        QVERIFY(stage.choose("app-02854"));
        const QString folder = qEnvironmentVariable("RECKONER_PICTURES");
        for (const Shade shade : {Shade::Light, Shade::Dark}) {
            Theme::instance().setShade(shade);
            const QImage picture = stage.pane.grab().toImage();
            QCOMPARE(picture.pixelColor(2, picture.height() - 2), Theme::instance().tokens().page);
            if (!folder.isEmpty())
                picture.save(folder + (shade == Shade::Light ? QStringLiteral("/case.png")
                                                             : QStringLiteral("/case-dark.png")));
        }
        Theme::instance().setShade(Shade::Light);
        QVERIFY(stage.show("hpc-job-runtime", "2.0.0"));
        QVERIFY(stage.choose("job-03150"));
        if (!folder.isEmpty()) stage.pane.grab().save(folder + QStringLiteral("/case-multi.png"));
        QVERIFY(stage.show("food-review-sentiment", "2.0.0"));
        QVERIFY(stage.choose("rev-B000G7V394-0002"));
        if (!folder.isEmpty()) stage.pane.grab().save(folder + QStringLiteral("/case-text.png"));
    }
};

}  // namespace reckoner

QTEST_MAIN(reckoner::CasePaneTest)
#include "case_pane_test.moc"
