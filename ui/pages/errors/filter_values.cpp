#include "ui/pages/errors/filter_values.h"

#include <algorithm>

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/base/numbers.h"
#include "core/data/filter_condition.h"
#include "core/data/filter_text.h"
#include "ui/pages/errors/counted_items.h"
#include "ui/shell/scaled.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"

namespace reckoner {
namespace {

using Kind = FilterSubject::Kind;
using Test = FilterCondition::Test;

constexpr int kMostListed = 200;
constexpr int kMostRows = 7;
constexpr std::size_t kWorthSearching = 10;
const QString kMissing = QStringLiteral("is missing");

QLineEdit* field(const char* name, const QString& hint, QWidget* parent) {
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(QLatin1String(name));
    edit->setPlaceholderText(hint);
    edit->setAccessibleName(hint);
    return edit;
}

}  // namespace

FilterValues::FilterValues(QWidget* parent)
    : QWidget(parent),
      back_(new QPushButton(tr("‹ All"), this)),
      title_(new PlainLabel({}, this)),
      which_(new SegmentedChoice({tr("is"), tr("is not")}, this)),
      search_(field("filter.search", tr("Part of a value"), this)),
      list_(new QListWidget(this)),
      from_(field("filter.from", tr("from"), this)),
      to_(field("filter.to", tr("up to"), this)),
      range_(new QWidget(this)),
      text_(field("filter.text", tr("contains"), this)),
      problem_(new PlainLabel({}, this)),
      add_(new QPushButton(tr("Add filter"), this)) {
    setKind(back_, "link");
    back_->setObjectName(QStringLiteral("filter.back"));
    back_->setAccessibleName(tr("Back to all columns"));
    dress(title_, 14, QFont::DemiBold, &Tokens::ink);
    which_->setObjectName(QStringLiteral("filter.which"));
    list_->setObjectName(QStringLiteral("filter.list"));
    list_->setAccessibleName(tr("Values"));
    list_->setUniformItemSizes(true);
    setKind(list_, "choices");
    list_->setItemDelegate(new CountedItems(list_));
    problem_->setObjectName(QStringLiteral("filter.problem"));
    problem_->setAccessibleName(tr("What is wrong with the filter"));
    setKind(add_, "primary");
    add_->setObjectName(QStringLiteral("filter.add"));
    auto* head = new QHBoxLayout;
    head->addWidget(back_);
    head->addWidget(title_, 1);
    auto* ends = new QHBoxLayout(range_);
    ends->setContentsMargins(0, 0, 0, 0);
    ends->addWidget(from_);
    ends->addWidget(to_);
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(add_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 4, 6, 6);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(which_, 0, Qt::AlignLeft);
    column->addWidget(search_);
    column->addWidget(list_);
    column->addWidget(range_);
    column->addWidget(text_);
    column->addWidget(problem_);
    column->addLayout(foot);
    connect(back_, &QPushButton::clicked, this, &FilterValues::backWanted);
    connect(search_, &QLineEdit::textChanged, this, &FilterValues::fillList);
    connect(list_, &QListWidget::itemChanged, this, &FilterValues::toggled);
    // A click anywhere in the row ticks it.
    connect(list_, &QListWidget::itemActivated, this, [this](QListWidgetItem*) { take(); });
    connect(add_, &QPushButton::clicked, this, &FilterValues::take);
    for (QLineEdit* edit : {search_, from_, to_, text_})
        connect(edit, &QLineEdit::returnPressed, this, &FilterValues::take);
    list_->installEventFilter(this);
    search_->installEventFilter(this);
}

void FilterValues::setSubject(const FilterSubject& subject) {
    subject_ = subject;
    counts_.clear();
    ticked_.clear();
    missing_ = false;
    title_->setText(subject.title);
    add_->setText(tr("Add filter"));
    which_->choose(0);
    which_->setVisible(subject.kind == Kind::Values);
    search_->clear();
    search_->setVisible(subject.kind == Kind::Values && subject.values.size() > kWorthSearching);
    const bool listed = subject.kind == Kind::Values || subject.kind == Kind::Presence || subject.mayMiss;
    list_->setVisible(listed);
    range_->setVisible(subject.kind == Kind::Numbers || subject.kind == Kind::Dates);
    const bool dates = subject.kind == Kind::Dates;
    from_->setPlaceholderText(dates ? tr("from 2024-06-03") : tr("from"));
    to_->setPlaceholderText(dates ? tr("up to 2024-06-30") : tr("up to"));
    const bool noted = subject.kind == Kind::Presence && subject.name == QLatin1String("note");
    text_->setVisible(subject.kind == Kind::Text || noted);
    for (QLineEdit* edit : {from_, to_, text_})
        edit->clear();
    problem_->hide();
    fillList();
}

void FilterValues::setCounts(const QHash<QString, QString>& counts) {
    counts_ = counts;
    for (int i = 0; i < list_->count(); ++i) {
        const QString written = list_->item(i)->data(Qt::UserRole).toString();
        filling_ = true;
        list_->item(i)->setData(choice_role::kSection,
                                counts_.value(written == kMissing ? QString() : written));
        filling_ = false;
    }
}

void FilterValues::showExpression(const std::string& expression) {
    const auto condition = filterCondition(expression);
    if (!condition) return;
    const auto value = [&](std::size_t i) { return qt(condition->values[i]); };
    switch (condition->test) {
        case Test::NotEqual:
        case Test::NotIn:
            which_->choose(1);
            [[fallthrough]];
        case Test::Equal:
        case Test::In:
            if (subject_.kind == Kind::Numbers) {
                from_->setText(value(0));
                to_->setText(value(0));
                break;
            }
            for (const std::string& text : condition->values)
                for (const FilterSubject::Value& known : subject_.values)
                    if (known.written == qt(filterText(text)) || known.written == qt(text))
                        ticked_ << known.written;
            break;
        case Test::Between:
            from_->setText(value(0));
            to_->setText(value(1));
            break;
        case Test::Greater:
        case Test::GreaterEqual:
            from_->setText(value(0));
            break;
        case Test::Less:
        case Test::LessEqual:
            to_->setText(value(0));
            break;
        case Test::Contains:
            text_->setText(value(0));
            break;
        case Test::Missing:
            missing_ = true;
            break;
        default:
            break;
    }
    if (subject_.kind == Kind::Presence) ticked_ = {qt(expression)};
    add_->setText(tr("Change filter"));
    fillList();
}

void FilterValues::fillList() {
    filling_ = true;
    list_->clear();
    const QString part = search_->isVisibleTo(this) ? search_->text() : QString();
    const auto add = [this](const QString& shown, const QString& written, bool ticked) {
        auto* item = new QListWidgetItem(shown, list_);
        item->setData(Qt::UserRole, written);
        item->setData(choice_role::kSection, counts_.value(written == kMissing ? QString() : written));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    };
    for (const FilterSubject::Value& value : subject_.values) {
        if (list_->count() >= kMostListed) break;
        if (!value.shown.contains(part, Qt::CaseInsensitive)) continue;
        add(value.shown, value.written, ticked_.contains(value.written));
    }
    if (subject_.mayMiss && part.isEmpty()) add(tr("missing"), kMissing, missing_);
    // Marked only where somebody looked for it: nothing is added that nobody chose.
    if (list_->count() > 0 && !part.isEmpty()) list_->setCurrentRow(0);
    filling_ = false;
    // One row is kept where nothing is found: the field above does not jump away.
    const int rows = std::clamp(list_->count(), 1, kMostRows);
    const int row = list_->count() > 0 ? list_->sizeHintForRow(0) : scaled(32);
    list_->setFixedHeight(rows * row + 2 * list_->frameWidth());
    Q_EMIT resized();
}

void FilterValues::toggled(QListWidgetItem* item) {
    if (filling_) return;
    const bool on = item->checkState() == Qt::Checked;
    const QString written = item->data(Qt::UserRole).toString();
    if (written == kMissing) {
        missing_ = on;
        return;
    }
    ticked_.removeAll(written);
    if (!on) return;
    if (subject_.kind == Kind::Presence) ticked_.clear();
    ticked_ << written;
    if (subject_.kind == Kind::Presence) fillList();
}

QString FilterValues::valuesExpression() const {
    if (subject_.kind == Kind::Presence) {
        if (!text_->text().isEmpty())
            return subject_.name + QStringLiteral(" contains ") + qt(filterText(text_->text().toStdString()));
        // What is marked counts where nothing was ticked.
        if (ticked_.isEmpty() && list_->currentItem())
            return list_->currentItem()->data(Qt::UserRole).toString();
        return ticked_.value(0);
    }
    QStringList values = ticked_;
    bool missing = missing_;
    if (values.isEmpty() && !missing && list_->currentItem()) {
        const QString marked = list_->currentItem()->data(Qt::UserRole).toString();
        missing = marked == kMissing;
        if (!missing) values << marked;
    }
    const bool negative = which_->chosen() == 1;
    QStringList parts;
    if (values.size() == 1)
        parts << subject_.name + (negative ? QStringLiteral(" != ") : QStringLiteral(" = ")) + values[0];
    if (values.size() > 1)
        parts << subject_.name + (negative ? QStringLiteral(" not in (") : QStringLiteral(" in (")) +
                     values.join(QStringLiteral(", ")) + QStringLiteral(")");
    if (missing)
        parts << subject_.name +
                     (negative ? QStringLiteral(" is not missing") : QStringLiteral(" is missing"));
    return parts.join(negative ? QStringLiteral(" and ") : QStringLiteral(" or "));
}

QString FilterValues::rangeExpression() const {
    const bool dates = subject_.kind == Kind::Dates;
    const auto written = [dates](const QLineEdit* edit) {
        // A comma is how some type a point.
        QString text = edit->text().trimmed();
        return dates ? qt(filterText(text.toStdString())) : text.replace(QLatin1Char(','), QLatin1Char('.'));
    };
    const bool lower = !from_->text().trimmed().isEmpty();
    const bool upper = !to_->text().trimmed().isEmpty();
    QString range;
    if (lower && upper) {
        QString least = written(from_);
        QString most = written(to_);
        const auto a = parseNumber(least.toStdString());
        const auto b = parseNumber(most.toStdString());
        if (a && b && *a > *b) std::swap(least, most);
        range = subject_.name + QStringLiteral(" between ") + least + QStringLiteral(" and ") + most;
    }
    if (lower && !upper) range = subject_.name + QStringLiteral(" >= ") + written(from_);
    if (upper && !lower) range = subject_.name + QStringLiteral(" <= ") + written(to_);
    if (!missing_) return range;
    const QString missing = subject_.name + QStringLiteral(" is missing");
    return range.isEmpty() ? missing : range + QStringLiteral(" or ") + missing;
}

void FilterValues::take() {
    QString expression;
    switch (subject_.kind) {
        case Kind::Values:
        case Kind::Presence:
            expression = valuesExpression();
            break;
        case Kind::Numbers:
        case Kind::Dates:
            expression = rangeExpression();
            break;
        case Kind::Text:
            if (missing_)
                expression = subject_.name + QStringLiteral(" is missing");
            else if (!text_->text().isEmpty())
                expression = subject_.name + QStringLiteral(" contains ") +
                             qt(filterText(text_->text().toStdString()));
            break;
    }
    if (expression.isEmpty()) return complain(tr("Say what to look for first."));
    Q_EMIT chosen(expression);
}

void FilterValues::complain(const QString& why) {
    // The caret under the place needs letters of one width.
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(scaled(12));
    problem_->setFont(font);
    problem_->setWordWrap(!why.contains(QLatin1Char('\n')));
    problem_->setText(why);
    problem_->show();
}

void FilterValues::focusFirst() {
    for (QWidget* widget : {static_cast<QWidget*>(search_), static_cast<QWidget*>(list_),
                            static_cast<QWidget*>(from_), static_cast<QWidget*>(text_)})
        if (widget->isVisibleTo(this)) return widget->setFocus(Qt::TabFocusReason);
}

bool FilterValues::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (watched == search_ && key == Qt::Key_Down) {
        list_->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (watched == list_ && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        take();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace reckoner

#include "moc_filter_values.cpp"
