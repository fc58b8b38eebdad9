// What it costs to call one class another: a row for each true class, a column for what it was called.
#pragma once

#include <QWidget>

#include "ui/session/cost_desk.h"

class QComboBox;
class QTableWidget;

namespace reckoner {

class PlainLabel;

class CostClassGrid final : public QWidget {
    Q_OBJECT
 public:
    CostClassGrid(CostDesk& desk, QWidget* parent);

    void refresh(const CostFields& fields, const CostReading& reading, const CostFormFacts& facts);

 private:
    void copyRow();
    void fillSymmetric();
    void typePrices(const ClassPrices& prices);

    CostDesk& desk_;
    QTableWidget* table_;
    QComboBox* to_;
    PlainLabel* question_;
    PlainLabel* problem_;
    std::vector<std::string> classes_;
    bool refreshing_ = false;
};

}  // namespace reckoner
