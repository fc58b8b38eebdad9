#include "ui/review/point_notes_view.h"

#include <algorithm>

#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTextBlock>

#include "core/wording/review_words.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kHead = 28;
constexpr int kLeastField = 72;
constexpr int kNews = 32;

// The last line holds only the name of somebody who said nothing.
bool onlyName(const QString& line, const std::vector<std::string>& people) {
    return std::any_of(people.begin(), people.end(), [&](const std::string& name) {
        return line.trimmed() == qt(spokenBy(name)).trimmed();
    });
}

}  // namespace

PointNotesView::PointNotesView(MeetingDesk& desk, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      title_(new PlainLabel({}, this)),
      status_(new PlainLabel({}, this)),
      news_(new PlainLabel({}, this)),
      text_(new QPlainTextEdit(this)) {
    setObjectName(QStringLiteral("pointNotesView"));
    dress(title_, 14, QFont::DemiBold);
    dress(status_, 12, QFont::Normal, &Tokens::ink3);
    dress(news_, 12, QFont::Normal, &Tokens::noticeText);
    status_->setObjectName(QStringLiteral("pointNotesStatus"));
    status_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    news_->setObjectName(QStringLiteral("pointNotesNews"));
    news_->setWordWrap(true);
    text_->setObjectName(QStringLiteral("pointNotes"));
    setKind(text_, "field");
    text_->setTabChangesFocus(true);
    text_->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    connect(text_, &QPlainTextEdit::textChanged, this, [this] {
        if (const Meeting* meeting = desk_.meeting()) desk_.type(meeting->current, text_->toPlainText());
    });
}

int PointNotesView::leastHeight() const {
    return scaled(kHead + kLeastField) + (news_->text().isEmpty() ? 0 : scaled(kNews));
}

void PointNotesView::refresh() {
    const Meeting* meeting = desk_.meeting();
    if (!meeting || meeting->current >= meeting->items.size()) return;
    const AgendaItem& item = meeting->items[meeting->current];
    const PointNotes notes = desk_.notes(meeting->current);
    const QString title = tr("Notes on %1").arg(qt(insideSentence(item.point.title)));
    text_->setAccessibleName(title);
    const bool other = std::exchange(item_, item.uid) != item.uid;
    showText(notes.text);
    if (other) text_->moveCursor(QTextCursor::End);
    text_->setReadOnly(!notes.writable);
    QColor Tokens::*tone = &Tokens::ink3;
    QString status;
    if (!notes.failure.isEmpty()) {
        status = tr("not saved");
        tone = &Tokens::noticeText;
    } else if (notes.unsaved) {
        status = tr("not saved yet");
    } else if (notes.savedAt) {
        status = qt(savedAt(*notes.savedAt, desk_.secondsEastOfUtc()));
    } else if (!notes.writable) {
        status = tr("reading only");
    } else if (!notes.text.isEmpty()) {
        status = tr("saved");
    }
    dress(status_, 12, QFont::Normal, tone);
    status_->setText(status);
    QString news;
    if (!notes.failure.isEmpty())
        news = tr("Kept beside the store and tried again: %1").arg(notes.failure);
    else if (notes.both)
        news = tr("Somebody wrote here in another window too: both are kept, theirs first.");
    news_->setText(news);
    setPlainToolTip(news_, news);
    news_->setVisible(!news.isEmpty());
    const int room = width() - status_->sizeHint().width() - scaled(8);
    title_->setText(QFontMetrics(title_->font()).elidedText(title, Qt::ElideRight, std::max(room, 40)));
    resizeEvent(nullptr);
}

void PointNotesView::showText(const QString& text) {
    if (text_->toPlainText() == text) return;
    const QSignalBlocker quiet(text_);
    const auto fromEnd = text_->toPlainText().size() - text_->textCursor().position();
    text_->setPlainText(text);
    // What somebody else wrote comes first, so the place is kept from the end.
    QTextCursor cursor = text_->textCursor();
    cursor.setPosition(static_cast<int>(std::max<qsizetype>(0, text.size() - fromEnd)));
    text_->setTextCursor(cursor);
}

void PointNotesView::focusNotes() {
    text_->setFocus(Qt::ShortcutFocusReason);
    text_->moveCursor(QTextCursor::End);
}

void PointNotesView::beginLine(const QString& speaker) {
    const Meeting* meeting = desk_.meeting();
    if (!meeting || text_->isReadOnly()) return;
    focusNotes();
    QTextCursor cursor = text_->textCursor();
    cursor.movePosition(QTextCursor::End);
    const QString line = cursor.block().text();
    if (onlyName(line, meeting->attendees)) {
        cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
        cursor.insertText(speaker);
    } else {
        cursor.insertText((line.isEmpty() ? QString() : QStringLiteral("\n")) + speaker);
    }
    text_->setTextCursor(cursor);
    text_->ensureCursorVisible();
}

void PointNotesView::resizeEvent(QResizeEvent*) {
    const int status = status_->sizeHint().width() + 2;
    title_->setGeometry(0, 0, width() - status - scaled(8), scaled(20));
    status_->setGeometry(width() - status, 0, status, scaled(20));
    const int news = news_->text().isEmpty() ? 0 : scaled(kNews);
    text_->setGeometry(0, scaled(kHead), width(), std::max(0, height() - scaled(kHead) - news));
    news_->setGeometry(0, height() - news, width(), news);
}

}  // namespace reckoner

#include "moc_point_notes_view.cpp"
