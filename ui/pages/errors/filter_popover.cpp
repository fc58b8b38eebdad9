#include "ui/pages/errors/filter_popover.h"

#include <algorithm>

#include <QFontDatabase>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/data/filter.h"
#include "core/data/filter_condition.h"
#include "core/data/filter_text.h"
#include "core/review/selected_rows.h"
#include "core/wording/number_format.h"
#include "ui/pages/errors/errors_query.h"
#include "ui/pages/errors/filter_values.h"
#include "ui/shell/choice_delegate.h"
#include "ui/shell/scaled.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kMostRows = 9;

// Whether somebody types a condition and no longer a name.
bool looksLikeExpression(const QString& text) {
    static const QStringList kSigns = {
        QStringLiteral("="),        QStringLiteral("<"),         QStringLiteral(">"),
        QStringLiteral("("),        QStringLiteral("'"),         QStringLiteral(" in "),
        QStringLiteral(" is "),     QStringLiteral(" between "), QStringLiteral(" contains "),
        QStringLiteral(" starts "), QStringLiteral("not ")};
    return std::any_of(kSigns.begin(), kSigns.end(),
                       [&](const QString& sign) { return text.contains(sign); });
}

// A condition this run understands.
QString exampleOf(const std::vector<FilterSubject>& subjects) {
    for (const FilterSubject& subject : subjects)
        if (subject.kind == FilterSubject::Kind::Numbers && subject.name != QLatin1String("score") &&
            subject.name != QLatin1String("confidence"))
            return subject.name + QStringLiteral(" > 100");
    for (const FilterSubject& subject : subjects)
        if (subject.column != 0 && !subject.values.empty())
            return subject.name + QStringLiteral(" = ") + subject.values.front().written;
    return {};
}

using ValueCounts = QHash<QString, QString>;

// On a worker thread.
ValueCounts valueCounts(const EvalTable& table, ColumnId column, const RowSet& rows,
                        const TaskContext& context) {
    constexpr RowIndex kCheckEvery = 1 << 20;
    const auto values = table.category(column, context);
    std::vector<std::uint64_t> found(values->missingCode() + std::size_t{1});
    values->visit([&](auto codes) {
        rows.forEach([&](RowIndex row) {
            if (row % kCheckEvery == 0) context.checkCancelled();
            ++found[codes[row]];
        });
    });
    ValueCounts counts;
    for (std::size_t code = 0; code < values->missingCode(); ++code)
        counts[qt(filterText(values->categories()[code]))] = qt(count(found[code]));
    counts[QString()] = qt(count(found.back()));
    return counts;
}

}  // namespace

FilterPopover::FilterPopover(ReviewSession& session, QWidget* parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint),
      session_(session),
      counting_(session.executor()),
      first_(new QWidget(this)),
      field_(new QLineEdit(first_)),
      problem_(new PlainLabel({}, first_)),
      list_(new QListWidget(first_)),
      values_(new FilterValues(this)) {
    setObjectName(QStringLiteral("filterPopover"));
    setAccessibleName(tr("A filter for the cases"));
    field_->setObjectName(QStringLiteral("filter.field"));
    field_->setAccessibleName(tr("Column or condition"));
    problem_->setObjectName(QStringLiteral("filter.typedProblem"));
    problem_->setAccessibleName(tr("What is wrong with the condition"));
    list_->setObjectName(QStringLiteral("filter.subjects"));
    list_->setAccessibleName(tr("What to filter by"));
    list_->setUniformItemSizes(true);
    list_->setItemDelegate(new ChoiceDelegate(list_));
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(first_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(field_);
    column->addWidget(problem_);
    column->addWidget(list_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(8, 8, 8, 8);
    all->addWidget(first_);
    all->addWidget(values_);
    field_->installEventFilter(this);
    connect(field_, &QLineEdit::textChanged, this, &FilterPopover::narrow);
    connect(field_, &QLineEdit::returnPressed, this, &FilterPopover::takeTyped);
    connect(list_, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { openSubject(item->data(Qt::UserRole).toInt()); });
    connect(list_, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { openSubject(item->data(Qt::UserRole).toInt()); });
    connect(values_, &FilterValues::chosen, this, &FilterPopover::offer);
    connect(values_, &FilterValues::backWanted, this, &FilterPopover::showSubjects);
    connect(values_, &FilterValues::resized, this, &FilterPopover::fit);
}

void FilterPopover::popUnder(QWidget* anchor, const std::string& expression) {
    subjects_ = filterSubjects(session_);
    const QString example = exampleOf(subjects_);
    field_->setPlaceholderText(example.isEmpty() ? tr("A column, or a condition")
                                                 : tr("A column, or a condition: %1").arg(example));
    showSubjects();
    if (!expression.empty()) {
        const auto condition = filterCondition(expression);
        int found = -1;
        if (condition)
            for (std::size_t i = 0; i < subjects_.size() && found < 0; ++i)
                if (subjects_[i].name ==
                    (condition->ours ? qt(condition->column) : qt(filterName(condition->column))))
                    found = static_cast<int>(i);
        if (found >= 0) {
            openSubject(found);
            values_->showExpression(expression);
        } else {
            field_->setText(qt(expression));
        }
    }
    fit();
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + 4));
    const QWidget* window = anchor->window();
    at.setX(std::min(at.x(), window->mapToGlobal(QPoint(window->width() - 8, 0)).x() - width()));
    move(at);
    show();
    if (first_->isVisibleTo(this))
        field_->setFocus(Qt::PopupFocusReason);
    else
        values_->focusFirst();
}

void FilterPopover::showSubjects() {
    values_->hide();
    first_->show();
    field_->clear();
    narrow({});
    field_->setFocus(Qt::PopupFocusReason);
}

void FilterPopover::narrow(const QString& text) {
    problem_->hide();
    list_->clear();
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (std::size_t i = 0; i < subjects_.size(); ++i) {
        const FilterSubject& subject = subjects_[i];
        const QString haystack =
            subject.title + QLatin1Char(' ') + subject.detail + QLatin1Char(' ') + subject.name;
        const bool fits = std::all_of(words.begin(), words.end(), [&](const QString& word) {
            return haystack.contains(word, Qt::CaseInsensitive);
        });
        if (!fits) continue;
        auto* item = new QListWidgetItem(subject.title, list_);
        item->setData(choice_role::kSection, subject.detail);
        item->setData(Qt::UserRole, static_cast<int>(i));
    }
    if (list_->count() > 0) list_->setCurrentRow(0);
    const int rows = std::min(list_->count(), kMostRows);
    list_->setVisible(rows > 0);
    if (rows > 0) list_->setFixedHeight(rows * list_->sizeHintForRow(0) + 2 * list_->frameWidth());
    fit();
}

// As high as what it holds now: nothing blank under a range or the last of three values.
void FilterPopover::fit() {
    // What changed inside is told to the layout around it by events: it is wanted now.
    QLayout* all = layout();
    for (QWidget* page : {first_, static_cast<QWidget*>(values_)}) {
        page->layout()->invalidate();
        page->updateGeometry();
    }
    all->activate();
    const int wide = std::max(scaled(400), minimumWidth());
    resize(wide, all->hasHeightForWidth() ? all->totalHeightForWidth(wide) : all->totalSizeHint().height());
}

void FilterPopover::takeTyped() {
    const QString text = field_->text().trimmed();
    if (looksLikeExpression(text) || (list_->count() == 0 && !text.isEmpty())) return offer(text);
    if (const QListWidgetItem* item = list_->currentItem()) openSubject(item->data(Qt::UserRole).toInt());
}

void FilterPopover::openSubject(int index) {
    if (index < 0 || index >= static_cast<int>(subjects_.size())) return;
    values_->setSubject(subjects_[static_cast<std::size_t>(index)]);
    countValues();
    first_->hide();
    values_->show();
    values_->focusFirst();
    fit();
}

// Of all samples the page is for; they follow the list in a moment.
void FilterPopover::countValues() {
    counting_.cancel();
    const ColumnId column = values_->subject().column;
    const RunAnalysisPtr run = session_.run();
    if (column == 0 || !run) return;
    const auto cohort = std::make_shared<const SelectedRows>(
        run->request.table, std::vector<std::string>{session_.state().cohort},
        errors::outcomeContext(session_));
    counting_.start(
        [cohort, column](const TaskContext& context) {
            return std::any(valueCounts(*cohort->table(), column, cohort->rows(context), context));
        },
        [this, column](const std::any& result) {
            if (values_->subject().column == column)
                values_->setCounts(std::any_cast<const ValueCounts&>(result));
        },
        // Without them the values can be chosen as well.
        [](const Error&) {});
}

void FilterPopover::offer(const QString& expression) {
    try {
        const Filter filter = Filter::parse(expression.toStdString());
        if (const RunAnalysisPtr run = session_.run())
            filter.check(*run->request.table, errors::outcomeContext(session_));
        hide();
        Q_EMIT chosen(qt(filter.text()));
    } catch (const Error& error) {
        complain(QString::fromUtf8(error.what()));
    }
}

void FilterPopover::complain(const QString& why) {
    if (values_->isVisibleTo(this)) {
        values_->complain(why);
        return fit();
    }
    // The caret under the place needs letters of one width.
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(scaled(12));
    problem_->setFont(font);
    problem_->setText(why);
    problem_->show();
    setMinimumWidth(std::min(scaled(640), problem_->sizeHint().width() + 16));
    fit();
}

bool FilterPopover::eventFilter(QObject* watched, QEvent* event) {
    if (watched != field_ || event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down) return false;
    const int row = list_->currentRow() + (key == Qt::Key_Up ? -1 : 1);
    list_->setCurrentRow(std::clamp(row, 0, std::max(0, list_->count() - 1)));
    return true;
}

void FilterPopover::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.page);
    painter.setPen(t.control);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace reckoner

#include "moc_filter_popover.cpp"
