#include "ui/shell/glossary_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/review/glossary.h"
#include "ui/session/glossary_desk.h"
#include "ui/shell/glossary_entry_view.h"
#include "ui/shell/scaled.h"
#include "ui/style/icons.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kWidth = 360;

QString fromView(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

PlainLabel* label(QWidget* parent, const QString& text, int pixels, QFont::Weight weight,
                  QColor Tokens::*tone) {
    auto* made = new PlainLabel(text, parent);
    made->setWordWrap(true);
    dress(made, pixels, weight, tone);
    return made;
}

}  // namespace

GlossaryPanel::GlossaryPanel(ReviewSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      field_(new QLineEdit(this)),
      nothing_(new PlainLabel(tr("No term says that."), this)) {
    setObjectName(QStringLiteral("glossary"));
    setAccessibleName(tr("Glossary"));
    auto* heading = label(this, tr("Glossary"), 20, QFont::DemiBold, &Tokens::ink);
    heading->setWordWrap(false);
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("glossary.close"));
    close->setAccessibleName(tr("Close the glossary"));
    setPlainToolTip(close, tr("Close the glossary  F1"));
    field_->setObjectName(QStringLiteral("glossary.field"));
    field_->setPlaceholderText(tr("Find a term"));
    field_->setAccessibleName(tr("Find a term"));
    field_->setClearButtonEnabled(true);
    dress(nothing_, 14, QFont::Normal, &Tokens::ink2);
    nothing_->hide();

    auto* area = new QScrollArea(this);
    area->setAccessibleName(tr("Terms"));
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(makeEntries());
    // The panel's ground shows through.
    area->setStyleSheet(QStringLiteral("QScrollArea { background: transparent; }"));
    area->viewport()->setAutoFillBackground(false);
    area->widget()->setAutoFillBackground(false);

    auto* top = new QHBoxLayout;
    top->addWidget(heading);
    top->addStretch();
    top->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(25, 16, 16, 0);
    column->setSpacing(12);
    undo_ = new QPushButton(tr("Undo"), this);
    undo_->setObjectName(QStringLiteral("glossary.undo"));
    undo_->setAccessibleName(tr("Undo the last change of a meaning"));
    connect(undo_, &QPushButton::clicked, this, [this] { GlossaryDesk::of(session_).history().undo(); });
    const auto follow = [this] { undo_->setVisible(GlossaryDesk::of(session_).history().canUndo()); };
    connect(&GlossaryDesk::of(session).history(), &EditHistory::changed, this, follow);
    follow();
    auto* find = new QHBoxLayout;
    find->addWidget(field_, 1);
    find->addWidget(undo_);
    column->addLayout(top);
    column->addLayout(find);
    column->addWidget(nothing_);
    column->addWidget(area, 1);

    const auto redress = [this, close] {
        setFixedWidth(scaled(kWidth));
        const Tokens& t = Theme::instance().tokens();
        close->setIcon(themedIcon(QStringLiteral("cross"), t.ink2));
        update();
    };
    connect(&Theme::instance(), &Theme::changed, this, redress);
    connect(close, &QToolButton::clicked, this, &GlossaryPanel::closeWanted);
    connect(field_, &QLineEdit::textChanged, this, &GlossaryPanel::narrow);
    redress();
}

QWidget* GlossaryPanel::makeEntries() {
    auto* entries = new QWidget;
    auto* column = new QVBoxLayout(entries);
    column->setContentsMargins(0, 0, 8, 24);
    column->setSpacing(0);
    int part = -1;
    for (const GlossaryEntry& entry : glossary()) {
        if (static_cast<int>(entry.part) != part) {
            part = static_cast<int>(entry.part);
            auto* caption = label(entries, fromView(title(entry.part)), 12, QFont::DemiBold, &Tokens::ink3);
            caption->setContentsMargins(0, 16, 0, 0);
            column->addWidget(caption);
            captions_.emplace_back(part, caption);
        }
        auto* view = new GlossaryEntryView(session_, entry, entries);
        column->addWidget(view);
        entries_.push_back(view);
    }
    column->addStretch();
    return entries;
}

void GlossaryPanel::narrow(const QString& text) {
    const QString wanted = text.trimmed();
    std::vector<int> parts;
    for (GlossaryEntryView* entry : entries_) {
        // Nothing that is being written goes away.
        const bool fits = entry->editing() || entry->words().contains(wanted, Qt::CaseInsensitive);
        entry->setVisible(fits);
        if (fits) parts.push_back(entry->part());
    }
    for (const auto& [part, caption] : captions_)
        caption->setVisible(std::find(parts.begin(), parts.end(), part) != parts.end());
    nothing_->setVisible(parts.empty());
}

void GlossaryPanel::focusSearch() {
    field_->setFocus();
    field_->selectAll();
}

void GlossaryPanel::showTerm(const QString& id) {
    const GlossaryEntry* entry = findTerm(id.toStdString());
    if (entry) field_->setText(fromView(entry->term));
    focusSearch();
}

void GlossaryPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return Q_EMIT closeWanted();
    QWidget::keyPressEvent(event);
}

void GlossaryPanel::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.chrome);
    painter.fillRect(QRect(0, 0, 1, height()), t.line);
}

}  // namespace reckoner
