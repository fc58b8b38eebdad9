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

}  // namespace

bool writerNameGiven() {
    return !settings().value(kName).toString().trimmed().isEmpty();
}

void giveWriterName(const std::string& name) {
    settings().setValue(kName, QString::fromStdString(name).trimmed());
}

std::string writerName() {
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
