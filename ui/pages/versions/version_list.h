// The versions of a model, newest first, and the rules that are always there to be beaten.
#pragma once

#include <vector>

#include <QListWidget>

#include "core/review/stage.h"
#include "core/store/store.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

class VersionList final : public QListWidget {
    Q_OBJECT
 public:
    explicit VersionList(QWidget* parent = nullptr);
    // entries in the order of the store; shown: the version on the screen.
    void setVersions(const std::vector<RegistryEntry>& entries, const std::vector<VersionRow>& versions,
                     const Vocabulary& words, std::int64_t chosen);
    // Of the chosen row; 0: one of the rules, or nothing.
    std::int64_t chosen() const;
    // Of the chosen row: "nobody", "everybody"; empty for a version.
    QString rule() const;
};

}  // namespace reckoner
