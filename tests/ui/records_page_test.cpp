// The Record page: written through its forms, read as a history, and not lost.
#include "ui/pages/record/records_page.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCalendarWidget>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include "tests/ui/demo_session.h"
#include "ui/pages/record/record_form.h"
#include "ui/pages/record/record_view.h"
#include "ui/paper/report_desk.h"
#include "ui/session/kept_fields.h"
#include "ui/session/review_desk.h"
#include "ui/session/writer_name.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/difference_label.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/then_now_table.h"

namespace reckoner {

class RecordsPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::DemoStoreFile> demo_;

    struct Stage : test::DemoSession {
        explicit Stage(const test::DemoStoreFile& demo) : test::DemoSession(demo), page(session) {
            giveWriterName("Product");
            page.resize(1288, 852);
            QObject::connect(&session, &ReviewSession::changed, &page,
                             [this](Aspects aspects) { page.refresh(aspects); });
            page.refresh(Aspects(Aspect::Store) | Aspect::Run);
            page.show();
            page.activateWindow();
        }
        bool ready() { return show("credit-default", "2.0.0") && settle(); }
        bool openTab(int index) {
            QTest::mouseClick(page.findChild<QAbstractButton*>(QStringLiteral("pageTab%1").arg(index)),
                              Qt::LeftButton);
            return settle();
        }
        QListWidget* list(const char* name) { return page.findChild<QListWidget*>(QLatin1String(name)); }
        QPushButton* button(const char* name) { return page.findChild<QPushButton*>(QLatin1String(name)); }
        QString shownText(const char* name) {
            for (PlainLabel* label : page.findChildren<PlainLabel*>(QLatin1String(name)))
                if (label->isVisible()) return label->text();
            return {};
        }
        void press(const char* name) { QTest::mouseClick(button(name), Qt::LeftButton); }
        RecordForm* form() { return page.findChild<RecordForm*>(); }
        template <class Editor>
        Editor* field(const char* id) {
            return form()->findChild<Editor*>(QStringLiteral("record_") + QLatin1String(id));
        }
        void type(const char* id, const QString& text) {
            QWidget* editor = form()->findChild<QWidget*>(QStringLiteral("record_") + QLatin1String(id));
            editor->setFocus();
            QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(editor, text);
        }
        bool saveForm() {
            QTest::mouseClick(form()->findChild<QPushButton*>(QStringLiteral("recordFormSave")),
                              Qt::LeftButton);
            return QTest::qWaitFor([this] { return !form() || !form()->isVisible(); }, 10'000) && settle();
        }
        const ReviewRecords& records() { return ReviewDesk::of(session).records(); }
        RecordsPage page;
    };

 private Q_SLOTS:
    void initTestCase() { demo_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { demo_.reset(); }

    void aDecisionIsRecordedWithItsEvidenceAndOpensAsItWas() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        stage.session.setThreshold(0.31);
        QVERIFY(stage.openTab(3));
        QCOMPARE(stage.list("decisionsList")->count(), 6);
        stage.press("decisionsNew");
        QVERIFY(stage.form());
        stage.type("title", QStringLiteral("Try <b>0.31</b> for a month"));
        stage.type("reason", QStringLiteral("It costs 15,600 less."));
        stage.type("revisit", QStringLiteral("2026-04-30"));
        QVERIFY(stage.saveForm());
        QVERIFY(QTest::qWaitFor([&] { return stage.list("decisionsList")->count() == 7; }, 10'000));
        QCOMPARE(stage.shownText("recordTitle"), QStringLiteral("Try <b>0.31</b> for a month"));
        QVERIFY(!stage.records().decisions.front().evidence.empty());
        const auto* table = stage.page.findChild<ThenNowTable*>();
        QVERIFY(QTest::qWaitFor(
            [&] { return table->accessibleDescription().contains(QStringLiteral("64,100")); }, 10'000));

        stage.session.setThreshold(0.5);
        QTest::mouseClick(stage.button("decisionOpen"), Qt::LeftButton);
        QCOMPARE(stage.session.state().page, std::string("decide"));
        QCOMPARE(stage.session.threshold(), 0.31);
    }

    // Of the decision made while comparing with nothing.
    void whatWasComparedWithComesBackWhenAViewOfThenIsLeft() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        const RunId run = stage.session.state().run, usual = stage.session.state().baseline;
        QVERIFY(usual != 0);
        stage.session.apply([](ReviewState& state) { state.baseline = 0; });
        QVERIFY(stage.settle());
        QVERIFY(stage.openTab(3));
        stage.press("decisionsNew");
        stage.type("title", QStringLiteral("Alone"));
        stage.type("reason", QStringLiteral("Nothing to compare with yet."));
        QVERIFY(stage.saveForm());
        QVERIFY(QTest::qWaitFor([&] { return stage.list("decisionsList")->count() == 7; }, 10'000));
        RunId other = 0;
        for (const RunRow& row : stage.session.contents().runs)
            if (row.modelId == stage.session.state().model && row.info.id != run && row.info.id != usual)
                other = row.info.id;
        QVERIFY(other != 0);
        const std::vector<std::function<void()>> ways{
            [&] { stage.session.back(); },
            [&] { stage.session.apply([&](ReviewState& state) { state.run = other; }); },
            [&] { stage.session.apply([](ReviewState& state) { state.page = "record"; }); },
        };
        for (const auto& leave : ways) {
            stage.session.apply([&](ReviewState& state) {
                state.run = run;
                state.page = "record";
            });
            stage.session.apply([&](ReviewState& state) { state.baseline = usual; });
            QVERIFY(stage.settle());
            stage.press("decisionOpen");
            QCOMPARE(stage.session.state().page, std::string("decide"));
            QCOMPARE(stage.session.state().baseline, RunId{0});
            stage.session.apply([](ReviewState& state) { state.page = "versions"; });
            QCOMPARE(stage.session.state().baseline, RunId{0});
            stage.session.back();
            leave();
            QCOMPARE(stage.session.state().baseline, usual);
        }
        // Chosen there, it is a choice.
        stage.session.apply([&](ReviewState& state) {
            state.run = run;
            state.page = "record";
        });
        QVERIFY(stage.settle());
        stage.press("decisionOpen");
        stage.session.apply([&](ReviewState& state) { state.baseline = other; });
        stage.session.apply([](ReviewState& state) { state.page = "today"; });
        QCOMPARE(stage.session.state().baseline, other);
    }

    void aDecisionIsBegunFromAnotherPageAndKeepsThatView() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        stage.session.apply([](ReviewState& state) {
            state.page = "record";
            state.options["record.tab"] = "decisions";
            state.options["record.form"] = "decision";
            state.options["record.from"] = "segments";
        });
        QVERIFY(QTest::qWaitFor([&] { return stage.form() && stage.form()->isVisible(); }, 10'000));
        QCOMPARE(stage.option("record.form"), std::string());
        stage.type("title", QStringLiteral("tenants are looked at apart"));
        stage.type("reason", QStringLiteral("as the segments show"));
        stage.type("tripwire", QStringLiteral("recall for home = 'rent' falls below 99 %"));
        QVERIFY(stage.saveForm());
        QVERIFY(QTest::qWaitFor([&] { return stage.records().decisions.size() == 7; }, 10'000));
        const Decision& decision = stage.records().decisions.front();
        QCOMPARE(decision.tripwire.metric, std::string("recall"));
        QCOMPARE(decision.tripwire.cohort, std::string("home = 'rent'"));
        QCOMPARE(stage.page.window()->focusWidget(), stage.list("decisionsList"));
        QTest::mouseClick(stage.button("decisionOpen"), Qt::LeftButton);
        QCOMPARE(stage.session.state().page, std::string("segments"));
    }

    void aTripwireThatIsNoneIsSaidInTheForm() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        QVERIFY(stage.openTab(3));
        stage.press("decisionsNew");
        stage.type("title", QStringLiteral("x"));
        stage.type("reason", QStringLiteral("y"));
        stage.type("tripwire", QStringLiteral("if all goes wrong"));
        QTest::mouseClick(stage.form()->findChild<QPushButton*>(QStringLiteral("recordFormSave")),
                          Qt::LeftButton);
        QVERIFY(stage.form()->findChild<InlineMessage*>()->sentence().contains(
            QStringLiteral("if all goes wrong")));
    }

    void aTripwireSaysWhereItsFigureStandsNow() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        stage.session.apply([](ReviewState& state) {
            state.options["record.tab"] = "decisions";
            state.options["record.decision"] = "demo-decision-4";
        });
        const auto said = [&] {
            for (PlainLabel* label : stage.page.findChildren<PlainLabel*>(QStringLiteral("recordValue")))
                if (label->text().contains(QStringLiteral("it is 0.382 in credit-weekly-W30"))) return true;
            return false;
        };
        QVERIFY(QTest::qWaitFor(said, 20'000));
    }

    void aDayIsChosenFromACalendar() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        QVERIFY(stage.openTab(3));
        stage.press("decisionsNew");
        auto* field = stage.field<DateField>("revisit");
        QVERIFY(field);
        QTest::keyClick(field, Qt::Key_Down, Qt::AltModifier);
        QVERIFY(field->calendar() && field->calendar()->isVisible());
        QCOMPARE(field->calendar()->selectedDate(), QDate(2026, 3, 4));
        QTest::keyClick(field->calendar()->findChild<QAbstractItemView*>(), Qt::Key_Right);
        QTest::keyClick(field->calendar()->findChild<QAbstractItemView*>(), Qt::Key_Return);
        QCOMPARE(field->text(), QStringLiteral("2026-03-05"));
        QVERIFY(!field->calendar()->isVisible());
    }

    void minutesAreCopiedForAMailAndSavedAsPages() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        QVERIFY(stage.openTab(6));
        stage.press("reviewCopy");
        QVERIFY(QTest::qWaitFor(
            [] {
                const QMimeData* data = QGuiApplication::clipboard()->mimeData();
                return data && data->hasHtml();
            },
            20'000));
        const QMimeData* mail = QGuiApplication::clipboard()->mimeData();
        for (const QString& text : {mail->html(), mail->text()}) {
            QVERIFY(text.contains(QStringLiteral("That nobody asked for the threshold.")));
            QVERIFY(text.contains(QStringLiteral("v2 stays at 0.42 for now")));
        }
        QVERIFY(!mail->html().contains(QStringLiteral("<svg")));
        QVERIFY(!mail->text().contains(QLatin1Char('<')));
        ReportRequest request;
        request.kind = ReportKind::Minutes;
        request.review = stage.records().meetings.front().id;
        for (const char* name : {"minutes.pdf", "minutes.html", "minutes.md"}) {
            const std::filesystem::path file = stage.folder / name;
            QString said;
            ReportDesk::of(stage.session)
                .saveAs(request, qt(file.string()),
                        [&said](const QString& sentence, bool done) { said = done ? sentence : QString(); });
            QVERIFY(QTest::qWaitFor([&] { return !said.isEmpty(); }, 20'000));
            QVERIFY2(std::filesystem::exists(file), qPrintable(said));
            QVERIFY(std::filesystem::file_size(file) > 2'000);
        }
    }

    void whatIsMissingIsSaidInTheFormAndNothingIsLost() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        QVERIFY(stage.openTab(3));
        stage.press("decisionsNew");
        stage.type("title", QStringLiteral("v3 waits"));
        QTest::mouseClick(stage.form()->findChild<QPushButton*>(QStringLiteral("recordFormSave")),
                          Qt::LeftButton);
        QVERIFY(stage.form()->findChild<InlineMessage*>()->sentence().contains(QStringLiteral("reason")));
        // The window goes; what was typed stands there again.
        delete stage.form();
        stage.press("decisionsNew");
        QCOMPARE(stage.field<QLineEdit>("title")->text(), QStringLiteral("v3 waits"));
        QTest::keyClick(stage.form(), Qt::Key_Escape);
        QVERIFY(QTest::qWaitFor([&] { return !stage.form(); }, 5'000));
        QCOMPARE(stage.list("decisionsList")->count(), 6);
    }

    void aReplacedDecisionStaysAndSaysByWhat() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        QVERIFY(stage.openTab(3));
        const std::string uid = stage.records().decisions.front().uid;
        stage.press("decisionReplace");
        stage.type("title", QStringLiteral("v3 may go on trial"));
        stage.type("reason", QStringLiteral("job is back"));
        QVERIFY(stage.saveForm());
        QVERIFY(QTest::qWaitFor([&] { return stage.records().decisions.size() == 7; }, 10'000));
        QCOMPARE(stage.records().decisions.front().supersedes, uid);
        QTest::keyClick(stage.list("decisionsList"), Qt::Key_Down);
        QVERIFY(!stage.button("decisionReplace")->isEnabled());
    }

    void anActionIsWrittenClosedAndOpenedAgain() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        QVERIFY(stage.openTab(4));
        stage.press("actionsNew");
        stage.type("title", QStringLiteral("call the branch"));
        stage.type("owner", QStringLiteral("Risk"));
        stage.type("due", QStringLiteral("2026-04-01"));
        QVERIFY(stage.saveForm());
        QVERIFY(QTest::qWaitFor(
            [&] { return stage.shownText("recordTitle") == QStringLiteral("call the branch"); }, 10'000));
        stage.press("actionDone");
        QVERIFY(QTest::qWaitFor([&] { return openActions(stage.records().actions).size() == 2; }, 10'000));
        QCOMPARE(stage.button("actionDone")->text(), QStringLiteral("Open again"));
        stage.press("actionDone");
        QVERIFY(QTest::qWaitFor([&] { return openActions(stage.records().actions).size() == 3; }, 10'000));
    }

    void actionsAreOrderedAndOpenWhatTheyAreAbout() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        QVERIFY(stage.openTab(4));
        QListWidget* list = stage.list("actionsList");
        const auto titles = [&] {
            QStringList all;
            for (int i = 0; i < list->count(); ++i)
                all << list->item(i)->data(Qt::AccessibleTextRole).toString().section(QLatin1Char(':'), 0, 0);
            return all;
        };
        const QStringList byDay = titles();
        auto* order = stage.page.findChild<SegmentedChoice*>(QStringLiteral("actionOrder"));
        QVERIFY(order);
        QTest::mouseClick(order->findChildren<QAbstractButton*>().at(2), Qt::LeftButton);
        QVERIFY(stage.settle());
        QCOMPARE(stage.option("record.order"), std::string("kind"));
        QVERIFY(titles() != byDay);
        QCOMPARE(titles().size(), byDay.size());
        QTest::mouseClick(order->findChildren<QAbstractButton*>().at(0), Qt::LeftButton);
        QVERIFY(stage.settle());
        QCOMPARE(titles(), byDay);
        // The first one is about a tag.
        QVERIFY(stage.button("actionLink0"));
        stage.press("actionLink0");
        QCOMPARE(stage.session.state().page, std::string("errors"));
        QVERIFY(QString::fromStdString(stage.option("errors.filters"))
                    .contains(QStringLiteral("income missing")));
    }

    void experimentsAreFoundByAnyWord() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        QVERIFY(stage.openTab(5));
        QCOMPARE(stage.list("experimentsList")->count(), 2);
        auto* search = stage.page.findChild<QLineEdit*>(QStringLiteral("recordSearch"));
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("not work"));
        QCOMPARE(stage.list("experimentsList")->count(), 1);
        QTest::keyClicks(search, QStringLiteral(" zzz"));
        QVERIFY(stage.shownText("recordEmpty").contains(QStringLiteral("No experiment")));
    }

    void anAnswerOfTheBriefIsKeptWhileTypedAndShowsWhatChanged() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        auto* list = stage.list("briefList");
        QCOMPARE(list->count(), 15);
        int success = 0;
        while (briefQuestions()[static_cast<std::size_t>(success)].id != "success")
            ++success;
        list->setFocus();
        for (int i = 0; i < success; ++i)
            QTest::keyClick(list, Qt::Key_Down);
        auto* editor = stage.page.findChild<QPlainTextEdit*>(QStringLiteral("briefAnswer"));
        QVERIFY(editor->toPlainText().startsWith(QStringLiteral("70 of 100 defaults caught;")));
        QVERIFY2(stage.page.findChild<DifferenceLabel*>(QStringLiteral("briefVersion1"))
                     ->accessibleName()
                     .contains(QStringLiteral("(removed:")),
                 "the version before is shown with what changed");
        editor->setFocus();
        QTest::keyClick(editor, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClicks(editor, QStringLiteral("At least "));
        QVERIFY(KeptFields::of(stage.session).any(QStringLiteral("brief/")));
        QVERIFY(stage.shownText("briefState").contains(QStringLiteral("Not saved yet")));
        QTest::mouseClick(stage.button("briefSave"), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return !KeptFields::of(stage.session).any(QStringLiteral("brief/")); },
                                10'000));
        QVERIFY(stage.settle());
        const auto answers =
            answersInForce(ReviewBook(stage.store).briefHistory(stage.session.state().model));
        QVERIFY(std::any_of(answers.begin(), answers.end(), [](const BriefAnswer& answer) {
            return answer.text.starts_with("At least 70 of 100");
        }));
    }

    void requirementsAndPoliciesReadAsAHistory() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        QVERIFY(stage.openTab(1));
        QVERIFY(stage.list("requirementsList")->count() >= 3);
        QVERIFY(!stage.shownText("recordTitle").isEmpty());
        stage.press("requirementOpen");
        QCOMPARE(stage.option("versions.tab"), std::string("requirements"));
        QVERIFY(stage.openTab(2));
        QVERIFY(stage.list("policiesList")->count() >= 3);
        stage.press("policyOpen");
        QCOMPARE(stage.option("decide.pane"), std::string("policies"));
    }
    void pastReviewsListTheirPoints() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        QVERIFY(stage.openTab(6));
        QCOMPARE(stage.list("reviewsList")->count(), 2);
        QCOMPARE(stage.shownText("recordTitle"), QStringLiteral("Review of 25 February"));
        QTest::keyClick(stage.list("reviewsList"), Qt::Key_Down);
        QCOMPARE(stage.shownText("recordTitle"), QStringLiteral("Review of 24 January"));
    }
};

}  // namespace reckoner

QTEST_MAIN(reckoner::RecordsPageTest)
#include "records_page_test.moc"
