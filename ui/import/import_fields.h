// What an import asks besides the columns: names, the class looked for, how the file is written.
#pragma once

#include <map>

#include <QWidget>

#include "core/import/import_plan.h"

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace reckoner {

class ImportFields : public QWidget {
    Q_OBJECT
 public:
    explicit ImportFields(QWidget* parent = nullptr);

    void setModels(const QStringList& models);
    void setPlan(const ImportPlan& plan);
    // `answers` with what stands here; of the reading only what a person changed.
    ImportAnswers merged(ImportAnswers answers) const;
    // Nothing is missing: a model, a version and an eval set are named.
    bool complete() const;

 Q_SIGNALS:
    void changed();         // a name
    void readingChanged();  // delimiter, encoding, class, ...: the file must be planned again

 private:
    QComboBox* combo(const char* name, const QString& label, bool editable);
    void place(QGridLayout* grid, int row, int column, QWidget* field);
    void fillReading();
    void connectNames();
    void connectReading();

    QComboBox* model_;
    QLineEdit* version_;
    QLineEdit* evalSet_;
    QComboBox* positive_;
    QComboBox* kind_;
    QComboBox* delimiter_;
    QComboBox* decimal_;
    QComboBox* encoding_;
    std::map<const QWidget*, QString> said_;  // what a person changed
};

}  // namespace reckoner
