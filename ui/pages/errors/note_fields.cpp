#include "ui/pages/errors/note_fields.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyleOptionFrame>

#include "core/base/numbers.h"
#include "core/wording/errors_note.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kRow = 24;
constexpr int kColumnGap = 16;

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

// A line without a frame that asks its question while it is empty.
class AskingField final : public QLineEdit {
 public:
    AskingField(const QString& question, QWidget* parent) : QLineEdit(parent), question_(question) {
        setAccessibleDescription(question);
    }

 protected:
    void paintEvent(QPaintEvent* event) override {
        const bool asks = text().isEmpty();
        if (hasFocus()) QLineEdit::paintEvent(event);
        if (hasFocus() && !asks) return;
        const Theme& theme = Theme::instance();
        QPainter painter(this);
        if (!hasFocus()) {
            QStyleOptionFrame panel;
            initStyleOption(&panel);
            style()->drawPrimitive(QStyle::PE_PanelLineEdit, &panel, &painter, this);
        }
        // Being read, it stands where the choices beside it stand, and a long one ends with an ellipsis.
        const QRect room = rect().adjusted(hasFocus() ? 3 : 1, 0, -px(2), 0);
        painter.setFont(theme.font(14));
        painter.setPen(!isEnabled() || (asks && hasFocus()) ? theme.tokens().ink3
                       : asks                               ? theme.tokens().accent
                                                            : theme.tokens().ink);
        painter.drawText(
            room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(asks ? question_ : text(), Qt::ElideRight, room.width()));
    }

 private:
    QString question_;
};

}  // namespace

struct NoteFields::Row {
    PlainLabel* label = nullptr;
    QWidget* value = nullptr;
    bool further = false;
    bool wide = false;  // its text may be long: a row of its own
    std::function<void()> show;

    // A question is never cut; what was typed may end with an ellipsis.
    bool needsRow(int half, int name) const {
        if (wide) return true;
        const QFontMetrics metrics(Theme::instance().font(14));
        return metrics.horizontalAdvance(value->accessibleDescription()) > half - name - px(4);
    }
};

NoteFields::NoteFields(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("noteFields"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    addText("owner", tr("owner"), tr("Whose is it?"), &Annotation::owner, false);
    addChoice(
        "status", tr("status"),
        {qt(statusText(CaseStatus::Open)), qt(statusText(CaseStatus::Explained)),
         qt(statusText(CaseStatus::Fixed)), qt(statusText(CaseStatus::WontFix))},
        [](const Annotation& note) { return static_cast<int>(note.status); },
        [](Annotation& note, int choice) { note.status = static_cast<CaseStatus>(choice); });
    addChoice(
        "severity", tr("severity"),
        {tr("How bad?"), qt(severityText(Severity::Low)), qt(severityText(Severity::Medium)),
         qt(severityText(Severity::High))},
        [](const Annotation& note) { return static_cast<int>(note.severity); },
        [](Annotation& note, int choice) { note.severity = static_cast<Severity>(choice); });
    addText("action", tr("action"), tr("What could be done?"), &Annotation::action, false);
    addCost();
    addText("user", tr("user"), tr("Who was it?"), &Annotation::user, true);
    addText("expected", tr("expected"), tr("What should have come out?"), &Annotation::expected, true);
    addText("produced", tr("produced"), tr("What came out?"), &Annotation::produced, true);
    addText("happened", tr("happened"), tr("What happened then?"), &Annotation::happened, true);
    addText("context", tr("context"), tr("Why does it matter?"), &Annotation::context, true);
    for (std::size_t i = rows_.size() - 4; i < rows_.size(); ++i)
        rows_[i].wide = true;
    setAll(false);
}

void NoteFields::addText(const char* key, const QString& label, const QString& question,
                         std::string Annotation::*member, bool further) {
    auto* field = new AskingField(question, this);
    field->setObjectName(QStringLiteral("note.") + QLatin1String(key));
    field->setMaxLength(10'000);
    field->setAccessibleName(label);
    setKind(field, "inline");
    field->installEventFilter(this);
    connect(field, &QLineEdit::textEdited, this, [this, label, member](const QString& text) {
        Q_EMIT edited(label, [member, text](Annotation& note) { note.*member = text.toStdString(); });
    });
    auto* name = new PlainLabel(label, this);
    dress(name, 14, QFont::Normal, &Tokens::ink3);
    rows_.push_back({name, field, further, false, [this, field, member] {
                         const QString text = qt(note_.*member);
                         setPlainToolTip(field, text);
                         if (field->text() == text) return;
                         field->setText(text);
                         field->setCursorPosition(0);  // a long text shows its beginning
                     }});
}

void NoteFields::addCost() {
    auto* field = new AskingField(tr("What did it cost?"), this);
    field->setObjectName(QStringLiteral("note.cost"));
    field->setAccessibleName(tr("cost"));
    setKind(field, "inline");
    field->installEventFilter(this);
    connect(field, &QLineEdit::textEdited, this, [this, field](const QString& text) {
        QString digits = text;
        digits.remove(QLatin1Char(','));
        const auto number = parseNumber(digits.trimmed().toStdString());
        const bool fits = text.trimmed().isEmpty() || (number && std::isfinite(*number));
        setPlainToolTip(field, fits ? QString() : tr("Digits, with a point before the cents: 1250.50"));
        dress(field, 14, QFont::Normal, fits ? &Tokens::ink : &Tokens::noticeText);
        if (!fits) return;
        Q_EMIT edited(tr("cost"), [number](Annotation& note) { note.cost = number; });
    });
    auto* name = new PlainLabel(tr("cost"), this);
    name->setObjectName(QStringLiteral("note.costLabel"));
    dress(name, 14, QFont::Normal, &Tokens::ink3);
    rows_.push_back({name, field, true, false, [this, field] {
                         if (field->hasFocus()) return;
                         field->setText(note_.cost ? qt(costText(*note_.cost)) : QString());
                     }});
}

void NoteFields::addChoice(const char* key, const QString& label, const QStringList& choices,
                           const std::function<int(const Annotation&)>& read,
                           const std::function<void(Annotation&, int)>& write) {
    auto* button = new QPushButton(this);
    button->setObjectName(QStringLiteral("note.") + QLatin1String(key));
    setKind(button, "inline");
    auto* menu = new QMenu(button);
    for (int i = 0; i < choices.size(); ++i) {
        const QString text = i == 0 && choices[0].endsWith(QLatin1Char('?')) ? tr("not said") : choices[i];
        connect(menu->addAction(text), &QAction::triggered, this, [this, label, write, i] {
            Q_EMIT edited(label, [write, i](Annotation& note) { write(note, i); });
        });
    }
    button->setMenu(menu);
    auto* name = new PlainLabel(label, this);
    dress(name, 14, QFont::Normal, &Tokens::ink3);
    rows_.push_back({name, button, false, false, [this, button, label, choices, read] {
                         const int chosen = std::clamp(read(note_), 0, static_cast<int>(choices.size()) - 1);
                         button->setText(choices[chosen]);
                         button->setAccessibleName(QStringLiteral("%1: %2").arg(label, choices[chosen]));
                         const bool asks = choices[chosen].endsWith(QLatin1Char('?'));
                         button->setProperty("asks", asks);
                         setKind(button, asks ? "inlineAsks" : "inline");
                     }});
}

void NoteFields::setNote(const Annotation& note) {
    note_ = note;
    for (const Row& row : rows_)
        row.show();
}

void NoteFields::setCurrency(const QString& currency) {
    currency_ = currency;
    findChild<PlainLabel*>(QStringLiteral("note.costLabel"))
        ->setText(currency.isEmpty() ? tr("cost") : tr("cost, %1").arg(currency));
}

void NoteFields::setEnabledForWriting(bool enabled) {
    for (const Row& row : rows_)
        row.value->setEnabled(enabled);
}

void NoteFields::setAll(bool all) {
    all_ = all;
    for (const Row& row : rows_) {
        row.label->setVisible(all || !row.further);
        row.value->setVisible(all || !row.further);
    }
    updateGeometry();
    place(width(), true);
}

int NoteFields::place(int width, bool move) const {
    const bool two = width >= px(300);
    const int half = two ? (width - px(kColumnGap)) / 2 : width;
    const int name = px(62);
    int column = 0, y = 0;
    for (const Row& row : rows_) {
        if (row.further && !all_) continue;
        const bool whole = !two || row.needsRow(half, name);
        if (whole && column == 1) {
            column = 0;
            y += px(kRow);
        }
        const int x = column * (half + px(kColumnGap));
        const int wide = whole ? width : half;
        if (move) {
            row.label->setGeometry(x, y, name, px(kRow));
            row.value->setGeometry(x + name, y, wide - name, px(kRow));
        }
        if (whole || column == 1) {
            y += px(kRow);
            column = 0;
        } else {
            column = 1;
        }
    }
    return y + (column == 1 ? px(kRow) : 0);
}

int NoteFields::heightForWidth(int width) const {
    return place(width, false);
}

QSize NoteFields::sizeHint() const {
    return QSize(px(300), heightForWidth(std::max(width(), px(200))));
}

void NoteFields::resizeEvent(QResizeEvent*) {
    place(width(), true);
    updateGeometry();
}

bool NoteFields::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut) Q_EMIT left();
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape) {
            Q_EMIT leaveWanted();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace reckoner

#include "moc_note_fields.cpp"
