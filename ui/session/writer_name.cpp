#include "ui/session/writer_name.h"

#include <QSettings>
#include <pwd.h>
#include <unistd.h>

namespace reckoner {
namespace {

const QString kName = QStringLiteral("person/name");

QSettings settings() {
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("reckoner"),
                     QStringLiteral("window"));
}

// One for the program: whoever speaks speaks in all its windows.
std::string& speaking() {
    static std::string name;
    return name;
}

}  // namespace

void letSpeak(const std::string& name) {
    speaking() = name;
}

bool writerNameGiven() {
    return !speaking().empty() || !settings().value(kName).toString().trimmed().isEmpty();
}

void giveWriterName(const std::string& name) {
    settings().setValue(kName, QString::fromStdString(name).trimmed());
}

std::string writerName() {
    if (!speaking().empty()) return speaking();
    const QString chosen = settings().value(kName).toString().trimmed();
    if (!chosen.isEmpty()) return chosen.toStdString();
    const passwd* account = getpwuid(getuid());
    if (!account) return "somebody";
    // GECOS: the full name, then office and telephone after commas.
    const std::string gecos = account->pw_gecos ? account->pw_gecos : "";
    const std::string name = gecos.substr(0, gecos.find(','));
    return name.empty() ? account->pw_name : name;
}

}  // namespace reckoner
