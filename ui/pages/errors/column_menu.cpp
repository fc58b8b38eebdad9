#include "ui/pages/errors/column_menu.h"

#include <algorithm>

namespace reckoner {

ColumnMenu::ColumnMenu(const std::vector<CaseColumn>& offered, const std::vector<CaseColumn>& shown,
                       QWidget* parent)
    : QMenu(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("columnMenu"));
    setAccessibleName(tr("Columns of the cases"));
    for (const CaseColumn& column : offered) {
        QString title = column.name;
        // An ampersand is text here, not a key.
        QAction* action = addAction(title.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(std::any_of(shown.begin(), shown.end(),
                                       [&](const CaseColumn& other) { return other.key == column.key; }));
        connect(action, &QAction::triggered, this, [this, key = column.key] { Q_EMIT toggled(key); });
    }
    addSeparator();
    addAction(tr("As proposed"), this, &ColumnMenu::resetWanted);
}

}  // namespace reckoner

#include "moc_column_menu.cpp"
