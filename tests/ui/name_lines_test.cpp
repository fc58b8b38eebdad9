// Names of classes stand in narrow places: beside the slider, beside the matrix.
#include "ui/widgets/name_lines.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QtTest>

namespace reckoner {

class NameLinesTest : public QObject {
    Q_OBJECT

    static QFontMetricsF metrics() { return QFontMetricsF(QApplication::font()); }
    static qreal widthOf(const char* text) { return metrics().horizontalAdvance(QLatin1String(text)); }

 private Q_SLOTS:
    void whatFitsStaysInOneLine() {
        QCOMPARE(nameLines(QStringLiteral("bad"), metrics(), widthOf("bad")),
                 QStringList{QStringLiteral("bad")});
    }
    void breaksBehindAWordFirst() {
        QCOMPARE(nameLines(QStringLiteral("very late"), metrics(), widthOf("very la")),
                 (QStringList{QStringLiteral("very"), QStringLiteral("late")}));
    }
    void breaksALongWordBeforeItIsCut() {
        const QStringList lines = nameLines(QStringLiteral("approved"), metrics(), widthOf("appro"));
        QCOMPARE(lines.join(QString()), QStringLiteral("approved"));
    }
    void onlyTheSecondLineIsCut() {
        const QString name = QString(100'000, QLatin1Char('w'));
        const QStringList lines = nameLines(name, metrics(), widthOf("wwwwww"));
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.back().endsWith(QChar(0x2026)));
        for (const QString& line : lines)
            QVERIFY(metrics().horizontalAdvance(line) <= widthOf("wwwwww"));
    }
};

}  // namespace reckoner

QTEST_MAIN(reckoner::NameLinesTest)
#include "name_lines_test.moc"
