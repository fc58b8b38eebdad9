#include "ui/import/column_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>

#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

enum { kName, kRole, kWhy, kValues, kColumns };
constexpr int kRowHeight = 40;
constexpr int kLongestExample = 40;

QString examplesOf(const PlannedColumn& column) {
    QStringList shown;
    for (const std::string& value : column.examples) {
        QString text = qt(value).simplified();
        if (text.size() > kLongestExample) text = text.left(kLongestExample) + QStringLiteral("…");
        shown << (text.isEmpty() ? QStringLiteral("–") : text);
    }
    // In one line: the reasons beside them may take two.
    return shown.join(QStringLiteral("   ")).replace(QLatin1Char(' '), QChar(QChar::Nbsp));
}

QTableWidgetItem* cell(const QString& text, const QColor& color) {
    auto* item = new QTableWidgetItem(text);
    item->setForeground(color);
    item->setFlags(Qt::ItemIsEnabled);
    return item;
}

}  // namespace

ColumnTable::ColumnTable(QWidget* parent, std::vector<RoleChoice> choices)
    : QTableWidget(parent), choices_(std::move(choices)) {
    setObjectName(QStringLiteral("columns"));
    setAccessibleName(tr("Columns of the file"));
    setColumnCount(kColumns);
    setHorizontalHeaderLabels({tr("Column"), tr("Used as"), tr("Because"), tr("First values")});
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    setColumnWidth(kName, 170);
    setColumnWidth(kRole, 190);
    setColumnWidth(kWhy, 260);
    setShowGrid(false);
    // In line with the cells.
    horizontalHeader()->setStyleSheet(QStringLiteral("QHeaderView::section { padding: 4px 3px; }"));
    setSelectionMode(QAbstractItemView::NoSelection);
    setFocusPolicy(Qt::NoFocus);
    setWordWrap(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ColumnTable::setColumns(const std::vector<PlannedColumn>& columns) {
    columns_ = columns;
    setRowCount(static_cast<int>(columns_.size()));
    for (int row = 0; row < rowCount(); ++row)
        fillRow(row);
}

void ColumnTable::fillRow(int row) {
    const PlannedColumn& column = columns_[static_cast<std::size_t>(row)];
    const Tokens& t = Theme::instance().tokens();
    auto* name = cell(qt(column.name), column.role ? t.ink : t.ink3);
    if (column.role == ColumnRole::Label || column.role == ColumnRole::Score)
        name->setFont(Theme::instance().font(14, QFont::DemiBold));
    setItem(row, kName, name);
    auto* why = cell(qt(column.reason), t.ink3);
    why->setFont(Theme::instance().font(12));
    setItem(row, kWhy, why);
    setItem(row, kValues, cell(examplesOf(column), t.ink2));

    QWidget* holder = cellWidget(row, kRole);
    auto* combo = holder ? holder->findChild<QComboBox*>() : nullptr;
    if (!combo) {
        holder = new QWidget(this);
        combo = new QComboBox(holder);
        auto* room = new QHBoxLayout(holder);
        room->setContentsMargins(0, 0, 8, 0);
        room->addWidget(combo);
        combo->setObjectName(QStringLiteral("role.%1").arg(row));
        for (const RoleChoice& choice : choices_) {
            combo->addItem(choice.title);
            combo->setItemData(combo->count() - 1, escaped(choice.help), Qt::ToolTipRole);
        }
        connect(combo, &QComboBox::activated, this, [this, row](int choice) { choose(row, choice); });
        setCellWidget(row, kRole, holder);
    }
    combo->setAccessibleName(tr("What %1 is used as").arg(qt(column.name)));
    combo->setCurrentIndex(combo->findText(roleTitle(column.role)));
}

void ColumnTable::choose(int row, int choice) {
    PlannedColumn& column = columns_[static_cast<std::size_t>(row)];
    const auto role = choices_.at(static_cast<std::size_t>(choice)).role;
    if (column.role == role) return;
    column.role = role;
    column.reason = tr("chosen by you").toStdString();
    // A role that one column has moves; the others keep theirs until somebody changes them.
    for (std::size_t other = 0; !isShared(role) && other < columns_.size(); ++other) {
        if (static_cast<int>(other) == row || columns_[other].role != role) continue;
        columns_[other].role.reset();
        columns_[other].reason = tr("%1 took its place").arg(qt(column.name)).toStdString();
        fillRow(static_cast<int>(other));
    }
    fillRow(row);
    Q_EMIT rolesChanged();
}

}  // namespace reckoner
