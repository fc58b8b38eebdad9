#include "ui/review/agenda_editor.h"

#include <algorithm>
#include <utility>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/pages/page.h"
#include "ui/shell/scaled.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

// Where a point is taken to be dragged.
class AgendaGrip final : public QWidget {
 public:
    explicit AgendaGrip(QWidget* parent) : QWidget(parent) {
        setCursor(Qt::SizeVerCursor);
        setFixedWidth(scaled(16));
        setPlainToolTip(this, QObject::tr("Drag the point earlier or later, or press Alt with an arrow"));
    }

 protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Theme::instance().tokens().ink3, 1.5, Qt::SolidLine, Qt::RoundCap));
        const qreal middle = height() / 2.0, half = scaled(4), x = scaled(6);
        for (const int line : {-1, 0, 1})
            painter.drawLine(QPointF(x - half, middle + line * scaled(4)),
                             QPointF(x + half, middle + line * scaled(4)));
    }
};

class AgendaEditorRow final : public QWidget {
 public:
    explicit AgendaEditorRow(QWidget* parent)
        : QWidget(parent),
          grip(new AgendaGrip(this)),
          title(new QLineEdit(this)),
          minutes(new QSpinBox(this)),
          more(new QToolButton(this)) {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(4);
        row->addWidget(grip);
        row->addWidget(title, 1);
        row->addWidget(minutes);
        row->addWidget(more);
        minutes->setRange(1, 480);
        minutes->setFixedWidth(scaled(64));
        minutes->setFocusPolicy(Qt::StrongFocus);
        title->setAccessibleName(tr("Point of the agenda"));
        minutes->setAccessibleName(tr("Minutes"));
        more->setAccessibleName(tr("More about this point"));
        more->setIcon(themedIcon(QStringLiteral("more"), Theme::instance().tokens().ink2));
        more->setFocusPolicy(Qt::TabFocus);
    }
    void setItem(const AgendaItem& given, std::size_t place) {
        const bool other = item.uid != given.uid;
        item = given;
        grip->setObjectName(QStringLiteral("agendaGrip%1").arg(place));
        title->setObjectName(QStringLiteral("agendaTitle%1").arg(place));
        minutes->setObjectName(QStringLiteral("agendaMinutes%1").arg(place));
        more->setObjectName(QStringLiteral("agendaMore%1").arg(place));
        if ((other || !title->hasFocus()) && title->text() != qt(item.point.title))
            title->setText(qt(item.point.title));
        if ((other || !minutes->hasFocus()) && minutes->value() != item.point.minutes) {
            const QSignalBlocker quiet(minutes);
            minutes->setValue(item.point.minutes);
        }
    }

    void lift(bool held) {
        setAutoFillBackground(held);
        QPalette palette = this->palette();
        palette.setColor(QPalette::Window, Theme::instance().tokens().selected);
        setPalette(palette);
    }

    AgendaItem item;
    QWidget* grip;
    QLineEdit* title;
    QSpinBox* minutes;
    QToolButton* more;
};

AgendaEditor::AgendaEditor(QWidget* parent)
    : QWidget(parent), column_(new QVBoxLayout(this)), add_(new QPushButton(tr("Add a point"), this)) {
    setObjectName(QStringLiteral("agendaEditor"));
    setAccessibleName(tr("Agenda"));
    setFocusPolicy(Qt::ClickFocus);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(4);
    setKind(add_, "small");
    add_->setObjectName(QStringLiteral("agendaAdd"));
    add_->setAccessibleName(add_->text());
    column_->addWidget(add_, 0, Qt::AlignLeft);
    connect(add_, &QPushButton::clicked, this, [this] {
        const std::size_t before = count_;
        Q_EMIT addWanted();
        if (count_ != before + 1) return;
        // What is typed next is its name.
        QLineEdit* name = rows_[before]->title;
        name->setFocus(Qt::OtherFocusReason);
        name->selectAll();
    });
}

void AgendaEditor::setItems(const std::vector<AgendaItem>& items) {
    // Another order than the one a point was lifted in: it is let go.
    bool same = items.size() == count_;
    for (std::size_t i = 0; same && i < items.size(); ++i)
        same = rows_[i]->item.uid == items[i].uid;
    if (!same) drop(false);
    count_ = items.size();
    while (rows_.size() < items.size()) {
        auto* row = new AgendaEditorRow(this);
        connect(row->title, &QLineEdit::editingFinished, this, [this, row] {
            AgendaPoint point = row->item.point;
            point.title = row->title->text().trimmed().toStdString();
            if (point.title.empty()) return row->title->setText(qt(row->item.point.title));
            if (point.title != row->item.point.title) Q_EMIT written(row->item.uid, point);
        });
        connect(row->minutes, &QSpinBox::valueChanged, this, [this, row](int minutes) {
            AgendaPoint point = row->item.point;
            point.minutes = minutes;
            if (minutes != row->item.point.minutes) Q_EMIT written(row->item.uid, point);
        });
        connect(row->more, &QToolButton::clicked, this, [this, row] { openMenu(row); });
        row->grip->installEventFilter(this);
        row->title->installEventFilter(this);
        row->minutes->installEventFilter(this);
        column_->insertWidget(static_cast<int>(rows_.size()), row);
        rows_.push_back(row);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i]->setVisible(i < items.size());
        if (i < items.size()) rows_[i]->setItem(items[i], i);
    }
}

bool AgendaEditor::eventFilter(QObject* watched, QEvent* event) {
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const AgendaEditorRow* row) {
        return watched == row->grip || watched == row->title || watched == row->minutes;
    });
    if (found == rows_.end()) return QWidget::eventFilter(watched, event);
    AgendaEditorRow* row = *found;
    // The wheel turns the draft, not the minutes under it.
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int by = key->key() == Qt::Key_Up ? -1 : key->key() == Qt::Key_Down ? 1 : 0;
        if (by == 0 || !(key->modifiers() & Qt::AltModifier)) return false;
        move(row, static_cast<int>(found - rows_.begin()) + by);
        return true;
    }
    if (watched != row->grip) return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    if (event->type() == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton) {
        setFocus(Qt::MouseFocusReason);  // what is being typed is written first; Esc lets go
        lift(row);
        return true;
    }
    if (event->type() == QEvent::MouseMove && dragged_ == row) {
        dragTo(row->grip->mapTo(this, mouse->position().toPoint()).y());
        return true;
    }
    if (event->type() == QEvent::MouseButtonRelease && dragged_ == row) {
        drop(true);
        return true;
    }
    return false;
}

void AgendaEditor::lift(AgendaEditorRow* row) {
    dragged_ = row;
    target_ = static_cast<int>(std::find(rows_.begin(), rows_.end(), row) - rows_.begin());
    row->lift(true);
}

// The others make room at once; what is written is the drop.
void AgendaEditor::dragTo(int y) {
    const int step = dragged_->height() + column_->spacing();
    const int to = std::clamp(y / std::max(step, 1), 0, static_cast<int>(count_) - 1);
    if (to == target_) return;
    target_ = to;
    column_->removeWidget(dragged_);
    column_->insertWidget(to, dragged_);
}

void AgendaEditor::drop(bool taken) {
    AgendaEditorRow* row = std::exchange(dragged_, nullptr);
    if (!row) return;
    row->lift(false);
    const int from = static_cast<int>(std::find(rows_.begin(), rows_.end(), row) - rows_.begin());
    // Rows stay where they are: their points move.
    column_->removeWidget(row);
    column_->insertWidget(from, row);
    if (taken && target_ != from) Q_EMIT moved(row->item.uid, target_ - from);
}

// By a key: whoever types goes with the point.
void AgendaEditor::move(AgendaEditorRow* row, int to) {
    const int from = static_cast<int>(std::find(rows_.begin(), rows_.end(), row) - rows_.begin());
    if (to < 0 || to >= static_cast<int>(count_)) return;
    const bool minutes = row->minutes->hasFocus();
    AgendaEditorRow* there = rows_[static_cast<std::size_t>(to)];
    const std::string uid = row->item.uid;
    (minutes ? static_cast<QWidget*>(there->minutes) : there->title)->setFocus(Qt::OtherFocusReason);
    Q_EMIT moved(uid, to - from);
}

void AgendaEditor::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && dragged_) return drop(false);
    QWidget::keyPressEvent(event);
}

void AgendaEditor::openMenu(AgendaEditorRow* row) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("agendaMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::string uid = row->item.uid;
    const AgendaPoint point = row->item.point;
    connect(menu->addAction(tr("Earlier\tAlt+Up")), &QAction::triggered, this,
            [this, uid] { Q_EMIT moved(uid, -1); });
    connect(menu->addAction(tr("Later\tAlt+Down")), &QAction::triggered, this,
            [this, uid] { Q_EMIT moved(uid, 1); });
    auto* pages = menu->addMenu(tr("Opens"));
    const auto offer = [&](const QString& title, const std::string& page) {
        QAction* action = pages->addAction(title);
        action->setCheckable(true);
        action->setChecked(point.page == page);
        connect(action, &QAction::triggered, this, [this, uid, point, page] {
            AgendaPoint other = point;
            other.page = page;
            Q_EMIT written(uid, other);
        });
    };
    offer(tr("nothing: one stays where one is"), {});
    for (const PageEntry& entry : pageList())
        offer(entry.title, entry.id.toStdString());
    auto* kinds = menu->addMenu(tr("Holds"));
    const std::pair<AgendaKind, QString> what[] = {{AgendaKind::Talk, tr("notes only")},
                                                   {AgendaKind::Cases, tr("picked cases")},
                                                   {AgendaKind::Priorities, tr("reasons by cost")},
                                                   {AgendaKind::Questions, tr("open questions")}};
    for (const auto& [kind, title] : what) {
        QAction* action = kinds->addAction(title);
        action->setCheckable(true);
        action->setChecked(point.kind == kind);
        connect(action, &QAction::triggered, this, [this, uid, point, kind = kind] {
            AgendaPoint other = point;
            other.kind = kind;
            Q_EMIT written(uid, other);
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Take it off the agenda")), &QAction::triggered, this,
            [this, uid] { Q_EMIT removed(uid); });
    menu->popup(row->more->mapToGlobal(QPoint(0, row->more->height())));
}

}  // namespace reckoner

#include "moc_agenda_editor.cpp"
