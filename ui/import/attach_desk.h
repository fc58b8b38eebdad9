// Takes a file of what became known later through its preview into the store, and says what became of it.
#pragma once

#include <filesystem>
#include <functional>

#include <QObject>

#include "ui/session/background_task.h"

class QWidget;

namespace reckoner {

class ReviewSession;
struct AttachReport;

class AttachDesk : public QObject {
    Q_OBJECT
 public:
    // `window` is the parent of the dialogs.
    AttachDesk(Executor& executor, ReviewSession& session, QWidget* window);

    // For the model on the screen.
    void chooseFile();
    void attach(const std::filesystem::path& file);

 Q_SIGNALS:
    void news(const QString& sentence, const QString& action, std::function<void()> act);

 private:
    void tell(const AttachReport& report);
    void takeBack(std::int64_t id);

    Executor& executor_;
    ReviewSession& session_;
    QWidget* window_;
    BackgroundTask task_;
};

}  // namespace reckoner
