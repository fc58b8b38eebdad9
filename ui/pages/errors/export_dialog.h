// The form behind "Export cases…": which of the listed cases, as what, and where to. Writes off the UI
// thread.
#pragma once

#include <memory>

#include <QDialog>

#include "core/base/executor.h"
#include "core/report/case_export.h"
#include "ui/session/background_task.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace reckoner {

class InlineMessage;
class PlainLabel;
class SegmentedChoice;

class ExportDialog final : public QDialog {
    Q_OBJECT
 public:
    // cases: run, rows, threshold, class and `what` are taken from it; format and text are asked for. file:
    // what is proposed, with its folder and without an ending.
    ExportDialog(Executor& executor, std::shared_ptr<Store> store, CaseExport cases, const QString& file,
                 QWidget* parent = nullptr);

    void accept() override;
    void reject() override;  // stops the writing, too

 Q_SIGNALS:
    // "41 cases are in cases.html.", and the file's folder.
    void exported(const QString& sentence, const QString& folder);

 private:
    CaseFormat format() const;
    void formatChosen();
    void chooseFile();
    void check();
    void write();
    void say(const QString& sentence);
    void done(std::size_t cases);

    std::shared_ptr<Store> store_;
    CaseExport cases_;
    SegmentedChoice* formats_;
    SegmentedChoice* which_;
    QCheckBox* raw_;
    QLineEdit* file_;
    PlainLabel* state_;
    InlineMessage* message_;
    QPushButton* export_;
    QString replaced_;  // a file that may be replaced: the person was told
    BackgroundTask task_;
};

}  // namespace reckoner
