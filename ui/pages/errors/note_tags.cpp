#include "ui/pages/errors/note_tags.h"

#include <algorithm>

#include <QAbstractButton>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

#include "ui/style/theme.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/visible_text.h"

namespace reckoner {
namespace {

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

constexpr int kChip = 24;
constexpr int kGap = 8;
constexpr int kLongest = 220;

// 24 high: digit in grey, name; filled when it is one of the note's.
class Chip final : public QAbstractButton {
 public:
    Chip(const QString& digit, const QString& name, QWidget* parent)
        : QAbstractButton(parent), digit_(digit), name_(name) {
        setCheckable(true);
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::TabFocus);
        setAccessibleName(QObject::tr("Tag %1").arg(name));
        if (!digit.isEmpty()) setAccessibleDescription(QObject::tr("key %1").arg(digit));
        watchFocus(this);
    }
    QSize sizeHint() const override {
        const int digit = digit_.isEmpty() ? 0 : QFontMetrics(digitFont()).horizontalAdvance(digit_) + px(6);
        const int name = QFontMetrics(nameFont()).horizontalAdvance(name_);
        return QSize(std::min(px(kLongest), digit + name + px(18)), px(kChip));
    }

 protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = Theme::instance().tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool framed = keyboardFocus(this);
        painter.setPen(framed ? QPen(t.accent, 1.5) : isChecked() ? QPen(t.selected, 1) : QPen(t.line, 1));
        painter.setBrush(isChecked() ? t.selected : underMouse() && isEnabled() ? t.sunk : t.page);
        const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.drawRoundedRect(box, height() / 2.0, height() / 2.0);
        int x = px(9);
        if (!digit_.isEmpty()) {
            painter.setFont(digitFont());
            painter.setPen(t.ink3);
            painter.drawText(QRect(x, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter, digit_);
            x += QFontMetrics(digitFont()).horizontalAdvance(digit_) + px(6);
        }
        painter.setFont(nameFont());
        painter.setPen(isEnabled() ? t.ink : t.ink3);
        const QRect room(x, 0, width() - x - px(7), height());
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(nameFont()).elidedText(name_, Qt::ElideRight, room.width()));
    }

 private:
    static QFont digitFont() { return Theme::instance().font(12); }
    static QFont nameFont() { return Theme::instance().font(12, QFont::Medium); }
    QString digit_;
    QString name_;
};

}  // namespace

NoteTags::NoteTags(QWidget* parent)
    : QWidget(parent), more_(new QPushButton(tr("+ Tag"), this)), field_(new QLineEdit(this)) {
    setObjectName(QStringLiteral("noteTags"));
    setAccessibleName(tr("Tags"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setKind(more_, "small");
    more_->setObjectName(QStringLiteral("addTag"));
    more_->setAccessibleName(tr("Add a tag"));
    more_->setCursor(Qt::PointingHandCursor);
    field_->setObjectName(QStringLiteral("newTag"));
    field_->setAccessibleName(tr("New tag"));
    field_->setPlaceholderText(tr("why, in a word or two"));
    field_->setMaxLength(60);
    setKind(field_, "chip");
    field_->hide();
    field_->installEventFilter(this);
    connect(more_, &QPushButton::clicked, this, &NoteTags::write);
    connect(field_, &QLineEdit::returnPressed, this, &NoteTags::finish);
}

void NoteTags::setTags(const std::vector<std::string>& known, const std::vector<std::string>& chosen) {
    if (known == known_ && chosen == chosen_) return;
    known_ = known;
    chosen_ = chosen;
    for (QAbstractButton* chip : chips_)
        chip->deleteLater();
    chips_.clear();
    std::vector<std::string> all = known_;
    for (const std::string& tag : chosen_)
        if (std::find(all.begin(), all.end(), tag) == all.end()) all.push_back(tag);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QString digit = i < known_.size() && i < 9 ? QString::number(i + 1) : QString();
        auto* chip = new Chip(digit, visibleLine(all[i]), this);
        chip->setObjectName(QStringLiteral("tag.") + visibleLine(all[i]));
        chip->setChecked(std::find(chosen_.begin(), chosen_.end(), all[i]) != chosen_.end());
        chip->setEnabled(more_->isEnabled());
        setPlainToolTip(chip, visibleLine(all[i]));
        connect(chip, &QAbstractButton::clicked, this, [this, tag = qt(all[i])] { Q_EMIT toggled(tag); });
        chip->show();
        chips_.push_back(chip);
    }
    updateGeometry();
    place(width(), true);
}

void NoteTags::setEnabledForWriting(bool enabled) {
    more_->setEnabled(enabled);
    for (QAbstractButton* chip : chips_)
        chip->setEnabled(enabled);
}

std::string NoteTags::tagOf(int digit) const {
    const auto at = static_cast<std::size_t>(digit - 1);
    return digit >= 1 && at < known_.size() ? known_[at] : std::string();
}

int NoteTags::place(int width, bool move) const {
    int x = 0, y = 0;
    const auto put = [&](QWidget* widget, int wide) {
        if (x > 0 && x + wide > width) {
            x = 0;
            y += px(kChip + kGap);
        }
        if (move) widget->setGeometry(x, y, std::min(wide, width), px(kChip));
        x += wide + px(kGap);
    };
    for (QAbstractButton* chip : chips_)
        put(chip, chip->sizeHint().width());
    if (field_->isHidden())
        put(more_, QFontMetrics(Theme::instance().font(12, QFont::Medium)).horizontalAdvance(more_->text()) +
                       px(16));
    else
        put(field_, px(160));
    return y + px(kChip);
}

int NoteTags::heightForWidth(int width) const {
    return place(width, false);
}

QSize NoteTags::sizeHint() const {
    return QSize(px(300), heightForWidth(std::max(width(), px(200))));
}

void NoteTags::resizeEvent(QResizeEvent*) {
    place(width(), true);
    updateGeometry();
}

void NoteTags::write() {
    more_->hide();
    field_->clear();
    field_->show();
    place(width(), true);
    updateGeometry();
    field_->setFocus(Qt::OtherFocusReason);
}

void NoteTags::finish() {
    const QString tag = field_->text().simplified();
    field_->hide();
    more_->show();
    place(width(), true);
    updateGeometry();
    if (!tag.isEmpty()) Q_EMIT added(tag);
}

bool NoteTags::eventFilter(QObject* watched, QEvent* event) {
    if (watched != field_) return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) finish();
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        field_->clear();
        finish();
        Q_EMIT leaveWanted();
        return true;
    }
    return false;
}

}  // namespace reckoner

#include "moc_note_tags.cpp"
