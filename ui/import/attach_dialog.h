// "Attach what became known later": which column of the file is what, then the join, off the UI thread.
#pragma once

#include <QDialog>

#include "core/import/attach_file.h"
#include "core/store/attachment.h"
#include "core/store/store.h"
#include "ui/session/background_task.h"

class QPushButton;

namespace reckoner {

class ColumnTable;
class InlineMessage;
class PlainLabel;
class ProgressStrip;

class AttachDialog final : public QDialog {
    Q_OBJECT
 public:
    AttachDialog(Executor& executor, std::shared_ptr<Store> store, ModelRow model, std::filesystem::path file,
                 AttachPreview preview, QWidget* parent = nullptr);

    void reject() override;  // stops the join, too

 Q_SIGNALS:
    void attached(const reckoner::AttachReport& report);

 private:
    void assemble();
    void check();
    void attach();
    AttachFileRequest request() const;

    std::shared_ptr<Store> store_;
    ModelRow model_;
    std::filesystem::path file_;
    ColumnTable* table_;
    PlainLabel* state_;
    InlineMessage* message_;
    ProgressStrip* progress_;
    QPushButton* attach_;
    BackgroundTask task_;
};

}  // namespace reckoner
