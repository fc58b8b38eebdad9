// Chips by mouse and keyboard: what is chosen becomes an expression of the language, and a chip says it in
// words.
#include "ui/pages/errors/filter_chips.h"

#include <memory>

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

#include "tests/ui/demo_session.h"
#include "ui/pages/errors/errors_options.h"
#include "ui/pages/errors/errors_query.h"
#include "ui/pages/errors/filter_chip.h"
#include "ui/pages/errors/filter_popover.h"
#include "ui/shell/choice_delegate.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

class FilterChipsTest : public QObject {
    Q_OBJECT

    struct Stage : test::DemoSession {
        explicit Stage(const test::DemoStoreFile& demo) : DemoSession(demo), chips(session) {
            chips.resize(900, 40);
            QObject::connect(&session, &ReviewSession::changed, &chips,
                             [this](Aspects aspects) { chips.refresh(aspects); });
            chips.show();
        }
        bool openCredit() {
            if (!show("credit-default", "2.0.0")) return false;
            session.apply(
                [](ReviewState& state) { errors::setOption(state, errors::kCell, "outcome = missed"); });
            return settle();
        }
        template <class T>
        T* find(const char* name) {
            T* found = chips.findChild<T*>(QLatin1String(name));
            if (!found) qWarning("no widget %s", name);
            return found;
        }
        FilterChip* chip(int index) {
            return find<FilterChip>(qPrintable(QStringLiteral("chip.%1").arg(index)));
        }
        void openPopover() { QTest::mouseClick(find<QPushButton>("addFilter"), Qt::LeftButton); }
        // Types into the first field and presses Return.
        void type(const QString& text) {
            auto* field = find<QLineEdit>("filter.field");
            field->clear();
            QTest::keyClicks(field, text);
            QTest::keyClick(field, Qt::Key_Return);
        }
        std::vector<std::string> filters() { return errors::filters(session.state()); }
        FilterChips chips;
    };
    using Filters = std::vector<std::string>;

    std::unique_ptr<test::DemoStoreFile> demo_;

 private Q_SLOTS:
    void initTestCase() {
        Theme::instance().setShade(Shade::Light);
        demo_ = std::make_unique<test::DemoStoreFile>();
    }
    void cleanupTestCase() { demo_.reset(); }

    void theCellIsTheFirstChipAndTheCrossTakesItAway() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        QCOMPARE(stage.chip(0)->text(), QStringLiteral("Missed defaults"));
        const QPoint cross(stage.chip(0)->width() - 10, stage.chip(0)->height() / 2);
        QTest::mouseClick(stage.chip(0), Qt::LeftButton, {}, cross);
        QCOMPARE(stage.option("errors.cell"), std::string());
        QCOMPARE(stage.chips.findChildren<FilterChip*>().size() -
                     stage.chips.findChildren<FilterChip*>(QStringLiteral("chip.0")).size(),
                 0);
    }

    void allGoAtOnceFromTwoOn() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        QVERIFY(!stage.find<QPushButton>("clearFilters")->isVisible());
        stage.session.apply([](ReviewState& state) {
            errors::setFilters(state, {"amount >= 500", "job = 'freelance'"});
        });
        QVERIFY(stage.find<QPushButton>("clearFilters")->isVisible());
        QTest::mouseClick(stage.find<QPushButton>("clearFilters"), Qt::LeftButton);
        QCOMPARE(stage.filters(), Filters{});
        QCOMPARE(stage.option("errors.cell"), std::string());
        QVERIFY(!stage.find<QPushButton>("clearFilters")->isVisible());
        stage.session.back();
        QCOMPARE(stage.filters(), (Filters{"amount >= 500", "job = 'freelance'"}));
    }

    void valuesCarryTheirCountsAndTheHintIsOfThisRun() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        stage.openPopover();
        const auto* field = stage.find<QLineEdit>("filter.field");
        const QString hint = field->placeholderText();
        const QString column = hint.section(QStringLiteral(": "), 1).section(QLatin1Char(' '), 0, 0);
        QVERIFY2(stage.session.run()->request.table->find(column.toStdString()), qPrintable(hint));
        stage.type(QStringLiteral("job"));
        auto* list = stage.find<QListWidget>("filter.list");
        QTRY_VERIFY(!list->item(0)->data(choice_role::kSection).toString().isEmpty());
        int all = 0;
        for (int i = 0; i < list->count(); ++i)
            all += list->item(i)->data(choice_role::kSection).toString().remove(QLatin1Char(',')).toInt();
        QCOMPARE(all, 4454);
    }

    void theFormIsAsHighAsWhatItHolds() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        stage.openPopover();
        auto* popover = stage.find<FilterPopover>("filterPopover");
        const int all = popover->height();
        // Nothing blank under the last row: it ends a margin below what it holds.
        const auto tight = [popover](const QWidget* last) {
            const int bottom = last->mapTo(popover, QPoint(0, last->height())).y();
            return popover->height() - bottom <= 24;
        };
        QVERIFY(tight(stage.find<QListWidget>("filter.subjects")));
        QTest::keyClicks(stage.find<QLineEdit>("filter.field"), QStringLiteral("amou"));
        QVERIFY(popover->height() < all);
        QVERIFY(tight(stage.find<QListWidget>("filter.subjects")));
        QTest::keyClick(stage.find<QLineEdit>("filter.field"), Qt::Key_Return);
        QVERIFY(popover->height() < all);
        QVERIFY(tight(stage.find<QPushButton>("filter.add")));
        QTest::mouseClick(stage.find<QPushButton>("filter.back"), Qt::LeftButton);
        QCOMPARE(popover->height(), all);
        stage.type(QStringLiteral("job"));
        QVERIFY(tight(stage.find<QPushButton>("filter.add")));
    }

    void aRangeIsTypedIntoTwoFields() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        stage.openPopover();
        QVERIFY(stage.find<FilterPopover>("filterPopover")->isVisible());
        stage.type(QStringLiteral("amount"));
        QVERIFY(stage.find<QLineEdit>("filter.from")->isVisible());
        QTest::keyClicks(stage.find<QLineEdit>("filter.from"), QStringLiteral("500"));
        QTest::keyClick(stage.find<QLineEdit>("filter.from"), Qt::Key_Return);
        QCOMPARE(stage.filters(), (Filters{"amount >= 500"}));
        QCOMPARE(stage.chip(1)->text(), QStringLiteral("amount from 500"));
        QVERIFY(!stage.find<FilterPopover>("filterPopover")->isVisible());
        // A click on the words changes it in its place.
        QTest::mouseClick(stage.chip(1), Qt::LeftButton, {}, QPoint(20, 12));
        QCOMPARE(stage.find<QLineEdit>("filter.from")->text(), QStringLiteral("500"));
        QTest::keyClicks(stage.find<QLineEdit>("filter.to"), QStringLiteral("1500"));
        QTest::mouseClick(stage.find<QPushButton>("filter.add"), Qt::LeftButton);
        QCOMPARE(stage.filters(), (Filters{"amount between 500 and 1500"}));
    }

    void valuesAreTickedByKeyboardAlone() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        stage.find<QPushButton>("addFilter")->setFocus();
        QTest::keyClick(stage.find<QPushButton>("addFilter"), Qt::Key_Space);
        stage.type(QStringLiteral("job"));
        auto* list = stage.find<QListWidget>("filter.list");
        QVERIFY(list->isVisible());
        QCOMPARE(list->item(0)->text(), QStringLiteral("fixed"));
        QTest::keyClick(list, Qt::Key_Space);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Space);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(stage.filters(), (Filters{"job in ('fixed', 'freelance')"}));
        QCOMPARE(stage.chip(1)->text(), QStringLiteral("job: fixed, freelance"));
        QTest::keyClick(stage.chip(1), Qt::Key_Delete);
        QCOMPARE(stage.filters(), Filters{});
    }

    void anExpressionIsTypedAndAMistakeIsShownInItsPlace() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        stage.openPopover();
        stage.type(QStringLiteral("incme > 100"));
        auto* problem = stage.find<PlainLabel>("filter.typedProblem");
        QVERIFY(problem->isVisible());
        QVERIFY2(problem->text().contains(QStringLiteral("did you mean \"income\"?\n  incme > 100\n  ^")),
                 qPrintable(problem->text()));
        QCOMPARE(stage.filters(), Filters{});
        stage.type(QStringLiteral("income > 100 and home = rent"));
        QCOMPARE(stage.filters(), (Filters{"income > 100 and home = 'rent'"}));
        QVERIFY(!stage.find<FilterPopover>("filterPopover")->isVisible());
    }

    void whatPeopleDidCanBeAskedFor() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        stage.openPopover();
        stage.type(QStringLiteral("note"));
        QTest::keyClick(stage.find<QListWidget>("filter.list"), Qt::Key_Return);
        QCOMPARE(stage.filters(), (Filters{"note is missing"}));
        stage.openPopover();
        stage.type(QStringLiteral("change since"));
        QTest::keyClick(stage.find<QListWidget>("filter.list"), Qt::Key_Return);
        QCOMPARE(stage.filters(), (Filters{"note is missing", "flip = 'broken'"}));
        QCOMPARE(stage.chip(2)->text(), QStringLiteral("broken since v1"));
    }

    void manyChipsTakeAnotherLine() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        const int one = stage.chips.heightForWidth(900);
        stage.session.apply([](ReviewState& state) {
            errors::setFilters(state,
                               {"amount >= 500", "job = 'fixed'", "home = 'rent'", "income is missing"});
        });
        QVERIFY(stage.chips.heightForWidth(300) > one);
        QCOMPARE(stage.chips.heightForWidth(2000), one);
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    reckoner::FilterChipsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "filter_chips_test.moc"
