// Ctrl+K over everything that was written: found as one types, opened where it stands.
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include "core/store/requirement_book.h"
#include "core/store/review_book.h"
#include "tests/ui/demo_session.h"
#include "ui/shell/choice_delegate.h"
#include "ui/shell/go_to_field.h"

namespace reckoner {

class GoToSearchTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::DemoStoreFile> demo_;

    struct Stage : test::DemoSession {
        explicit Stage(const test::DemoStoreFile& demo) : test::DemoSession(demo), field(session) {
            field.show();
        }
        bool ready() { return show("credit-default", "2.0.0") && settle(); }
        // The row of that section whose title begins so; invalid until it is there.
        QModelIndex row(const QString& section, const QString& title) {
            auto* list = field.findChild<QListView*>(QStringLiteral("choices.list"));
            for (int i = 0; i < list->model()->rowCount(); ++i) {
                const QModelIndex index = list->model()->index(i, 0);
                if (index.data(choice_role::kSection).toString() == section &&
                    index.data().toString().startsWith(title))
                    return index;
            }
            return {};
        }
        bool choose(const QString& typed, const QString& section, const QString& title) {
            field.open();
            auto* line = field.findChild<QLineEdit*>(QStringLiteral("choices.field"));
            QTest::keyClicks(line, typed);
            if (!QTest::qWaitFor([&] { return row(section, title).isValid(); }, 10'000)) return false;
            auto* list = field.findChild<QListView*>(QStringLiteral("choices.list"));
            const QModelIndex index = row(section, title);
            list->scrollTo(index);
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
            return true;
        }
        GoToField field;
    };

 private Q_SLOTS:
    void initTestCase() { demo_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { demo_.reset(); }

    void whatWasWrittenOpensWhereItStands() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        QVERIFY(stage.choose(QStringLiteral("job back"), QStringLiteral("decision"),
                             QStringLiteral("v3 until job")));
        QCOMPARE(stage.session.state().page, std::string("record"));
        QCOMPARE(stage.option("record.tab"), std::string("decisions"));
        QCOMPARE(stage.option("record.decision"), std::string("demo-decision-6"));
        QVERIFY(stage.choose(QStringLiteral("gaps mon"), QStringLiteral("action"), QStringLiteral("income")));
        QCOMPARE(stage.option("record.action"), std::string("demo-action-1"));
        QVERIFY(stage.choose(QStringLiteral("dearest missed"), QStringLiteral("note"),
                             QStringLiteral("app-02854")));
        QCOMPARE(stage.session.state().page, std::string("errors"));
        QCOMPARE(stage.option("errors.case"), std::string("app-02854"));
    }

    void aCaseIsFoundByItsIdAlsoWithoutANote() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        stage.session.apply([](ReviewState& state) { state.options["errors.filters"] = "[\"age > 90\"]"; });
        QVERIFY(
            stage.choose(QStringLiteral("APP-0001"), QStringLiteral("case"), QStringLiteral("app-00010")));
        QCOMPARE(stage.option("errors.case"), std::string("app-00010"));
        QVERIFY2(stage.option("errors.filters").empty(), "nothing hides it");
    }

    void placesWithinPagesAreFoundByTheirNames() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        const struct {
            const char* typed;
            const char* section;
            const char* title;
            const char* page;
            const char* option;
            const char* value;
        } places[] = {
            {"fairness", "Segments", "Fairness", "segments", "segments.tab", "fairness"},
            {"coverage", "Segments", "Coverage", "segments", "segments.tab", "coverage"},
            {"tiers", "Decide", "Tiers", "decide", "decide.point", "tiers"},
            {"cost model", "Decide", "Cost model", "decide", "decide.costs", "open"},
            {"policies", "Decide", "Policies", "decide", "decide.pane", "policies"},
            {"compare", "Versions", "Compare", "versions", "versions.tab", ""},
            {"requirements", "Versions", "Requirements", "versions", "versions.tab", "requirements"},
            {"experiments", "Record", "Experiments", "record", "record.tab", "experiments"},
            {"minutes", "Record", "Past reviews", "record", "record.tab", "reviews"},
            {"brief", "Record", "Brief", "record", "record.tab", "brief"},
            {"retraining", "Record", "Brief: Retraining", "record", "record.question", "retrain"},
            {"sign-off", "Errors", "Sign-off", "errors", "errors.view", "sign_off"},
        };
        for (const auto& place : places) {
            QVERIFY2(stage.choose(QLatin1String(place.typed), QLatin1String(place.section),
                                  QLatin1String(place.title)),
                     place.typed);
            QCOMPARE(stage.session.state().page, std::string(place.page));
            QCOMPARE(stage.option(place.option), std::string(place.value));
        }
    }

    void returnTakesTheFirstOneAndNothingIsOfferedBeforeAWordIsTyped() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        stage.field.open();
        QVERIFY(!stage.row(QStringLiteral("Segments"), QStringLiteral("Fairness")).isValid());
        auto* line = stage.field.findChild<QLineEdit*>(QStringLiteral("choices.field"));
        QTest::keyClicks(line, QStringLiteral("fairn"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(stage.session.state().page, std::string("segments"));
        QCOMPARE(stage.option("segments.tab"), std::string("fairness"));
    }

    void aRequirementAndAPastReviewAreOpenedThemselves() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        QVERIFY(stage.choose(QStringLiteral("latency"), QStringLiteral("requirement"),
                             QStringLiteral("Latency p95")));
        QCOMPARE(stage.option("record.tab"), std::string("requirements"));
        const std::string uid = stage.option("record.requirement");
        bool known = false;
        for (const auto& one : RequirementBook(stage.store).inForce(stage.session.state().model))
            known = known || (one.requirement.uid == uid && one.requirement.metric == "latency_p95");
        QVERIFY(known);
        QVERIFY(
            stage.choose(QStringLiteral("review of"), QStringLiteral("review"), QStringLiteral("Review of")));
        QCOMPARE(stage.option("record.tab"), std::string("reviews"));
        QVERIFY(ReviewBook(stage.store).meeting(stage.option("record.review")).has_value());
    }

    void aTermAsksForTheGlossary() {
        Stage stage(*demo_);
        QVERIFY(stage.ready());
        QSignalSpy wanted(&stage.field, &GoToField::termWanted);
        QVERIFY(stage.choose(QStringLiteral("specificity"), QStringLiteral("glossary"),
                             QStringLiteral("Specificity")));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().front().toString(), QStringLiteral("specificity"));
    }
};

}  // namespace reckoner

QTEST_MAIN(reckoner::GoToSearchTest)
#include "go_to_search_test.moc"
