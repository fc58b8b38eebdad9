// The columns of a file before it is imported: name, what it is used as, why, and its first values.
#pragma once

#include <vector>

#include <QTableWidget>

#include "core/import/import_plan.h"
#include "ui/import/role_choice.h"

namespace reckoner {

class ColumnTable : public QTableWidget {
    Q_OBJECT
 public:
    // choices: the roles that are offered.
    explicit ColumnTable(QWidget* parent = nullptr, std::vector<RoleChoice> choices = roleChoices());

    void setColumns(const std::vector<PlannedColumn>& columns);
    // With the roles as chosen.
    const std::vector<PlannedColumn>& columns() const { return columns_; }

 Q_SIGNALS:
    void rolesChanged();

 private:
    void fillRow(int row);
    void choose(int row, int choice);

    std::vector<PlannedColumn> columns_;
    std::vector<RoleChoice> choices_;
};

}  // namespace reckoner
