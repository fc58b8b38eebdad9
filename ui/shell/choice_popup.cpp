#include "ui/shell/choice_popup.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "ui/shell/choice_delegate.h"
#include "ui/shell/scaled.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

// Every word typed must occur somewhere in what the row says.
class WordFilter : public QSortFilterProxyModel {
 public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setWords(const QString& text) {
        words_ = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        invalidateFilter();
    }

 protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        if (index.data(choice_role::kFound).toBool()) return true;
        if (words_.isEmpty() && index.data(choice_role::kSearched).toBool()) return false;
        const QString haystack = index.data(choice_role::kHaystack).toString();
        return std::all_of(words_.begin(), words_.end(),
                           [&](const QString& word) { return haystack.contains(word, Qt::CaseInsensitive); });
    }

 private:
    QStringList words_;
};

constexpr int kMostHeight = 420;

}  // namespace

ChoicePopup::ChoicePopup(const QString& name, const QString& searchHint, QWidget* parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint),
      list_(new QListView(this)),
      nothing_(new PlainLabel({}, this)),
      model_(new QStandardItemModel(this)),
      shown_(new WordFilter(this)) {
    setObjectName(QStringLiteral("choices"));
    setAccessibleName(name);
    setAttribute(Qt::WA_TranslucentBackground, false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(6);
    if (!searchHint.isEmpty()) {
        field_ = new QLineEdit(this);
        field_->setObjectName(QStringLiteral("choices.field"));
        field_->setPlaceholderText(searchHint);
        field_->setAccessibleName(searchHint);
        field_->installEventFilter(this);
        column->addWidget(field_);
        connect(field_, &QLineEdit::textChanged, this, &ChoicePopup::narrow);
    }
    shown_->setSourceModel(model_);
    list_->setModel(shown_);
    list_->setItemDelegate(new ChoiceDelegate(list_));
    list_->setObjectName(QStringLiteral("choices.list"));
    list_->setAccessibleName(name);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setMouseTracking(true);
    list_->installEventFilter(this);
    column->addWidget(list_);
    nothing_->setObjectName(QStringLiteral("choices.nothing"));
    nothing_->setContentsMargins(8, 8, 8, 8);
    nothing_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    dress(nothing_, 14, QFont::Normal, &Tokens::ink2);
    nothing_->hide();
    column->addWidget(nothing_);
    connect(list_, &QListView::clicked, this, &ChoicePopup::take);
}

void ChoicePopup::setChoices(const std::vector<Choice>& choices) {
    model_->clear();
    for (const Choice& choice : choices)
        append(choice, false);
    if (field_) field_->clear();
    narrow({});
}

void ChoicePopup::setFound(const std::vector<Choice>& found) {
    for (int row = model_->rowCount() - 1; row >= 0; --row)
        if (model_->item(row)->data(choice_role::kFound).toBool()) model_->removeRow(row);
    const bool none = !list_->currentIndex().isValid();
    for (const Choice& choice : found)
        append(choice, true);
    showNothing();
    if (none) selectFirst();
}

void ChoicePopup::append(const Choice& choice, bool found) {
    auto* item = new QStandardItem(choice.title);
    item->setData(choice.detail, choice_role::kDetail);
    item->setData(choice.section, choice_role::kSection);
    item->setData(choice.value, choice_role::kValue);
    item->setData(choice.current, choice_role::kCurrent);
    item->setData(choice.title + QLatin1Char(' ') + choice.detail + QLatin1Char(' ') + choice.section +
                      QLatin1Char(' ') + choice.also,
                  choice_role::kHaystack);
    item->setData(
        choice.detail.isEmpty() ? choice.title : choice.title + QStringLiteral(", ") + choice.detail,
        Qt::AccessibleTextRole);
    if (found) item->setData(true, choice_role::kFound);
    if (choice.searched) item->setData(true, choice_role::kSearched);
    model_->appendRow(item);
}

void ChoicePopup::popUnder(QWidget* anchor, int width) {
    int rows = 0;
    for (int row = 0; row < shown_->rowCount(); ++row)
        rows += list_->sizeHintForRow(row);
    const int chrome = 14 + (field_ ? scaled(32) + 6 : 0);
    resize(scaled(width), std::min(rows + chrome, scaled(kMostHeight)));
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + 4));
    const QWidget* window = anchor->window();
    const int rightEdge = window->mapToGlobal(QPoint(window->width() - 8, 0)).x();
    if (at.x() + this->width() > rightEdge)
        at.setX(std::max(window->mapToGlobal(QPoint(8, 0)).x(), rightEdge - this->width()));
    move(at);
    show();
    if (field_) {
        field_->setFocus(Qt::PopupFocusReason);
    } else {
        list_->setFocus(Qt::PopupFocusReason);
    }
}

bool ChoicePopup::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            take(list_->currentIndex());
            return true;
        case Qt::Key_Escape:
            hide();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: {
            if (watched != field_) break;
            const int step = key->key() == Qt::Key_Up       ? -1
                             : key->key() == Qt::Key_Down   ? 1
                             : key->key() == Qt::Key_PageUp ? -8
                                                            : 8;
            const int row =
                std::clamp(list_->currentIndex().row() + step, 0, std::max(0, shown_->rowCount() - 1));
            list_->setCurrentIndex(shown_->index(row, 0));
            return true;
        }
        default:
            break;
    }
    return QFrame::eventFilter(watched, event);
}

void ChoicePopup::narrow(const QString& text) {
    Q_EMIT typed(text);
    static_cast<WordFilter*>(shown_)->setWords(text);
    showNothing();
    selectFirst();
}

void ChoicePopup::showNothing() {
    const QString text = field_ ? field_->text() : QString();
    const bool none = shown_->rowCount() == 0;
    if (none) nothing_->setText(tr("Nothing here is called “%1”.").arg(text.left(60).simplified()));
    nothing_->setVisible(none);
    list_->setVisible(!none);
}

void ChoicePopup::selectFirst() {
    int row = 0;
    for (int i = 0; i < shown_->rowCount(); ++i)
        if (shown_->index(i, 0).data(choice_role::kCurrent).toBool()) row = i;
    if (field_ && !field_->text().isEmpty()) row = 0;
    list_->setCurrentIndex(shown_->index(row, 0));
}

void ChoicePopup::take(const QModelIndex& index) {
    if (!index.isValid()) return;
    const QVariant value = index.data(choice_role::kValue);
    hide();
    Q_EMIT chosen(value);
}

void ChoicePopup::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.page);
    painter.setPen(t.control);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace reckoner
