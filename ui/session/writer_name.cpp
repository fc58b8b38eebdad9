#include "ui/session/writer_name.h"

#include <QSettings>
#include <pwd.h>
#include <unistd.h>

namespace reckoner {

std::string writerName() {
    const QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("reckoner"),
                             QStringLiteral("window"));
    const QString chosen = settings.value(QStringLiteral("person/name")).toString().trimmed();
    if (!chosen.isEmpty()) return chosen.toStdString();
    const passwd* account = getpwuid(getuid());
    if (!account) return "somebody";
    // GECOS: the full name, then office and telephone after commas.
    const std::string gecos = account->pw_gecos ? account->pw_gecos : "";
    const std::string name = gecos.substr(0, gecos.find(','));
    return name.empty() ? account->pw_name : name;
}

}  // namespace reckoner
