// Which columns of the case list somebody chose, kept per model: in the store, or where that is read-only in
// the window's own settings.
#pragma once

#include <optional>

#include "ui/pages/errors/case_columns.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

class ColumnMemory final {
 public:
    explicit ColumnMemory(ReviewSession& session);

    // Of the model on the screen; nothing: never chosen. Read once.
    std::optional<ColumnChoice> choice();
    // Nothing: as proposed again. Written in the background.
    void remember(const std::optional<ColumnChoice>& choice);
    void forget();  // the store is another one

 private:
    ReviewSession& session_;
    BackgroundTask writing_;
    std::int64_t model_ = 0;
    std::optional<ColumnChoice> choice_;
};

}  // namespace reckoner
