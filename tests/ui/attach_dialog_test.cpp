// Attaching what became known later: the file's columns are shown, chosen, joined, and it can be taken back.
#include "ui/import/attach_dialog.h"

#include <fstream>

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "core/store/attachments.h"
#include "tests/support/noted_store.h"
#include "ui/import/attach_desk.h"
#include "ui/session/review_session.h"
#include "ui/style/theme.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

class AttachDialogTest : public QObject {
    Q_OBJECT

    struct Scene {
        Scene() {
            noted.publish("1.0", {{"a", "yes", 0.9}, {"b", "", 0.8}, {"c", "no", 0.2}});
            session.setStore(noted.store);
            window.show();
            QObject::connect(
                &desk, &AttachDesk::news,
                [this](const QString& sentence, const QString&, const std::function<void()>& act) {
                    said = sentence;
                    action = act;
                });
        }
        void open(const std::string& content) {
            std::ofstream(noted.folder() / "later.csv", std::ios::binary) << content;
            desk.attach(noted.folder() / "later.csv");
            QTRY_VERIFY(dialog() != nullptr);
            QTRY_VERIFY(dialog()->isVisible());
        }
        AttachDialog* dialog() { return window.findChild<AttachDialog*>(); }
        QComboBox* role(int row) {
            return dialog()->findChild<QComboBox*>(QStringLiteral("role.%1").arg(row));
        }
        void choose(int row, const QString& title) {
            QComboBox* combo = role(row);
            combo->setFocus();
            combo->setCurrentIndex(combo->findText(title));
            Q_EMIT combo->activated(combo->currentIndex());
        }
        QPushButton* begin() { return dialog()->findChild<QPushButton*>(QStringLiteral("attach.begin")); }

        test::NotedStore noted;
        Executor executor;
        SystemClock clock;
        QWidget window;
        ReviewSession session{executor, clock};
        AttachDesk desk{executor, session, &window};
        QString said;
        std::function<void()> action;
    };

 private Q_SLOTS:
    void joinsTheColumnsThatWereChosenAndCanBeTakenBack() {
        Scene scene;
        scene.open("id,label,team,score\nb,yes,north,0.1\nc,no,south,0.2\nzz,no,south,0.3\n");
        QCOMPARE(scene.role(0)->currentText(), QStringLiteral("Sample id"));
        QCOMPARE(scene.role(1)->currentText(), QStringLiteral("Right answer"));
        QVERIFY2(scene.role(3)->findText(QStringLiteral("Score")) < 0, "a score is the run's own");
        scene.choose(2, QStringLiteral("Segment"));
        scene.choose(3, QStringLiteral("Leave out"));
        QVERIFY(scene.begin()->isEnabled());
        QTest::mouseClick(scene.begin(), Qt::LeftButton);
        QTRY_COMPARE(scene.said,
                     QStringLiteral("Attached to 2 samples: label, team. 1 id is no sample of this "
                                    "model."));
        QCOMPARE(scene.noted.store->run(1)->info.scored, std::uint64_t{3});
        QTRY_VERIFY(scene.dialog() == nullptr || !scene.dialog()->isVisible());
        scene.action();
        QTRY_COMPARE(scene.said, QStringLiteral("It is taken back."));
        QCOMPARE(scene.noted.store->run(1)->info.scored, std::uint64_t{2});
    }

    void saysWhatIsMissingAndWhatTheStoreRefuses() {
        Scene scene;
        scene.open("key,label\nx,yes\ny,no\n");
        scene.choose(0, QStringLiteral("Leave out"));
        QVERIFY(!scene.begin()->isEnabled());
        QVERIFY(scene.dialog()
                    ->findChild<QLabel*>(QStringLiteral("attach.state"))
                    ->text()
                    .contains(QStringLiteral("id")));
        scene.choose(0, QStringLiteral("Sample id"));
        scene.choose(1, QStringLiteral("Right answer"));
        QTest::mouseClick(scene.begin(), Qt::LeftButton);
        auto* message = scene.dialog()->findChild<InlineMessage*>();
        QTRY_VERIFY(message->isVisible());
        QVERIFY(message->sentence().contains(QStringLiteral("None of the 2 ids")));
        QVERIFY(scene.dialog()->isVisible());
        QVERIFY(Attachments(scene.noted.store).list().empty());
        QTest::mouseClick(scene.dialog()->findChild<QPushButton*>(QStringLiteral("attach.cancel")),
                          Qt::LeftButton);
    }

    void aFileThatIsNoTableIsExplained() {
        Scene scene;
        std::ofstream(scene.noted.folder() / "x.csv") << "";
        scene.desk.attach(scene.noted.folder() / "x.csv");
        QTRY_VERIFY(scene.said.contains(QStringLiteral("empty")));
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    reckoner::Theme::instance();
    reckoner::AttachDialogTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "attach_dialog_test.moc"
