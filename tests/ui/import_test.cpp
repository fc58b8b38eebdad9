#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>

#include "core/base/recent_stores.h"
#include "core/store/notebook.h"
#include "tests/ui/window_fixture.h"
#include "ui/import/column_table.h"
#include "ui/import/import_dialog.h"
#include "ui/widgets/inline_message.h"

namespace reckoner {

using test::ShownWindow;

namespace {

// A dull but honest run: id, label, score, a segment, an amount.
std::string csvRun(int rows, double shift = 0) {
    std::string text = "sample_id,label,score,country,amount\n";
    for (int i = 0; i < rows; ++i) {
        const bool positive = i % 4 == 0;
        const double score = std::min(0.999, ((i * 37) % 100) / 150.0 + (positive ? 0.3 : 0) + shift);
        text += "c" + std::to_string(i) + "," + (positive ? "yes" : "no") + "," + std::to_string(score) +
                "," + (i % 3 ? "DE" : "FR") + "," + std::to_string(100 + i) + "\n";
    }
    return text;
}

std::string manifestOf(const std::string& version) {
    return "{\"schema\": \"model-review-run/1\", \"model_name\": \"loans\", \"model_version\": \"" + version +
           "\", \"eval_set\": \"may\", \"positive_class\": \"yes\", \"classes\": [\"no\", \"yes\"], "
           "\"columns\": {\"id\": \"sample_id\", \"label\": \"label\", \"score\": \"score\", "
           "\"segments\": [\"country\"], \"amount\": \"amount\"}}";
}

void drop(QWidget& window, const std::vector<std::filesystem::path>& files) {
    QMimeData data;
    QList<QUrl> urls;
    for (const auto& file : files)
        urls << QUrl::fromLocalFile(QString::fromStdString(file.string()));
    data.setUrls(urls);
    const QPoint middle = window.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent release(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &release);
    QVERIFY(release.isAccepted());
}

}  // namespace

class ImportTest : public QObject {
    Q_OBJECT
 private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<test::TemporaryFolder>();
        store_ = Store::create(*folder_ / "mine.reckoner", test::SmallStore::clock());
    }
    void cleanup() {
        store_.reset();
        folder_.reset();
    }
    void aDroppedFileIsShownThenImportedThenOnTheScreen();
    void theFirstRunAsksWhatAMistakeIsWorth();
    void skippedQuestionsStaySkipped();
    void aRoleCanBeChangedAndTheFileIsPlannedAnew();
    void withoutALabelNothingCanBeImported();
    void aFileThatIsNoRunIsExplainedAndChangesNothing();
    void aLabelThatIsNotGuessedIsPickedByHand();
    void theSameFileAgainIsAskedAbout();
    void aManifestAnswersEverything();
    void aNewVersionLeadsWithWhatBecameOfTheCases();
    void severalFilesQueueUp();
    void withoutAStoreOneIsMadeForTheRun();
    void aDroppedStoreIsOpened();

 private:
    static ImportDialog* dialog(ShownWindow& w) {
        for (auto* each : w.window.findChildren<ImportDialog*>())
            if (each->isVisible()) return each;
        return nullptr;
    }
    static QPushButton* begin(ShownWindow& w) {
        return dialog(w)->findChild<QPushButton*>(QStringLiteral("import.begin"));
    }
    static void type(ShownWindow& w, const char* field, const QString& text) {
        auto* widget = dialog(w)->findChild<QWidget*>(QLatin1String(field));
        QVERIFY(widget);
        if (auto* combo = qobject_cast<QComboBox*>(widget)) widget = combo->lineEdit();
        qobject_cast<QLineEdit*>(widget)->clear();
        QTest::keyClicks(widget, text);
    }
    static void name(ShownWindow& w, const QString& version = QStringLiteral("1.0")) {
        type(w, "import.model", QStringLiteral("loans"));
        type(w, "import.version", version);
        type(w, "import.evalSet", QStringLiteral("may"));
    }
    // Drops a file and waits for its preview.
    void open(ShownWindow& w, const std::filesystem::path& file) {
        drop(w.window, {file});
        QTRY_VERIFY(dialog(w));
        w.settle();
    }
    void importNow(ShownWindow& w) {
        QVERIFY(begin(w)->isEnabled());
        QTest::mouseClick(begin(w), Qt::LeftButton);
        QTRY_VERIFY(!dialog(w));
        w.settle();
    }

    std::unique_ptr<test::TemporaryFolder> folder_;
    std::shared_ptr<Store> store_;
};

void ImportTest::aDroppedFileIsShownThenImportedThenOnTheScreen() {
    test::writeFile(*folder_ / "loans.csv", csvRun(400));
    ShownWindow w(store_);
    open(w, *folder_ / "loans.csv");
    auto* table = dialog(w)->findChild<ColumnTable*>();
    QCOMPARE(table->rowCount(), 5);
    QCOMPARE(table->columns()[1].role, std::optional(ColumnRole::Label));
    QCOMPARE(table->columns()[2].role, std::optional(ColumnRole::Score));
    QVERIFY(!table->columns()[2].reason.empty());
    QVERIFY(table->item(2, 3)->text().contains(QStringLiteral("0.")));
    name(w);
    importNow(w);
    QCOMPARE(store_->runs().size(), std::size_t(1));
    QVERIFY(w.window.session().run());
    QCOMPARE(w.window.session().runRow()->info.version, std::string("1.0"));
    QCOMPARE(w.window.session().run()->sweep->samples(), std::uint64_t(400));
}

void ImportTest::theFirstRunAsksWhatAMistakeIsWorth() {
    test::writeFile(*folder_ / "loans.csv", csvRun(400));
    ShownWindow w(store_);
    open(w, *folder_ / "loans.csv");
    name(w);
    importNow(w);
    QVERIFY(w.find("firstRun")->isVisible());
    QVERIFY(!w.find("pick.run")->isVisible());
    w.click("firstRun.snap5");
    QCOMPARE(w.find<QSpinBox>("firstRun.ratio")->value(), 5);
    w.settle();
    QVERIFY(w.find("costPreview")->accessibleDescription().contains(QStringLiteral("false alarms")));
    w.click("firstRun.start");
    w.settle();
    const auto costs = store_->costModel(w.window.session().state().model);
    QVERIFY(costs);
    QCOMPARE(costs->costs.fn.fixed, 5.0);
    QVERIFY(!costs->costs.inMoney());
    QVERIFY(!costs->who.empty());
    QVERIFY(!w.window.findChild<QWidget*>(QStringLiteral("firstRun")) || !w.find("firstRun")->isVisible());
    QCOMPARE(w.window.session().state().page, std::string("decide"));
    QVERIFY(w.find("pick.run")->isVisible());
}

void ImportTest::skippedQuestionsStaySkipped() {
    test::writeFile(*folder_ / "a.csv", csvRun(200));
    test::writeFile(*folder_ / "b.csv", csvRun(200, 0.05));
    ShownWindow w(store_);
    open(w, *folder_ / "a.csv");
    name(w);
    importNow(w);
    w.click("firstRun.skip");
    QVERIFY(w.find("page.decide")->isVisible());
    open(w, *folder_ / "b.csv");
    name(w, QStringLiteral("2.0"));
    importNow(w);
    QCOMPARE(store_->runs().size(), std::size_t(2));
    QVERIFY(w.find("page.decide")->isVisible());
    QVERIFY(!store_->costModel(w.window.session().state().model));
}

void ImportTest::aRoleCanBeChangedAndTheFileIsPlannedAnew() {
    test::writeFile(*folder_ / "loans.csv", csvRun(200));
    ShownWindow w(store_);
    open(w, *folder_ / "loans.csv");
    auto* role = dialog(w)->findChild<QComboBox*>(QStringLiteral("role.3"));
    QVERIFY(role->accessibleName().contains(QStringLiteral("country")));
    role->setFocus();
    QTest::keyClick(role, Qt::Key_End);
    QCOMPARE(role->currentText(), QStringLiteral("Leave out"));
    Q_EMIT role->activated(role->currentIndex());
    w.settle();
    name(w);
    importNow(w);
    const EvalTablePtr table = store_->openTable(w.window.session().state().run);
    QVERIFY(!table->find("country"));
    QVERIFY(table->find("amount"));
}

void ImportTest::withoutALabelNothingCanBeImported() {
    test::writeFile(*folder_ / "loans.csv", csvRun(200));
    ShownWindow w(store_);
    open(w, *folder_ / "loans.csv");
    name(w);
    auto* role = dialog(w)->findChild<QComboBox*>(QStringLiteral("role.1"));
    role->setFocus();
    QTest::keyClick(role, Qt::Key_End);
    Q_EMIT role->activated(role->currentIndex());
    w.settle();
    auto* message = dialog(w)->findChild<InlineMessage*>();
    QVERIFY(message->isVisible());
    QVERIFY(!message->sentence().isEmpty());
    QVERIFY(!begin(w)->isEnabled());
    // The way back is open.
    QTest::keyClick(role, Qt::Key_Home);
    QTest::keyClick(role, Qt::Key_Down);
    Q_EMIT role->activated(role->currentIndex());
    w.settle();
    QVERIFY(!message->isVisible());
    QVERIFY(begin(w)->isEnabled());
}

void ImportTest::aFileThatIsNoRunIsExplainedAndChangesNothing() {
    ShownWindow w(store_);
    const std::string before = test::readFile(store_->file());
    std::filesystem::create_directory(*folder_ / "folder.csv");
    test::writeFile(*folder_ / "empty.csv", "");
    test::writeFile(*folder_ / "header.csv", "id,label,score\n");
    test::writeFile(*folder_ / "bytes.csv", std::string("\x00\x01\x02\xff\xfe\x00\x00", 7));
    for (const char* name : {"folder.csv", "empty.csv", "header.csv", "bytes.csv", "missing.csv"}) {
        drop(w.window, {*folder_ / name});
        auto* news = w.find<InlineMessage>("messages.news");
        QTRY_VERIFY2(news->isVisible(), name);
        QVERIFY2(news->sentence().size() > 10, name);
        QVERIFY2(!dialog(w), name);
        w.settle();
        QTest::mouseClick(news->findChild<QWidget*>(QStringLiteral("inlineMessage.close")), Qt::LeftButton);
    }
    QVERIFY(test::readFile(store_->file()) == before);
}

void ImportTest::aLabelThatIsNotGuessedIsPickedByHand() {
    std::string text = "id,p,verdict_of_march\n";
    for (int i = 0; i < 40; ++i)
        text +=
            "s" + std::to_string(i) + ",0." + std::to_string(10 + i) + (i % 3 == 0 ? ",late\n" : ",fine\n");
    test::writeFile(*folder_ / "unnamed.csv", text);
    ShownWindow w(store_);
    open(w, *folder_ / "unnamed.csv");
    name(w);
    QVERIFY(!begin(w)->isEnabled());
    auto* role = dialog(w)->findChild<QComboBox*>(QStringLiteral("role.2"));
    role->setFocus();
    QTest::keyClick(role, Qt::Key_Home);
    while (role->currentText() != QStringLiteral("Right answer") && role->currentIndex() + 1 < role->count())
        QTest::keyClick(role, Qt::Key_Down);
    QCOMPARE(role->currentText(), QStringLiteral("Right answer"));
    Q_EMIT role->activated(role->currentIndex());
    w.settle();
    QTRY_VERIFY(begin(w)->isEnabled());
    importNow(w);
    QCOMPARE(store_->runs().size(), std::size_t(1));
}

void ImportTest::theSameFileAgainIsAskedAbout() {
    test::writeFile(*folder_ / "loans.csv", csvRun(200));
    ShownWindow w(store_);
    open(w, *folder_ / "loans.csv");
    name(w);
    importNow(w);
    w.click("firstRun.skip");
    open(w, *folder_ / "loans.csv");
    name(w);
    QTest::mouseClick(begin(w), Qt::LeftButton);
    w.settle();
    auto* message = dialog(w)->findChild<InlineMessage*>();
    QTRY_VERIFY(message->isVisible());
    QCOMPARE(store_->runs().size(), std::size_t(1));
    QTest::mouseClick(message->findChild<QWidget*>(QStringLiteral("inlineMessage.action")), Qt::LeftButton);
    QTRY_VERIFY(!dialog(w));
    w.settle();
    QCOMPARE(store_->runs().size(), std::size_t(2));
}

void ImportTest::aManifestAnswersEverything() {
    test::writeFile(*folder_ / "loans.csv", csvRun(200));
    test::writeFile(*folder_ / "loans.manifest.json", manifestOf("7.0"));
    ShownWindow w(store_);
    // The manifest alone stands for its file.
    open(w, *folder_ / "loans.manifest.json");
    importNow(w);
    const RunRow run = store_->runs().front();
    QCOMPARE(run.info.version, std::string("7.0"));
    QCOMPARE(run.info.model, std::string("loans"));
    QCOMPARE(run.info.evalSet, std::string("may"));
}

void ImportTest::aNewVersionLeadsWithWhatBecameOfTheCases() {
    for (const int version : {1, 2}) {
        const std::string base = "loans" + std::to_string(version);
        std::string run = csvRun(200);
        const std::size_t sample = run.find("\nc4,yes,0.6");
        QVERIFY(sample != std::string::npos);
        if (version == 1) run.replace(sample, 11, "\nc4,yes,0.0");
        test::writeFile(*folder_ / (base + ".csv"), run);
        test::writeFile(*folder_ / (base + ".manifest.json"), manifestOf(std::to_string(version) + ".0"));
    }
    ShownWindow w(store_);
    open(w, *folder_ / "loans1.csv");
    importNow(w);
    Annotation note;
    note.modelId = store_->models().front().id;
    note.sampleId = "c4";
    note.text = "Had just moved";
    note.author = "Kim";
    Notebook(store_).save(note);
    open(w, *folder_ / "loans2.csv");
    importNow(w);
    const auto said = [&w] {
        for (const auto* message : w.window.findChildren<InlineMessage*>())
            if (message->isVisible() && message->sentence().startsWith(QStringLiteral("Of your 1 case")))
                return message->sentence();
        return QString();
    };
    QTRY_COMPARE(said(), QStringLiteral("Of your 1 case 1 is fixed, 0 still wrong."));
}

void ImportTest::severalFilesQueueUp() {
    std::vector<std::filesystem::path> files;
    for (int i = 0; i < 3; ++i) {
        const std::string base = "week" + std::to_string(i);
        test::writeFile(*folder_ / (base + ".csv"), csvRun(150, 0.01 * i));
        test::writeFile(*folder_ / (base + ".manifest.json"), manifestOf(std::to_string(i + 1) + ".0"));
        files.push_back(*folder_ / (base + ".csv"));
        files.push_back(*folder_ / (base + ".manifest.json"));
    }
    ShownWindow w(store_);
    drop(w.window, files);
    QTRY_VERIFY(dialog(w));
    w.settle();
    auto* rest = dialog(w)->findChild<QCheckBox*>(QStringLiteral("import.rest"));
    QVERIFY(rest->isVisible());
    QVERIFY(rest->isChecked());
    QTest::mouseClick(begin(w), Qt::LeftButton);
    QTRY_COMPARE(store_->runs().size(), std::size_t(3));
    QTRY_VERIFY(!dialog(w));
    w.settle();
    QCOMPARE(store_->models().size(), std::size_t(1));
}

void ImportTest::withoutAStoreOneIsMadeForTheRun() {
    test::writeFile(*folder_ / "loans.csv", csvRun(200));
    ShownWindow w;
    open(w, *folder_ / "loans.csv");
    name(w);
    importNow(w);
    QVERIFY(w.window.session().store());
    QVERIFY(w.window.session().run());
    QCOMPARE(w.window.session().store()->runs().size(), std::size_t(1));
}

void ImportTest::aDroppedStoreIsOpened() {
    const test::SmallStore small(folder_->path(), "other.reckoner");
    ShownWindow w(store_);
    drop(w.window, {small.store->file()});
    QTRY_VERIFY(w.window.session().run());
    w.settle();
    QCOMPARE(w.window.session().store()->file(), small.store->file());
}

}  // namespace reckoner

int main(int argc, char** argv) {
    return reckoner::test::runWindowTests<reckoner::ImportTest>(argc, argv);
}
#include "import_test.moc"
