#include "ui/review/speaker_chips.h"

#include <algorithm>

#include <QAbstractButton>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kCaption = 20;
constexpr int kChip = 24;
constexpr int kGap = 8;
constexpr int kMostRows = 3;  // with more people the chips share the width, their names shortened

}  // namespace

class SpeakerChip final : public QAbstractButton {
 public:
    explicit SpeakerChip(QWidget* parent) : QAbstractButton(parent) {
        setCheckable(true);
        setAutoExclusive(false);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }
    void setPerson(const QString& name, const QString& key, bool speaking) {
        setText(name);
        key_ = key;
        setChecked(speaking);
        setAccessibleName(speaking ? tr("%1 speaks").arg(name) : name);
        setAccessibleDescription(key);
        setPlainToolTip(this, key.isEmpty() ? name : name + QStringLiteral("  ") + key);
        key_.replace(QLatin1String("Shift+"), QStringLiteral("\u21E7"));
        updateGeometry();
        update();
    }
    QSize sizeHint() const override {
        const int key = key_.isEmpty() ? 0 : QFontMetrics(keyFont()).horizontalAdvance(key_) + scaled(6);
        return {key + QFontMetrics(nameFont()).horizontalAdvance(text()) + scaled(18), scaled(kChip)};
    }

 protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = Theme::instance().tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(hasFocus() ? t.accent : isChecked() ? t.selected : t.line, 1));
        painter.setBrush(isChecked() ? t.selected : underMouse() ? t.sunk : t.page);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0,
                                height() / 2.0);
        const bool narrow = width() < sizeHint().width();
        int x = scaled(narrow ? 6 : 9);
        if (!key_.isEmpty()) {
            painter.setFont(keyFont());
            painter.setPen(t.ink3);
            const int wide = QFontMetrics(keyFont()).horizontalAdvance(key_);
            painter.drawText(QRect(x, 0, wide + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, key_);
            x += wide + scaled(narrow ? 3 : 6);
        }
        painter.setFont(nameFont());
        painter.setPen(t.ink);
        const int room = width() - x - scaled(narrow ? 4 : 8);
        painter.drawText(QRect(x, 0, room + 2, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         QFontMetrics(nameFont()).elidedText(text(), Qt::ElideRight, room + 2));
    }

 private:
    static QFont keyFont() { return Theme::instance().font(12); }
    static QFont nameFont() { return Theme::instance().font(12, QFont::DemiBold); }
    QString key_;
};

QString speakerKey(int attendee) {
    if (attendee < 0 || attendee >= kSpeakerKeys) return {};
    const QString key = QStringLiteral("F%1").arg(5 + attendee % 6);
    return attendee < 6 ? key : QStringLiteral("Shift+") + key;
}

SpeakerChips::SpeakerChips(QWidget* parent)
    : QWidget(parent),
      caption_(new PlainLabel(tr("who speaks"), this)),
      edit_(new QPushButton(tr("Who is here..."), this)),
      names_(new QLineEdit(this)) {
    setObjectName(QStringLiteral("speakers"));
    setAccessibleName(tr("Who speaks"));
    dress(caption_, 12, QFont::Normal, &Tokens::ink3);
    setKind(edit_, "small");
    edit_->setObjectName(QStringLiteral("editPeople"));
    edit_->setAccessibleName(edit_->text());
    names_->setObjectName(QStringLiteral("peopleField"));
    names_->setAccessibleName(tr("Who is here, with commas between the names"));
    names_->setPlaceholderText(tr("Product, Risk, Data"));
    names_->hide();
    names_->installEventFilter(this);
    connect(edit_, &QPushButton::clicked, this, &SpeakerChips::editPeople);
    connect(names_, &QLineEdit::returnPressed, this, [this] { finishEditing(true); });
}

void SpeakerChips::setPeople(const std::vector<std::string>& people, int speaking) {
    people_ = people;
    while (chips_.size() < people.size()) {
        auto* chip = new SpeakerChip(this);
        const int index = static_cast<int>(chips_.size());
        chip->setObjectName(QStringLiteral("speaker%1").arg(index));
        connect(chip, &QAbstractButton::clicked, this, [this, index] { Q_EMIT picked(index); });
        chips_.push_back(chip);
    }
    for (std::size_t i = 0; i < people.size(); ++i)
        chips_[i]->setPerson(qt(people[i]), speakerKey(static_cast<int>(i)), static_cast<int>(i) == speaking);
    place(width(), true);
}

void SpeakerChips::editPeople() {
    QStringList names;
    for (const std::string& one : people_)
        names << qt(one);
    names_->setText(names.join(QStringLiteral(", ")));
    names_->show();
    place(width(), true);
    names_->setFocus();
}

void SpeakerChips::finishEditing(bool take) {
    if (names_->isHidden()) return;
    names_->hide();
    place(width(), true);
    if (!take) return;
    std::vector<std::string> people;
    for (const QString& one : names_->text().split(QLatin1Char(','))) {
        const std::string name = one.trimmed().toStdString();
        if (!name.empty() && std::find(people.begin(), people.end(), name) == people.end())
            people.push_back(name);
    }
    if (people != people_) Q_EMIT peopleWritten(people);
}

bool SpeakerChips::eventFilter(QObject* watched, QEvent* event) {
    if (watched == names_ && event->type() == QEvent::FocusOut) finishEditing(true);
    if (watched == names_ && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        finishEditing(false);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

int SpeakerChips::heightFor(int width) const {
    return place(width, false);
}

int SpeakerChips::place(int width, bool move) const {
    const int editWidth = edit_->sizeHint().width();
    if (move) {
        caption_->setGeometry(0, 0, width - editWidth, scaled(kCaption - 4));
        edit_->setGeometry(width - editWidth, scaled(-3), editWidth, scaled(22));
        names_->setGeometry(0, scaled(kCaption), width, scaled(32));
    }
    const bool writing = !names_->isHidden();
    if (writing || people_.empty()) {
        for (SpeakerChip* chip : chips_)
            if (move) chip->hide();
        return scaled(writing ? kCaption + 32 : kCaption);
    }
    const int rows = flow(width, 0, false);
    const int count = static_cast<int>(people_.size());
    const int columns = rows <= kMostRows ? 0 : (count + kMostRows - 1) / kMostRows;
    return scaled(kCaption + kChip) + (flow(width, columns, move) - 1) * scaled(kChip + kGap);
}

// Chips one after the other, as wide as they want, or in so many columns. Returns the rows.
int SpeakerChips::flow(int width, int columns, bool move) const {
    int x = 0, row = 0;
    for (std::size_t i = 0; i < chips_.size(); ++i) {
        const bool here = i < people_.size();
        if (move) chips_[i]->setVisible(here);
        if (!here) continue;
        const int gap = scaled(columns == 0 ? kGap : kGap / 2);
        const int wide = columns == 0 ? std::min(chips_[i]->sizeHint().width(), width)
                                      : (width - (columns - 1) * gap) / columns;
        if (x > 0 && x + wide > width) {
            x = 0;
            ++row;
        }
        if (move)
            chips_[i]->setGeometry(x, scaled(kCaption) + row * scaled(kChip + kGap), wide, scaled(kChip));
        x += wide + gap;
    }
    return row + 1;
}

void SpeakerChips::resizeEvent(QResizeEvent*) {
    place(width(), true);
}

}  // namespace reckoner

#include "moc_speaker_chips.cpp"
