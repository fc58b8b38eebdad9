#include "ui/shell/main_menu.h"

#include <QActionGroup>

#include "core/base/recent_stores.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

// An ampersand in a menu is a mnemonic unless doubled.
QString literal(QString text) {
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

}  // namespace

MainMenu::MainMenu(QWidget* window) : QMenu(window), window_(window) {
    setObjectName(QStringLiteral("mainMenu"));
    setAccessibleName(tr("Menu"));
    add(this, tr("Open a store…"), QKeySequence::Open, &MainMenu::openWanted);
    add(this, tr("New store…"), QKeySequence::New, &MainMenu::newWanted);
    recent_ = addMenu(tr("Recent stores"));
    recent_->setObjectName(QStringLiteral("mainMenu.recent"));
    connect(recent_, &QMenu::aboutToShow, this, &MainMenu::fillRecent);
    addSeparator();
    import_ = add(this, tr("Import runs…"), QKeySequence(Qt::CTRL | Qt::Key_I), &MainMenu::importWanted);
    attach_ = add(this, tr("Attach what became known later…"), {}, &MainMenu::attachWanted);
    add(this, tr("Open the demo"), {}, &MainMenu::demoWanted);
    addSeparator();
    backup_ = add(this, tr("Save a copy…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                  &MainMenu::backupWanted);
    check_ = add(this, tr("Check for damage"), {}, &MainMenu::checkWanted);
    addSeparator();
    decide_ =
        add(this, tr("Record a decision…"), QKeySequence(Qt::CTRL | Qt::Key_D), &MainMenu::decisionWanted);
    QMenu* reports = addMenu(tr("Save report"));
    reports->setObjectName(QStringLiteral("mainMenu.reports"));
    reports_ = {add(reports, tr("Scorecard of the run…"), {}, &MainMenu::scorecardWanted),
                add(reports, tr("Against the run compared with…"), {}, &MainMenu::sideBySideWanted),
                add(reports, tr("Model card…"), {}, &MainMenu::modelCardWanted)};
    addSeparator();
    addLook();
    review_ = add(this, tr("Review"), QKeySequence(Qt::CTRL | Qt::Key_R), &MainMenu::reviewWanted);
    add(this, tr("Present"), QKeySequence(Qt::Key_F11), &MainMenu::presentWanted);
    add(this, tr("Glossary"), QKeySequence(Qt::Key_F1), &MainMenu::glossaryWanted);
    addSeparator();
    add(this, tr("About Reckoner"), {}, &MainMenu::aboutWanted);
    add(this, tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), &MainMenu::quitWanted);
}

QAction* MainMenu::add(QMenu* menu, const QString& title, const QKeySequence& keys,
                       void (MainMenu::*wanted)()) {
    QAction* action = menu->addAction(title);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, wanted);
    window_->addAction(action);
    listed_.push_back(action);
    return action;
}

void MainMenu::addLook() {
    QMenu* look = addMenu(tr("Light or dark"));
    auto* group = new QActionGroup(look);
    const auto chosen = WindowMemory::shade();
    const auto choice = [&](const QString& title, std::optional<Shade> shade) {
        QAction* action = look->addAction(title);
        action->setCheckable(true);
        action->setChecked(chosen == shade);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, shade] { Q_EMIT shadeWanted(shade); });
    };
    choice(tr("As the system"), std::nullopt);
    choice(tr("Light"), Shade::Light);
    choice(tr("Dark"), Shade::Dark);
}

void MainMenu::fillRecent() {
    recent_->clear();
    for (const std::filesystem::path& store : recentStores()) {
        QAction* action = recent_->addAction(literal(qt(store.filename().string())) + QLatin1Char('\t') +
                                             literal(qt(store.parent_path().string())));
        action->setEnabled(std::filesystem::exists(store));
        connect(action, &QAction::triggered, this, [this, store] { Q_EMIT storeWanted(store); });
    }
    if (recent_->isEmpty()) recent_->addAction(tr("None so far"))->setEnabled(false);
}

void MainMenu::setStore(bool open, bool writable) {
    import_->setEnabled(!open || writable);
    attach_->setEnabled(open && writable);
    backup_->setEnabled(open);
    check_->setEnabled(open);
    review_->setEnabled(open);
    decide_->setEnabled(open && writable);
    for (QAction* report : reports_)
        report->setEnabled(open);
}

std::vector<GoToField::Command> MainMenu::commands() const {
    std::vector<GoToField::Command> commands;
    for (QAction* action : listed_) {
        if (!action->isEnabled()) continue;
        commands.push_back({action->text(), action->shortcut().toString(QKeySequence::NativeText),
                            [action] { action->trigger(); }});
    }
    return commands;
}

}  // namespace reckoner
