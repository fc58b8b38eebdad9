#include "ui/pages/decide/cost_class_grid.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "core/base/numbers.h"
#include "ui/pages/decide/cost_inputs.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kRow = 28;
constexpr int kColumn = 64;
constexpr int kMostRows = 9;

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

QPushButton* gridButton(const QString& text, const char* name, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    setKind(button, "small");
    return button;
}

}  // namespace

CostClassGrid::CostClassGrid(CostDesk& desk, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      table_(new QTableWidget(this)),
      to_(new QComboBox(this)),
      question_(costWords({}, this)),
      problem_(new PlainLabel({}, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(costTitle(tr("Costs by class"), this));
    question_->setText(tr("When one of the row is called what the column says, it costs us"));
    question_->setWordWrap(true);
    column->addWidget(question_);
    table_->setObjectName(QStringLiteral("classCosts"));
    table_->setAccessibleName(tr("Costs by true class and by what it was called"));
    table_->horizontalHeader()->setDefaultSectionSize(px(kColumn));
    table_->verticalHeader()->setDefaultSectionSize(px(kRow));
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->horizontalHeader()->setAccessibleName(tr("Called"));
    table_->verticalHeader()->setAccessibleName(tr("Really"));
    if (auto* corner = table_->findChild<QAbstractButton*>()) corner->setAccessibleName(tr("All costs"));
    table_->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked |
                            QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    table_->setTabKeyNavigation(false);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    column->addWidget(table_);
    dress(problem_, 12, QFont::Normal, &Tokens::noticeText);
    problem_->setObjectName(QStringLiteral("problem.cell"));
    problem_->setWordWrap(true);
    problem_->hide();
    column->addWidget(problem_);
    to_->setObjectName(QStringLiteral("copyRowTo"));
    to_->setAccessibleName(tr("The class whose row is filled"));
    to_->setMinimumWidth(px(96));
    auto* copy = gridButton(tr("Copy this row to"), "copyClassRow", this);
    auto* fill = gridButton(tr("Both ways alike"), "fillSymmetric", this);
    setPlainToolTip(fill, tr("Below the diagonal stands what stands above it"));
    column->addLayout(costRow({copy, to_}));
    column->addLayout(costRow({fill}));
    column->addSpacing(12);
    connect(copy, &QPushButton::clicked, this, &CostClassGrid::copyRow);
    connect(fill, &QPushButton::clicked, this, &CostClassGrid::fillSymmetric);
    connect(table_, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem* item) {
        if (refreshing_) return;
        desk_.type(cellField(static_cast<std::size_t>(item->row()), static_cast<std::size_t>(item->column())),
                   item->text().trimmed().toStdString());
    });
}

void CostClassGrid::refresh(const CostFields& fields, const CostReading& reading,
                            const CostFormFacts& facts) {
    setVisible(!facts.classes.empty());
    if (facts.classes.empty()) return;
    refreshing_ = true;
    const int size = static_cast<int>(facts.classes.size());
    if (classes_ != facts.classes) {
        classes_ = facts.classes;
        QStringList names;
        for (const std::string& name : classes_)
            names << qt(name);
        table_->setRowCount(size);
        table_->setColumnCount(size);
        table_->setHorizontalHeaderLabels(names);
        table_->setVerticalHeaderLabels(names);
        to_->clear();
        to_->addItems(names);
        if (size > 1) to_->setCurrentIndex(1);
        for (int row = 0; row < size; ++row)
            for (int column = 0; column < size; ++column) {
                auto* item = new QTableWidgetItem;
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
                // A right answer: what the sentences below are for.
                if (row == column) item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
                table_->setItem(row, column, item);
            }
        table_->setCurrentCell(0, std::min(1, size - 1));
        table_->setFixedHeight(px(kRow) * std::min(size, kMostRows) + px(34) +
                               (size * px(kColumn) > px(280) ? px(10) : 0));
    }
    QString wrong;
    for (int row = 0; row < size; ++row)
        for (int column = 0; column < size; ++column) {
            const std::string field =
                cellField(static_cast<std::size_t>(row), static_cast<std::size_t>(column));
            const auto found = fields.find(field);
            QString text = found == fields.end() ? QStringLiteral("0") : qt(found->second);
            if (row == column && (text.isEmpty() || text == QStringLiteral("0")))
                text = QStringLiteral("\u00B7");
            QTableWidgetItem* item = table_->item(row, column);
            if (item->text() != text) item->setText(text);
            if (const CostProblem* problem = reading.problem(field)) wrong = qt(problem->sentence);
        }
    problem_->setText(wrong);
    problem_->setVisible(!wrong.isEmpty());
    refreshing_ = false;
}

void CostClassGrid::copyRow() {
    const int from = table_->currentRow();
    const int to = to_->currentIndex();
    if (from < 0 || to < 0) return;
    const CostReading reading = desk_.reading();
    const ClassPrices prices =
        reading.row.costs.byClass.empty() ? evenPrices(classes_, 0) : reading.row.costs.byClass;
    typePrices(withRowCopied(prices, static_cast<std::size_t>(from), static_cast<std::size_t>(to)));
}

void CostClassGrid::fillSymmetric() {
    const CostReading reading = desk_.reading();
    if (!reading.row.costs.byClass.empty()) typePrices(withSymmetricFill(reading.row.costs.byClass));
}

void CostClassGrid::typePrices(const ClassPrices& prices) {
    CostFields changes;
    for (std::size_t truth = 0; truth < classes_.size(); ++truth)
        for (std::size_t called = 0; called < classes_.size(); ++called)
            changes[cellField(truth, called)] = shortestNumber(prices.at(truth, called));
    desk_.type(changes);
}

}  // namespace reckoner

#include "moc_cost_class_grid.cpp"
