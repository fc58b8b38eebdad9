#include "ui/shell/cohort_popup.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/data/filter.h"
#include "core/data/filter_text.h"
#include "core/wording/filter_words.h"
#include "core/wording/number_format.h"
#include "ui/session/cohort_desk.h"
#include "ui/session/cohort_form.h"
#include "ui/session/review_session.h"
#include "ui/session/session_facts.h"
#include "ui/shell/choice_delegate.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kMostRecent = 8;

constexpr int kCohortRole = Qt::UserRole + 20;

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
      model_(new QStandardItemModel(this)),
      save_(new QPushButton(tr("Save as cohort…"), this)),
      edit_(new QPushButton(tr("Edit…"), this)),
      remove_(new QPushButton(tr("Delete"), this)),
      back_(new QPushButton(this)) {
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
    column->addWidget(list_, 1);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(4);
    const std::pair<QPushButton*, const char*> buttons[] = {
        {save_, "cohort.save"}, {edit_, "cohort.edit"}, {remove_, "cohort.remove"}, {back_, "cohort.back"}};
    for (const auto& [button, name] : buttons) {
        button->setObjectName(QLatin1String(name));
        button->setAccessibleName(button->text());
        setKind(button, "chip");
        actions->addWidget(button);
    }
    actions->addStretch(1);
    column->addLayout(actions);
    connect(save_, &QPushButton::clicked, this, &CohortPopup::saveAs);
    connect(edit_, &QPushButton::clicked, this, &CohortPopup::edit);
    connect(remove_, &QPushButton::clicked, this, &CohortPopup::remove);
    connect(back_, &QPushButton::clicked, this, &CohortPopup::bringBack);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &CohortPopup::showActions);
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
    CohortDesk& desk = CohortDesk::of(session_);
    for (const Cohort& cohort : desk.cohorts()) {
        QStandardItem* item = line(qt(cohort.name), tr("cohort"), QStringLiteral("use"),
                                   qt(cohort.expression), cohort.expression == now);
        item->setData(qt(filterWords(cohort.expression, session_.words())), choice_role::kDetail);
        item->setData(QVariant::fromValue<qlonglong>(cohort.id), kCohortRole);
        model_->appendRow(item);
    }
    for (const QString& used : recent_)
        if (!desk.find(used.toStdString()))
            model_->appendRow(line(used, tr("used before"), QStringLiteral("use"), used, used == qt(now)));
    const RunAnalysisPtr run = session_.run();
    if (run) addColumns(*run->request.table);
    // The one in force is the one that is edited or taken away.
    for (int row = 0; row < model_->rowCount(); ++row)
        if (model_->item(row)->data(choice_role::kCurrent).toBool())
            list_->setCurrentIndex(model_->index(row, 0));
    showActions();
}

void CohortPopup::addColumns(const EvalTable& table) {
    for (const ColumnInfo& column : table.columns()) {
        if (!isUsable(column.role)) continue;
        const QString kind = column.type == ColumnType::Category
                                 ? tr("%1 values").arg(qt(count(column.distinct)))
                             : column.type == ColumnType::Text ? tr("text")
                                                               : tr("number");
        model_->appendRow(line(qt(column.name), kind, QStringLiteral("column"), qt(column.name)));
    }
}

std::int64_t CohortPopup::marked() const {
    return list_->currentIndex().data(kCohortRole).toLongLong();
}

void CohortPopup::showActions() {
    const bool writable = session_.store() && !session_.store()->readOnly();
    const bool cohort = marked() != 0;
    const auto& removed = CohortDesk::of(session_).removed();
    edit_->setVisible(cohort && writable);
    remove_->setVisible(cohort && writable);
    save_->setVisible(!cohort && writable && !session_.state().cohort.empty() &&
                      !CohortDesk::of(session_).find(session_.state().cohort));
    back_->setVisible(removed.has_value());
    if (!removed) return;
    back_->setText(
        tr("Bring back “%1”").arg(fontMetrics().elidedText(qt(removed->name), Qt::ElideRight, 160)));
    back_->setAccessibleName(back_->text());
}

void CohortPopup::saveAs() {
    hide();
    Cohort cohort;
    cohort.expression = session_.state().cohort;
    openCohortForm(session_, cohort, {}, parentWidget()->window());
}

void CohortPopup::edit() {
    const std::int64_t id = marked();
    for (const Cohort& cohort : CohortDesk::of(session_).cohorts()) {
        if (cohort.id != id) continue;
        hide();
        return openCohortForm(session_, Cohort(cohort), {}, parentWidget()->window());
    }
}

void CohortPopup::remove() {
    try {
        CohortDesk::of(session_).remove(marked());
    } catch (const Error& error) {
        complain(QString::fromUtf8(error.what()));
    }
    fill();
}

void CohortPopup::bringBack() {
    try {
        CohortDesk::of(session_).bringBack();
    } catch (const Error& error) {
        complain(QString::fromUtf8(error.what()));
    }
    fill();
}

void CohortPopup::take(const QModelIndex& index) {
    const QStringList what = index.data(choice_role::kValue).toStringList();
    if (what.value(0) == QLatin1String("use")) return use(what.value(1));
    QString text = field_->text().trimmed();
    if (!text.isEmpty()) text += QStringLiteral(" and ");
    field_->setText(text + qt(filterName(what.value(1).toStdString())) + QStringLiteral(" = "));
    field_->setFocus();
}

OutcomeContext CohortPopup::outcome(const RunAnalysis& run) const {
    OutcomeContext context;
    context.facts = SessionFacts::of(session_).facts();
    // All classes are looked at until somebody asks for one.
    if (run.request.table->info().task == Task::Multiclass && session_.state().positive.empty())
        return context;
    context.positive = run.rows.positive;
    context.threshold = session_.threshold();
    return context;
}

void CohortPopup::apply() {
    const QString text = field_->text().trimmed();
    if (text.isEmpty()) return use({});
    try {
        const Filter filter = Filter::parse(text.toStdString());
        if (const RunAnalysisPtr run = session_.run()) filter.check(*run->request.table, outcome(*run));
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
