// The Today page: what it says when people walk in, and where a press on it leads.
#include "ui/pages/today/today_page.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "core/review/gate_run.h"
#include "core/store/review_book.h"
#include "core/wording/requirement_words.h"
#include "tests/ui/demo_session.h"
#include "ui/pages/today/today_block_view.h"
#include "ui/pages/today/today_headline.h"
#include "ui/pages/today/today_row_button.h"
#include "ui/pages/versions/versions_page.h"
#include "ui/session/meeting_desk.h"
#include "ui/session/point_on_screen.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

class TodayPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::DemoStoreFile> demo_;

    struct Stage : test::DemoSession {
        explicit Stage(const test::DemoStoreFile& demo) : test::DemoSession(demo), page(session) {
            page.resize(1288, 852);
            QObject::connect(&session, &ReviewSession::changed, &page,
                             [this](Aspects aspects) { page.refresh(aspects); });
            page.refresh(Aspects(Aspect::Store) | Aspect::Run | Aspect::Threshold);
            page.show();
            page.activateWindow();
        }
        bool at(const std::string& model, const std::string& version) {
            return show(model, version) && settle();
        }
        TodayHeadline* headline() { return page.findChild<TodayHeadline*>(); }
        TodayBlockView* block(const char* id) {
            return page.findChild<TodayBlockView*>(QStringLiteral("today_") + QLatin1String(id));
        }
        // The rows on the screen, as a screen reader says them.
        QStringList rows(const char* id) {
            QStringList result;
            for (TodayRowButton* row : block(id)->findChildren<TodayRowButton*>())
                if (row->isVisible()) result << row->accessibleName();
            return result;
        }
        TodayRowButton* row(const char* id, const QString& start) {
            for (TodayRowButton* row : block(id)->findChildren<TodayRowButton*>())
                if (row->isVisible() && row->text().startsWith(start)) return row;
            return nullptr;
        }
        // Turns the pages of the block until the row is there.
        TodayRowButton* found(const char* id, const QString& start) {
            auto* more = block(id)->findChild<QPushButton*>(QStringLiteral("todayMore"));
            for (int pages = 0; pages < 8 && !row(id, start) && more->isVisible(); ++pages)
                QTest::mouseClick(more, Qt::LeftButton);
            return row(id, start);
        }
        TodayPage page;
    };

    static QStringList visibleRows(TodayBlockView* block) {
        QStringList rows;
        for (TodayRowButton* row : block->findChildren<TodayRowButton*>())
            if (row->isVisible()) rows << row->text();
        return rows;
    }

 private Q_SLOTS:
    void initTestCase() { demo_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { demo_.reset(); }

    void withoutARunItSaysWhatToDo() {
        Executor executor{2};
        const SystemClock clock;
        ReviewSession session(executor, clock);
        TodayPage page(session);
        page.refresh(Aspect::Store);
        page.show();
        QVERIFY(page.findChild<EmptyState*>()->isVisible());
        QVERIFY(!page.findChild<TodayHeadline*>()->isVisible());
    }

    void theVerdictAndTheMoneyAreThoseOfThePolicyInForce() {
        Stage stage(*demo_);
        QVERIFY(stage.at("credit-default", "2.0.0"));
        stage.session.setThreshold(0.31);
        QVERIFY(stage.settle());
        QCOMPARE(stage.headline()->text(),
                 QStringLiteral("v2 misses too many defaults: it catches 58 of 100."));
        QCOMPARE(stage.headline()->accessibleDescription(),
                 QStringLiteral("Missed defaults cost 64,500 EUR a month, good customers refused 15,200."));
        QCOMPARE(stage.rows("money"), (QStringList{QStringLiteral("policy in force 0.42: 79,700 EUR"),
                                                   QStringLiteral("on the screen 0.31: 64,100 EUR"),
                                                   QStringLiteral("lowest possible 0.26: 61,400 EUR")}));
    }

    // A version in tiers is judged by its tiers on Versions as here, whatever stands on the screen.
    void versionsJudgesRequirementsAsTodayDoes() {
        test::DemoSession demo(*demo_);
        QVERIFY(demo.show("credit-default", "3.0.0"));
        QVERIFY(demo.session.policy() && demo.session.policy()->tiers);
        demo.session.apply([](ReviewState& state) {
            setOneThreshold(state, 0.8);
            state.options["versions.tab"] = "requirements";
        });
        VersionsPage page(demo.session);
        page.refresh(Aspects(Aspect::Store) | Aspect::Run);
        GateRequest request;
        request.store = demo.store;
        request.run = *demo.session.runRow();
        request.today = isoTime(demo.session.clock().now()).substr(0, 10);
        const GateResult gate = gateRun(request);
        const auto said = [&] {
            return page.findChildren<PlainLabel*>(QStringLiteral("requirementStanding"));
        };
        QTRY_COMPARE_WITH_TIMEOUT(said().size(), static_cast<int>(gate.results.size()), 20'000);
        for (std::size_t i = 0; i < gate.results.size(); ++i)
            QVERIFY(said()[static_cast<int>(i)]->text().contains(qt(resultText(gate.results[i]))));
        QVERIFY(page.findChild<PlainLabel*>(QStringLiteral("requirementSummary"))
                    ->text()
                    .contains(QStringLiteral("at its policy in force: 0.35 and 0.65")));
    }

    void aPressOnTheVerdictShowsTheMissedOnes() {
        Stage stage(*demo_);
        QVERIFY(stage.at("credit-default", "2.0.0"));
        QTest::mouseClick(stage.headline(), Qt::LeftButton, {}, {40, 20});
        QCOMPARE(stage.session.state().page, std::string("errors"));
        QCOMPARE(stage.option("errors.cell"), std::string("outcome = missed"));
        QCOMPARE(stage.session.threshold(), 0.42);
        stage.session.back();
        QVERIFY(stage.session.state().page != "errors");
    }

    void aPressOnAnAmountOpensDecideAtThatPoint() {
        Stage stage(*demo_);
        QVERIFY(stage.at("credit-default", "2.0.0"));
        TodayRowButton* lowest = stage.row("money", QStringLiteral("lowest possible"));
        QVERIFY(lowest);
        QTest::mouseClick(lowest, Qt::LeftButton);
        QCOMPARE(stage.session.state().page, std::string("decide"));
        QCOMPARE(stage.session.threshold(), stage.session.run()->best->threshold);
    }

    void whatChangedSinceTheLastReviewIsNamedAndOpensItsRun() {
        Stage stage(*demo_);
        QVERIFY(stage.at("credit-default", "2.0.0"));
        QVERIFY(QTest::qWaitFor([&] { return stage.rows("since").size() > 3; }, 10'000));
        QVERIFY2(stage.block("since")
                     ->findChild<PlainLabel*>(QStringLiteral("todayTitle"))
                     ->text()
                     .contains(QStringLiteral("25 Feb")),
                 "since the last review");
        TodayRowButton* week = stage.row("since", QStringLiteral("Share of defaults: 38 of 100 in W30"));
        QVERIFY2(week, qPrintable(stage.rows("since").join(QLatin1Char('\n'))));
        QTest::mouseClick(week, Qt::LeftButton);
        QCOMPARE(stage.session.runRow()->info.evalSet, std::string("credit-weekly-W30"));
    }

    void whatIsDueIsReachedByTheKeyboard() {
        Stage stage(*demo_);
        QVERIFY(stage.at("credit-default", "2.0.0"));
        QVERIFY(QTest::qWaitFor([&] { return stage.rows("due").size() > 1; }, 10'000));
        TodayRowButton* overdue = stage.found("due", QStringLiteral("Threshold review of v2"));
        QVERIFY(overdue);
        QVERIFY(overdue->accessibleName().contains(QStringLiteral("late")));
        overdue->setFocus();
        QTest::keyClick(overdue, Qt::Key_Space);
        QCOMPARE(stage.session.state().page, std::string("decide"));
        QCOMPARE(stage.option("decide.pane"), std::string("policies"));
    }

    void somethingWrittenElsewhereArrives() {
        Stage stage(*demo_);
        QVERIFY(stage.at("credit-default", "2.0.0"));
        QVERIFY(QTest::qWaitFor([&] { return stage.rows("due").size() > 1; }, 10'000));
        Action action;
        action.modelId = stage.session.state().model;
        action.title = "call the <b>branch</b>";
        action.due = "2024-01-01";
        ReviewBook(stage.store).save(action);
        stage.session.notesChanged();
        QVERIFY(QTest::qWaitFor([&] { return stage.row("due", QStringLiteral("call the <b>branch</b>")); },
                                10'000));
    }

    void whatIsBehindMoreOpensWhereItLeads() {
        Stage stage(*demo_);
        QVERIFY(stage.at("credit-default", "2.0.0"));
        stage.page.resize(1128, 700);
        QVERIFY(QTest::qWaitFor([&] { return stage.rows("since").size() > 2; }, 10'000));
        QVERIFY(!stage.row("since", QStringLiteral("New policy")));
        TodayRowButton* policy = stage.found("since", QStringLiteral("New policy"));
        QVERIFY(policy);
        QTest::mouseClick(policy, Qt::LeftButton);
        QCOMPARE(stage.session.state().page, std::string("decide"));
        QCOMPARE(stage.option("decide.pane"), std::string("policies"));
    }

    // As wide as at 1440 and at 1280: a row is a line, and the texts of a block share one edge.
    void rowsAreOneLineEach() {
        Stage stage(*demo_);
        QVERIFY(stage.at("credit-default", "2.0.0"));
        QVERIFY(QTest::qWaitFor([&] { return stage.rows("requirements").size() > 1; }, 10'000));
        QVERIFY(QTest::qWaitFor([&] { return stage.rows("due").size() > 1; }, 10'000));
        for (const QSize size : {QSize(1288, 852), QSize(1128, 752)}) {
            stage.page.resize(size);
            for (const char* id : {"since", "requirements"})
                for (TodayRowButton* row : stage.block(id)->findChildren<TodayRowButton*>())
                    if (row->isVisible()) QVERIFY2(row->height() <= 50, qPrintable(row->text()));
        }
        TodayRowButton* part = stage.found("requirements", QStringLiteral("Part-time workers\u2019 recall"));
        QVERIFY2(part, qPrintable(stage.rows("requirements").join(QLatin1Char('\n'))));
        QVERIFY2(part->toolTip().contains(QStringLiteral("job = 'partime'")), "in full when one asks");
        QCOMPARE(part->accessibleName().contains(QStringLiteral("job = 'partime'")), true);
    }

    void theButtonPreparesStartsAndResumesTheReview() {
        Stage stage(*demo_);
        QVERIFY(stage.at("credit-default", "2.0.0"));
        auto* button = stage.page.findChild<QPushButton*>(QStringLiteral("todayReview"));
        MeetingDesk& desk = MeetingDesk::of(stage.session);
        QSignalSpy shown(&desk, &MeetingDesk::shown);
        QTRY_VERIFY(button->isVisible());
        QVERIFY(stage.page.rect().contains(button->geometry()));
        for (TodayBlockView* block : stage.page.findChildren<TodayBlockView*>())
            QVERIFY(!block->geometry().intersects(button->geometry()));
        const auto press = [&](const char* text, MeetingDesk::Standing then) {
            QTRY_COMPARE(button->text(), QString::fromLatin1(text));
            QTest::mouseClick(button, Qt::LeftButton);
            QTRY_COMPARE(desk.standing(), then);
            QVERIFY(stage.settle());
        };
        press("Prepare the review", MeetingDesk::Standing::Draft);
        press("Start the review", MeetingDesk::Standing::Running);
        desk.pause();
        QVERIFY(stage.settle());
        press("Resume the review", MeetingDesk::Standing::Running);
        QCOMPARE(shown.count(), 3);
        QTRY_COMPARE(button->text(), QStringLiteral("Go on with the review"));
    }

    // A window of 1024 x 700 with its frame: two rows in each block, and the button.
    void evenAShortPageShowsTwoRowsABlock() {
        Stage stage(*demo_);
        QVERIFY(stage.at("credit-default", "2.0.0"));
        stage.page.resize(872, 612);
        for (const char* id : {"money", "since", "requirements", "due"})
            QTRY_VERIFY2(stage.rows(id).size() >= 2, id);
        auto* button = stage.page.findChild<QPushButton*>(QStringLiteral("todayReview"));
        QVERIFY(button->isVisible());
        QVERIFY(stage.page.rect().contains(button->geometry()));
        QVERIFY(!stage.block("due")->geometry().intersects(button->geometry()));
    }

    void severalClassesAreToldByTheirWrongAnswers() {
        Stage stage(*demo_);
        QVERIFY(stage.at("hpc-job-runtime", "2.0.0"));
        QVERIFY(QTest::qWaitFor(
            [&] { return stage.headline()->text().contains(QStringLiteral("is wrong in")); }, 10'000));
        QVERIFY(stage.headline()->accessibleDescription().contains(QStringLiteral("Most often")));
    }

    void onASmallPageNothingIsCutWithoutSayingSo() {
        Stage stage(*demo_);
        stage.page.resize(1128, 700);
        QVERIFY(stage.at("credit-default", "2.0.0"));
        QVERIFY(QTest::qWaitFor([&] { return stage.rows("since").size() > 1; }, 10'000));
        for (TodayBlockView* block : stage.page.findChildren<TodayBlockView*>()) {
            int shown = 0;
            for (TodayRowButton* row : block->findChildren<TodayRowButton*>()) {
                if (!row->isVisible()) continue;
                ++shown;
                QVERIFY(block->rect().contains(row->geometry()));
            }
            QVERIFY(shown > 0);
            auto* more = block->findChild<QPushButton*>(QStringLiteral("todayMore"));
            if (!more->isVisible()) continue;
            QVERIFY(block->rect().contains(more->geometry()));
            const QStringList first = visibleRows(block);
            QTest::mouseClick(more, Qt::LeftButton);
            QVERIFY2(visibleRows(block) != first, "the others can be read");
        }
    }
};

}  // namespace reckoner

QTEST_MAIN(reckoner::TodayPageTest)
#include "today_page_test.moc"
