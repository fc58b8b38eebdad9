// The history of policies: what is overdue shows, an older one is adopted again, then and now stand side by
// side.
#include "ui/pages/decide/policy_pane.h"

#include <memory>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include "core/store/policy_book.h"
#include "tests/ui/demo_session.h"
#include "ui/pages/decide/adopt_dialog.h"
#include "ui/pages/decide/decide_page.h"
#include "ui/pages/decide/decide_view.h"
#include "ui/pages/decide/policy_timeline.h"
#include "ui/style/theme.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {

class PolicyPaneTest : public QObject {
    Q_OBJECT

    struct Stage {
        explicit Stage(const test::DemoStoreFile& file) : demo(file) {
            page.resize(1288, 852);
            QObject::connect(&demo.session, &ReviewSession::changed, &page,
                             [this](Aspects aspects) { page.refresh(aspects); });
            page.show();
            shown = demo.show("credit-default", "2.0.0");
        }
        template <class T>
        T* find(const char* name) {
            return page.findChild<T*>(QLatin1String(name));
        }
        void open() {
            QTest::mouseClick(find<QPushButton>("policies"), Qt::LeftButton);
            demo.settle();
        }
        // The rows say what version they are of.
        void choose(const QString& what) {
            auto* list = find<QListWidget>("policyList");
            for (int row = 0; row < list->count(); ++row)
                if (list->item(row)->data(Qt::AccessibleTextRole).toString().startsWith(what)) {
                    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                                      list->visualItemRect(list->item(row)).center());
                    break;
                }
            demo.settle();
        }

        test::DemoSession demo;
        DecidePage page{demo.session};
        bool shown = false;
    };

    std::unique_ptr<test::DemoStoreFile> file_;

 private Q_SLOTS:
    void initTestCase() { file_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { file_.reset(); }

    void anOverdueReviewShowsOnTheButtonAndInTheList() {
        Stage stage(*file_);
        QVERIFY(stage.shown);
        QVERIFY2(stage.find<QPushButton>("policies")->text().contains(QStringLiteral("1 late")),
                 qPrintable(stage.find<QPushButton>("policies")->text()));
        stage.open();
        QVERIFY(stage.find<QWidget>("policyPane")->isVisible());
        QVERIFY(!stage.page.findChild<DecideView*>()->isVisible());
        auto* list = stage.find<QListWidget>("policyList");
        QCOMPARE(list->count(), 6);
        int late = 0;
        for (int row = 0; row < list->count(); ++row)
            late += list->item(row)
                        ->data(Qt::AccessibleTextRole)
                        .toString()
                        .contains(QStringLiteral("review overdue since"));
        QCOMPARE(late, 1);
        QVERIFY(stage.find<QLabel>("policyDue")->text().contains(QStringLiteral("days late")));
        QVERIFY(stage.find<QLabel>("policyDue")->font().weight() >= QFont::DemiBold);
        stage.demo.session.back();
        QVERIFY(stage.page.findChild<DecideView*>()->isVisible());
    }

    void thenAndNowAreOfTheRunOnTheScreen() {
        Stage stage(*file_);
        stage.open();
        QVERIFY(
            QTest::qWaitFor([&] { return !stage.find<QLabel>("policySamples")->text().isEmpty(); }, 20'000));
        QVERIFY2(stage.find<QLabel>("policySamples")
                     ->text()
                     .startsWith(QStringLiteral("The same samples as then.")),
                 qPrintable(stage.find<QLabel>("policySamples")->text()));
        stage.choose(QStringLiteral("v1"));
        QVERIFY(stage.find<QLabel>("policySamples")->text().contains(QStringLiteral("another version")));
        QVERIFY(!stage.find<QPushButton>("policyAgain")->isEnabled());
    }

    // Narrow, a row's interval goes under its figure and the rows grow: the last one stays.
    void theEvidenceHasItsWholeHeight() {
        Stage stage(*file_);
        stage.open();
        QVERIFY(
            QTest::qWaitFor([&] { return !stage.find<QLabel>("policySamples")->text().isEmpty(); }, 20'000));
        auto* table = stage.find<QWidget>("thenNowTable");
        for (const QSize size : {QSize(1600, 900), QSize(1128, 752), QSize(868, 752), QSize(1600, 900)}) {
            stage.page.resize(size);
            QCOMPARE(table->height(), table->sizeHint().height());
        }
    }

    void anOlderOneIsAdoptedAgainWithAReason() {
        Stage stage(*file_);
        stage.open();
        stage.choose(QStringLiteral("v2 refused from 0.50"));
        auto* again = stage.find<QPushButton>("policyAgain");
        QVERIFY(again->isEnabled());
        QTest::mouseClick(again, Qt::LeftButton);
        auto* dialog = stage.page.findChild<AdoptDialog*>();
        QVERIFY(dialog);
        auto* why = dialog->findChild<QPlainTextEdit*>(QStringLiteral("adoptWhy"));
        QVERIFY2(why->toPlainText().startsWith(QStringLiteral("As on 11 January 2026: ")),
                 qPrintable(why->toPlainText()));
        auto* who = dialog->findChild<QLineEdit*>(QStringLiteral("adoptWho"));
        who->clear();
        QTest::keyClicks(who, QStringLiteral("Kim"));
        auto* adopt = dialog->findChild<QPushButton*>(QStringLiteral("adoptButton"));
        QVERIFY(QTest::qWaitFor([&] { return adopt->isEnabled(); }, 20'000));
        QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("adoptFrozen0"))
                    ->text()
                    .contains(QStringLiteral("likely between")));
        QTest::mouseClick(adopt, Qt::LeftButton);
        QVERIFY(stage.demo.settle());
        const auto history = PolicyBook(stage.demo.store).history(stage.demo.session.state().model);
        QCOMPARE(history.size(), std::size_t(7));
        QCOMPARE(history[0].policy.threshold, 0.5);
        QCOMPARE(history[0].policy.who, std::string("Kim"));
        QVERIFY(history[0].evidence);
        QCOMPARE(history[0].evidence->before->point.threshold, 0.42);
        QCOMPARE(stage.find<QListWidget>("policyList")->count(), 7);
        QCOMPARE(stage.demo.session.policy()->threshold, 0.5);
        // The overdue one is no longer in force.
        QCOMPARE(stage.find<QPushButton>("policies")->text(), QStringLiteral("Policies..."));
    }

    void aBarOfTheTimelineChoosesItsPolicy() {
        Stage stage(*file_);
        stage.open();
        const QString before = stage.find<SentenceLabel>("policyTitle")->text();
        auto* timeline = stage.find<PolicyTimeline>("policyTimeline");
        // The first lane is the first version's.
        QTest::mouseClick(timeline, Qt::LeftButton, {}, QPoint(48, 12));
        QVERIFY(stage.find<SentenceLabel>("policyTitle")->text() != before);
        QVERIFY(stage.find<SentenceLabel>("policyTitle")->text().startsWith(QStringLiteral("v1")));
    }

    void anOldThresholdIsShownOnTheCharts() {
        Stage stage(*file_);
        stage.open();
        stage.choose(QStringLiteral("v2 refused from 0.50"));
        QTest::mouseClick(stage.find<QPushButton>("policyShow"), Qt::LeftButton);
        QVERIFY(stage.page.findChild<DecideView*>()->isVisible());
        QCOMPARE(stage.demo.session.threshold(), 0.5);
    }

    void tiersAreAdoptedWithTheirFigures() {
        Stage stage(*file_);
        TierPlan plan;
        plan.cutoffs = {0.3, 0.6};
        plan.tiers = usualTiers(2);
        stage.demo.session.apply([&](ReviewState& state) {
            state.tiers[state.run] = plan;
            state.options["decide.point"] = "tiers";
        });
        auto* button = stage.find<QPushButton>("adoptPolicy");
        QCOMPARE(button->text(), QStringLiteral("Adopt these tiers..."));
        QTest::mouseClick(button, Qt::LeftButton);
        auto* dialog = stage.page.findChild<AdoptDialog*>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("adoptWho")), QStringLiteral("Kim"));
        QTest::keyClicks(dialog->findChild<QPlainTextEdit*>(QStringLiteral("adoptWhy")),
                         QStringLiteral("two desks"));
        auto* adopt = dialog->findChild<QPushButton*>(QStringLiteral("adoptButton"));
        QVERIFY(QTest::qWaitFor([&] { return adopt->isEnabled(); }, 20'000));
        QTest::mouseClick(adopt, Qt::LeftButton);
        QVERIFY(stage.demo.settle());
        QVERIFY(stage.demo.session.policy()->tiers == plan);
        QVERIFY(stage.find<SentenceLabel>("secondLine")
                    ->text()
                    .startsWith(QStringLiteral("This is the policy in")));
        QVERIFY(!button->isEnabled());
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    reckoner::Theme::instance();
    reckoner::PolicyPaneTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "policy_pane_test.moc"
