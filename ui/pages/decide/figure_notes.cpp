#include "ui/pages/decide/figure_notes.h"

#include <algorithm>

#include <QFrame>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kWidth = 440;

// Closes itself on Escape or a click beside it.
class Notes final : public QFrame {
 public:
    Notes(const QStringList& notes, QWidget* parent) : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint) {
        setAttribute(Qt::WA_DeleteOnClose);
        setObjectName(QStringLiteral("figureNotesPopup"));
        setAccessibleName(notes.join(u' '));
        setFocusPolicy(Qt::StrongFocus);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(16, 12, 16, 12);
        column->setSpacing(8);
        for (const QString& note : notes) {
            auto* label = new PlainLabel(note, this);
            label->setWordWrap(true);
            dress(label, 14, QFont::Normal, &Tokens::ink2);
            column->addWidget(label);
        }
        const int width = qRound(kWidth * Theme::instance().typeScale());
        setFixedSize(width, std::max(layout()->heightForWidth(width), 40));
    }

 protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = Theme::instance().tokens();
        QPainter painter(this);
        painter.fillRect(rect(), t.control);
        painter.fillRect(rect().adjusted(1, 1, -1, -1), t.page);
    }
};

}  // namespace

FigureNotes::FigureNotes(QWidget* parent) : QPushButton(tr("More..."), parent) {
    setObjectName(QStringLiteral("figureNotes"));
    setAccessibleName(tr("More about these figures"));
    setKind(this, "small");
    setCursor(Qt::PointingHandCursor);
    connect(this, &QPushButton::clicked, this, &FigureNotes::open);
    hide();
}

void FigureNotes::setNotes(const QStringList& notes) {
    if (notes == notes_) return;
    notes_ = notes;
    setAccessibleDescription(notes_.join(u' '));
    setVisible(!notes_.isEmpty());
}

void FigureNotes::open() {
    auto* popup = new Notes(notes_, this);
    const QRect screen = window()->geometry();
    QPoint at = mapToGlobal(QPoint(0, height() + 4));
    at.setX(std::max(screen.left() + 8, std::min(at.x(), screen.right() - 8 - popup->width())));
    popup->move(at);
    popup->show();
    popup->setFocus();
}

}  // namespace reckoner

#include "moc_figure_notes.cpp"
