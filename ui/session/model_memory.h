// A choice somebody made for a model, kept in the store, or where that is read-only in the window's own
// settings.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <QString>

#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

class ModelMemory final {
 public:
    // key: what is chosen, "segments.protected".
    ModelMemory(ReviewSession& session, const std::string& key);
    ~ModelMemory();

    // Of the model on the screen; nothing: never chosen. Read once a model.
    std::optional<QString> text();
    // Written in the background.
    void remember(const QString& text);
    void forget();  // the store is another one

 private:
    std::string storeKey() const;
    QString settingsKey(const std::string& model) const;

    ReviewSession& session_;
    std::string key_;
    BackgroundTask writing_;
    struct Latest;
    std::shared_ptr<Latest> latest_;  // what is to be written: jobs may overtake each other
    std::int64_t model_ = 0;
    std::optional<QString> text_;
};

}  // namespace reckoner
