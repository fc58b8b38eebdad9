// `reckoner-window render` as a program of its own: what it writes, and what it says when it cannot.
#include <QImage>
#include <QProcess>
#include <QSvgRenderer>

#include "tests/ui/window_fixture.h"

namespace reckoner {

class RenderTest : public QObject {
    Q_OBJECT
 private Q_SLOTS:
    void initTestCase();
    void drawsEveryPageAsPng();
    void drawsTheSamePictureTwice();
    void darkIsDarkAndTheThresholdShows();
    void drawsSvgAndPdf();
    void takesTheRunByName();
    void refusesWhatItCannotDo_data();
    void refusesWhatItCannotDo();
    void leavesSettingsAndStoreAlone();

 private:
    struct Ended {
        int code = -1;
        QString says;
    };
    Ended render(QStringList arguments);
    QString path(const char* name) const { return QString::fromStdString((folder_ / name).string()); }

    test::TemporaryFolder folder_;
    std::unique_ptr<test::SmallStore> small_;
    QString store_;
};

void RenderTest::initTestCase() {
    small_ = std::make_unique<test::SmallStore>(folder_.path());
    store_ = QString::fromStdString(small_->store->file().string());
}

RenderTest::Ended RenderTest::render(QStringList arguments) {
    arguments.prepend(QStringLiteral("render"));
    QProcess process;
    process.start(QStringLiteral(RECKONER_WINDOW_BINARY), arguments);
    if (!process.waitForFinished(60'000)) return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardError())};
}

void RenderTest::drawsEveryPageAsPng() {
    for (const char* page : {"today", "decide", "errors", "segments", "versions", "change", "record"}) {
        const QString out = path(page) + QStringLiteral(".png");
        const Ended ended =
            render({QLatin1String(page), QStringLiteral("--store"), store_, QStringLiteral("--out"), out,
                    QStringLiteral("--size"), QStringLiteral("1280x800")});
        QVERIFY2(ended.code == 0, qPrintable(ended.says));
        const QImage image(out);
        QCOMPARE(image.size(), QSize(1280, 800));
    }
}

void RenderTest::drawsTheSamePictureTwice() {
    for (const char* out : {"a.png", "b.png"})
        QCOMPARE(render({QStringLiteral("decide"), QStringLiteral("--store"), store_, QStringLiteral("--out"),
                         path(out)})
                     .code,
                 0);
    QVERIFY(test::readFile(folder_ / "a.png") == test::readFile(folder_ / "b.png"));
    QCOMPARE(QImage(path("a.png")).size(), QSize(1600, 1000));
}

void RenderTest::darkIsDarkAndTheThresholdShows() {
    const QStringList base{QStringLiteral("decide"), QStringLiteral("--store"), store_,
                           QStringLiteral("--out")};
    QCOMPARE(render(base + QStringList{path("light.png")}).code, 0);
    QCOMPARE(render(base + QStringList{path("dark.png"), QStringLiteral("--dark")}).code, 0);
    const QStringList moved{path("moved.png"), QStringLiteral("--threshold"), QStringLiteral("0.2")};
    QCOMPARE(render(base + moved).code, 0);
    QVERIFY(QImage(path("moved.png")) != QImage(path("light.png")));
    const QImage light(path("light.png")), dark(path("dark.png"));
    QVERIFY(light.pixelColor(5, 5).lightness() > 200);
    QVERIFY(dark.pixelColor(5, 5).lightness() < 60);
}

void RenderTest::drawsSvgAndPdf() {
    const QStringList base{QStringLiteral("decide"), QStringLiteral("--store"), store_,
                           QStringLiteral("--out")};
    QCOMPARE(render(base + QStringList{path("page.svg")}).code, 0);
    QSvgRenderer svg(path("page.svg"));
    QVERIFY(svg.isValid());
    QCOMPARE(svg.viewBox().size(), QSize(1600, 1000));
    QCOMPARE(render(base + QStringList{path("page.pdf")}).code, 0);
    const std::string pdf = test::readFile(folder_ / "page.pdf");
    QVERIFY(pdf.starts_with("%PDF-"));
    QVERIFY(pdf.size() > 5'000);
}

void RenderTest::takesTheRunByName() {
    const QStringList base{QStringLiteral("decide"), QStringLiteral("--store"), store_,
                           QStringLiteral("--out")};
    QCOMPARE(render(base + QStringList{path("one.png"), QStringLiteral("--run"),
                                       QStringLiteral("credit/1.0@week-1")})
                 .code,
             0);
    QCOMPARE(
        render(base + QStringList{path("two.png"), QStringLiteral("--run"), QString::number(small_->first)})
            .code,
        0);
    QVERIFY(test::readFile(folder_ / "one.png") == test::readFile(folder_ / "two.png"));
}

void RenderTest::refusesWhatItCannotDo_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const QString out = path("never.png");
    const QString storeFlag = QStringLiteral("--store"), outFlag = QStringLiteral("--out");
    QTest::newRow("no such page") << QStringList{QStringLiteral("decied"), storeFlag, store_, outFlag, out}
                                  << 2;
    QTest::newRow("no such run")
        << QStringList{QStringLiteral("decide"), storeFlag,           store_, outFlag, out,
                       QStringLiteral("--run"),  QStringLiteral("99")}
        << 2;
    QTest::newRow("no size")
        << QStringList{QStringLiteral("decide"), storeFlag, store_, outFlag, out, QStringLiteral("--size"),
                       QStringLiteral("big")}
        << 2;
    QTest::newRow("no threshold") << QStringList{QStringLiteral("decide"),
                                                 storeFlag,
                                                 store_,
                                                 outFlag,
                                                 out,
                                                 QStringLiteral("--threshold"),
                                                 QStringLiteral("nan")}
                                  << 2;
    QTest::newRow("no such option of a page") << QStringList{QStringLiteral("decide"),
                                                             storeFlag,
                                                             store_,
                                                             outFlag,
                                                             out,
                                                             QStringLiteral("--option"),
                                                             QStringLiteral("decide.chrat=gain")}
                                              << 2;
    QTest::newRow("no kind of picture")
        << QStringList{QStringLiteral("decide"), storeFlag, store_, outFlag, path("x.gif")} << 2;
    QTest::newRow("no folder") << QStringList{QStringLiteral("decide"), storeFlag, store_, outFlag,
                                              path("none/x.png")}
                               << 3;
    QTest::newRow("full disk") << QStringList{QStringLiteral("decide"), storeFlag, store_, outFlag,
                                              path("full.png")}
                               << 3;
    QTest::newRow("no store") << QStringList{QStringLiteral("decide"), storeFlag, path("none.reckoner"),
                                             outFlag, out}
                              << 4;
}

void RenderTest::refusesWhatItCannotDo() {
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    // A name that leads to a device which is always full.
    std::error_code ignored;
    std::filesystem::create_symlink("/dev/full", folder_ / "full.png", ignored);
    const Ended ended = render(arguments);
    QVERIFY2(ended.code == code, qPrintable(QString::number(ended.code) + ended.says));
    QVERIFY(ended.says.startsWith(QStringLiteral("reckoner-window: ")));
    QVERIFY(ended.says.size() > 30);
    QVERIFY(!std::filesystem::exists(folder_ / "never.png"));
}

void RenderTest::leavesSettingsAndStoreAlone() {
    const std::string before = test::readFile(small_->store->file());
    QCOMPARE(render({QStringLiteral("errors"), QStringLiteral("--store"), store_, QStringLiteral("--out"),
                     path("e.png")})
                 .code,
             0);
    QVERIFY(test::readFile(small_->store->file()) == before);
    QVERIFY(!std::filesystem::exists(std::filesystem::path(std::getenv("XDG_CONFIG_HOME")) / "reckoner"));
}

}  // namespace reckoner

int main(int argc, char** argv) {
    return reckoner::test::runWindowTests<reckoner::RenderTest>(argc, argv);
}
#include "render_test.moc"
