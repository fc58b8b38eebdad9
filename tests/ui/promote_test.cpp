// From a tag, a case, a slice and a segment to the requirement that is written of it.
#include "ui/session/promote.h"

#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

#include "tests/ui/demo_session.h"
#include "tests/ui/window_fixture.h"
#include "ui/pages/errors/case_pane.h"
#include "ui/pages/errors/reasons_pane.h"
#include "ui/pages/page.h"
#include "ui/pages/segments/segment_table.h"
#include "ui/pages/segments/segments_page.h"
#include "ui/pages/segments/slice_table.h"
#include "ui/pages/versions/versions_page.h"
#include "ui/session/selection_desk.h"

namespace reckoner {

class PromoteTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::DemoStoreFile> demo_;

    template <class Shown>
    struct Stage : test::DemoSession {
        explicit Stage(const test::DemoStoreFile& demo) : test::DemoSession(demo), page(session) {
            page.resize(1288, 852);
            QObject::connect(&session, &ReviewSession::changed, &page,
                             [this](Aspects aspects) { page.refresh(aspects); });
            page.show();
        }
        Shown page;
    };

    static bool pick(const QString& text) {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (!menu) return false;
        for (QAction* action : menu->actions())
            if (action->text() == text) {
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                return true;
            }
        menu->close();
        return false;
    }
    static void askForMenu(QWidget* on, const QPoint& at) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, on->mapToGlobal(at));
        QApplication::sendEvent(on, &event);
    }

 private Q_SLOTS:
    void initTestCase() { demo_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { demo_.reset(); }

    void aSegmentOpensTheFormWithItsCohort() {
        Stage<SegmentsPage> stage(*demo_);
        QVERIFY(stage.show("credit-default", "3.0.0"));
        auto* table = stage.page.findChild<SegmentTable*>();
        QTRY_VERIFY_WITH_TIMEOUT(!table->tsv().isEmpty(), 20'000);
        QVERIFY(stage.settle());
        bool found = false;
        for (int y = 40; y < table->viewport()->height() && !found; y += 16) {
            askForMenu(table->viewport(), {60, y});
            found = pick(QStringLiteral("Make it a requirement..."));
        }
        QVERIFY(found);
        QCOMPARE(stage.session.state().page, std::string("versions"));
        QCOMPARE(stage.option("versions.tab"), std::string("requirements"));
        QVERIFY(stage.option(kDraftCohort).find('=') != std::string::npos ||
                stage.option(kDraftCohort).find('>') != std::string::npos);
        QVERIFY(!stage.option(kDraftMetric).empty());
    }

    void aSliceOpensTheFormWithItsCohort() {
        Stage<SegmentsPage> stage(*demo_);
        QVERIFY(stage.show("credit-default", "3.0.0"));
        stage.session.apply([](ReviewState& state) { state.options["segments.tab"] = "slices"; });
        auto* table = stage.page.findChild<SliceTable*>();
        QTRY_VERIFY_WITH_TIMEOUT(stage.settle() && table->isVisible() && !table->tsv().isEmpty(), 20'000);
        bool found = false;
        for (int y = 60; y < table->viewport()->height() && !found; y += 16) {
            askForMenu(table->viewport(), {60, y});
            found = pick(QStringLiteral("Make it a requirement..."));
        }
        QVERIFY(found);
        QVERIFY(!stage.option(kDraftCohort).empty());
        QCOMPARE(stage.option(kDraftMetric), std::string("accuracy"));
        QVERIFY(stage.option(kDraftBecause).find("of 100 of this slice are wrong") != std::string::npos);
    }

    void aTagOpensTheFormWithItsCases() {
        test::DemoSession stage(*demo_);
        QVERIFY(stage.show("credit-default", "2.0.0"));
        ReasonsPane pane(stage.session);
        pane.resize(480, 500);
        pane.show();
        SelectionDesk::of(stage.session);
        QVERIFY(stage.settle());
        pane.refresh(Aspects(Aspect::Store) | Aspect::Notes);
        QTRY_VERIFY_WITH_TIMEOUT(pane.tsv().count(QLatin1Char('\n')) > 1, 20'000);
        const QString tag = pane.tsv().section(QLatin1Char('\n'), 1, 1).section(QLatin1Char('\t'), 0, 0);
        bool found = false;
        for (int y = 40; y < pane.height() && !found; y += 8) {
            askForMenu(&pane, {40, y});
            found = pick(QStringLiteral("Make it a requirement..."));
        }
        QVERIFY(found);
        QVERIFY2(stage.option(kDraftCohort).find(tag.toStdString()) != std::string::npos,
                 stage.option(kDraftCohort).c_str());
    }

    void aCaseOpensTheFormWithItsId() {
        test::DemoSession stage(*demo_);
        QVERIFY(stage.show("credit-default", "2.0.0"));
        CasePane pane(stage.session);
        pane.resize(440, 800);
        pane.show();
        pane.refresh(Aspects(Aspect::Store) | Aspect::Run);
        CaseRef ref;
        ref.row = 7;
        ref.listed = 1;
        ref.place = 1;
        pane.setCase(ref);
        QTRY_VERIFY_WITH_TIMEOUT(pane.facts() != nullptr, 20'000);
        const std::string id = pane.facts()->sampleId;
        QTest::mouseClick(pane.findChild<QPushButton*>(QStringLiteral("caseRequire")), Qt::LeftButton);
        QVERIFY2(stage.option(kDraftCohort).find(id) != std::string::npos,
                 stage.option(kDraftCohort).c_str());
        QCOMPARE(stage.session.state().page, std::string("versions"));
    }

    // What was asked for stands in the sentence; closing the form forgets it.
    void theFormHoldsWhatWasAskedFor() {
        Stage<VersionsPage> stage(*demo_);
        QVERIFY(stage.show("credit-default", "3.0.0"));
        promote(stage.session, {"age > 60", "precision", "3 cases are tagged \u201Cpension\u201D"});
        QVERIFY(stage.settle());
        auto* form = stage.page.findChild<QWidget*>(QStringLiteral("requirementForm"));
        QVERIFY(form);
        QCOMPARE(form->findChild<QLineEdit*>(QStringLiteral("requirementExpression"))->text(),
                 QStringLiteral("age > 60"));
        QCOMPARE(form->findChild<QComboBox*>(QStringLiteral("requirementMetric"))->currentData().toString(),
                 QStringLiteral("precision"));
        QVERIFY(form->findChild<QLineEdit*>(QStringLiteral("requirementBecause"))
                    ->text()
                    .contains(QStringLiteral("pension")));
        QTest::keyClick(form, Qt::Key_Escape);
        QVERIFY(stage.option(kDraftCohort).empty());
        QVERIFY(stage.option(kDraftBecause).empty());
    }

    // What belongs to one model goes with it.
    void optionsOfAModelAreNamed() {
        const auto of = [](const QString& id) {
            for (const PageEntry& entry : pageList())
                if (entry.id == id) return entry.modelOptions;
            return std::vector<std::string>();
        };
        const auto has = [](const std::vector<std::string>& keys, const std::string& key) {
            return std::find(keys.begin(), keys.end(), key) != keys.end();
        };
        for (const char* key : {"versions.by", "versions.sides", "versions.draft"})
            QVERIFY2(has(of(QStringLiteral("versions")), key), key);
        for (const char* key : {"record.decision", "record.action", "record.review"})
            QVERIFY2(has(of(QStringLiteral("record")), key), key);
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    return reckoner::test::runWindowTests<reckoner::PromoteTest>(argc, argv);
}

#include "promote_test.moc"
