#include "ui/review/dock_form.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

DockForm::DockForm(ReviewSession& session, const QString& title, const QString& note, const QString& key,
                   const std::vector<KeptForm::Field>& fields, KeptForm::Save save, QWidget* parent)
    : QScrollArea(parent) {
    setObjectName(QStringLiteral("dockForm"));
    setAccessibleName(title);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setKind(this, "clear");
    viewport()->setAutoFillBackground(false);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, scaled(8), 0);
    column->setSpacing(scaled(2));
    auto* head = new PlainLabel(title, content);
    dress(head, 14, QFont::DemiBold);
    column->addWidget(head);
    if (!note.isEmpty()) {
        auto* about = new PlainLabel(note, content);
        about->setWordWrap(true);
        dress(about, 12, QFont::Normal, &Tokens::ink3);
        column->addWidget(about);
    }
    column->addSpacing(scaled(6));
    form_ = new KeptForm(session, QStringLiteral("dock"), key, fields, std::move(save), content);
    setPlainToolTip(form_->saveButton(), tr("Ctrl+Return"));
    column->addWidget(form_);
    column->addStretch(1);
    setWidget(content);
    content->setAutoFillBackground(false);  // setWidget() turns it on
    setFocusProxy(form_->firstField());
    connect(form_, &KeptForm::stored, this, &DockForm::finished);
    connect(form_, &KeptForm::putAside, this, &DockForm::finished);
    connect(form_, &KeptForm::refused, this, [this] { ensureWidgetVisible(form_->saveButton()); });
}

void DockForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return Q_EMIT finished();
    QScrollArea::keyPressEvent(event);
}

// Never wider than the dock, whatever its parts would like.
void DockForm::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    widget()->setFixedWidth(viewport()->width());
}

}  // namespace reckoner

#include "moc_dock_form.cpp"
