#include "ui/pages/versions/side_choice.h"

#include <algorithm>

#include <QCheckBox>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/wording/run_names.h"
#include "core/wording/version_words.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kWidth = 440;
constexpr int kMostHigh = 420;
constexpr int kRowHigh = 30;

QString named(QString text) {
    // An ampersand is text here, not a key.
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

}  // namespace

SideChoicePopup::SideChoicePopup(ReviewSession& session, QWidget* parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint),
      session_(session),
      hint_(new PlainLabel({}, this)) {
    setObjectName(QStringLiteral("sideChoice"));
    setAccessibleName(tr("Versions in the comparison"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::Box);
    hint_->setObjectName(QStringLiteral("sideChoice.hint"));
    hint_->setWordWrap(true);
    dress(hint_, 12, QFont::Normal, &Tokens::ink2);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inner = new QWidget(area);
    auto* list = new QVBoxLayout(inner);
    list->setContentsMargins(0, 0, 8, 0);
    list->setSpacing(2);
    using Kind = VersionSide::Kind;
    for (const Kind kind : {Kind::FlagNobody, Kind::FlagEverybody})
        if (kind == Kind::FlagEverybody || session_.baselineRow())
            add({kind}, qt(ruleSideName(kind, session_.words())), inner);
    for (const RunRow& row : versions::possibleRuns(session_))
        if (row.info.id != session_.state().baseline)
            add({Kind::Run, row.info.id}, qt(runName(row.info) + " · " + row.info.evalSet), inner);
    for (const Row& row : rows_)
        list->addWidget(row.tick);
    list->addStretch(1);
    area->setWidget(inner);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(12, 12, 12, 12);
    all->setSpacing(8);
    all->addWidget(hint_);
    all->addWidget(area, 1);
    limit();
}

void SideChoicePopup::add(const versions::SideChoice& side, const QString& title, QWidget* parent) {
    const auto chosen = versions::furtherSides(session_);
    Row row{side, new QCheckBox(named(title), parent)};
    row.tick->setObjectName(QStringLiteral("sideChoice.") + QString::fromStdString(side.key()));
    row.tick->setChecked(std::find(chosen.begin(), chosen.end(), side) != chosen.end());
    connect(row.tick, &QCheckBox::toggled, this, &SideChoicePopup::take);
    rows_.push_back(row);
}

void SideChoicePopup::take() {
    std::vector<versions::SideChoice> sides;
    for (const Row& row : rows_)
        if (row.tick->isChecked()) sides.push_back(row.side);
    limit();
    versions::setFurtherSides(session_, sides);
}

void SideChoicePopup::limit() {
    const auto chosen =
        std::count_if(rows_.begin(), rows_.end(), [](const Row& row) { return row.tick->isChecked(); });
    const bool full = chosen >= static_cast<long>(versions::kMostSides) - 2;
    for (const Row& row : rows_)
        row.tick->setEnabled(!full || row.tick->isChecked());
    hint_->setText(full ? tr("Four versions at most. The run and what it is compared with are chosen above.")
                        : tr("Beside the run and what it is compared with, which are chosen above:"));
}

void SideChoicePopup::popUnder(QWidget* anchor) {
    const int high =
        std::min(scaled(kMostHigh), scaled(84) + static_cast<int>(rows_.size()) * scaled(kRowHigh));
    resize(scaled(kWidth), high);
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + 4));
    const QWidget* window = anchor->window();
    at.setX(std::min(at.x(), window->mapToGlobal(QPoint(window->width() - 8, 0)).x() - width()));
    move(at);
    show();
    if (!rows_.empty()) rows_.front().tick->setFocus(Qt::PopupFocusReason);
}

}  // namespace reckoner

#include "moc_side_choice.cpp"
