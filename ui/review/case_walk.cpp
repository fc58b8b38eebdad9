#include "ui/review/case_walk.h"

#include <algorithm>

#include <QToolButton>

#include "ui/shell/scaled.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/visible_text.h"

namespace reckoner {
namespace {

constexpr int kHeight = 32;
constexpr int kButton = 28;

}  // namespace

CaseWalk::CaseWalk(QWidget* parent)
    : QWidget(parent),
      name_(new PlainLabel({}, this)),
      place_(new PlainLabel({}, this)),
      back_(new QToolButton(this)),
      forward_(new QToolButton(this)),
      remove_(new QToolButton(this)) {
    setObjectName(QStringLiteral("caseWalk"));
    setAccessibleName(tr("Picked cases"));
    name_->setObjectName(QStringLiteral("walkName"));
    dress(name_, 14, QFont::DemiBold);
    dress(place_, 12, QFont::Normal, &Tokens::ink3);
    const auto button = [this](QToolButton* one, const char* name, const char* icon, const QString& title,
                               const QString& keys) {
        one->setObjectName(QLatin1String(name));
        one->setProperty("drawing", QLatin1String(icon));
        one->setAccessibleName(title);
        one->setFocusPolicy(Qt::TabFocus);
        setPlainToolTip(one, keys.isEmpty() ? title : title + QStringLiteral("  ") + keys);
    };
    button(back_, "previousPick", "back", tr("Previous picked case"), tr("Ctrl+PgUp"));
    button(forward_, "nextPick", "forward", tr("Next picked case"), tr("Ctrl+PgDown"));
    button(remove_, "removePick", "cross", tr("Take this case off the review"), {});
    connect(back_, &QToolButton::clicked, this, [this] { step(-1); });
    connect(forward_, &QToolButton::clicked, this, [this] { step(1); });
    connect(remove_, &QToolButton::clicked, this, [this] {
        if (at() >= 0) Q_EMIT removed(at());
    });
    const auto redress = [this] {
        for (QToolButton* one : {back_, forward_, remove_})
            one->setIcon(themedIcon(one->property("drawing").toString(), Theme::instance().tokens().ink2));
    };
    connect(&Theme::instance(), &Theme::changed, this, redress);
    redress();
}

int CaseWalk::at() const {
    const auto found = std::find(cases_.begin(), cases_.end(), current_);
    return found == cases_.end() ? -1 : static_cast<int>(found - cases_.begin());
}

void CaseWalk::setCases(const std::vector<std::string>& cases, const std::string& current) {
    cases_ = cases;
    current_ = current;
    const int place = at();
    const bool any = !cases.empty();
    if (!any)
        name_->setText(tr("No case is picked"));
    else
        name_->setText(place < 0 ? tr("Picked cases") : visibleLine(current));
    if (any)
        place_->setText(place < 0 ? tr("%1 picked").arg(cases.size())
                                  : tr("%1 of %2").arg(place + 1).arg(cases.size()));
    else
        place_->setText({});
    back_->setEnabled(any && place != 0);
    forward_->setEnabled(any && place + 1 < static_cast<int>(cases.size()));
    remove_->setVisible(place >= 0);
    resizeEvent(nullptr);
}

void CaseWalk::step(int by) {
    if (cases_.empty()) return;
    const int from = at();
    const int to = from < 0 ? 0 : from + by;
    if (to < 0 || to >= static_cast<int>(cases_.size())) return;
    Q_EMIT chosen(to);
}

int CaseWalk::wantedHeight() const {
    return scaled(kHeight);
}

void CaseWalk::resizeEvent(QResizeEvent*) {
    const int side = scaled(kButton), top = (height() - side) / 2;
    back_->setGeometry(0, top, side, side);
    forward_->setGeometry(width() - side, top, side, side);
    remove_->setGeometry(width() - 2 * side, top, side, side);
    const int place = place_->sizeHint().width() + 2;
    const int right = width() - (remove_->isHidden() ? 1 : 2) * side - scaled(4);
    place_->setGeometry(right - place, 0, place, height());
    name_->setGeometry(side + scaled(4), 0, std::max(0, right - place - side - scaled(8)), height());
}

}  // namespace reckoner

#include "moc_case_walk.cpp"
