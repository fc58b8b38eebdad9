#include "ui/style/theme.h"

#include <algorithm>

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QHash>
#include <QPointer>
#include <QStyle>
#include <QStyleFactory>
#include <QVariant>
#include <QWidget>

#include "ui/style/style_sheet.h"

namespace reckoner {
namespace {

constexpr qreal kPresentScale = 1.5;
constexpr qreal kLeastPresentScale = 1.2;
constexpr qreal kPresentHeight = 1080;  // the lowest screen that holds the full scale

bool hasTabularFigures(const QString& family) {
    QFont font(family);
    font.setPixelSize(100);
    const QFontMetricsF metrics(font);
    return qFuzzyCompare(metrics.horizontalAdvance(QLatin1Char('1')),
                         metrics.horizontalAdvance(QLatin1Char('0')));
}

QString loadFamily() {
    QString family;
    for (const char* style : {"Regular", "Medium", "SemiBold"}) {
        const int id = QFontDatabase::addApplicationFont(
            QStringLiteral(":/fonts/ReckonerSans-%1.otf").arg(QLatin1String(style)));
        if (id >= 0) family = QFontDatabase::applicationFontFamilies(id).value(0, family);
    }
    if (!family.isEmpty()) return family;
    const QStringList installed = QFontDatabase::families();
    for (const char* name : {"Roboto", "Noto Sans", "DejaVu Sans", "Inter"})
        if (installed.contains(QLatin1String(name)) && hasTabularFigures(QLatin1String(name)))
            return QLatin1String(name);
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

QPalette paletteOf(const Tokens& t) {
    QPalette palette;
    palette.setColor(QPalette::Window, t.page);
    palette.setColor(QPalette::Base, t.page);
    palette.setColor(QPalette::AlternateBase, t.chrome);
    palette.setColor(QPalette::Button, t.chrome);
    palette.setColor(QPalette::ToolTipBase, t.page);
    palette.setColor(QPalette::Light, t.sunk);
    palette.setColor(QPalette::Midlight, t.sunk);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.control);
    palette.setColor(QPalette::Shadow, t.control);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                            QPalette::BrightText})
        palette.setColor(role, t.ink);
    palette.setColor(QPalette::PlaceholderText, t.ink3);
    palette.setColor(QPalette::Highlight, t.selected);
    palette.setColor(QPalette::HighlightedText, t.ink);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.ink3);
    return palette;
}

}  // namespace

struct Theme::Impl {
    Shade system = Shade::Light;
    Shade shade = Shade::Light;
    qreal scale = 1;
    QString family;
    QHash<int, QFont> fonts;  // by weight and size: a font shared keeps its engine
};

Theme::Theme() : QObject(qApp), impl_(new Impl) {
    impl_->family = loadFamily();
    // Before our own palette covers it.
    impl_->system =
        QGuiApplication::palette().color(QPalette::Window).lightness() < 128 ? Shade::Dark : Shade::Light;
    impl_->shade = impl_->system;
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const auto dressApplication = [this] {
        const Tokens& t = tokens();
        QApplication::setFont(font(14));
        QApplication::setPalette(paletteOf(t));
        qApp->setStyleSheet(styleSheet(t, impl_->shade, impl_->scale));
    };
    dressApplication();
    connect(this, &Theme::changed, this, dressApplication);
}

Theme& Theme::instance() {
    static QPointer<Theme> theme;
    if (!theme) theme = new Theme;
    return *theme;
}

const Tokens& Theme::tokens() const {
    return tokensOf(impl_->shade);
}

Shade Theme::shade() const {
    return impl_->shade;
}

void Theme::setShade(std::optional<Shade> shade) {
    const Shade wanted = shade.value_or(impl_->system);
    if (wanted == impl_->shade) return;
    impl_->shade = wanted;
    Q_EMIT changed();
}

void Theme::setPresenting(bool presenting, int screenHeight) {
    const qreal wanted = presenting ? std::clamp(screenHeight / kPresentHeight * kPresentScale,
                                                 kLeastPresentScale, kPresentScale)
                                    : 1;
    if (wanted == impl_->scale) return;
    impl_->scale = wanted;
    Q_EMIT changed();
}

qreal Theme::typeScale() const {
    return impl_->scale;
}

QFont Theme::font(int pixels, QFont::Weight weight) const {
    const int key = static_cast<int>(weight) * 1000 + qRound(pixels * impl_->scale);
    if (const auto found = impl_->fonts.constFind(key); found != impl_->fonts.constEnd()) return *found;
    QFont font(impl_->family);
    font.setPixelSize(qRound(pixels * impl_->scale));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return *impl_->fonts.insert(key, font);
}

QString Theme::family() const {
    return impl_->family;
}

void dress(QWidget* widget, int pixels, QFont::Weight weight, QColor Tokens::*tone) {
    const auto apply = [=] {
        const Theme& theme = Theme::instance();
        QPalette palette = widget->palette();
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            palette.setColor(role, theme.tokens().*tone);
        widget->setPalette(palette);
        widget->setFont(theme.font(pixels, weight));
    };
    // Dressing again replaces what was said before.
    const QVariant before = widget->property("reckonerDress");
    if (before.isValid()) QObject::disconnect(before.value<QMetaObject::Connection>());
    const auto connection = QObject::connect(&Theme::instance(), &Theme::changed, widget, apply);
    widget->setProperty("reckonerDress", QVariant::fromValue(connection));
    apply();
}

void setKind(QWidget* widget, const char* kind) {
    widget->setProperty("kind", QLatin1String(kind));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

}  // namespace reckoner

#include "moc_theme.cpp"
