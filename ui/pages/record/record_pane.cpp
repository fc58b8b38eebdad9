#include "ui/pages/record/record_pane.h"

#include <algorithm>

#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

#include "ui/pages/record/record_options.h"
#include "ui/pages/record/record_view.h"
#include "ui/session/kept_fields.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/history_list.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr int kListWidth = 464;

}  // namespace

RecordPane::RecordPane(ReviewSession& session, const char* name, std::string_view option,
                       const QString& title, const QString& newButton, QWidget* parent)
    : QWidget(parent),
      session_(session),
      desk_(ReviewDesk::of(session)),
      view_(new RecordView(this)),
      option_(option),
      newText_(newButton),
      caption_(new PlainLabel({}, this)),
      empty_(new PlainLabel({}, this)),
      new_(new QPushButton(newButton, this)),
      list_(new HistoryList(title, this)),
      message_(new InlineMessage(this)) {
    setObjectName(QLatin1String(name) + QStringLiteral("Pane"));
    setAccessibleName(title);
    list_->setObjectName(QLatin1String(name) + QStringLiteral("List"));
    new_->setObjectName(QLatin1String(name) + QStringLiteral("New"));
    new_->setAccessibleName(newButton);
    new_->setVisible(!newButton.isEmpty());
    empty_->setObjectName(QStringLiteral("recordEmpty"));
    empty_->setWordWrap(true);
    dress(caption_, 12, QFont::Normal, &Tokens::ink3);
    dress(empty_, 16, QFont::Normal, &Tokens::ink2);
    message_->hide();
    connect(new_, &QPushButton::clicked, this, [this] {
        const QString reason = desk_.whyNot();
        if (!reason.isEmpty()) return say(reason);
        makeNew();
    });
    connect(list_, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row < static_cast<int>(uids_.size())) choose(uids_[static_cast<std::size_t>(row)]);
    });
    connect(message_, &InlineMessage::closed, this, &RecordPane::place);
    connect(&Theme::instance(), &Theme::changed, this, &RecordPane::place);
}

RecordPane::~RecordPane() = default;

std::string RecordPane::chosen() const {
    const std::string wanted = record::option(session_.state(), option_);
    if (std::find(uids_.begin(), uids_.end(), wanted) != uids_.end()) return wanted;
    return uids_.empty() ? std::string() : uids_.front();
}

void RecordPane::choose(const std::string& uid) {
    session_.apply([&](ReviewState& state) { record::setOption(state, option_, uid); });
}

void RecordPane::setRows(const std::vector<std::string>& uids, const std::vector<RecordRow>& rows,
                         const QString& caption, const QString& empty) {
    uids_ = uids;
    caption_->setText(caption);
    empty_->setText(empty);
    empty_->setVisible(rows.empty());
    list_->setVisible(!rows.empty());
    view_->setVisible(!rows.empty());
    {
        const QSignalBlocker quiet(list_);
        list_->setRows(rows);
        const auto at = std::find(uids_.begin(), uids_.end(), chosen());
        list_->setCurrentRow(at == uids_.end() ? -1 : static_cast<int>(at - uids_.begin()));
    }
    if (!rows.empty()) showChosen(chosen());
    place();
}

void RecordPane::showDraft(const QString& key) {
    const bool begun = KeptFields::of(session_).any(key);
    new_->setText(begun ? tr("Go on with the draft...") : newText_);
    new_->setAccessibleName(new_->text());
    place();
}

void RecordPane::openForm(const QString& title, const QString& key,
                          const std::vector<KeptForm::Field>& fields, KeptForm::Save save) {
    auto* form = new RecordForm(session_, title, key, fields, std::move(save), this);
    connect(form, &QDialog::finished, this, [this] {
        showRecords();
        // Where one reads on, whatever button opened the form.
        if (list_->isVisible()) list_->setFocus();
    });
    form->open();
}

QPushButton* RecordPane::addButton(const QString& text, const char* name, std::function<void()> act) {
    return addReader(text, name, [this, act = std::move(act)] {
        const QString reason = desk_.whyNot();
        if (!reason.isEmpty()) return say(reason);
        act();
    });
}

QPushButton* RecordPane::addReader(const QString& text, const char* name, std::function<void()> act) {
    auto* button = new QPushButton(text, view_);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(text);
    connect(button, &QPushButton::clicked, this, std::move(act));
    view_->addButton(button);
    return button;
}

QLineEdit* RecordPane::addSearch(const QString& hint) {
    search_ = new QLineEdit(this);
    search_->setObjectName(QStringLiteral("recordSearch"));
    search_->setAccessibleName(hint);
    search_->setPlaceholderText(hint);
    search_->setClearButtonEnabled(true);
    addRow(search_);
    return search_;
}

void RecordPane::addRow(QWidget* row) {
    row_ = row;
    row_->setParent(this);
}

void RecordPane::say(const QString& sentence, bool done) {
    done ? message_->sayDone(sentence) : message_->say(sentence);
    place();
}

void RecordPane::place() {
    const int left = scaled(kPadding);
    const int listWidth = std::min(scaled(kListWidth), width() * 2 / 5);
    int y = scaled(16);
    const QSize button = new_->isHidden() ? QSize(0, scaled(32)) : new_->sizeHint();
    new_->setGeometry(left + listWidth - button.width(), y, button.width(), button.height());
    caption_->setGeometry(left, y, listWidth - button.width() - scaled(8), button.height());
    y += button.height() + scaled(12);
    if (row_ && !row_->isHidden()) {
        const int tall = std::max(scaled(28), row_->sizeHint().height());
        row_->setGeometry(left, y,
                          row_ == search_ ? listWidth : std::min(listWidth, row_->sizeHint().width()), tall);
        y += tall + scaled(8);
    }
    list_->setGeometry(left - 8, y, listWidth + 8, std::max(0, height() - y - scaled(8)));
    empty_->setGeometry(left, y + scaled(16), listWidth, scaled(120));
    const int right = left + listWidth + scaled(56);
    int top = scaled(12);
    if (!message_->isHidden()) {
        const int room = std::max(200, width() - right - left);
        const int tall = std::max(scaled(48), message_->sizeHint().height());
        message_->setGeometry(right, top, room, tall);
        top += tall + scaled(8);
    }
    view_->setGeometry(right, top, std::max(200, width() - right - scaled(8)), std::max(0, height() - top));
}

void RecordPane::resizeEvent(QResizeEvent*) {
    place();
}

void RecordPane::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& tokens = Theme::instance().tokens();
    painter.fillRect(rect(), tokens.page);
    const int x = view_->x() - scaled(32);
    if (!view_->isHidden()) painter.fillRect(QRect(x, scaled(12), 1, height() - scaled(24)), tokens.line);
}

}  // namespace reckoner

#include "moc_record_pane.cpp"
