// Exporting cases: format, which, where; written off the UI thread, nothing replaced unasked.
#include "ui/pages/errors/export_dialog.h"

#include <fstream>
#include <iterator>

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/noted_store.h"
#include "ui/style/theme.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"

namespace reckoner {

class ExportDialogTest : public QObject {
    Q_OBJECT

    struct Scene {
        Scene() {
            cases.run = noted.publish("1.0", {{"=a", "yes", 0.1}, {"b", "no", 0.9}, {"c", "no", 0.2}});
            cases.rows = {1, 0};
            noted.note("=a", "=first");
            dialog = std::make_unique<ExportDialog>(executor, noted.store, cases,
                                                    qt((noted.folder().path() / "cases").string()));
            dialog->show();
        }
        template <class T>
        T* find(const char* name) {
            return dialog->findChild<T*>(QLatin1String(name));
        }
        void click(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
        // The buttons of a choice, from left to right.
        void choose(const char* name, int index) {
            const auto buttons = find<SegmentedChoice>(name)->findChildren<QAbstractButton*>();
            QTest::mouseClick(buttons.at(index), Qt::LeftButton);
        }
        std::string written(const std::string& name) {
            std::ifstream in(noted.folder() / name, std::ios::binary);
            return {std::istreambuf_iterator<char>(in), {}};
        }

        test::NotedStore noted;
        CaseExport cases;
        Executor executor;
        std::unique_ptr<ExportDialog> dialog;
    };

 private Q_SLOTS:
    void writesAPageOfTheListedCases() {
        Scene scene;
        QSignalSpy exported(scene.dialog.get(), &ExportDialog::exported);
        scene.click("exportButton");
        QTRY_VERIFY(!scene.dialog->isVisible());
        QCOMPARE(exported.size(), 1);
        QCOMPARE(exported[0][0].toString(), QStringLiteral("2 cases are in cases.html."));
        const std::string html = scene.written("cases.html");
        QVERIFY(html.find("<bdi>b</bdi>") < html.find("<bdi>=a</bdi>"));
        QVERIFY(html.find("<bdi>c</bdi>") == std::string::npos);
    }

    void theNameFollowsTheFormatAndCsvAsksAboutFormulas() {
        Scene scene;
        QVERIFY(!scene.find<QCheckBox>("exportRaw")->isVisible());
        scene.choose("exportFormat", 2);
        QVERIFY(scene.find<QLineEdit>("exportFile")->text().endsWith(QStringLiteral("/cases.csv")));
        QVERIFY(scene.find<QCheckBox>("exportRaw")->isVisible());
        scene.choose("exportWhich", 1);
        scene.click("exportButton");
        QTRY_VERIFY(!scene.dialog->isVisible());
        const std::string csv = scene.written("cases.csv");
        QVERIFY(csv.find("\n'=a,") != std::string::npos);
        QVERIFY(csv.find("'=first") != std::string::npos);
        QVERIFY(csv.find("\nb,") == std::string::npos);
    }

    void aFileThatIsThereIsNotReplacedUnasked() {
        Scene scene;
        std::ofstream(scene.noted.folder() / "cases.html") << "last week";
        scene.click("exportButton");
        QVERIFY(scene.dialog->isVisible());
        QVERIFY(scene.dialog->findChild<InlineMessage*>()->sentence().contains(QStringLiteral("already")));
        QCOMPARE(scene.written("cases.html"), std::string("last week"));
        scene.click("exportButton");
        QTRY_VERIFY(!scene.dialog->isVisible());
        QVERIFY(scene.written("cases.html") != "last week");
    }

    void whatCannotBeWrittenIsToldAndTheFormStays() {
        Scene scene;
        auto* file = scene.find<QLineEdit>("exportFile");
        file->selectAll();
        QTest::keyClicks(file, QStringLiteral("/nowhere/at/all/cases.md"));
        scene.click("exportButton");
        QTRY_VERIFY(scene.dialog->findChild<InlineMessage*>()->isVisible());
        QVERIFY(scene.dialog->isVisible());
        QTRY_VERIFY(scene.find<QPushButton>("exportButton")->isEnabled());
        file->selectAll();
        QTest::keyClick(file, Qt::Key_Delete);
        QVERIFY(!scene.find<QPushButton>("exportButton")->isEnabled());
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    reckoner::Theme::instance();
    reckoner::ExportDialogTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "export_dialog_test.moc"
