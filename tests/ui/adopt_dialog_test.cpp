// Adopting a policy: who and why are asked, and nothing typed is lost when it cannot be stored.
#include "ui/pages/decide/adopt_dialog.h"

#include <optional>

#include <QApplication>
#include <QDate>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include "core/base/error.h"
#include "ui/style/theme.h"
#include "ui/widgets/inline_message.h"

namespace reckoner {

class AdoptDialogTest : public QObject {
    Q_OBJECT

    static AdoptDialog::Request request() {
        return {QStringLiteral("From 0.310 up, applications are refused."),
                {QStringLiteral("It costs 64,100 EUR a month.")},
                {},
                {},
                {},
                QDate(2026, 5, 1)};
    }

    static void type(AdoptDialog& dialog) {
        QTest::keyClicks(dialog.findChild<QLineEdit*>(QStringLiteral("adoptWho")), QStringLiteral("Kim"));
        QTest::keyClicks(dialog.findChild<QPlainTextEdit*>(QStringLiteral("adoptWhy")),
                         QStringLiteral("cheaper"));
    }

 private Q_SLOTS:
    void storesWhatWasTyped() {
        std::optional<Policy> stored;
        AdoptDialog dialog(request(), [&](const Policy& policy) { stored = policy; });
        dialog.show();
        auto* adopt = dialog.findChild<QPushButton*>(QStringLiteral("adoptButton"));
        QVERIFY2(!adopt->isEnabled(), "who and why come first");
        auto* missing = dialog.findChild<QLabel*>(QStringLiteral("adoptMissing"));
        QVERIFY(missing->text().contains(QStringLiteral("Who decides")));
        type(dialog);
        QCOMPARE(missing->text(), QString());
        QTest::mouseClick(adopt, Qt::LeftButton);
        QVERIFY(stored);
        QCOMPARE(stored->who, std::string("Kim"));
        QCOMPARE(stored->why, std::string("cheaper"));
        QCOMPARE(stored->reviewBy, std::string("2026-05-01"));
        QVERIFY(!dialog.isVisible());
    }

    void showsWhatIsFrozenAndWaitsForIt() {
        int stored = 0;
        AdoptDialog dialog(request(), [&](const Policy&) { ++stored; });
        dialog.setWaiting();
        dialog.show();
        type(dialog);
        auto* adopt = dialog.findChild<QPushButton*>(QStringLiteral("adoptButton"));
        QVERIFY(!adopt->isEnabled());
        QVERIFY(dialog.findChild<QLabel*>(QStringLiteral("adoptMissing"))
                    ->text()
                    .contains(QStringLiteral("being counted")));
        dialog.setFrozen({QStringLiteral("It costs 64,100 EUR a month, likely between 59,800 and 68,800.")});
        QCOMPARE(dialog.findChild<QLabel*>(QStringLiteral("adoptFrozen0"))->text(),
                 QStringLiteral("It costs 64,100 EUR a month, likely between 59,800 and 68,800."));
        QVERIFY(!dialog.findChild<QLabel*>(QStringLiteral("adoptFrozen1"))->isVisible());
        QTest::mouseClick(adopt, Qt::LeftButton);
        QCOMPARE(stored, 1);
    }

    void keepsWhatWasTypedWhenItCannotBeStored() {
        AdoptDialog dialog(request(),
                           [](const Policy&) { throw Error(ErrorCode::Store, "The disk is full."); });
        dialog.show();
        type(dialog);
        QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("adoptButton")), Qt::LeftButton);
        QVERIFY(dialog.isVisible());
        QCOMPARE(dialog.findChild<InlineMessage*>()->sentence(), QStringLiteral("The disk is full."));
        QCOMPARE(dialog.findChild<QPlainTextEdit*>(QStringLiteral("adoptWhy"))->toPlainText(),
                 QStringLiteral("cheaper"));
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    reckoner::Theme::instance();
    reckoner::AdoptDialogTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "adopt_dialog_test.moc"
