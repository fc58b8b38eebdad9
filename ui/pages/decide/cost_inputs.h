// Fields of the cost drawer that write into the CostDesk with every key, and say in place what cannot be.
#pragma once

#include <string>
#include <vector>

#include <QObject>
#include <QWidget>

#include "ui/session/cost_desk.h"

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPlainTextEdit;

namespace reckoner {

class PlainLabel;

class CostInputs final : public QObject {
    Q_OBJECT
 public:
    CostInputs(CostDesk& desk, QObject* parent);

    // `name`: what a screen reader says. The object name is "cost." and the field's.
    QLineEdit* line(const std::string& field, const QString& name, int width, QWidget* parent);
    QPlainTextEdit* text(const std::string& field, const QString& name, QWidget* parent);
    // One of the amounts of the run, or none.
    QComboBox* amount(const std::string& field, const QString& name, int width, QWidget* parent);
    // The first problem of these fields; hidden without one.
    PlainLabel* problem(const std::vector<std::string>& fields, QWidget* parent);

    // What the desk holds, without touching the cursor of a field that holds it already.
    void refresh(const CostFields& fields, const CostReading& reading, const CostFormFacts& facts);

 private:
    struct Problem {
        std::vector<std::string> fields;
        PlainLabel* label;
    };
    void mark(QWidget* editor, bool wrong);

    CostDesk& desk_;
    std::vector<std::pair<std::string, QLineEdit*>> lines_;
    std::vector<std::pair<std::string, QPlainTextEdit*>> texts_;
    std::vector<std::pair<std::string, QComboBox*>> amounts_;
    std::vector<Problem> problems_;
    bool refreshing_ = false;
};

// Words between fields, 14 px.
PlainLabel* costWords(const QString& text, QWidget* parent);
// A caption of 12 px that wraps.
PlainLabel* costCaption(const QString& text, QWidget* parent);
// The title of a section, 14/600.
PlainLabel* costTitle(const QString& text, QWidget* parent);
QHBoxLayout* costRow(std::initializer_list<QWidget*> widgets);

}  // namespace reckoner
