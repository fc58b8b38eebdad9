// "One missed X is as bad as [k] false alarms", or, for who knows it, the money.
#pragma once

#include <QWidget>

#include "core/cost/cost_model.h"

class QLineEdit;
class QSpinBox;
class QStackedWidget;

namespace reckoner {

class CostQuestion : public QWidget {
    Q_OBJECT
 public:
    explicit CostQuestion(const QString& positive, QWidget* parent = nullptr);

    // As answered so far. In the money form an empty or unreadable figure counts as 0.
    CostModel costs() const;
    bool usable() const;  // something costs something

 Q_SIGNALS:
    void changed();

 private:
    QWidget* makeRatio(const QString& positive);
    QWidget* makeMoney(const QString& positive);
    QLineEdit* figure(const char* name, const QString& title, const QString& value, int width);

    QStackedWidget* forms_;
    QSpinBox* ratio_;
    QLineEdit* missed_;
    QLineEdit* alarm_;
    QLineEdit* currency_;
    QLineEdit* volume_;
};

}  // namespace reckoner
