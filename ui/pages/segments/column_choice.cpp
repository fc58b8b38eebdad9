#include "ui/pages/segments/column_choice.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/wording/errors_case.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"

namespace reckoner {
namespace {

constexpr int kWidth = 420;
constexpr int kMostHigh = 460;
constexpr const char* kCuts[] = {"auto", "quantile:4", "quantile:10", "width:5", "width:10"};

QString named(QString text) {
    // An ampersand is text here, not a key.
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

std::optional<GroupColumn> chosenColumn(const std::vector<SegmentSet>& sets, const std::string& name) {
    for (const SegmentSet& set : sets)
        for (const GroupColumn& column : set)
            if (column.name == name) return column;
    return std::nullopt;
}

}  // namespace

ColumnChoice::ColumnChoice(For what, const EvalTable& table, const std::vector<SegmentSet>& sets,
                           QWidget* parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint),
      for_(what),
      how_(new SegmentedChoice(
          what == For::Segments
              ? QStringList{tr("Each by itself"), tr("Two or three crossed")}
              : QStringList{tr("Each by itself"), tr("Also every pair crossed"), tr("And every three")},
          this)),
      problem_(new PlainLabel({}, this)) {
    setObjectName(QStringLiteral("columnChoice"));
    setAccessibleName(what == For::Segments ? tr("Columns that make the segments")
                                            : tr("Protected columns of this model"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::Box);
    how_->setObjectName(QStringLiteral("columnChoice.how"));
    how_->setAccessibleName(tr("Each column by itself, or crossed"));
    const int crossed = sets.empty() ? 0 : static_cast<int>(sets.back().size()) - 1;
    how_->choose(what == For::Segments ? std::min(crossed, 1) : crossed);
    problem_->setObjectName(QStringLiteral("columnChoice.problem"));
    problem_->setWordWrap(true);
    dress(problem_, 12, QFont::Normal, &Tokens::ink2);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inner = new QWidget(area);
    auto* list = new QVBoxLayout(inner);
    list->setContentsMargins(0, 0, 8, 0);
    list->setSpacing(4);
    for (const std::string& name : possibleSegmentColumns(table)) {
        rows_.push_back(makeRow(*table.find(name), sets, inner));
        auto* line = new QHBoxLayout;
        line->addWidget(rows_.back().tick, 1);
        if (rows_.back().cut) line->addWidget(rows_.back().cut);
        list->addLayout(line);
        if (rows_.back().edges) list->addWidget(rows_.back().edges);
    }
    list->addStretch(1);
    area->setWidget(inner);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(12, 12, 12, 12);
    all->setSpacing(8);
    all->addWidget(how_);
    all->addWidget(area, 1);
    all->addWidget(problem_);
    connect(how_, &SegmentedChoice::chosenChanged, this, &ColumnChoice::take);
    problem_->hide();
}

ColumnChoice::Row ColumnChoice::makeRow(const ColumnInfo& column, const std::vector<SegmentSet>& sets,
                                        QWidget* parent) {
    const std::optional<GroupColumn> chosen = chosenColumn(sets, column.name);
    Row row;
    row.name = column.name;
    row.tick = new QCheckBox(named(qt(fieldName(column))), parent);
    row.tick->setObjectName(QStringLiteral("columnChoice.tick.") + qt(column.name));
    row.tick->setChecked(chosen.has_value());
    connect(row.tick, &QCheckBox::toggled, this, &ColumnChoice::take);
    if (column.type != ColumnType::Real) return row;
    row.cut = new QComboBox(parent);
    row.cut->setObjectName(QStringLiteral("columnChoice.cut.") + qt(column.name));
    row.cut->setAccessibleName(tr("How %1 is cut into groups").arg(qt(fieldName(column))));
    row.cut->addItems({tr("as fits"), tr("4 groups of a size"), tr("10 groups of a size"),
                       tr("5 equal widths"), tr("10 equal widths"), tr("at my own edges")});
    row.edges = new QLineEdit(parent);
    row.edges->setObjectName(QStringLiteral("columnChoice.edges.") + qt(column.name));
    row.edges->setAccessibleName(tr("Edges of %1").arg(qt(fieldName(column))));
    row.edges->setPlaceholderText(tr("18, 25.5, 40"));
    const QString text = chosen ? qt(chosen->binning.text()) : QStringLiteral("auto");
    int index = 0;
    for (int i = 0; i < static_cast<int>(std::size(kCuts)); ++i)
        if (text == QLatin1String(kCuts[i])) index = i;
    const bool own = text.startsWith(QLatin1String("edges:"));
    row.cut->setCurrentIndex(own ? static_cast<int>(std::size(kCuts)) : index);
    if (own) row.edges->setText(text.mid(6));
    row.edges->setVisible(own);
    connect(row.cut, &QComboBox::currentIndexChanged, this,
            [this, edges = row.edges, tick = row.tick](int now) {
                edges->setVisible(now == static_cast<int>(std::size(kCuts)));
                if (edges->isVisibleTo(this)) edges->setFocus();
                if (!tick->isChecked())
                    tick->setChecked(true);
                else
                    take();
            });
    connect(row.edges, &QLineEdit::editingFinished, this, &ColumnChoice::take);
    return row;
}

GroupColumn ColumnChoice::columnOf(const Row& row, QString& problem) const {
    GroupColumn column{row.name};
    if (!row.cut) return column;
    const int index = row.cut->currentIndex();
    const bool own = index == static_cast<int>(std::size(kCuts));
    try {
        column.binning =
            Binning::parse(own ? "edges:" + row.edges->text().toStdString() : kCuts[std::max(0, index)]);
    } catch (const Error& error) {
        problem = qt(error.what());
    }
    return column;
}

void ColumnChoice::take() {
    QString problem;
    std::vector<GroupColumn> columns;
    for (const Row& row : rows_)
        if (row.tick->isChecked()) columns.push_back(columnOf(row, problem));
    const bool cross = for_ == For::Segments && how_->chosen() == 1;
    if (problem.isEmpty() && columns.empty() && for_ == For::Segments)
        problem = tr("Tick at least one column.");
    if (problem.isEmpty() && cross && (columns.size() < 2 || columns.size() > 3))
        problem = tr("Tick two or three columns to cross them; %1 are ticked.").arg(columns.size());
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
    if (problem.isEmpty()) Q_EMIT chosen(setsOf(columns));
}

std::vector<SegmentSet> ColumnChoice::setsOf(const std::vector<GroupColumn>& columns) const {
    const bool crossed = how_->chosen() > 0;
    if (crossed && for_ == For::Segments) return {columns};
    std::vector<SegmentSet> sets;
    for (const GroupColumn& column : columns)
        sets.push_back({column});
    if (!crossed) return sets;
    for (std::size_t a = 0; a < columns.size(); ++a)
        for (std::size_t b = a + 1; b < columns.size(); ++b)
            sets.push_back({columns[a], columns[b]});
    if (how_->chosen() < 2) return sets;
    for (std::size_t a = 0; a < columns.size(); ++a)
        for (std::size_t b = a + 1; b < columns.size(); ++b)
            for (std::size_t c = b + 1; c < columns.size(); ++c)
                sets.push_back({columns[a], columns[b], columns[c]});
    return sets;
}

void ColumnChoice::popUnder(QWidget* anchor) {
    const int high = std::min(scaled(kMostHigh), scaled(80) + static_cast<int>(rows_.size()) * scaled(38));
    resize(scaled(kWidth), high);
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + 4));
    const QWidget* window = anchor->window();
    at.setX(std::min(at.x(), window->mapToGlobal(QPoint(window->width() - 8, 0)).x() - width()));
    move(at);
    show();
    if (!rows_.empty()) rows_.front().tick->setFocus(Qt::PopupFocusReason);
}

}  // namespace reckoner

#include "moc_column_choice.cpp"
