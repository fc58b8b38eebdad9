// Notices what another program wrote into the open store: an import, an attach, a policy from the command
// line. Notes and what else is typed are the NoteDesk's.
#pragma once

#include <memory>
#include <string>

#include <QObject>
#include <QTimer>

#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

// Looks once a second; what the store holds is read off the UI thread, and only after a commit.
class StoreWatch final : public QObject {
    Q_OBJECT
 public:
    explicit StoreWatch(ReviewSession& session);

 private:
    void follow(Aspects aspects);
    void look();
    void compare(const std::string& found);

    ReviewSession& session_;
    BackgroundTask reading_;
    QTimer timer_;
    std::weak_ptr<Store> store_;
    std::uint64_t seen_ = 0;
};

}  // namespace reckoner
