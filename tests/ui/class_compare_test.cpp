// Versions of several classes side by side, and what is said where two versions cannot be compared.
#include <fstream>

#include <QAbstractButton>
#include <QTest>
#include <QTimer>

#include "core/import/import_plan.h"
#include "tests/ui/demo_session.h"
#include "tests/ui/window_fixture.h"
#include "ui/pages/versions/class_compare_desk.h"
#include "ui/pages/versions/class_matrix_difference.h"
#include "ui/pages/versions/compare_desk.h"
#include "ui/pages/versions/compare_table.h"
#include "ui/pages/versions/flip_table.h"
#include "ui/pages/versions/versions_page.h"
#include "ui/session/selection_desk.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/tone_label.h"

namespace reckoner {

class ClassCompareTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::DemoStoreFile> demo_;

    static bool arrived(ReviewSession& session, VersionsPage& page) {
        return QTest::qWaitFor(
            [&] {
                auto* timer = page.findChild<QTimer*>(QStringLiteral("compareAtRest"));
                return session.run() && !session.busy() && !timer->isActive() &&
                       !BackgroundTask::anyRunning() && !page.findChild<CompareDesk*>()->stale() &&
                       !page.findChild<ClassCompareDesk*>()->stale();
            },
            20'000);
    }

    struct Stage : test::DemoSession {
        explicit Stage(const test::DemoStoreFile& demo) : test::DemoSession(demo), page(session) {
            page.resize(1288, 1600);
            QObject::connect(&session, &ReviewSession::changed, &page,
                             [this](Aspects aspects) { page.refresh(aspects); });
            page.show();
        }
        bool showJobs() { return show("hpc-job-runtime", "2.0.0") && arrived(session, page); }
        template <class T>
        T* part(const char* name) {
            return page.findChild<T*>(QLatin1String(name));
        }
        QString headline() { return part<ToneLabel>("classHeadline")->text(); }
        VersionsPage page;
    };

    // Two runs written as CSV; the second is on the screen, compared with the first.
    struct Pair {
        using Lines = std::vector<std::string>;
        Pair(const Lines& first, const Lines& second, const std::string& setOfSecond = "set")
            : store(Store::create(folder / "pair.reckoner", clock)), session(executor, clock), page(session) {
            add("1.0", first, "yes", "set");
            add("2.0", second, "yes", setOfSecond);
            page.resize(1288, 852);
            QObject::connect(&session, &ReviewSession::changed, &page,
                             [this](Aspects aspects) { page.refresh(aspects); });
            session.setStore(store);
            const std::vector<RunRow> runs = store->runs();
            session.apply([&](ReviewState& state) {
                state.run = runs[1].info.id;
                state.baseline = runs[0].info.id;
                state.options["versions.sides"] = "none";
            });
            page.show();
            page.refresh(Aspects(Aspect::Store) | Aspect::Run | Aspect::Threshold);
        }
        void add(const std::string& version, const Lines& lines, const std::string& positive,
                 const std::string& set) {
            const auto file = folder / (version + ".csv");
            std::ofstream out(file);
            out << "id,label,score\n";
            for (const std::string& line : lines)
                out << line << "\n";
            out.close();
            ImportAnswers answers;
            answers.model = "m";
            answers.version = version;
            answers.evalSet = set;
            answers.positive = positive;
            importRun(*store, planImport(file, std::nullopt, answers, store.get()), {}, true);
        }
        QString headline() {
            if (!arrived(session, page)) return QStringLiteral("it does not arrive");
            return page.findChild<ToneLabel*>(QStringLiteral("compareHeadline"))->text();
        }
        QString message() {
            auto* label = page.findChild<InlineMessage*>(QStringLiteral("compareOverlap"));
            return label->isVisible() ? label->sentence() : QString();
        }
        bool showsNoNan() {
            const QString all = page.findChild<CompareTable*>(QStringLiteral("compareTable"))->tsv();
            return !all.contains(QStringLiteral("nan"), Qt::CaseInsensitive) &&
                   !all.contains(QStringLiteral("inf\t"), Qt::CaseInsensitive);
        }

        test::TemporaryFolder folder;
        Executor executor{2};
        FixedClock clock{std::chrono::sys_days{std::chrono::year{2026} / 3 / 4}};
        std::shared_ptr<Store> store;
        ReviewSession session;
        VersionsPage page;
    };

    static std::vector<std::string> some(int n, int from = 0, bool reversed = false, bool oneClass = false) {
        std::vector<std::string> lines;
        for (int i = 0; i < n; ++i) {
            const bool positive = oneClass || (from + i) % 3 == 0;
            const double score = 0.01 * ((i * 37) % 50) + (positive != reversed ? 0.4 : 0);
            lines.push_back("s" + std::to_string(from + i) + "," + (positive ? "yes" : "no") + "," +
                            std::to_string(score));
        }
        return lines;
    }

 private Q_SLOTS:
    void initTestCase() { demo_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { demo_.reset(); }

    // --- several classes ---

    void allClassesAreComparedAtOnce() {
        Stage stage(*demo_);
        QVERIFY(stage.showJobs());
        QVERIFY(stage.part<QWidget>("classComparePane")->isVisible());
        QVERIFY(!stage.part<QWidget>("comparePane")->isVisible());
        QVERIFY2(stage.headline().startsWith(QStringLiteral("v2: ")), qPrintable(stage.headline()));
        const QString table = stage.part<CompareTable>("classTable")->tsv();
        for (const char* row :
             {"Accuracy: of 100 jobs, right", "Macro F1, of 100", "Recall of \u201CVF\u201D"})
            QVERIFY2(table.contains(QString::fromUtf8(row)), qPrintable(table));
        QVERIFY(!table.contains(QStringLiteral("nan")));
    }

    void oneClassAgainstTheRestIsOneClickAway() {
        Stage stage(*demo_);
        QVERIFY(stage.showJobs());
        const auto buttons = stage.part<QWidget>("compareClasses")->findChildren<QAbstractButton*>();
        for (QAbstractButton* one : buttons)
            if (one->text() == QStringLiteral("One against the rest")) QTest::mouseClick(one, Qt::LeftButton);
        QVERIFY(arrived(stage.session, stage.page));
        QCOMPARE(stage.option("versions.classes"), std::string("one"));
        QVERIFY(stage.part<QWidget>("comparePane")->isVisible());
        QVERIFY(stage.part<CompareTable>("compareTable")->tsv().contains(QStringLiteral("AUC")));
        stage.session.back();
        QVERIFY(stage.part<QWidget>("classComparePane")->isVisible());
    }

    void aCellOfTheMatrixOpensItsCases() {
        Stage stage(*demo_);
        QVERIFY(stage.showJobs());
        auto* matrix = stage.part<ClassMatrixDifference>("classMatrixDifference");
        QVERIFY(matrix->shown().size() >= 4);
        const ClassBoardPtr board = stage.page.findChild<ClassCompareDesk*>()->board();
        const std::size_t truth = matrix->shown()[0], called = matrix->shown()[1];
        const std::uint64_t told = board->judgedMatrix.at(truth, called).n;
        QVERIFY(told > 0);
        QTest::mouseClick(matrix, Qt::LeftButton, {}, matrix->cell(0, 1).center());
        QCOMPARE(stage.session.state().page, std::string("errors"));
        QVERIFY(stage.settle());
        QCOMPARE(SelectionDesk::of(stage.session).rows()->rows({}).size(), told);
    }

    void theBrokenOnesAreReadOnErrors() {
        Stage stage(*demo_);
        QVERIFY(stage.showJobs());
        auto* flips = stage.part<FlipTable>("classFlips");
        const std::uint64_t broken = stage.page.findChild<ClassCompareDesk*>()->board()->flips.broken;
        flips->setFocus(Qt::TabFocusReason);
        QTest::keyClick(flips, Qt::Key_Right);
        QTest::keyClick(flips, Qt::Key_Right);
        QTest::keyClick(flips, Qt::Key_Return);
        QCOMPARE(stage.session.state().page, std::string("errors"));
        QVERIFY(stage.settle());
        QCOMPARE(SelectionDesk::of(stage.session).rows()->rows({}).size(), broken);
    }

    // --- two classes, by segment ---

    void whoChangedIsCountedBySegmentAndLeadsToTheCases() {
        Stage stage(*demo_);
        QVERIFY(stage.show("credit-default", "3.0.0"));
        stage.session.apply([&](ReviewState& state) {
            for (const RunRow& run : stage.session.contents().runs)
                if (run.info.model == "credit-default" && run.info.version == "2.0.0" &&
                    run.evalSetId == stage.session.runRow()->evalSetId)
                    state.baseline = run.info.id;
        });
        QVERIFY(arrived(stage.session, stage.page));
        auto* flips = stage.part<FlipTable>("flipTable");
        const QStringList lines = flips->tsv().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QVERIFY(lines.first().startsWith(QStringLiteral("Job\tApplications\tFixed\tNewly broken")));
        const QStringList all = lines[1].split(QLatin1Char('\t'));
        QCOMPARE(all[1], QStringLiteral("4,454"));
        QCOMPARE(all[2], QStringLiteral("242"));  // 111 now caught, 131 no longer refused
        QCOMPARE(all[3], QStringLiteral("265"));  // 118 now missed, 147 now refused
        flips->setFocus(Qt::TabFocusReason);
        for (const auto key : {Qt::Key_Down, Qt::Key_Right, Qt::Key_Right, Qt::Key_Return})
            QTest::keyClick(flips, key);
        QCOMPARE(stage.session.state().page, std::string("errors"));
        QVERIFY(stage.option("errors.filters").find("flip") != std::string::npos);
        QVERIFY(stage.settle());
        QCOMPARE(QString::number(SelectionDesk::of(stage.session).rows()->rows({}).size()),
                 lines[2].split(QLatin1Char('\t'))[3]);
    }

    // --- what cannot be compared ---

    void identicalRuns() {
        Pair pair(some(60), some(60));
        QCOMPARE(pair.headline(),
                 QStringLiteral(
                     "v2 scores all 60 samples exactly as v1 does: there is nothing to choose between."));
        QVERIFY(pair.showsNoNan());
    }

    void reversedScores() {
        Pair pair(some(60), some(60, 0, true));
        QVERIFY(pair.headline().contains(QStringLiteral("Hold.")));
        QVERIFY2(pair.message().contains(QStringLiteral("ranks the wrong way round")),
                 qPrintable(pair.message()));
        QVERIFY(pair.showsNoNan());
    }

    void oneClassOnly() {
        Pair pair(some(60, 0, false, true), some(60, 0, true, true));
        QVERIFY2(
            pair.headline().contains(QStringLiteral("are of one class: there is nothing to tell apart.")),
            qPrintable(pair.headline()));
        QVERIFY(pair.showsNoNan());
    }

    void disjointSets() {
        Pair pair(some(60), some(60, 1'000), "next");
        QVERIFY(!pair.headline().isEmpty());
        QVERIFY2(pair.message().contains(QStringLiteral("share no sample")), qPrintable(pair.message()));
        QVERIFY(pair.showsNoNan());
    }

    void oneJoinedSample() {
        Pair pair(some(60), some(60, 59), "next");
        QVERIFY2(pair.headline().contains(QStringLiteral("that says nothing")), qPrintable(pair.headline()));
        QVERIFY2(pair.message().contains(QStringLiteral("share 1 sample")), qPrintable(pair.message()));
        QVERIFY(pair.showsNoNan());
    }

    void aVersionThatIsBetterAndOneThatIsWorseAreCalledSo() {
        Pair better(some(300, 0, true), some(300));
        QVERIFY2(better.headline().contains(QStringLiteral("better")) &&
                     better.headline().contains(QStringLiteral("no requirements written")),
                 qPrintable(better.headline()));
        Pair worse(some(300), some(300, 0, true));
        QVERIFY2(worse.headline().contains(QStringLiteral("worse")) &&
                     worse.headline().endsWith(QStringLiteral("Hold.")),
                 qPrintable(worse.headline()));
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    return reckoner::test::runWindowTests<reckoner::ClassCompareTest>(argc, argv);
}

#include "class_compare_test.moc"
