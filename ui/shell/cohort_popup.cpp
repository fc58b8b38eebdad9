#include "ui/shell/cohort_popup.h"

#include <QFontDatabase>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/data/filter.h"
#include "core/data/filter_text.h"
#include "core/wording/number_format.h"
#include "ui/session/review_session.h"
#include "ui/shell/choice_delegate.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kMostRecent = 8;

QStandardItem* line(const QString& title, const QString& section, const QString& kind, const QString& value,
                    bool current = false) {
    auto* item = new QStandardItem(title);
    item->setData(section, choice_role::kSection);
    item->setData(QStringList{kind, value}, choice_role::kValue);
    item->setData(current, choice_role::kCurrent);
    return item;
}

bool isUsable(ColumnRole role) {
    return role == ColumnRole::Segment || role == ColumnRole::Numeric || role == ColumnRole::Amount ||
           role == ColumnRole::Text || role == ColumnRole::Timestamp || role == ColumnRole::Latency;
}

}  // namespace

CohortPopup::CohortPopup(ReviewSession& session, QWidget* parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint),
      session_(session),
      field_(new QLineEdit(this)),
      problem_(new PlainLabel({}, this)),
      list_(new QListView(this)),
      model_(new QStandardItemModel(this)) {
    setObjectName(QStringLiteral("cohort"));
    setAccessibleName(tr("Who the figures are for"));
    field_->setObjectName(QStringLiteral("cohort.field"));
    field_->setAccessibleName(tr("Filter"));
    field_->setPlaceholderText(tr("Only where… for example: job = fixed and amount > 1000"));
    problem_->setObjectName(QStringLiteral("cohort.problem"));
    problem_->setAccessibleName(tr("What is wrong with the filter"));
    problem_->setWordWrap(false);
    problem_->hide();
    list_->setObjectName(QStringLiteral("cohort.list"));
    list_->setAccessibleName(tr("Filters and columns"));
    list_->setModel(model_);
    list_->setItemDelegate(new ChoiceDelegate(list_));
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(6);
    column->addWidget(field_);
    column->addWidget(problem_);
    column->addWidget(list_);
    connect(field_, &QLineEdit::returnPressed, this, &CohortPopup::apply);
    connect(field_, &QLineEdit::textEdited, problem_, &QWidget::hide);
    connect(list_, &QListView::clicked, this, &CohortPopup::take);
    connect(list_, &QListView::activated, this, &CohortPopup::take);
}

void CohortPopup::popUnder(QWidget* anchor) {
    fill();
    field_->setText(qt(session_.state().cohort));
    problem_->hide();
    resize(scaled(460), scaled(360));
    const QWidget* window = anchor->window();
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + 4));
    const int right = window->mapToGlobal(QPoint(window->width() - 8, 0)).x();
    at.setX(std::min(at.x(), right - width()));
    move(at);
    show();
    field_->setFocus(Qt::PopupFocusReason);
    field_->selectAll();
}

void CohortPopup::fill() {
    model_->clear();
    const std::string& now = session_.state().cohort;
    model_->appendRow(line(tr("Everyone"), {}, QStringLiteral("use"), {}, now.empty()));
    for (const QString& used : recent_)
        model_->appendRow(line(used, tr("used before"), QStringLiteral("use"), used, used == qt(now)));
    const RunAnalysisPtr run = session_.run();
    if (!run) return;
    for (const ColumnInfo& column : run->request.table->columns()) {
        if (!isUsable(column.role)) continue;
        const QString kind = column.type == ColumnType::Category
                                 ? tr("%1 values").arg(qt(count(column.distinct)))
                             : column.type == ColumnType::Text ? tr("text")
                                                               : tr("number");
        model_->appendRow(line(qt(column.name), kind, QStringLiteral("column"), qt(column.name)));
    }
}

void CohortPopup::take(const QModelIndex& index) {
    const QStringList what = index.data(choice_role::kValue).toStringList();
    if (what.value(0) == QLatin1String("use")) return use(what.value(1));
    QString text = field_->text().trimmed();
    if (!text.isEmpty()) text += QStringLiteral(" and ");
    field_->setText(text + qt(filterName(what.value(1).toStdString())) + QStringLiteral(" = "));
    field_->setFocus();
}

void CohortPopup::apply() {
    const QString text = field_->text().trimmed();
    if (text.isEmpty()) return use({});
    try {
        const Filter filter = Filter::parse(text.toStdString());
        if (const RunAnalysisPtr run = session_.run())
            filter.check(*run->request.table, {run->rows.positive, session_.threshold()});
        use(qt(filter.text()));
    } catch (const Error& error) {
        complain(QString::fromUtf8(error.what()));
    }
}

void CohortPopup::use(const QString& expression) {
    hide();
    if (!expression.isEmpty()) {
        recent_.removeAll(expression);
        recent_.prepend(expression);
        while (recent_.size() > kMostRecent)
            recent_.removeLast();
    }
    session_.apply([&](ReviewState& state) { state.cohort = expression.toStdString(); });
}

void CohortPopup::complain(const QString& why) {
    // The caret under the place needs letters of one width.
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(scaled(12));
    problem_->setFont(font);
    problem_->setText(why);
    problem_->show();
}

void CohortPopup::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.page);
    painter.setPen(t.control);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace reckoner
