#include "ui/pages/errors/note_editor.h"

#include <algorithm>
#include <utility>

#include <QApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/wording/errors_note.h"
#include "core/wording/run_names.h"
#include "ui/pages/errors/note_fields.h"
#include "ui/pages/errors/note_tags.h"
#include "ui/session/writer_name.h"
#include "ui/style/theme.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/visible_text.h"

namespace reckoner {
namespace {

constexpr int kPauseMs = 1000;
constexpr int kField = 96;
constexpr int kFieldAlone = 64;  // before there is a note

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

// The field of the note: asks why while it is empty.
class NoteField final : public QPlainTextEdit {
 public:
    using QPlainTextEdit::QPlainTextEdit;

 protected:
    void paintEvent(QPaintEvent* event) override {
        QPlainTextEdit::paintEvent(event);
        if (!document()->isEmpty()) return;
        QPainter painter(viewport());
        painter.setFont(Theme::instance().font(14));
        painter.setPen(Theme::instance().tokens().ink3);
        const QRectF line = cursorRect();
        painter.drawText(QRectF(line.x() + 1, line.y(), viewport()->width(), line.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, QObject::tr("Why is this one wrong?"));
    }
};

class ThinRule final : public QWidget {
 public:
    explicit ThinRule(QWidget* parent) : QWidget(parent) { setFixedHeight(1); }

 protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(rect(), Theme::instance().tokens().line);
    }
};

bool has(const std::vector<std::string>& tags, const std::string& tag) {
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

QPushButton* smallButton(const char* name, const QString& text, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(text);
    button->setCursor(Qt::PointingHandCursor);
    setKind(button, "small");
    return button;
}

}  // namespace

NoteEditor::NoteEditor(ReviewSession& session, QWidget* parent)
    : QWidget(parent), session_(session), desk_(&NoteDesk::of(session)) {
    setObjectName(QStringLiteral("noteEditor"));
    setAccessibleName(tr("Note"));
    assemble();
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMs);
    connect(&pause_, &QTimer::timeout, this, &NoteEditor::endBurst);
    connect(desk_.data(), &NoteDesk::changed, this, &NoteEditor::showDraft);
    connect(desk_.data(), &NoteDesk::failed, this, &NoteEditor::failed);
    connect(desk_.data(), &NoteDesk::sampleWanted, this, &NoteEditor::sampleWanted);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* before, QWidget*) {
        if (!desk_) return;
        if (before && isAncestorOf(before) && !hasFocusInside()) {
            endBurst();
            desk_->saveNow();
        }
        showDraft();
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] { showDraft(); });
    showDraft();
}

// A focus that goes as the fields go is no news any more.
NoteEditor::~NoteEditor() {
    disconnect(qApp, nullptr, this, nullptr);
}

void NoteEditor::assemble() {
    body_ = new QWidget(this);
    scroll_ = new QScrollArea(this);
    setKind(scroll_, "clear");
    scroll_->viewport()->setAutoFillBackground(false);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setWidget(body_);
    body_->setAutoFillBackground(false);
    title_ = new PlainLabel(tr("Note"), body_);
    dress(title_, 14, QFont::DemiBold);
    other_ = smallButton("otherNote", {}, body_);
    status_ = new PlainLabel({}, body_);
    status_->setObjectName(QStringLiteral("noteStatus"));
    status_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    status_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    dress(status_, 12, QFont::Normal, &Tokens::ink3);
    writer_ = new QWidget(body_);
    writerField_ = new QLineEdit(writer_);
    writerField_->setObjectName(QStringLiteral("writerName"));
    writerField_->setAccessibleName(tr("Who is writing?"));
    writerField_->setText(qt(writerName()));
    writerField_->installEventFilter(this);
    auto* asks = new PlainLabel(tr("Who is writing?"), writer_);
    dress(asks, 14);
    auto* keep = new QPushButton(tr("Keep"), writer_);
    keep->setObjectName(QStringLiteral("keepWriter"));
    auto* writerRow = new QHBoxLayout(writer_);
    writerRow->setContentsMargins(0, 0, 0, 0);
    writerRow->addWidget(asks);
    writerRow->addWidget(writerField_, 1);
    writerRow->addWidget(keep);
    const auto keepName = [this] {
        desk_->setWriter(writerField_->text());
        focusNote();
    };
    connect(keep, &QPushButton::clicked, this, keepName);
    connect(writerField_, &QLineEdit::returnPressed, this, keepName);
    // Asked in the place of the title: the question takes no room from the case above.
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(title_);
    head->addWidget(other_);
    head->addWidget(status_, 1);
    head->addWidget(writer_, 1);

    news_ = new QWidget(body_);
    newsText_ = new PlainLabel({}, news_);
    newsText_->setObjectName(QStringLiteral("noteNews"));
    newsText_->setWordWrap(true);
    dress(newsText_, 12, QFont::Normal, &Tokens::noticeText);
    newsAction_ = smallButton("noteNewsAction", {}, news_);
    auto* newsRow = new QHBoxLayout(news_);
    newsRow->setContentsMargins(0, 0, 0, 0);
    newsRow->addWidget(newsText_, 1);
    newsRow->addWidget(newsAction_);
    connect(newsAction_, &QPushButton::clicked, this, [this] {
        const auto drafts = desk_->drafts();
        if (which_ >= drafts.size() || !drafts[which_].failure.isEmpty()) return desk_->saveNow();
        if (drafts[which_].theirs)
            for (std::size_t i = 0; i < drafts.size(); ++i)
                if (drafts[i].stored.uid == drafts[which_].theirs->uid) which_ = i;
        showDraft();
    });

    text_ = new NoteField(body_);
    text_->setObjectName(QStringLiteral("noteText"));
    text_->setAccessibleName(tr("Note"));
    text_->setAccessibleDescription(tr("Why is this one wrong?"));
    setKind(text_, "field");
    text_->setTabChangesFocus(true);
    text_->setUndoRedoEnabled(false);
    text_->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text_->installEventFilter(this);
    cap_ = new KeyCap(QStringLiteral("n"), text_);
    cap_->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(text_, &QPlainTextEdit::textChanged, this, [this] {
        const QString typed = text_->toPlainText();
        change(QStringLiteral("text"), [typed](Annotation& note) { note.text = typed.toStdString(); });
    });

    tags_ = new NoteTags(body_);
    connect(tags_, &NoteTags::toggled, this, &NoteEditor::flipTag);
    connect(tags_, &NoteTags::added, this, &NoteEditor::addTag);
    connect(tags_, &NoteTags::leaveWanted, this, &NoteEditor::leaveWanted);
    rule_ = new ThinRule(body_);
    fields_ = new NoteFields(body_);
    connect(fields_, &NoteFields::edited, this, &NoteEditor::change);
    connect(fields_, &NoteFields::left, this, &NoteEditor::endBurst);
    connect(fields_, &NoteFields::leaveWanted, this, &NoteEditor::leaveWanted);
    for (QLineEdit* field : fields_->findChildren<QLineEdit*>())
        field->installEventFilter(this);

    more_ = smallButton("moreFields", tr("More fields"), body_);
    label_ = smallButton("wrongLabel", tr("This label is wrong\u2026"), body_);
    add_ = smallButton("anotherNote", tr("Another note"), body_);
    connect(more_, &QPushButton::clicked, this, [this] {
        fields_->setAll(!fields_->all());
        more_->setText(fields_->all() ? tr("Fewer fields") : tr("More fields"));
    });
    connect(label_, &QPushButton::clicked, this, &NoteEditor::offerLabels);
    connect(add_, &QPushButton::clicked, this, [this] {
        which_ = desk_->drafts().size();
        showDraft();
        focusNote();
    });
    connect(other_, &QPushButton::clicked, this, [this] {
        which_ = (which_ + 1) % std::max<std::size_t>(1, desk_->drafts().size());
        showDraft();
    });
    auto* foot = new QHBoxLayout;
    foot->setSpacing(12);
    foot->addWidget(more_);
    foot->addWidget(label_);
    foot->addWidget(add_);
    foot->addStretch(1);

    auto* column = new QVBoxLayout(body_);
    column->setContentsMargins(24, 12, 24, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(news_);
    column->addWidget(text_);
    column->addWidget(tags_);
    column->addWidget(rule_);
    column->addWidget(fields_);
    column->addLayout(foot);
}

int NoteEditor::heightForWidth(int width) const {
    const QLayout* column = body_->layout();
    return column->hasHeightForWidth() ? column->totalHeightForWidth(width)
                                       : column->totalSizeHint().height();
}

void NoteEditor::resizeEvent(QResizeEvent*) {
    const bool fits = heightForWidth(width()) <= height();
    scroll_->setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    scroll_->setGeometry(rect().adjusted(0, 1, 0, 0));
}

void NoteEditor::setCase(const std::shared_ptr<const CaseFacts>& facts) {
    const bool same = facts && facts_ && facts->sampleId == facts_->sampleId && facts->run == facts_->run;
    facts_ = facts;
    if (!same) {
        which_ = 0;
        endBurst();
    }
    if (facts) {
        const CaseScore* shown = facts->shown();
        NoteDesk::Beginning beginning;
        if (shown) {
            beginning.version = shown->version;
            if (shown->predicted) {
                beginning.produced = *shown->predicted;
            } else if (shown->score) {
                const bool flagged = *shown->score >= session_.threshold();
                beginning.produced = flagged ? session_.words().flagged : session_.words().passed;
            }
        }
        desk_->setBeginning(beginning);
        desk_->open(session_.state().model, facts->sampleId);
    }
    const auto run = session_.run();
    fields_->setCurrency(run ? qt(run->request.costs.currency) : QString());
    showDraft();
}

void NoteEditor::refresh(Aspects aspects) {
    if (aspects & Aspect::Store) showDraft();
}

QString NoteEditor::nowText(const std::function<std::string(const std::string&, int)>& say) const {
    const auto now = session_.clock().now();
    const int offset = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).offsetFromUtc();
    return qt(say(isoTime(now), offset));
}

void NoteEditor::showDraft() {
    const bool here = facts_ != nullptr && desk_->sample() == facts_->sampleId;
    const auto drafts = here ? desk_->drafts() : std::vector<NoteDraft>();
    which_ = std::min(which_, drafts.size());
    const NoteDraft* draft = which_ < drafts.size() ? &drafts[which_] : nullptr;
    const Annotation note = draft ? draft->note : Annotation();
    showText(qt(note.text));
    showHead(drafts);
    showNews(draft);
    showCorrection();
    tags_->setTags(here ? desk_->tags() : std::vector<std::string>(), note.tags);
    fields_->setNote(note);

    const bool writable = here && desk_->loaded() && desk_->whyNot().isEmpty();
    const bool open = draft || hasFocusInside();
    text_->setReadOnly(!writable);
    text_->setFixedHeight(px(open ? kField : kFieldAlone));
    tags_->setEnabledForWriting(writable);
    fields_->setEnabledForWriting(writable);
    tags_->setVisible(here && (open || !desk_->tags().empty()));
    rule_->setVisible(open);
    fields_->setVisible(open);
    more_->setVisible(open);
    add_->setVisible(draft != nullptr);
    label_->setVisible(open && facts_ && facts_->label && writable);
    cap_->setVisible(!text_->hasFocus() && note.text.empty());
    cap_->move(text_->width() - cap_->sizeHint().width() - px(10), px(9));
    cap_->resize(cap_->sizeHint());
    const bool asking = desk_->writerWanted();
    writer_->setVisible(asking);
    title_->setVisible(!asking);
    status_->setVisible(!asking);
    update();
    const int needed = heightForWidth(width());
    if (std::exchange(needed_, needed) != needed) Q_EMIT resized();
}

void NoteEditor::showText(const QString& text) {
    if (text_->toPlainText() == text) return;
    const QSignalBlocker quiet(text_);
    const int at = text_->textCursor().position();
    text_->setPlainText(text);
    QTextCursor cursor = text_->textCursor();
    cursor.setPosition(std::min(at, static_cast<int>(text.size())));
    text_->setTextCursor(cursor);
}

void NoteEditor::showHead(const std::vector<NoteDraft>& drafts) {
    const bool several = drafts.size() > 1 || (!drafts.empty() && which_ == drafts.size());
    other_->setVisible(several);
    other_->setText(which_ < drafts.size() ? tr("%1 of %2").arg(which_ + 1).arg(drafts.size())
                                           : tr("%1 and a new one").arg(drafts.size()));
    other_->setAccessibleName(tr("Show the next of %1 notes").arg(drafts.size()));
    QString text;
    QColor Tokens::*tone = &Tokens::ink3;
    if (!facts_) {
        text = QString();
    } else if (const QString why = desk_->whyNot(); !why.isEmpty()) {
        text = tr("reading only");
        setPlainToolTip(status_, why);
    } else if (!desk_->loaded()) {
        text = tr("reading\u2026");
    } else if (which_ >= drafts.size()) {
        text = tr("no note yet");
    } else if (!drafts[which_].failure.isEmpty()) {
        text = tr("not saved");
        tone = &Tokens::noticeText;
    } else if (drafts[which_].dirty()) {
        text = tr("not saved yet");
    } else {
        const Annotation stored = drafts[which_].stored;
        text = nowText([&](const std::string& now, int offset) { return savedText(stored, now, offset); });
    }
    status_->setText(visibleLine(text.toStdString()));
    dress(status_, 12, QFont::Normal, tone);
}

void NoteEditor::showNews(const NoteDraft* draft) {
    QString news, action;
    if (draft && !draft->failure.isEmpty()) {
        news = tr("Not saved, tried again by itself: %1").arg(draft->failure);
        action = tr("Try now");
    } else if (draft && draft->theirs) {
        news = nowText(
            [&](const std::string& now, int offset) { return conflictText(*draft->theirs, now, offset); });
        action = tr("Show theirs");
    }
    newsText_->setText(visibleLine(news.toStdString()));
    newsAction_->setText(action);
    newsAction_->setAccessibleName(action);
    news_->setVisible(!news.isEmpty());
}

void NoteEditor::showCorrection() {
    const auto correction = facts_ ? desk_->correction() : std::nullopt;
    label_->setText(correction ? tr("The label is right after all\u2026") : tr("This label is wrong\u2026"));
    label_->setAccessibleName(label_->text());
    Q_EMIT correctionShown(
        correction ? visibleLine(correctionText(*correction, facts_->label.value_or("missing"))) : QString());
}

void NoteEditor::change(const QString& what, const std::function<void(Annotation&)>& edit) {
    if (!facts_) return;
    if (burst_ == 0 || burstField_ != what) burst_ = desk_->history().newBurst();
    burstField_ = what;
    pause_.start();
    desk_->edit(which_, edit, burst_, tr("note on %1").arg(qt(facts_->sampleId)));
}

void NoteEditor::toggleTag(int digit) {
    if (const std::string tag = tags_->tagOf(digit); !tag.empty()) flipTag(qt(tag));
}

void NoteEditor::flipTag(const QString& name) {
    endBurst();
    const std::string tag = name.toStdString();
    change(QStringLiteral("tag"), [tag](Annotation& note) {
        if (has(note.tags, tag)) {
            std::erase(note.tags, tag);
        } else {
            note.tags.push_back(tag);
        }
    });
    endBurst();
}

void NoteEditor::addTag(const QString& name) {
    const std::string tag = name.toStdString();
    std::vector<std::string> known = desk_->tags();
    if (!has(known, tag)) {
        known.push_back(tag);
        desk_->setTags(known);
    }
    endBurst();
    change(QStringLiteral("tag"), [tag](Annotation& note) {
        if (!has(note.tags, tag)) note.tags.push_back(tag);
    });
    endBurst();
}

void NoteEditor::offerLabels() {
    if (!facts_ || !facts_->label) return;
    if (desk_->correction()) return desk_->correct({}, {});
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const std::string& name : facts_->classes) {
        if (name == facts_->label) continue;
        QString text = visibleLine(name);
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        connect(menu->addAction(tr("It is %1").arg(text)), &QAction::triggered, this,
                [this, name] { desk_->correct(name, {}); });
    }
    menu->popup(label_->mapToGlobal(QPoint(0, label_->height())));
}

void NoteEditor::focusNote() {
    if (!facts_) return;
    text_->setFocus(Qt::ShortcutFocusReason);
    text_->moveCursor(QTextCursor::End);
}

bool NoteEditor::hasFocusInside() const {
    const QWidget* focus = QApplication::focusWidget();
    return focus && (focus == this || isAncestorOf(focus));
}

// Undo goes through the session's history, never through a field's own.
bool NoteEditor::undoKey(QEvent* event) {
    auto* key = static_cast<QKeyEvent*>(event);
    const bool undo = key->matches(QKeySequence::Undo);
    const bool redo =
        key->matches(QKeySequence::Redo) ||
        (key->key() == Qt::Key_Z && key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier));
    if (!undo && !redo) return false;
    event->accept();
    if (event->type() == QEvent::ShortcutOverride) return true;
    endBurst();
    if (undo) {
        desk_->history().undo();
    } else {
        desk_->history().redo();
    }
    return true;
}

bool NoteEditor::eventFilter(QObject* watched, QEvent* event) {
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (key && undoKey(event)) return true;
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        Q_EMIT leaveWanted();
        return true;
    }
    if (watched == text_ && event->type() == QEvent::Resize)
        cap_->move(text_->width() - cap_->sizeHint().width() - px(10), px(9));
    return QWidget::eventFilter(watched, event);
}

void NoteEditor::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.chrome);
    painter.fillRect(QRect(0, 0, width(), 1), t.line);
}

}  // namespace reckoner

#include "moc_note_editor.cpp"
