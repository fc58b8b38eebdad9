// Looks through a store for what is typed: off the UI thread, the newest text wins.
#pragma once

#include <vector>

#include <QObject>

#include "core/store/search_index.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

class StoreSearch final : public QObject {
    Q_OBJECT
 public:
    explicit StoreSearch(ReviewSession& session, QObject* parent = nullptr);

    // What was written since the last time will be found too. Cheap when nothing was.
    void prepare();
    // Answers with found(); an empty text at once with nothing.
    void look(const QString& text);

 Q_SIGNALS:
    // cases: sample ids of the run on the screen that begin so.
    void found(const QString& text, const std::vector<reckoner::FoundItem>& items,
               const std::vector<std::string>& cases);

 private:
    void start();

    ReviewSession& session_;
    std::shared_ptr<SearchIndex> index_;
    bool stale_ = true;
    QString wanted_;
    BackgroundTask building_;
    BackgroundTask looking_;
};

}  // namespace reckoner
