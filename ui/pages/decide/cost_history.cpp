#include "ui/pages/decide/cost_history.h"

#include <algorithm>

#include <QDateTime>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/wording/cost_words.h"
#include "ui/pages/decide/cost_inputs.h"
#include "ui/session/cohort_desk.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr std::size_t kFew = 6;

QString localTime(const std::string& utc) {
    const QDateTime at = QDateTime::fromString(qt(utc), Qt::ISODateWithMs);
    return at.isValid() ? at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : qt(utc);
}

QString cohortOfRow(ReviewSession& session, const std::string& uid) {
    for (const Cohort& cohort : CohortDesk::of(session).cohorts())
        if (cohort.uid == uid) return qt(cohort.name);
    return CostHistory::tr("a cohort that is gone");
}

}  // namespace

CostHistory::CostHistory(ReviewSession& session, CostDesk& desk, QWidget* parent)
    : QWidget(parent), session_(session), desk_(desk), column_(new QVBoxLayout(this)) {
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(12);
}

void CostHistory::refresh() {
    const std::vector<CostModelRow>& history = session_.costBook().history();
    const std::size_t most = all_ ? history.size() : std::min(history.size(), kFew);
    const auto inForce = session_.costBook().inForce(
        session_.state().scenario.empty() ? kLikelyScenario : session_.state().scenario);
    std::vector<std::int64_t> wanted{desk_.canWrite() ? 1 : 0, inForce ? inForce->row.id : 0,
                                     static_cast<std::int64_t>(history.size())};
    for (std::size_t i = 0; i < most; ++i)
        wanted.push_back(history[i].id);
    if (wanted == shown_) return;
    shown_ = wanted;
    for (QWidget* row : rows_)
        row->deleteLater();
    rows_.clear();
    for (std::size_t i = 0; i < most; ++i)
        rows_.push_back(rowOf(history[i], inForce && history[i].id == inForce->row.id));
    if (history.empty()) rows_.push_back(costCaption(tr("Nobody has said yet what decisions cost."), this));
    if (most < history.size()) {
        auto* more = new QPushButton(tr("Show all %1 changes").arg(history.size()), this);
        more->setObjectName(QStringLiteral("allCostChanges"));
        more->setAccessibleName(more->text());
        setKind(more, "small");
        connect(more, &QPushButton::clicked, this, [this] {
            all_ = true;
            refresh();
        });
        rows_.push_back(more);
    }
    for (QWidget* row : rows_) {
        column_->addWidget(row);
        row->show();
    }
}

QWidget* CostHistory::rowOf(const CostModelRow& row, bool inForce) {
    auto* widget = new QWidget(this);
    widget->setObjectName(QStringLiteral("costChange.%1").arg(row.id));
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    QStringList changes;
    for (const std::string& change : costChanges(session_.costBook().before(row), row))
        changes << qt(change);
    auto* what =
        costWords(changes.isEmpty() ? tr("nothing changed") : changes.join(QStringLiteral("\n")), widget);
    what->setWordWrap(true);
    column->addWidget(what);
    if (!row.why.empty()) {
        auto* why = new PlainLabel(qt(row.why), widget);
        why->setWordWrap(true);
        dress(why, 12, QFont::Normal, &Tokens::ink2);
        column->addWidget(why);
    }
    QString where = qt(row.scenario);
    if (!row.cohort.empty()) where += tr(", only ") + cohortOfRow(session_, row.cohort);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(4);
    foot->addWidget(
        costCaption(QStringList{localTime(row.at), qt(row.who), where}.join(QStringLiteral(", ")), widget),
        1);
    if (inForce) {
        auto* now = new PlainLabel(tr("in force"), widget);
        dress(now, 12, QFont::Medium, &Tokens::ink2);
        foot->addWidget(now);
    } else if (!row.removed && desk_.canWrite()) {
        auto* again = new QPushButton(tr("Use again"), widget);
        again->setObjectName(QStringLiteral("useAgain.%1").arg(row.id));
        again->setAccessibleName(tr("Use again what held on %1").arg(localTime(row.at)));
        setKind(again, "small");
        connect(again, &QPushButton::clicked, this, [this, row] { desk_.useAgain(row); });
        foot->addWidget(again);
    }
    column->addLayout(foot);
    return widget;
}

}  // namespace reckoner

#include "moc_cost_history.cpp"
