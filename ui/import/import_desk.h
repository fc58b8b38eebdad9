// Takes files one after another through the preview into the store, and says what became of them.
#pragma once

#include <deque>
#include <filesystem>
#include <functional>
#include <vector>

#include <QObject>

#include "core/base/clock.h"
#include "ui/import/import_work.h"
#include "ui/session/background_task.h"

class QWidget;

namespace reckoner {

class ImportDialog;
class ReviewSession;

class ImportDesk : public QObject {
    Q_OBJECT
 public:
    // `window` is the parent of the dialogs.
    ImportDesk(Executor& executor, const Clock& clock, ReviewSession& session, QWidget* window);

    void chooseFiles();
    void import(const std::vector<std::filesystem::path>& files);

 Q_SIGNALS:
    // No store was open; this one was opened or made for the import.
    void storeOpened(std::shared_ptr<reckoner::Store> store);
    void imported(const reckoner::ImportReport& report);
    void failed(const QString& sentence, const QString& action, std::function<void()> act);

 private:
    void next();
    void plan(const std::filesystem::path& dropped);
    void ask(ImportPlan plan);
    void take(const ImportOutcome& outcome);
    void tell(const ImportOutcome& outcome);

    Executor& executor_;
    const Clock& clock_;
    ReviewSession& session_;
    QWidget* window_;
    BackgroundTask planning_;
    std::deque<std::filesystem::path> waiting_;
    bool open_ = false;  // a dialog is
    bool withoutAsking_ = false;
};

}  // namespace reckoner
