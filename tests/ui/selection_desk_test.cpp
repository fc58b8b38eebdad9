// The one selection of the Errors page: what headline, matrix, list and all others draw from.
#include "ui/session/selection_desk.h"

#include <QTest>

#include "core/store/notebook.h"
#include "tests/ui/demo_session.h"
#include "tests/ui/window_fixture.h"
#include "ui/session/chip_filters.h"
#include "ui/session/class_desk.h"

namespace reckoner {

class SelectionDeskTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::DemoStoreFile> demo_;

    struct Stage : test::DemoSession {
        explicit Stage(const test::DemoStoreFile& demo) : test::DemoSession(demo) {}
        bool credit() {
            if (!show("credit-default", "2.0.0")) return false;
            session.setThreshold(0.31);
            return settle();
        }
        void chips(const std::vector<std::string>& filters) {
            session.apply([&](ReviewState& state) { setChipFilters(state, filters); });
        }
        void cell(const std::string& expression) {
            session.apply([&](ReviewState& state) { state.options[std::string(kCellOption)] = expression; });
        }
        SelectionDesk& desk() { return SelectionDesk::of(session); }
        // Until the counts are those of the chips in force.
        bool known() {
            return QTest::qWaitFor([this] { return (desk().run() || desk().classes()) && !desk().stale(); },
                                   20'000);
        }
        RowIndex listed() { return desk().rows()->rows().size(); }
    };

 private Q_SLOTS:
    void initTestCase() { demo_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { demo_.reset(); }

    void withoutChipsItIsTheRunItself() {
        Stage stage(*demo_);
        QVERIFY(!stage.desk().rows());
        QVERIFY(stage.credit());
        QVERIFY(!stage.desk().narrowed());
        QCOMPARE(stage.desk().run(), stage.session.run());
        QVERIFY(!stage.desk().stale());
        QVERIFY(!stage.desk().classes());
        QCOMPARE(stage.listed(), RowIndex{4454});
    }

    void chipsNarrowCountsAndRowsAndTheCellOnlyTheRows() {
        Stage stage(*demo_);
        QVERIFY(stage.credit());
        stage.chips({"amount >= 500"});
        stage.cell("outcome = missed");
        QVERIFY(stage.known());
        const RunAnalysisPtr narrowed = stage.desk().run();
        QVERIFY(narrowed != stage.session.run());
        const Tally tally = narrowed->sweep->at(0.31);
        QVERIFY(tally.fn.n > 0 && tally.tp.n > 0);
        QCOMPARE(std::uint64_t{stage.listed()}, tally.fn.n);
        // The cohort narrows further, and says so to both.
        stage.session.apply([](ReviewState& state) { state.cohort = "job = 'freelance'"; });
        QVERIFY(stage.settle() && stage.known());
        const Tally fewer = stage.desk().run()->sweep->at(0.31);
        QVERIFY(fewer.fn.n < tally.fn.n);
        QCOMPARE(std::uint64_t{stage.listed()}, fewer.fn.n);
        // Back to what is known already: at once.
        stage.session.back();
        QVERIFY(stage.settle());
        QCOMPARE(stage.desk().run(), narrowed);
    }

    void aChipOnDecisionsFollowsTheThresholdOthersDoNot() {
        Stage stage(*demo_);
        QVERIFY(stage.credit());
        stage.chips({"amount >= 500"});
        QVERIFY(stage.known());
        const RunAnalysisPtr amounts = stage.desk().run();
        const SelectedRowsPtr rows = stage.desk().rows();
        stage.session.setThreshold(0.5);
        QCOMPARE(stage.desk().run(), amounts);
        QCOMPARE(stage.desk().rows(), rows);
        stage.chips({"outcome = wrong"});
        QVERIFY(stage.known());
        const std::uint64_t wrong = stage.desk().run()->sweep->samples();
        QCOMPARE(std::uint64_t{stage.listed()}, wrong);
        stage.session.setThreshold(0.2);
        QVERIFY(stage.desk().run());
        QVERIFY(stage.desk().stale());
        QVERIFY(stage.known());
        QVERIFY(stage.desk().run()->sweep->samples() != wrong);
        QCOMPARE(std::uint64_t{stage.listed()}, stage.desk().run()->sweep->samples());
    }

    void aNoteChangesWhatChipsOnNotesLeave() {
        Stage stage(*demo_);
        QVERIFY(stage.credit());
        stage.chips({"note is not missing"});
        QVERIFY(stage.known());
        const std::uint64_t noted = stage.desk().run()->sweep->samples();
        Annotation note;
        note.modelId = stage.session.state().model;
        note.sampleId = "app-00002";
        note.text = "one more";
        Notebook(stage.store).save(note);
        stage.session.notesChanged();
        QTRY_VERIFY(stage.desk().run() && !stage.desk().stale() &&
                    stage.desk().run()->sweep->samples() == noted + 1);
        QCOMPARE(std::uint64_t{stage.listed()}, noted + 1);
    }

    void allClassesFollowChipsAndConfidence() {
        Stage stage(*demo_);
        QVERIFY(stage.show("hpc-job-runtime", "2.0.0"));
        QTRY_VERIFY(stage.desk().classes());
        QCOMPARE(stage.desk().classes()->samples(), std::uint64_t{4331});
        stage.chips({"protocol = 'J'"});
        QVERIFY(stage.known());
        const std::uint64_t some = stage.desk().classes()->samples();
        QVERIFY(some > 0 && some < 4331);
        QCOMPARE(std::uint64_t{stage.listed()}, some);
        stage.chips({"predicted = review"});
        stage.session.apply([](ReviewState& state) { setConfidence(state, 0.5); });
        QVERIFY(stage.known());
        QCOMPARE(stage.desk().classes()->sweep->table(0.5).reviewed().n, std::uint64_t{298});
        QCOMPARE(stage.listed(), RowIndex{298});
    }

    void aCohortOfNotesHoldsForManyClassesToo() {
        Stage stage(*demo_);
        QVERIFY(stage.show("hpc-job-runtime", "2.0.0"));
        stage.session.apply([](ReviewState& state) { state.cohort = "note is not missing"; });
        QTRY_VERIFY2(stage.desk().classes(), qPrintable(ClassDesk::of(stage.session).failure()));
        QVERIFY(stage.settle());
        QCOMPARE(stage.desk().classes()->samples(), std::uint64_t{stage.listed()});
        QVERIFY(stage.listed() > 0);
    }

    void aChipThatCannotBeSaysWhy() {
        Stage stage(*demo_);
        QVERIFY(stage.credit());
        stage.chips({"nowhere = 1"});
        QVERIFY(!stage.desk().run());
        QTRY_VERIFY2(stage.desk().failure().contains(QStringLiteral("nowhere")),
                     qPrintable(stage.desk().failure()));
        stage.chips({});
        QCOMPARE(stage.desk().run(), stage.session.run());
        QVERIFY(stage.desk().failure().isEmpty());
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    return reckoner::test::runWindowTests<reckoner::SelectionDeskTest>(argc, argv);
}

#include "selection_desk_test.moc"
