// The list of cases on the demo store: what the state asks for is what it shows; mouse and keyboard walk it.
#include <memory>

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "core/store/notebook.h"
#include "tests/support/staging_builder.h"
#include "tests/ui/demo_session.h"
#include "ui/pages/errors/case_header.h"
#include "ui/pages/errors/case_list_pane.h"
#include "ui/pages/errors/case_table.h"
#include "ui/pages/errors/errors_options.h"
#include "ui/pages/errors/errors_query.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

class CaseListTest : public QObject {
    Q_OBJECT

    struct Stage : test::DemoSession {
        explicit Stage(const test::DemoStoreFile& demo) : DemoSession(demo), pane(session) {
            pane.resize(480, 700);
            QObject::connect(&session, &ReviewSession::changed, &pane,
                             [this](Aspects aspects) { pane.refresh(aspects); });
            QObject::connect(&pane, &CaseListPane::currentCase, &pane,
                             [this](const CaseRef& ref) { seen = ref; });
        }
        // Missed defaults from 500 EUR up, as in the picture.
        bool openCredit() {
            if (!show("credit-default", "2.0.0")) return false;
            session.apply([this](ReviewState& state) {
                state.thresholds[state.run] = 0.31;
                errors::setOption(state, errors::kCell, "outcome = missed");
                errors::setFilters(state, {"amount >= 500"});
            });
            pane.show();
            return settle();
        }
        CaseTable* table() { return pane.findChild<CaseTable*>(); }
        CaseHeader* header() { return pane.findChild<CaseHeader*>(); }
        QString footer() { return pane.findChild<PlainLabel*>(QStringLiteral("caseCount"))->text(); }
        QPoint rowCentre(int place) {
            return QPoint(150, place * table()->rowHeight() + table()->rowHeight() / 2);
        }
        void clickRow(int place, Qt::KeyboardModifiers modifiers = {}) {
            QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers, rowCentre(place));
        }
        void clickHeader(const QString& title) {
            CaseHeader* head = header();
            for (int i = 0; i < head->count(); ++i)
                if (head->columns()[static_cast<std::size_t>(head->visualIndex(i))].title == title)
                    QTest::mouseClick(
                        head->viewport(), Qt::LeftButton, {},
                        QPoint(head->sectionViewportPosition(i) + head->sectionSize(i) / 2, 15));
        }
        CaseListPane pane;
        CaseRef seen;
    };

    std::unique_ptr<test::DemoStoreFile> demo_;

 private Q_SLOTS:
    void initTestCase() {
        Theme::instance().setShade(Shade::Light);
        demo_ = std::make_unique<test::DemoStoreFile>();
    }
    void cleanupTestCase() { demo_.reset(); }

    void theDearestComesFirstAndIsTheCaseOnTheCard() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        QCOMPARE(stage.table()->total(), 276u);
        QCOMPARE(stage.footer(), QStringLiteral("276 of 4,454 applications"));
        QCOMPARE(stage.seen.sampleId, std::string("app-02390"));
        QCOMPARE(stage.seen.listed, 276u);
        QCOMPARE(stage.seen.place, 0u);
        QCOMPARE(stage.option("errors.case"), std::string());
        // What a screen reader hears of it, with its cost.
        QVERIFY2(stage.table()->accessibleDescription().contains(QStringLiteral("app-02390")) &&
                     stage.table()->accessibleDescription().contains(QStringLiteral("2,000")),
                 qPrintable(stage.table()->accessibleDescription()));
    }

    void aClickAndTheKeysChooseACase() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        stage.clickRow(3);
        QCOMPARE(stage.seen.sampleId, std::string("app-02854"));
        QCOMPARE(stage.seen.place, 3u);
        QCOMPARE(stage.option("errors.case"), std::string("app-02854"));
        QTest::keyClick(stage.table(), Qt::Key_Down);
        QCOMPARE(stage.seen.place, 4u);
        stage.pane.step(-1);
        QCOMPARE(stage.seen.place, 3u);
        QTest::keyClick(stage.table(), Qt::Key_End);
        QCOMPARE(stage.seen.place, 275u);
        QVERIFY(stage.table()->verticalScrollBar()->value() > 0);
        stage.pane.step(1);
        QCOMPARE(stage.seen.place, 275u);
        QTest::keyClick(stage.table(), Qt::Key_Home);
        QCOMPARE(stage.seen.place, 0u);
        // A walk through one list is one step of Back.
        stage.session.back();
        QCOMPARE(stage.option("errors.case"), std::string());
        QCOMPARE(stage.option("errors.cell"), std::string("outcome = missed"));
    }

    void theHeaderSorts() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        stage.clickHeader(QStringLiteral("score"));
        QCOMPARE(stage.option("errors.sort"), std::string("-score"));
        QVERIFY(stage.settle());
        const CaseView view(stage.session.run()->request.table, {{"bad", 0.31}, {}, 0, 1});
        const auto scores = [&] {
            std::vector<double> result;
            for (std::size_t place = 0; place < stage.table()->total(); ++place)
                result.push_back(view.score(*stage.table()->rowAt(place)));
            return result;
        };
        std::vector<double> falling = scores();
        QVERIFY(std::is_sorted(falling.rbegin(), falling.rend()));
        stage.clickHeader(QStringLiteral("score"));
        QCOMPARE(stage.option("errors.sort"), std::string("score"));
        QVERIFY(stage.settle());
        const std::vector<double> rising = scores();
        QVERIFY(std::is_sorted(rising.begin(), rising.end()));
        stage.clickHeader(QStringLiteral("case"));
        QVERIFY(stage.settle());
        QCOMPARE(stage.option("errors.sort"), std::string("column:sample_id"));
    }

    void itFollowsThresholdFiltersAndCohort() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        stage.clickRow(3);
        stage.session.setThreshold(0.2);
        QVERIFY(stage.settle());
        QTRY_VERIFY(stage.table()->total() < 276u && stage.table()->total() > 0u);
        stage.session.setThreshold(0.31);
        QTRY_COMPARE(stage.table()->total(), 276u);
        // The case somebody was at is still the one.
        QTRY_COMPARE(stage.seen.sampleId, std::string("app-02854"));
        stage.session.apply([](ReviewState& state) { state.cohort = "job = 'freelance'"; });
        QVERIFY(stage.settle());
        QTRY_VERIFY(stage.table()->total() < 150u && stage.table()->total() > 0u);
        stage.session.apply([](ReviewState& state) {
            state.cohort.clear();
            errors::setFilters(state, {"amount > 1000000"});
        });
        QVERIFY(stage.settle());
        QTRY_COMPARE(stage.table()->total(), 0u);
        QCOMPARE(stage.seen.listed, 0u);
        // It says so, and has the way out.
        auto* clear = stage.pane.findChild<QPushButton*>(QStringLiteral("clearEmptyList"));
        QVERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QTRY_COMPARE(stage.table()->total(), 4454u);
        QVERIFY(!clear->isVisible());
    }

    void backBringsTheCaseBack() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        stage.clickRow(3);
        stage.session.apply(
            [](ReviewState& state) { errors::setOption(state, errors::kCell, "outcome = caught"); });
        QVERIFY(stage.settle());
        QTRY_VERIFY(stage.seen.sampleId != "app-02854");
        stage.session.back();
        QVERIFY(stage.settle());
        QTRY_COMPARE(stage.seen.sampleId, std::string("app-02854"));
        QCOMPARE(stage.seen.place, 3u);
    }

    void manyAreMarkedAsRangesAndCopiedAsText() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        stage.clickRow(1);
        stage.clickRow(4, Qt::ShiftModifier);
        stage.clickRow(6, Qt::ControlModifier);
        QCOMPARE(stage.table()->selection().ranges(), (std::vector<PlaceRange>{{1, 4}, {6, 6}}));
        stage.clickRow(3, Qt::ControlModifier);
        QCOMPARE(stage.table()->selection().count(), 4u);
        QCOMPARE(stage.pane.exportCount(), 4u);
        QCOMPARE(stage.pane.rowsToExport().size(), 4u);
        QVERIFY(stage.footer().startsWith(QStringLiteral("4 marked")));
        QTest::keyClick(stage.table(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 6);
        QVERIFY2(lines[0].startsWith(QStringLiteral("case\tscore\tcosts EUR")), qPrintable(lines[0]));
        QVERIFY2(lines[1].startsWith(QStringLiteral("app-04364\t0.233\t1,350")), qPrintable(lines[1]));
        QTest::keyClick(stage.table(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(stage.table()->selection().ranges(), (std::vector<PlaceRange>{{0, 275}}));
        QCOMPARE(stage.pane.rowsToExport().size(), 276u);
    }

    void columnsAreChosenMovedAndRemembered() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        const auto titles = [&] {
            QStringList result;
            for (const CaseColumn& column : stage.header()->columns())
                result << column.key;
            return result;
        };
        QVERIFY(!titles().contains(QStringLiteral("field:income")));
        QTest::mouseClick(stage.pane.findChild<QWidget*>(QStringLiteral("columnsButton")), Qt::LeftButton);
        auto* menu = stage.pane.findChild<QMenu*>(QStringLiteral("columnMenu"));
        QVERIFY(menu);
        QAction* income = nullptr;
        for (QAction* action : menu->actions())
            if (action->text() == QLatin1String("income")) income = action;
        QVERIFY(income);
        menu->setActiveAction(income);
        QTest::keyClick(menu, Qt::Key_Return);
        QVERIFY(titles().contains(QStringLiteral("field:income")));
        // A drag of the head moves "score" before "case".
        CaseHeader* head = stage.header();
        const int score = 2;
        const QPoint from(head->sectionViewportPosition(score) + 40, 12);
        const QPoint to(head->sectionViewportPosition(1) + 4, 12);
        QTest::mousePress(head->viewport(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 8; ++step)
            QTest::mouseMove(head->viewport(), from + (to - from) * step / 8);
        QTest::mouseRelease(head->viewport(), Qt::LeftButton, {}, to);
        QCOMPARE(titles().indexOf(QStringLiteral("score")), 1);
        QVERIFY(stage.settle());
        QTRY_VERIFY(stage.store->setting("errors.columns." + std::to_string(stage.session.state().model)));
        CaseListPane other(stage.session);
        other.resize(480, 700);
        other.show();
        QVERIFY(stage.settle());
        const auto columns = other.findChild<CaseHeader*>()->columns();
        QCOMPARE(columns[1].key, QStringLiteral("score"));
        QVERIFY(std::any_of(columns.begin(), columns.end(), [](const CaseColumn& column) {
            return column.key == QLatin1String("field:income");
        }));
    }

    void aNoteShowsInTheList() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        const QImage before = stage.table()->viewport()->grab().toImage();
        Annotation note;
        note.modelId = stage.session.state().model;
        note.sampleId = "app-00767";
        note.text = "Income was empty";
        Notebook(stage.store).save(note);
        stage.session.notesChanged();
        QVERIFY(stage.settle());
        QTRY_VERIFY(stage.table()->viewport()->grab().toImage() != before);
        stage.session.apply(
            [](ReviewState& state) { errors::setFilters(state, {"note contains 'income was'"}); });
        QVERIFY(stage.settle());
        QTRY_COMPARE(stage.seen.sampleId, std::string("app-00767"));
    }

    void severalClassesShowBothScores() {
        Stage stage(*demo_);
        QVERIFY(stage.show("hpc-job-runtime", "2.0.0"));
        stage.session.apply([](ReviewState& state) {
            errors::setOption(state, errors::kCell, "label = 'M' and predicted = 'F'");
        });
        stage.pane.show();
        QVERIFY(stage.settle());
        QTRY_COMPARE(stage.table()->total(), 138u);
        QStringList titles;
        for (const CaseColumn& column : stage.header()->columns())
            titles << column.title;
        QVERIFY(titles.contains(QStringLiteral("score of F")));
        QVERIFY(titles.contains(QStringLiteral("score of M")));
        // The surest first.
        const CaseView view(stage.session.run()->request.table, {});
        const double first = view.score(*stage.table()->rowAt(0));
        for (std::size_t place = 1; place < 138; ++place)
            QVERIFY(view.score(*stage.table()->rowAt(place)) <= first);
        QCOMPARE(stage.seen.row, *stage.table()->rowAt(0));
    }

    void anotherModelBringsItsOwnColumns() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        QVERIFY(stage.show("hpc-job-runtime", "2.0.0"));
        stage.session.apply([](ReviewState& state) {
            errors::setFilters(state, {});
            errors::setOption(state, errors::kCell, {});
        });
        QVERIFY(stage.settle());
        QTRY_COMPARE(stage.table()->total(), 4331u);
        for (const CaseColumn& column : stage.header()->columns())
            QVERIFY(column.key != QLatin1String("field:home"));
        QVERIFY(!stage.table()->grab().isNull());
    }

    void strangeTextsStayOnTheirLine() {
        test::TemporaryFolder folder;
        const SystemClock clock;
        const auto store = Store::create(folder / "strange.reckoner", clock);
        test::StagingBuilder builder(folder / "staged");
        const std::vector<std::string> ids = {"<b>bold</b>",    std::string("nul\0here", 8),
                                              "\u202Eevil.exe", "👩‍👩‍👧 family",
                                              "line\nbreak",    std::string(100'000, 'x')};
        test::fillBinaryRun(builder, ids);
        store->publish(builder.staged(), {});
        Executor executor{2};
        ReviewSession session(executor, clock);
        CaseListPane pane(session);
        connect(&session, &ReviewSession::changed, &pane, [&](Aspects aspects) { pane.refresh(aspects); });
        CaseRef seen;
        connect(&pane, &CaseListPane::currentCase, &pane, [&](const CaseRef& ref) { seen = ref; });
        pane.resize(480, 400);
        pane.show();
        session.setStore(store);
        session.apply([](ReviewState& state) { errors::setOption(state, errors::kSort, "row"); });
        auto* table = pane.findChild<CaseTable*>();
        QTRY_COMPARE(table->total(), ids.size());
        QTRY_COMPARE(seen.sampleId, ids[0]);
        for (std::size_t place = 1; place < ids.size(); ++place) {
            pane.step(1);
            QTRY_COMPARE(seen.sampleId, ids[place]);
        }
        // No row is higher than another, and what is painted is plain.
        QTest::keyClick(table, Qt::Key_Home);
        QTRY_VERIFY(table->accessibleDescription().contains(QStringLiteral("<b>bold</b>")));
        QTest::keyClick(table, Qt::Key_Down);
        QTRY_VERIFY(table->accessibleDescription().contains(QStringLiteral("nul␀here")));
        QVERIFY(!table->grab().isNull());
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    reckoner::CaseListTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "case_list_test.moc"
