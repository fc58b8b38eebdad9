// The Segments page: what it finds, and where a click on it leads.
#include "ui/pages/segments/segments_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include "core/store/notebook.h"
#include "core/wording/segment_words.h"
#include "tests/ui/demo_session.h"
#include "tests/ui/window_fixture.h"
#include "ui/pages/segments/segment_table.h"
#include "ui/pages/segments/slice_table.h"
#include "ui/session/chip_filters.h"
#include "ui/session/cohort_desk.h"
#include "ui/session/writer_name.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/line_figure.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/save_cohort_dialog.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {

class SegmentsPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::DemoStoreFile> demo_;

    struct Stage : test::DemoSession {
        explicit Stage(const test::DemoStoreFile& demo) : test::DemoSession(demo), page(session) {
            giveWriterName("Product");
            page.resize(1288, 852);
            QObject::connect(&session, &ReviewSession::changed, &page,
                             [this](Aspects aspects) { page.refresh(aspects); });
            page.refresh(Aspects(Aspect::Store) | Aspect::Run | Aspect::Threshold);
            page.show();
            page.activateWindow();
        }
        bool at(const std::string& version, double threshold) {
            if (!show("credit-default", version)) return false;
            session.setThreshold(threshold);
            return settle() && atRest();
        }
        // Rows have taken their places.
        bool atRest() {
            return QTest::qWaitFor(
                [this] {
                    const auto timers = page.findChildren<QTimer*>(QStringLiteral("segmentsAtRest"));
                    return std::none_of(timers.begin(), timers.end(),
                                        [](const QTimer* timer) { return timer->isActive(); });
                },
                10'000);
        }
        SegmentTable* table() { return page.findChild<SegmentTable*>(); }
        QString headline() {
            return page.findChild<SentenceLabel*>(QStringLiteral("segmentHeadline"))->text();
        }
        QString summary() { return page.findChild<PlainLabel*>(QStringLiteral("segmentSummary"))->text(); }
        // The rows as they stand: one line each, as copied by the keyboard.
        QStringList rows() { return table()->tsv().split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(1); }
        QStringList names() {
            QStringList result;
            for (const QString& row : rows())
                result << row.section(QLatin1Char('\t'), 0, 0);
            return result;
        }
        // The middle of a row that holds a segment; the first row is row 0, captions count as theirs.
        QPoint row(int index) { return {60, 32 * index + 16}; }
        void clickRow(int index, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers, row(index));
        }
        SliceTable* slices() { return page.findChild<SliceTable*>(); }
        QStringList sliceRows() {
            return slices()->tsv().split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(1);
        }
        QString sliceHeadline() {
            return page.findChild<SentenceLabel*>(QStringLiteral("sliceHeadline"))->text();
        }
        // One of the choices side by side, by what it is called.
        bool choose(const char* choice, const QString& title) {
            for (QAbstractButton* one :
                 page.findChild<QWidget*>(QLatin1String(choice))->findChildren<QAbstractButton*>())
                if (one->text() == title) {
                    QTest::mouseClick(one, Qt::LeftButton);
                    return true;
                }
            return false;
        }
        void openTab(int index) {
            QTest::mouseClick(page.findChild<QAbstractButton*>(QStringLiteral("pageTab%1").arg(index)),
                              Qt::LeftButton);
        }
        void clickSlice(int index, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            QTest::mouseClick(slices()->viewport(), Qt::LeftButton, modifiers, {60, 28 + 52 * index + 20});
        }
        // For whoever wants to look: RECKONER_PICTURES names the folder.
        void picture(const QString& name) {
            const QString pictures = qEnvironmentVariable("RECKONER_PICTURES");
            if (!pictures.isEmpty())
                page.grab().save(pictures + QLatin1Char('/') + name + QStringLiteral(".png"));
        }
        SegmentsPage page;
    };

 private Q_SLOTS:
    void initTestCase() { demo_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { demo_.reset(); }

    void withoutARunItSaysWhatToDo() {
        Executor executor{2};
        const SystemClock clock;
        ReviewSession session(executor, clock);
        SegmentsPage page(session);
        page.refresh(Aspects(Aspect::Store) | Aspect::Run);
        page.show();
        QVERIFY(page.findChild<EmptyState*>()->isVisible());
        QVERIFY(!page.findChild<SegmentTable*>()->isVisible());
    }

    void theHeadlineSaysWhereAndForWhom() {
        Stage stage(*demo_);
        QVERIFY(stage.at("2.0.0", 0.31));
        QTRY_COMPARE_WITH_TIMEOUT(stage.headline(),
                                  QStringLiteral("Defaults slip through where they are rare: records no 66 "
                                                 "of 100 caught, job fixed 61, home owner 62."),
                                  10'000);
        QCOMPARE(
            stage.summary(),
            QStringLiteral("All 25 segments of home, marital, job, records and age band. 5 are worse "
                           "than the rest beyond noise. The dashed line is everyone: 76 of 100 caught."));
        QCOMPARE(stage.names().mid(0, 5),
                 (QStringList{QStringLiteral("records no"), QStringLiteral("job fixed"),
                              QStringLiteral("home owner"), QStringLiteral("age band 56+"),
                              QStringLiteral("age band 46-55")}));
        QCOMPARE(stage.names().size(), 25);
    }

    void itFindsThePartTimersOfVersionThreeByItself() {
        Stage stage(*demo_);
        QVERIFY(stage.at("3.0.0", 0.5));
        QTRY_VERIFY_WITH_TIMEOUT(stage.names().size() > 0, 10'000);
        const int place = static_cast<int>(stage.names().indexOf(QStringLiteral("job partime")));
        QVERIFY(place >= 0);
        const QString row = stage.rows()[place];
        QVERIFY2(row.contains(QStringLiteral("\t54\t")), qPrintable(row));
        // Against v2 the page says so by itself, as nobody told it where to look.
        const auto& runs = stage.session.contents().runs;
        const auto forest = std::find_if(runs.begin(), runs.end(), [](const RunRow& run) {
            return run.info.version == "2.0.0" && run.info.rows == 4454;
        });
        QVERIFY(forest != runs.end());
        stage.session.apply([&](ReviewState& state) { state.baseline = forest->info.id; });
        auto* since = stage.page.findChild<PlainLabel*>(QStringLiteral("segmentSince"));
        QTRY_COMPARE_WITH_TIMEOUT(
            since->text(), QStringLiteral("Since v2, job partime got worse most: 78 to 54 of 100 caught."),
            10'000);
        QVERIFY(stage.at("2.0.0", 0.5));
        QTRY_VERIFY_WITH_TIMEOUT(
            stage.rows().filter(QStringLiteral("job partime")).value(0).contains(QStringLiteral("\t78\t")),
            10'000);
    }

    void aDragMovesFiguresAndLeavesTheRowsWhereTheyAre() {
        Stage stage(*demo_);
        QVERIFY(stage.at("2.0.0", 0.31));
        QTRY_COMPARE_WITH_TIMEOUT(stage.names().size(), 25, 10'000);
        const QStringList names = stage.names();
        const QStringList before = stage.rows();
        const std::uint64_t drag = stage.session.newDrag();
        stage.session.setThreshold(0.6, drag);
        QCOMPARE(stage.names(), names);
        QVERIFY(stage.rows() != before);
        QVERIFY(!stage.headline().contains(QStringLiteral("66 of 100")));
        // At rest the rows take their places.
        QTRY_VERIFY_WITH_TIMEOUT(stage.names() != names, 5'000);
    }

    void aClickOnAHeadSortsAndTurnsRound() {
        Stage stage(*demo_);
        QVERIFY(stage.at("2.0.0", 0.31));
        QTRY_COMPARE_WITH_TIMEOUT(stage.names().size(), 25, 10'000);
        auto* head = stage.page.findChild<QWidget*>(QStringLiteral("segmentHead"));
        const auto counts = [&] {
            std::vector<int> result;
            for (const QString& row : stage.rows())
                result.push_back(row.section(QLatin1Char('\t'), 1, 1).remove(QLatin1Char(',')).toInt());
            return result;
        };
        // The head of n: where its figures end.
        const auto columns = segmentColumns(
            *SegmentBoard::build(stage.session.run(), {{{"home"}}, {{"job"}}}), *findMetric("recall"),
            stage.session.words(), stage.table()->width() - stage.table()->barWidth() - 16);
        const QPoint n(columns[1].right, 10);
        QTest::mouseClick(head, Qt::LeftButton, {}, n);
        QCOMPARE(stage.option("segments.sort"), std::string("-n"));
        std::vector<int> now = counts();
        QVERIFY(std::is_sorted(now.rbegin(), now.rend()));
        QTest::mouseClick(head, Qt::LeftButton, {}, n);
        QCOMPARE(stage.option("segments.sort"), std::string("n"));
        now = counts();
        QVERIFY(std::is_sorted(now.begin(), now.end()));
        stage.session.back();
        QCOMPARE(stage.option("segments.sort"), std::string("-n"));
    }

    void aClickLeadsToTheCasesOfTheSegment() {
        Stage stage(*demo_);
        QVERIFY(stage.at("2.0.0", 0.31));
        QTRY_COMPARE_WITH_TIMEOUT(stage.names().size(), 25, 10'000);
        stage.clickRow(1);
        QCOMPARE(stage.session.state().page, std::string("errors"));
        QCOMPARE(stage.option("errors.filters"), std::string("[\"job = 'fixed'\"]"));
        stage.session.back();
        QVERIFY(stage.session.state().page != "errors");
    }

    void theKeyboardGoesThroughTheRows() {
        Stage stage(*demo_);
        QVERIFY(stage.at("2.0.0", 0.31));
        QTRY_COMPARE_WITH_TIMEOUT(stage.names().size(), 25, 10'000);
        stage.table()->setFocus(Qt::TabFocusReason);
        for (const int key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Down})
            QTest::keyClick(stage.table(), static_cast<Qt::Key>(key));
        QVERIFY2(stage.table()->accessibleDescription().startsWith(QStringLiteral("home owner: 2,107")),
                 qPrintable(stage.table()->accessibleDescription()));
        QTest::keyClick(stage.table(), Qt::Key_Return);
        QCOMPARE(stage.option("errors.filters"), std::string("[\"home = 'owner'\"]"));
    }

    void aCohortIsSavedAndSeenInTheNumbersOfTheBar() {
        Stage stage(*demo_);
        QVERIFY(stage.at("2.0.0", 0.31));
        QTRY_COMPARE_WITH_TIMEOUT(stage.names().size(), 25, 10'000);
        stage.clickRow(2, Qt::ShiftModifier);
        auto* dialog = stage.page.findChild<SaveCohortDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QPlainTextEdit*>(QStringLiteral("cohortExpression"))->toPlainText(),
                 QStringLiteral("home = 'owner'"));
        QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("cohortName")),
                         QStringLiteral("Owners"));
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("cohortSave")), Qt::LeftButton);
        QTRY_VERIFY(!stage.page.findChild<SaveCohortDialog*>());
        const std::vector<Cohort> stored = Notebook(stage.store).cohorts(stage.session.state().model);
        const auto owners = std::find_if(stored.begin(), stored.end(),
                                         [](const Cohort& cohort) { return cohort.name == "Owners"; });
        QVERIFY(owners != stored.end());
        QCOMPARE(owners->expression, std::string("home = 'owner'"));
        // Looked at, the operating bar counts it alone.
        stage.session.apply([&](ReviewState& state) { state.cohort = owners->expression; });
        QVERIFY(stage.settle());
        const auto run = stage.session.run();
        QCOMPARE(run->sweep->samples(), 2107u);
        const Tally tally = run->sweep->at(0.31);
        auto* caught = stage.page.findChild<LineFigure*>(QStringLiteral("lineCaught"));
        QVERIFY2(caught->accessibleName().contains(QString::number(tally.tp.n)),
                 qPrintable(caught->accessibleName()));
    }

    void segmentsAreCutByOtherColumnsAndCrossed() {
        Stage stage(*demo_);
        QVERIFY(stage.at("2.0.0", 0.31));
        QTRY_COMPARE_WITH_TIMEOUT(stage.names().size(), 25, 10'000);
        const auto pick = [&] {
            QTest::mouseClick(stage.page.findChild<QPushButton*>(QStringLiteral("segmentBy")),
                              Qt::LeftButton);
            return stage.page.findChild<QFrame*>(QStringLiteral("columnChoice"));
        };
        QFrame* choice = pick();
        QVERIFY(choice);
        for (const char* column : {"home", "marital", "records"})
            QTest::keyClick(
                choice->findChild<QCheckBox*>(QStringLiteral("columnChoice.tick.") + QLatin1String(column)),
                Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(stage.summary().contains(QStringLiteral("segments of job and age band")),
                                 10'000);
        // Numbers by quarters.
        auto* cut = choice->findChild<QComboBox*>(QStringLiteral("columnChoice.cut.income"));
        QVERIFY(cut);
        QTest::keyClick(cut, Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(stage.names().filter(QStringLiteral("income")).size() >= 4, 10'000);
        QTest::keyClick(choice->findChild<QCheckBox*>(QStringLiteral("columnChoice.tick.income")),
                        Qt::Key_Space);
        // Two crossed, and three.
        QVERIFY(stage.choose("columnChoice.how", QStringLiteral("Two or three crossed")));
        QTRY_VERIFY_WITH_TIMEOUT(stage.summary().contains(QStringLiteral("job × age band")), 10'000);
        QVERIFY(stage.names().contains(QStringLiteral("job, age band partime, 26-35")));
        QTest::keyClick(choice->findChild<QCheckBox*>(QStringLiteral("columnChoice.tick.records")),
                        Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(stage.summary().contains(QStringLiteral("records")), 10'000);
        const QString crossed = QStringLiteral("job, records, age band fixed, no, 46-55");
        QVERIFY2(stage.names().contains(crossed), qPrintable(stage.names().join(QLatin1Char('\n'))));
        QVERIFY(stage.table()->isVisible());
        // A fourth is refused in words, and what stood stays.
        auto* fourth = choice->findChild<QCheckBox*>(QStringLiteral("columnChoice.tick.home"));
        QTest::keyClick(fourth, Qt::Key_Space);
        QVERIFY(choice->findChild<PlainLabel*>(QStringLiteral("columnChoice.problem"))
                    ->text()
                    .contains(QStringLiteral("4 are ticked")));
        QVERIFY(stage.names().contains(crossed));
        choice->close();
        // Such a row leads to its cases by three chips.
        stage.clickRow(0);
        QCOMPARE(stage.session.state().page, std::string("errors"));
        QCOMPARE(chipFilters(stage.session.state()).size(), std::size_t{3});
    }

    void theWorstSlicesAreFoundAndListedOnce() {
        Stage stage(*demo_);
        QVERIFY(stage.at("3.0.0", 0.5));
        stage.openTab(1);
        QTRY_VERIFY_WITH_TIMEOUT(stage.sliceRows().size() > 2, 10'000);
        QVERIFY2(stage.sliceHeadline().startsWith(QStringLiteral("Errors gather in job partime")),
                 qPrintable(stage.sliceHeadline()));
        QVERIFY(stage.page.findChild<InlineMessage*>(QStringLiteral("sliceWarning"))
                    ->sentence()
                    .contains(QStringLiteral("Confirm a slice on another run")));
        stage.picture(QStringLiteral("slices"));
        // By money, one column deep.
        QVERIFY(stage.choose("sliceOf", QStringLiteral("By cost")));
        QTRY_VERIFY_WITH_TIMEOUT(stage.sliceHeadline().startsWith(QStringLiteral("Costs gather in")), 10'000);
        QVERIFY(stage.choose("sliceDeep", QStringLiteral("1 column")));
        const auto oneColumnEach = [&] {
            const QStringList rows = stage.sliceRows();
            return !rows.isEmpty() && std::none_of(rows.begin(), rows.end(), [](const QString& row) {
                return row.section(QLatin1Char('\t'), 0, 0).contains(QLatin1Char(','));
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(oneColumnEach(), 10'000);
    }

    void aSliceLeadsToItsMistakesAndBecomesACohort() {
        Stage stage(*demo_);
        QVERIFY(stage.at("3.0.0", 0.5));
        stage.openTab(1);
        QTRY_VERIFY_WITH_TIMEOUT(stage.sliceRows().size() > 2, 10'000);
        stage.clickSlice(0, Qt::ShiftModifier);
        auto* dialog = stage.page.findChild<SaveCohortDialog*>();
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QPlainTextEdit*>(QStringLiteral("cohortExpression"))
                    ->toPlainText()
                    .contains(QStringLiteral("job = 'partime'")));
        dialog->reject();
        stage.clickSlice(0);
        QCOMPARE(stage.session.state().page, std::string("errors"));
        QVERIFY(stage.option("errors.filters").find("job = 'partime'") != std::string::npos);
        QCOMPARE(stage.option("errors.cell"), std::string("outcome = wrong"));
    }

    void theSlicesAreCheckedOnAnotherRun() {
        Stage stage(*demo_);
        QVERIFY(stage.at("3.0.0", 0.5));
        stage.openTab(1);
        QTRY_VERIFY_WITH_TIMEOUT(stage.sliceRows().size() > 2, 10'000);
        auto* warning = stage.page.findChild<InlineMessage*>(QStringLiteral("sliceWarning"));
        for (QPushButton* button : warning->findChildren<QPushButton*>())
            if (button->text().startsWith(QStringLiteral("Check"))) QTest::mouseClick(button, Qt::LeftButton);
        auto* popup = stage.page.findChild<QFrame*>(QStringLiteral("sliceRuns"));
        QVERIFY(popup);
        auto* list = popup->findChild<QListView*>();
        QVERIFY(list->model()->rowCount() > 1);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(0, 0)).center());
        QTRY_VERIFY_WITH_TIMEOUT(stage.slices()->tsv().contains(QStringLiteral("on v")), 10'000);
        const QString first = stage.sliceRows().first();
        QVERIFY2(first.contains(QStringLiteral("holds")) || first.contains(QStringLiteral("not seen")) ||
                     first.contains(QStringLiteral("too few")),
                 qPrintable(first));
        stage.picture(QStringLiteral("slices-checked"));
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    return reckoner::test::runWindowTests<reckoner::SegmentsPageTest>(argc, argv);
}
#include "segments_page_test.moc"
