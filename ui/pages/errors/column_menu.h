// Which columns the case list shows, as a menu of ticks.
#pragma once

#include <vector>

#include <QMenu>

#include "ui/pages/errors/case_columns.h"

namespace reckoner {

// Deletes itself when closed.
class ColumnMenu final : public QMenu {
    Q_OBJECT
 public:
    ColumnMenu(const std::vector<CaseColumn>& offered, const std::vector<CaseColumn>& shown, QWidget* parent);

 Q_SIGNALS:
    void toggled(const QString& key);
    void resetWanted();
};

}  // namespace reckoner
