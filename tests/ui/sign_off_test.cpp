// Sign-off and reasons: drawn outputs judged one by one, and the tags of notes as bars.
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include "core/review/drawn_sample.h"
#include "core/store/notebook.h"
#include "tests/ui/demo_session.h"
#include "tests/ui/window_fixture.h"
#include "ui/pages/errors/reasons_pane.h"
#include "ui/pages/errors/sign_off_pane.h"
#include "ui/pages/errors/sign_off_rows.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/tone_label.h"

namespace reckoner {

class SignOffTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::DemoStoreFile> demo_;

    struct Stage : test::DemoSession {
        explicit Stage(const test::DemoStoreFile& demo) : test::DemoSession(demo), pane(session) {
            pane.resize(420, 600);
            QObject::connect(&session, &ReviewSession::changed, &pane,
                             [this](Aspects aspects) { pane.refresh(aspects); });
            pane.show();
        }
        // A run nobody has signed off yet.
        bool fresh() { return show("hpc-job-runtime", "1.0.0") && settle() && signOffs().empty(); }
        std::vector<SignOff> signOffs() { return Notebook(store).signOffs(session.state().run); }
        void click(const char* name) {
            QTest::mouseClick(pane.findChild<QPushButton*>(QLatin1String(name)), Qt::LeftButton);
        }
        bool draw(int count) {
            pane.findChild<QSpinBox*>(QStringLiteral("signOffCount"))->setValue(count);
            const std::size_t before = signOffs().size();
            click("drawSample");
            return settle() && signOffs().size() == before + 1;
        }
        QString rate() { return pane.findChild<ToneLabel*>(QStringLiteral("signOffRate"))->text(); }
        QString progress() { return pane.findChild<PlainLabel*>(QStringLiteral("signOffProgress"))->text(); }
        SignOffPane pane;
    };

 private Q_SLOTS:
    void initTestCase() { demo_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { demo_.reset(); }

    void fiftyAreDrawnFromTheWholeRun() {
        Stage stage(*demo_);
        QVERIFY(stage.fresh());
        QCOMPARE(stage.pane.findChild<QSpinBox*>()->value(), 50);
        QVERIFY(stage.draw(50));
        const SignOff drawn = stage.signOffs()[0];
        const auto expected = drawSample(RowSet::all(4331), 50, drawn.seed);
        QCOMPARE(drawn.items.size(), std::size_t{50});
        for (std::size_t i = 0; i < 50; ++i)
            QCOMPARE(drawn.items[i].row, expected[i]);
        QCOMPARE(stage.pane.current().row, expected[0]);
    }

    void onlyTheCohortIsDrawnFrom() {
        Stage stage(*demo_);
        QVERIFY(stage.fresh());
        stage.session.apply([](ReviewState& state) { state.cohort = "protocol = 'J'"; });
        QVERIFY(stage.settle());
        QVERIFY(stage.draw(30));
        const SignOff drawn = stage.signOffs()[0];
        QCOMPARE(drawn.cohort, std::string("protocol = 'J'"));
        const auto table = stage.session.run()->request.table;
        const auto protocols = table->category(table->find("protocol")->id);
        for (const SignOffItem& item : drawn.items)
            QCOMPARE(protocols->categories()[protocols->code(item.row)], std::string("J"));
    }

    void judgementsAreCountedKeptAndTakenBack() {
        Stage stage(*demo_);
        QVERIFY(stage.fresh());
        QVERIFY(stage.draw(4));
        QSignalSpy moved(&stage.pane, &SignOffPane::currentCase);
        stage.click("acceptOutput");
        stage.click("rejectOutput");
        stage.click("acceptOutput");
        QVERIFY(stage.settle());
        QCOMPARE(moved.count(), 3);
        QCOMPARE(stage.progress(), QStringLiteral("3 of 4 judged"));
        QVERIFY2(stage.rate().startsWith(QStringLiteral("2 of 3 accepted: 67\u202F%")),
                 qPrintable(stage.rate()));
        stage.click("undoJudgement");
        stage.click("undoJudgement");
        QVERIFY(stage.settle());
        QCOMPARE(stage.pane.current().place, std::size_t{1});
        const auto items = stage.signOffs()[0].items;
        QCOMPARE(items[0].accepted, std::optional(true));
        QVERIFY(!items[1].accepted && !items[2].accepted);
        for (int i = 0; i < 3; ++i)
            stage.click("acceptOutput");
        QVERIFY(stage.settle());
        QCOMPARE(stage.progress(), QStringLiteral("all 4 judged"));
        QVERIFY(!stage.signOffs()[0].finishedAt.empty());
    }

    void anEarlierOneCanBeLookedAtAgain() {
        Stage stage(*demo_);
        QVERIFY(stage.fresh());
        QVERIFY(stage.draw(3));
        stage.click("acceptOutput");
        QVERIFY(stage.settle());
        stage.click("drawAnother");
        QVERIFY(stage.draw(5));
        const auto both = stage.signOffs();
        QCOMPARE(both.size(), std::size_t{2});
        QVERIFY(both[0].seed != both[1].seed);
        QCOMPARE(stage.pane.current().listed, std::size_t{5});
        stage.click("olderSignOff");
        QCOMPARE(stage.pane.current().listed, std::size_t{3});
        QCOMPARE(stage.progress(), QStringLiteral("1 of 3 judged"));
        QCOMPARE(stage.pane.current().place, std::size_t{1});
    }

    void aRowIsChosenByItsPlace() {
        Stage stage(*demo_);
        QVERIFY(stage.fresh());
        QVERIFY(stage.draw(5));
        auto* rows = stage.pane.findChild<SignOffRows*>();
        QTest::mouseClick(rows, Qt::LeftButton, Qt::NoModifier, rows->rowRect(3).center());
        QCOMPARE(stage.pane.current().place, std::size_t{3});
        stage.pane.step(-1);
        QCOMPARE(stage.pane.current().place, std::size_t{2});
    }

    void reasonsAreTheTagsOfTheNotes() {
        Stage stage(*demo_);
        QVERIFY(stage.fresh());
        Notebook notebook(stage.store);
        for (const Annotation& note : notebook.annotations(stage.session.state().model))
            notebook.remove(note.id);
        Annotation note;
        note.modelId = stage.session.state().model;
        for (const char* id : {"job-00001", "job-00002", "job-00003"}) {
            note.sampleId = id;
            note.text = "why";
            note.tags = std::string(id) == "job-00003" ? std::vector<std::string>{"short queue"}
                                                       : std::vector<std::string>{"<b>cold cache</b>"};
            note.cost = 100;
            note.uid.clear();
            notebook.save(note);
        }
        ReasonsPane reasons(stage.session);
        reasons.resize(420, 400);
        reasons.show();
        reasons.refresh(Aspect::Notes);
        QVERIFY(stage.settle());
        QTRY_COMPARE(reasons.tsv(),
                     QStringLiteral("reason\tcases\tcost\n<b>cold cache</b>\t2\t200\nshort queue\t1\t100\n"));
        QSignalSpy chosen(&reasons, &ReasonsPane::tagChosen);
        for (int y = 60; y < 200 && chosen.isEmpty(); y += 8)
            QTest::mouseClick(&reasons, Qt::LeftButton, Qt::NoModifier, QPoint(60, y));
        QCOMPARE(chosen.value(0).value(0).toString(), QStringLiteral("<b>cold cache</b>"));
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    return reckoner::test::runWindowTests<reckoner::SignOffTest>(argc, argv);
}
#include "sign_off_test.moc"
