// The look every page stands on: figures of one width, two shades, sizes that grow when presenting.
#include "ui/style/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "ui/style/icons.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

class ThemeTest : public QObject {
    Q_OBJECT
 private Q_SLOTS:
    void cleanup() {
        Theme::instance().setShade(Shade::Light);
        Theme::instance().setPresenting(false);
    }

    void figuresAreOfOneWidth() {
        for (const auto weight : {QFont::Normal, QFont::Medium, QFont::DemiBold}) {
            const QFontMetricsF metrics(Theme::instance().font(28, weight));
            const qreal width = metrics.horizontalAdvance(QLatin1Char('0'));
            for (char digit = '1'; digit <= '9'; ++digit)
                QCOMPARE(metrics.horizontalAdvance(QLatin1Char(digit)), width);
            QCOMPARE(metrics.horizontalAdvance(QStringLiteral("1117")),
                     metrics.horizontalAdvance(QStringLiteral("0000")));
        }
    }

    void weightsAreDifferentFaces() {
        const auto width = [](QFont::Weight weight) {
            return QFontMetricsF(Theme::instance().font(28, weight))
                .horizontalAdvance(QStringLiteral("wrong decisions"));
        };
        QVERIFY(width(QFont::Normal) < width(QFont::Medium));
        QVERIFY(width(QFont::Medium) < width(QFont::DemiBold));
    }

    void shadesChangePaletteAndTellThoseWhoDraw() {
        Theme& theme = Theme::instance();
        theme.setShade(Shade::Light);
        PlainLabel label(QStringLiteral("n"));
        dress(&label, 12, QFont::Normal, &Tokens::ink3);
        const QSignalSpy spy(&theme, &Theme::changed);
        theme.setShade(Shade::Dark);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(QApplication::palette().color(QPalette::Window), tokensOf(Shade::Dark).page);
        QCOMPARE(label.palette().color(QPalette::WindowText), tokensOf(Shade::Dark).ink3);
        theme.setShade(Shade::Dark);
        QCOMPARE(spy.count(), 1);
    }

    void presentingMakesEverySizeHalfAsLargeAgain() {
        PlainLabel label(QStringLiteral("n"));
        dress(&label, 14);
        QCOMPARE(label.font().pixelSize(), 14);
        Theme::instance().setPresenting(true, 900);
        QCOMPARE(Theme::instance().typeScale(), 1.25);
        Theme::instance().setPresenting(true);
        QCOMPARE(label.font().pixelSize(), 21);
        QCOMPARE(Theme::instance().font(28).pixelSize(), 42);
    }

    void textIsReadableInBothShades() {
        // WCAG 2: at least 4.5 to 1 for text, 3 to 1 for the edges of controls.
        const auto luminance = [](const QColor& c) {
            const auto linear = [](qreal v) {
                return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
        };
        const auto contrast = [&](const QColor& a, const QColor& b) {
            const qreal x = luminance(a);
            const qreal y = luminance(b);
            return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
        };
        for (const Shade shade : {Shade::Light, Shade::Dark}) {
            const Tokens& t = tokensOf(shade);
            for (const QColor& ground : {t.page, t.chrome, t.selected})
                for (const QColor& text : {t.ink, t.ink2, t.ink3})
                    QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(text.name() + ground.name()));
            QVERIFY(contrast(t.fpText, t.fpSoft) >= 4.5);
            QVERIFY(contrast(t.fnText, t.fnSoft) >= 4.5);
            QVERIFY(contrast(t.tpText, t.tpSoft) >= 4.5);
            QVERIFY(contrast(t.tnText, t.tnSoft) >= 4.5);
            QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
            QVERIFY(contrast(t.noticeText, t.noticeGround) >= 4.5);
            QVERIFY(contrast(t.control, t.page) >= 3);
            QVERIFY(contrast(t.fnMark, t.chrome) >= 3);
            QVERIFY(contrast(t.fpMark, t.chrome) >= 3);
        }
    }

    void iconsTakeTheColourAskedFor() {
        for (const char* name : {"today", "decide", "errors", "segments", "versions", "change", "record"}) {
            const QImage image = iconPixmap(QLatin1String(name), QColor(Qt::red), 32).toImage();
            bool drawn = false;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y).alpha() > 200) {
                        QCOMPARE(image.pixelColor(x, y).green(), 0);
                        drawn = true;
                    }
            QVERIFY2(drawn, name);
        }
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    reckoner::Theme::instance();
    reckoner::ThemeTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "theme_test.moc"
