#include "ui/shell/glossary_entry_view.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/wording/run_names.h"
#include "ui/session/glossary_desk.h"
#include "ui/session/kept_fields.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kRestMs = 700;  // typing rests so long before it is written
constexpr int kEditor = 76;

QString view(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

PlainLabel* wrapping(QWidget* parent, int pixels, QFont::Weight weight, QColor Tokens::*tone) {
    auto* label = new PlainLabel({}, parent);
    label->setWordWrap(true);
    dress(label, pixels, weight, tone);
    return label;
}

}  // namespace

GlossaryEntryView::GlossaryEntryView(ReviewSession& session, const GlossaryEntry& entry, QWidget* parent)
    : QWidget(parent),
      session_(session),
      desk_(GlossaryDesk::of(session)),
      entry_(entry),
      column_(new QVBoxLayout(this)),
      edit_(new QToolButton(this)) {
    setObjectName(QStringLiteral("term_") + view(entry.id));
    setAccessibleName(view(entry.term));
    column_->setContentsMargins(0, 8, 0, 8);
    column_->setSpacing(4);
    auto* head = new QHBoxLayout;
    auto* term = wrapping(this, 14, QFont::DemiBold, &Tokens::ink);
    term->setText(view(entry.term));
    edit_->setObjectName(QStringLiteral("termEdit"));
    edit_->setText(tr("Our words…"));
    edit_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    edit_->setAccessibleName(tr("Write what %1 means for us").arg(view(entry.term)));
    dress(edit_, 12, QFont::Normal, &Tokens::accent);
    head->addWidget(term, 1);
    head->addWidget(edit_);
    column_->addLayout(head);
    const QString captions[] = {{}, tr("A product manager hears"), tr("An engineer means")};
    for (std::size_t i = 0; i < 3; ++i) {
        PlainLabel* caption = nullptr;
        if (!captions[i].isEmpty()) {
            caption = wrapping(this, 12, QFont::Normal, &Tokens::ink3);
            caption->setText(captions[i]);
            column_->addSpacing(2);
            column_->addWidget(caption);
        }
        PlainLabel* text = wrapping(this, 14, QFont::Normal, i == 0 ? &Tokens::ink : &Tokens::ink2);
        column_->addWidget(text);
        readings_[i] = {caption, text, nullptr};
    }
    state_ = wrapping(this, 12, QFont::Normal, &Tokens::ink3);
    state_->setObjectName(QStringLiteral("termState"));
    column_->addWidget(state_);
    saving_.setSingleShot(true);
    saving_.setInterval(kRestMs);
    connect(&saving_, &QTimer::timeout, this, &GlossaryEntryView::save);
    connect(edit_, &QToolButton::clicked, this, [this] { setEditing(!editing()); });
    connect(&desk_, &GlossaryDesk::changed, this, &GlossaryEntryView::show);
    connect(&desk_, &GlossaryDesk::failed, this, [this](const QString& sentence) {
        if (editing()) state_->setText(sentence);
    });
    show();
}

bool GlossaryEntryView::editing() const {
    return readings_[0].editor && !readings_[0].editor->isHidden();
}

QString GlossaryEntryView::words() const {
    const ReadingInForce reading = readingInForce(entry_, desk_.readings());
    return view(entry_.term) + QLatin1Char(' ') + view(entry_.id) + QLatin1Char(' ') + qt(reading.agreed) +
           QLatin1Char(' ') + qt(reading.manager) + QLatin1Char(' ') + qt(reading.engineer);
}

QString GlossaryEntryView::keptKey(std::size_t reading) const {
    return QStringLiteral("glossary/%1/%2").arg(view(entry_.id)).arg(reading);
}

void GlossaryEntryView::show() {
    const ReadingInForce words = readingInForce(entry_, desk_.readings());
    const std::string* texts[] = {&words.agreed, &words.manager, &words.engineer};
    for (std::size_t i = 0; i < 3; ++i) {
        readings_[i].text->setText(qt(*texts[i]));
        QPlainTextEdit* editor = readings_[i].editor;
        if (!editor || editor->hasFocus() || saving_.isActive()) continue;
        const QString kept = KeptFields::of(session_).text(keptKey(i));
        const QString wanted = kept.isEmpty() ? qt(*texts[i]) : kept;
        if (editor->toPlainText() == wanted) continue;
        const QSignalBlocker quiet(editor);
        editor->setPlainText(wanted);
    }
    if (saving_.isActive()) return;
    state_->setText(words.ours
                        ? tr("Our words, %1, %2").arg(qt(words.ours->who), qt(dateName(words.ours->at)))
                        : QString());
    state_->setVisible(words.ours != nullptr || editing());
    if (own_) own_->setEnabled(words.ours != nullptr);
}

void GlossaryEntryView::makeEditors() {
    const QString names[] = {tr("What we agreed %1 is"), tr("How a product manager hears %1"),
                             tr("How an engineer means %1")};
    for (std::size_t i = 0; i < 3; ++i) {
        auto* editor = new QPlainTextEdit(this);
        editor->setObjectName(QStringLiteral("termReading%1").arg(i));
        editor->setAccessibleName(names[i].arg(view(entry_.term)));
        editor->setFixedHeight(kEditor);
        editor->setTabChangesFocus(true);
        setKind(editor, "field");
        column_->insertWidget(column_->indexOf(readings_[i].text) + 1, editor);
        readings_[i].editor = editor;
        connect(editor, &QPlainTextEdit::textChanged, this, &GlossaryEntryView::typed);
    }
    own_ = new QPushButton(tr("Back to Reckoner’s words"), this);
    own_->setObjectName(QStringLiteral("termOwn"));
    own_->setAccessibleName(own_->text());
    column_->addWidget(own_, 0, Qt::AlignLeft);
    connect(own_, &QPushButton::clicked, this, [this] {
        saving_.stop();
        KeptFields::of(session_).forget(QStringLiteral("glossary/%1/").arg(view(entry_.id)));
        GlossaryReading none;
        none.term = entry_.id;
        desk_.save(none, 0);
        readings_[0].editor->clearFocus();
        setEditing(false);
    });
}

void GlossaryEntryView::setEditing(bool wanted) {
    if (wanted) {
        if (const QString reason = desk_.whyNot(); !reason.isEmpty()) {
            state_->setText(reason);
            state_->show();
            return;
        }
        if (!readings_[0].editor) makeEditors();
        burst_ = desk_.history().newBurst();
    } else if (saving_.isActive()) {
        save();
    }
    for (Reading& reading : readings_) {
        reading.text->setVisible(!wanted);
        if (reading.editor) reading.editor->setVisible(wanted);
    }
    if (own_) own_->setVisible(wanted);
    edit_->setText(wanted ? tr("Done") : tr("Our words…"));
    show();
    if (wanted) readings_[0].editor->setFocus();
}

void GlossaryEntryView::typed() {
    for (std::size_t i = 0; i < 3; ++i)
        KeptFields::of(session_).keep(keptKey(i), readings_[i].editor->toPlainText());
    state_->setText(tr("Not saved yet"));
    state_->show();
    saving_.start();
}

void GlossaryEntryView::save() {
    saving_.stop();
    const std::string_view own[] = {entry_.agreed, entry_.manager, entry_.engineer};
    std::string texts[3];
    for (std::size_t i = 0; i < 3; ++i) {
        texts[i] = readings_[i].editor->toPlainText().trimmed().toStdString();
        // What is the program's own stays so, and follows it when it gets better.
        if (texts[i] == own[i]) texts[i].clear();
    }
    GlossaryReading reading;
    reading.term = entry_.id;
    reading.agreed = texts[0];
    reading.manager = texts[1];
    reading.engineer = texts[2];
    KeptFields::of(session_).forget(QStringLiteral("glossary/%1/").arg(view(entry_.id)));
    desk_.save(reading, burst_);
    show();
}

}  // namespace reckoner

#include "moc_glossary_entry_view.cpp"
