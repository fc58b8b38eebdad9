#include "ui/review/agenda_editor.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
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

class AgendaEditorRow final : public QWidget {
 public:
    explicit AgendaEditorRow(QWidget* parent)
        : QWidget(parent),
          title(new QLineEdit(this)),
          minutes(new QSpinBox(this)),
          more(new QToolButton(this)) {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(4);
        row->addWidget(title, 1);
        row->addWidget(minutes);
        row->addWidget(more);
        minutes->setRange(1, 480);
        minutes->setFixedWidth(scaled(64));
        title->setAccessibleName(tr("Point of the agenda"));
        minutes->setAccessibleName(tr("Minutes"));
        more->setAccessibleName(tr("More about this point"));
        more->setIcon(themedIcon(QStringLiteral("more"), Theme::instance().tokens().ink2));
        more->setFocusPolicy(Qt::TabFocus);
    }
    void setItem(const AgendaItem& given, std::size_t place) {
        item = given;
        title->setObjectName(QStringLiteral("agendaTitle%1").arg(place));
        minutes->setObjectName(QStringLiteral("agendaMinutes%1").arg(place));
        more->setObjectName(QStringLiteral("agendaMore%1").arg(place));
        if (!title->hasFocus() && title->text() != qt(item.point.title)) title->setText(qt(item.point.title));
        if (!minutes->hasFocus() && minutes->value() != item.point.minutes) {
            const QSignalBlocker quiet(minutes);
            minutes->setValue(item.point.minutes);
        }
    }

    AgendaItem item;
    QLineEdit* title;
    QSpinBox* minutes;
    QToolButton* more;
};

AgendaEditor::AgendaEditor(QWidget* parent)
    : QWidget(parent), column_(new QVBoxLayout(this)), add_(new QPushButton(tr("Add a point"), this)) {
    setObjectName(QStringLiteral("agendaEditor"));
    setAccessibleName(tr("Agenda"));
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(4);
    setKind(add_, "small");
    add_->setObjectName(QStringLiteral("agendaAdd"));
    add_->setAccessibleName(add_->text());
    column_->addWidget(add_, 0, Qt::AlignLeft);
    connect(add_, &QPushButton::clicked, this, &AgendaEditor::addWanted);
}

void AgendaEditor::setItems(const std::vector<AgendaItem>& items) {
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
        column_->insertWidget(static_cast<int>(rows_.size()), row);
        rows_.push_back(row);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i]->setVisible(i < items.size());
        if (i < items.size()) rows_[i]->setItem(items[i], i);
    }
}

void AgendaEditor::openMenu(AgendaEditorRow* row) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("agendaMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::string uid = row->item.uid;
    const AgendaPoint point = row->item.point;
    connect(menu->addAction(tr("Earlier")), &QAction::triggered, this,
            [this, uid] { Q_EMIT moved(uid, -1); });
    connect(menu->addAction(tr("Later")), &QAction::triggered, this, [this, uid] { Q_EMIT moved(uid, 1); });
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
