// What will be made of a file, to be looked at and changed before it is brought in.
#pragma once

#include <memory>

#include <QDialog>

#include "core/base/clock.h"
#include "ui/import/import_work.h"
#include "ui/session/background_task.h"

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace reckoner {

class ColumnTable;
class ImportFields;
class InlineMessage;
class PlainLabel;
class ProgressStrip;

class ImportDialog : public QDialog {
    Q_OBJECT
 public:
    ImportDialog(Executor& executor, const Clock& clock, std::shared_ptr<Store> store, ImportPlan plan,
                 QWidget* parent);

    // How many files wait behind this one; with a manifest they can go in without being asked about.
    void setWaiting(std::size_t files);
    bool takesTheRest() const;
    // Starts at once, as if the button had been pressed.
    void importNow();

 Q_SIGNALS:
    void imported(const reckoner::ImportOutcome& outcome);

 protected:
    void reject() override;

 private:
    void assemble();
    QWidget* makeFoot();
    void showPlan();
    void planAgain();
    void begin(bool again);
    void finish(const ImportOutcome& outcome);
    void setBusy(bool busy);
    void allowImport();

    const Clock& clock_;
    std::shared_ptr<Store> store_;
    ImportPlan plan_;
    bool planGood_ = true;
    bool rolesTouched_ = false;
    std::optional<std::filesystem::path> manifest_;
    PlainLabel* title_;
    PlainLabel* facts_;
    PlainLabel* guesses_;
    InlineMessage* message_;
    ImportFields* fields_;
    ColumnTable* table_;
    ProgressStrip* progress_;
    QCheckBox* rest_;
    QPushButton* import_;
    BackgroundTask planning_;
    BackgroundTask importing_;
};

}  // namespace reckoner
