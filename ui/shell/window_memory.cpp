#include "ui/shell/window_memory.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSettings>

#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

// INI, where the XDG variables say, whatever the platform's habit is.
QSettings settings() {
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("reckoner"),
                     QStringLiteral("window"));
}

// A path as a key: no slashes, no spaces.
QString keyOf(const std::filesystem::path& store) {
    const QByteArray bytes = QByteArray::fromStdString(std::filesystem::absolute(store).string());
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex().left(16));
}

}  // namespace

std::optional<Shade> WindowMemory::shade() {
    const QString name = settings().value(QStringLiteral("look/shade")).toString();
    if (name == QLatin1String("dark")) return Shade::Dark;
    if (name == QLatin1String("light")) return Shade::Light;
    return std::nullopt;
}

void WindowMemory::setShade(std::optional<Shade> shade) {
    const QString name = !shade                  ? QStringLiteral("system")
                         : *shade == Shade::Dark ? QStringLiteral("dark")
                                                 : QStringLiteral("light");
    settings().setValue(QStringLiteral("look/shade"), name);
}

QByteArray WindowMemory::geometry() {
    return settings().value(QStringLiteral("window/geometry")).toByteArray();
}

void WindowMemory::setGeometry(const QByteArray& geometry) {
    settings().setValue(QStringLiteral("window/geometry"), geometry);
}

std::optional<ReviewState> WindowMemory::state(const std::filesystem::path& store) {
    const QString text = settings().value(QStringLiteral("stores/%1.state").arg(keyOf(store))).toString();
    if (text.isEmpty()) return std::nullopt;
    return ReviewState::fromJson(text.toStdString());
}

void WindowMemory::setState(const std::filesystem::path& store, const ReviewState& state) {
    settings().setValue(QStringLiteral("stores/%1.state").arg(keyOf(store)), qt(state.toJson()));
}

bool WindowMemory::skippedFirstRun(const std::filesystem::path& store, std::int64_t model) {
    const QStringList skipped =
        settings().value(QStringLiteral("stores/%1.skipped").arg(keyOf(store))).toStringList();
    return skipped.contains(QString::number(model));
}

void WindowMemory::skipFirstRun(const std::filesystem::path& store, std::int64_t model) {
    QSettings all = settings();
    const QString key = QStringLiteral("stores/%1.skipped").arg(keyOf(store));
    QStringList skipped = all.value(key).toStringList();
    if (!skipped.contains(QString::number(model))) all.setValue(key, skipped << QString::number(model));
}

QString WindowMemory::importFolder() {
    const QString folder = settings().value(QStringLiteral("import/folder")).toString();
    return QDir(folder).exists() ? folder : QDir::homePath();
}

void WindowMemory::setImportFolder(const QString& folder) {
    settings().setValue(QStringLiteral("import/folder"), folder);
}

}  // namespace reckoner
