#include "ui/shell/navigation.h"

#include <QPainter>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/store/policy_book.h"
#include "ui/pages/page.h"
#include "ui/session/review_session.h"
#include "ui/shell/nav_item.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

Navigation::Navigation(ReviewSession& session, QWidget* parent) : QWidget(parent), session_(session) {
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("Pages"));
    setFixedWidth(152);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 16, 8, 12);
    column->setSpacing(4);
    addPages(column);
    column->addStretch();
    addFoot(column);
    connect(&session_, &ReviewSession::changed, this, [this](Aspects aspects) {
        if (aspects & (Aspects(Aspect::Page) | Aspect::Store)) follow();
        if (aspects & (Aspects(Aspect::Run) | Aspect::Store)) countDue();
    });
    follow();
    countDue();
}

void Navigation::addPages(QVBoxLayout* column) {
    for (const PageEntry& entry : pageList()) {
        auto* item = new NavItem(NavItem::Kind::Page, entry.id, entry.title, this);
        item->setObjectName(QStringLiteral("nav.") + entry.id);
        item->setCheckable(true);
        connect(item, &NavItem::clicked, this, [this, id = entry.id.toStdString()] {
            session_.apply([&id](ReviewState& state) { state.page = id; });
            follow();
        });
        column->addWidget(item);
        items_[entry.id] = item;
    }
}

void Navigation::addFoot(QVBoxLayout* column) {
    decision_ = new NavItem(NavItem::Kind::Foot, QStringLiteral("decision"), tr("New decision…"), this);
    decision_->setObjectName(QStringLiteral("nav.decision"));
    decision_->setAccessibleDescription(tr("Records a decision with what is on the screen"));
    setPlainToolTip(decision_, tr("Record a decision with what is on the screen as its evidence  Ctrl+D"));
    connect(decision_, &NavItem::clicked, this, &Navigation::decisionWanted);
    auto* present = new NavItem(NavItem::Kind::Foot, QStringLiteral("present"), tr("Present"), this);
    present->setObjectName(QStringLiteral("nav.present"));
    present->setKeyHint(QStringLiteral("F11"));
    connect(present, &NavItem::clicked, this, &Navigation::presentWanted);
    glossary_ = new NavItem(NavItem::Kind::Foot, QStringLiteral("glossary"), tr("Glossary"), this);
    glossary_->setObjectName(QStringLiteral("nav.glossary"));
    glossary_->setKeyHint(QStringLiteral("F1"));
    glossary_->setCheckable(true);
    connect(glossary_, &NavItem::clicked, this, &Navigation::glossaryWanted);
    auto* foot = new QVBoxLayout;
    foot->setSpacing(0);
    foot->addWidget(decision_);
    foot->addWidget(present);
    foot->addWidget(glossary_);
    column->addLayout(foot);
}

void Navigation::setGlossaryOpen(bool open) {
    glossary_->setChecked(open);
}

void Navigation::follow() {
    const std::shared_ptr<Store> store = session_.store();
    decision_->setVisible(store && !store->readOnly() && session_.state().model != 0);
    const QString page = qt(session_.state().page);
    for (const auto& [id, item] : items_)
        item->setChecked(id == page);
}

// What is due for the model on the screen stands at Today.
void Navigation::countDue() {
    int due = 0;
    if (const std::shared_ptr<Store> store = session_.store(); store && session_.state().model != 0) {
        try {
            const std::string today = isoTime(session_.clock().now()).substr(0, 10);
            due = static_cast<int>(
                overduePolicies(PolicyBook(store).history(session_.state().model), today).size());
        } catch (const Error&) {
            // A store that cannot be read says so where it is shown.
        }
    }
    items_.at(QStringLiteral("today"))
        ->setCount(due, due == 1 ? tr("1 policy is overdue for review")
                                 : tr("%1 policies are overdue for review").arg(due));
}

void Navigation::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.chrome);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), t.line);
}

}  // namespace reckoner
