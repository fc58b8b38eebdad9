// The form behind "Limits...": what a threshold has to hold besides being cheap, each asked as a sentence,
// and what that comes to while it is typed.
#pragma once

#include <vector>

#include <QDialog>
#include <QTimer>

#include "core/cost/limits.h"
#include "core/wording/vocabulary.h"
#include "ui/session/background_task.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace reckoner {

class PlainLabel;

class LimitsDialog final : public QDialog {
    Q_OBJECT
 public:
    // A group that can be given a floor of its own.
    struct Group {
        QString name;
        std::string where;
    };
    LimitsDialog(const RunAnalysisPtr& run, const Vocabulary& words, const Limits& limits,
                 std::vector<Group> groups, Executor& executor, QWidget* parent = nullptr);
    ~LimitsDialog() override;

 Q_SIGNALS:
    void chosen(const reckoner::Limits& limits);

 private:
    struct Row {
        QWidget* box;
        QComboBox* where;
        QComboBox* metric;
        QLineEdit* floor;
    };
    QLineEdit* askRow(const QString& name, const QString& before, const QString& after);
    void addGroup(const CohortFloor& floor);
    void removeGroup(QWidget* box);
    // What is typed; nothing, and the reason on the form, while something cannot be read.
    std::optional<Limits> typed();
    void look();
    void say(const QString& sentence);

    RunAnalysisPtr run_;
    Vocabulary words_;
    std::vector<Group> groups_;
    QVBoxLayout* rows_;
    QVBoxLayout* groupRows_;
    QLineEdit* precision_;
    QLineEdit* recall_;
    QLineEdit* flagRate_;
    QLineEdit* capacity_;
    std::vector<Row> groupFields_;
    PlainLabel* effect_;
    QPushButton* apply_;
    BackgroundTask task_;
    QTimer pause_;
};

}  // namespace reckoner
