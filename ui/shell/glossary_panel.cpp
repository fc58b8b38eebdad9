#include "ui/shell/glossary_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/review/glossary.h"
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

QWidget* entryWidget(const GlossaryEntry& entry, QWidget* parent) {
    auto* whole = new QWidget(parent);
    whole->setAccessibleName(fromView(entry.term));
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(4);
    column->addWidget(label(whole, fromView(entry.term), 14, QFont::DemiBold, &Tokens::ink));
    column->addWidget(label(whole, fromView(entry.agreed), 14, QFont::Normal, &Tokens::ink));
    const std::pair<QString, std::string_view> readings[] = {
        {GlossaryPanel::tr("A product manager hears"), entry.manager},
        {GlossaryPanel::tr("An engineer means"), entry.engineer}};
    for (const auto& [who, what] : readings) {
        column->addSpacing(2);
        column->addWidget(label(whole, who, 12, QFont::Normal, &Tokens::ink3));
        column->addWidget(label(whole, fromView(what), 14, QFont::Normal, &Tokens::ink2));
    }
    return whole;
}

}  // namespace

GlossaryPanel::GlossaryPanel(QWidget* parent)
    : QWidget(parent), field_(new QLineEdit(this)), nothing_(new PlainLabel(tr("No term says that."), this)) {
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
    column->addLayout(top);
    column->addWidget(field_);
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
        QWidget* widget = entryWidget(entry, entries);
        column->addWidget(widget);
        QString haystack;
        for (const std::string_view text :
             {entry.term, entry.id, entry.agreed, entry.manager, entry.engineer})
            haystack += fromView(text) + QLatin1Char(' ');
        lines_.push_back({widget, haystack, part});
    }
    column->addStretch();
    return entries;
}

void GlossaryPanel::narrow(const QString& text) {
    const QString wanted = text.trimmed();
    std::vector<int> parts;
    for (const Line& line : lines_) {
        const bool fits = line.haystack.contains(wanted, Qt::CaseInsensitive);
        line.widget->setVisible(fits);
        if (fits) parts.push_back(line.part);
    }
    for (const auto& [part, caption] : captions_)
        caption->setVisible(std::find(parts.begin(), parts.end(), part) != parts.end());
    nothing_->setVisible(parts.empty());
}

void GlossaryPanel::focusSearch() {
    field_->setFocus();
    field_->selectAll();
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
