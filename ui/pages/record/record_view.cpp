#include "ui/pages/record/record_view.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kFactName = 148;

PlainLabel* wrapped(QWidget* parent, const char* name, int pixels, QColor Tokens::*tone) {
    auto* label = new PlainLabel({}, parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    dress(label, pixels, QFont::Normal, tone);
    return label;
}

}  // namespace

RecordView::RecordView(QWidget* parent) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(this);
    column_ = new QVBoxLayout(content);
    column_->setContentsMargins(0, 8, 16, 16);
    column_->setSpacing(8);
    caption_ = wrapped(content, "recordCaption", 12, &Tokens::ink3);
    title_ = wrapped(content, "recordTitle", 28, &Tokens::ink);
    text_ = wrapped(content, "recordText", 16, &Tokens::ink);
    footnote_ = wrapped(content, "recordFootnote", 12, &Tokens::ink3);
    facts_ = new QGridLayout;
    facts_->setHorizontalSpacing(16);
    facts_->setVerticalSpacing(8);
    facts_->setColumnStretch(1, 1);
    extra_ = new QVBoxLayout;
    buttons_ = new QHBoxLayout;
    buttons_->setSpacing(8);
    buttons_->addStretch();
    column_->addWidget(caption_);
    column_->addWidget(title_);
    column_->addWidget(text_);
    column_->addSpacing(4);
    column_->addLayout(facts_);
    column_->addLayout(extra_);
    column_->addSpacing(8);
    column_->addLayout(buttons_);
    column_->addWidget(footnote_);
    column_->addStretch(1);
    setWidget(content);
}

void RecordView::setPage(const RecordPage& page) {
    setAccessibleName(qt(page.title));
    const auto show = [](PlainLabel* label, const std::string& text) {
        label->setText(qt(text));
        label->setVisible(!text.empty());
    };
    show(caption_, page.caption);
    show(title_, page.title);
    show(text_, page.text);
    show(footnote_, page.footnote);
    setFacts(page);
}

void RecordView::setFacts(const RecordPage& page) {
    for (PlainLabel* cell : cells_)
        delete cell;
    cells_.clear();
    int row = 0;
    for (const auto& [name, value] : page.facts) {
        if (value.empty()) continue;
        PlainLabel* key = wrapped(widget(), "recordFact", 14, &Tokens::ink3);
        PlainLabel* text = wrapped(widget(), "recordValue", 14, &Tokens::ink);
        key->setMinimumWidth(kFactName);
        key->setMaximumWidth(kFactName);
        key->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        key->setText(qt(name));
        text->setText(qt(value));
        facts_->addWidget(key, row, 0);
        facts_->addWidget(text, row, 1);
        cells_.insert(cells_.end(), {key, text});
        ++row;
    }
}

void RecordView::setExtra(QWidget* extra) {
    extra_->addWidget(extra);
}

void RecordView::addButton(QWidget* button) {
    buttons_->insertWidget(buttons_->count() - 1, button);
}

}  // namespace reckoner

#include "moc_record_view.cpp"
