// What the window remembers between starts: an INI file under XDG_CONFIG_HOME/reckoner.
#pragma once

#include <filesystem>
#include <optional>

#include <QByteArray>
#include <QString>

#include "ui/session/review_state.h"
#include "ui/style/theme.h"

namespace reckoner {

class WindowMemory {
 public:
    // Shade as chosen by the person; nothing: follow the system.
    static std::optional<Shade> shade();
    static void setShade(std::optional<Shade> shade);

    static QByteArray geometry();
    static void setGeometry(const QByteArray& geometry);

    // What was on the screen when this store was last closed.
    static std::optional<ReviewState> state(const std::filesystem::path& store);
    static void setState(const std::filesystem::path& store, const ReviewState& state);

    // Whether the first-run questions of a model of a store were answered with Skip.
    static bool skippedFirstRun(const std::filesystem::path& store, std::int64_t model);
    static void skipFirstRun(const std::filesystem::path& store, std::int64_t model);

    // The folder files were last taken from.
    static QString importFolder();
    static void setImportFolder(const QString& folder);
};

}  // namespace reckoner
