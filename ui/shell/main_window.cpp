#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/base/recent_stores.h"
#include "ui/import/attach_desk.h"
#include "ui/import/import_desk.h"
#include "ui/paper/report_desk.h"
#include "ui/review/review_button.h"
#include "ui/session/meeting_desk.h"
#include "ui/session/note_desk.h"
#include "ui/shell/about_dialog.h"
#include "ui/shell/body.h"
#include "ui/shell/context_bar.h"
#include "ui/shell/drop_hint.h"
#include "ui/shell/glossary_hover.h"
#include "ui/shell/glossary_panel.h"
#include "ui/shell/go_to_field.h"
#include "ui/shell/main_menu.h"
#include "ui/shell/message_area.h"
#include "ui/shell/navigation.h"
#include "ui/shell/review_host.h"
#include "ui/shell/store_desk.h"
#include "ui/shell/window_memory.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

// What is remembered is written this long after the last change, so that a crash loses little.
constexpr int kSavingMs = 1500;
// Wide enough for a page between navigation, review and glossary.
constexpr int kRoomForBoth = 1600;

std::vector<fs::path> localFiles(const QMimeData* data) {
    std::vector<fs::path> files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile()) files.emplace_back(url.toLocalFile().toStdString());
    return files;
}

bool isStore(const fs::path& file) {
    return file.extension() == ".reckoner";
}

fs::path pathOf(const QString& name) {
    return fs::path(name.toStdString());
}

}  // namespace

MainWindow::MainWindow(Executor& executor, const Clock& clock, Memory memory, QWidget* parent)
    : QMainWindow(parent),
      session_(executor, clock),
      stores_(new StoreDesk(executor, clock, this)),
      imports_(new ImportDesk(executor, clock, session_, this)),
      attachments_(new AttachDesk(executor, session_, this)),
      bar_(new ContextBar(session_, this)),
      navigation_(new Navigation(session_, this)),
      messages_(new MessageArea(this)),
      body_(new Body(session_, executor, this)),
      menu_(new MainMenu(this)),
      dropHint_(nullptr),
      memory_(memory),
      saving_(new QTimer(this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    assemble();
    connectMenu();
    connectDesks();
    addShortcuts();
    saving_->setSingleShot(true);
    saving_->setInterval(kSavingMs);
    connect(saving_, &QTimer::timeout, this, &MainWindow::remember);
    connect(&session_, &ReviewSession::changed, this, &MainWindow::followSession);
    new GlossaryHover(session_, this);
    setMinimumSize(960, 600);
    restoreGeometryOfOld();
    titleFollows();
}

MainWindow::~MainWindow() {
    // It saves as it goes, while there still is a session to save into.
    delete review_;
}

void MainWindow::assemble() {
    auto* central = new QWidget(this);
    auto* middle = new QVBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(messages_);
    middle->addWidget(body_, 1);
    auto* row = new QHBoxLayout;
    row->setObjectName(QStringLiteral("row"));
    row->setSpacing(0);
    row->addWidget(navigation_);
    row->addLayout(middle, 1);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar_);
    column->addLayout(row, 1);
    // Takes the focus first, and when somebody clicks beside the controls.
    central->setFocusPolicy(Qt::ClickFocus);
    central->setFocus();
    setCentralWidget(central);
    review_ = new ReviewHost(session_, row, central);
    connect(bar_->reviewButton(), &QPushButton::clicked, review_, &ReviewHost::toggle);
    dropHint_ = new DropHint(central);
    connect(navigation_, &Navigation::presentWanted, this, [this] { setPresenting(true); });
    connect(navigation_, &Navigation::glossaryWanted, this, &MainWindow::toggleGlossary);
    connect(body_, &Body::standsAlone, this, [this](bool alone) { bar_->setPickersShown(!alone); });
    connect(bar_->menuButton(), &QToolButton::clicked, this, [this] {
        menu_->popup(bar_->menuButton()->mapToGlobal(QPoint(0, bar_->menuButton()->height() + 4)));
    });
    connect(bar_->goTo(), &GoToField::termWanted, this, [this](const QString& term) {
        if (!glossary_ || !glossary_->isVisible()) toggleGlossary();
        glossary_->showTerm(term);
    });
    bar_->goTo()->setCommands([this] { return menu_->commands(); });
}

void MainWindow::connectMenu() {
    connect(menu_, &MainMenu::openWanted, this, &MainWindow::chooseStore);
    connect(menu_, &MainMenu::newWanted, this, &MainWindow::chooseNewStore);
    connect(menu_, &MainMenu::storeWanted, stores_, &StoreDesk::open);
    connect(menu_, &MainMenu::importWanted, imports_, &ImportDesk::chooseFiles);
    connect(menu_, &MainMenu::attachWanted, attachments_, &AttachDesk::chooseFile);
    connect(menu_, &MainMenu::demoWanted, stores_, &StoreDesk::openDemo);
    connect(menu_, &MainMenu::backupWanted, this, &MainWindow::chooseBackup);
    connect(menu_, &MainMenu::checkWanted, this, [this] { stores_->check(session_.store()); });
    const auto decide = [this] {
        // In a review the form stands beside the page that is talked about.
        if (review_->decide()) return;
        session_.apply([](ReviewState& state) {
            if (state.page != "record") state.options["record.from"] = state.page;
            state.page = "record";
            state.options["record.tab"] = "decisions";
            state.options["record.form"] = "decision";
        });
    };
    connect(menu_, &MainMenu::decisionWanted, this, decide);
    connect(navigation_, &Navigation::decisionWanted, this, decide);
    const auto report = [this](void (MainMenu::*wanted)(), ReportKind kind, bool against) {
        connect(menu_, wanted, this, [this, kind, against] {
            ReportDesk::of(session_).saveRun(kind, against, this, [this](const QString& sentence, bool done) {
                done ? messages_->sayDone(sentence) : messages_->say(sentence);
            });
        });
    };
    report(&MainMenu::scorecardWanted, ReportKind::Scorecard, false);
    report(&MainMenu::sideBySideWanted, ReportKind::Scorecard, true);
    report(&MainMenu::modelCardWanted, ReportKind::ModelCard, false);
    connect(menu_, &MainMenu::shadeWanted, this, [](std::optional<Shade> shade) {
        WindowMemory::setShade(shade);
        Theme::instance().setShade(shade);
    });
    connect(menu_, &MainMenu::reviewWanted, review_, &ReviewHost::toggle);
    connect(menu_, &MainMenu::presentWanted, this, [this] { setPresenting(!presenting_); });
    connect(menu_, &MainMenu::glossaryWanted, this, &MainWindow::toggleGlossary);
    connect(menu_, &MainMenu::aboutWanted, this, [this] { (new AboutDialog(this))->open(); });
    connect(menu_, &MainMenu::quitWanted, this, &QWidget::close);
    menu_->setStore(false, false);
}

void MainWindow::connectDesks() {
    const auto tell = [this](const QString& sentence) { messages_->say(sentence); };
    connect(stores_, &StoreDesk::opened, this,
            [this](const std::shared_ptr<Store>& store) { showStore(store); });
    connect(stores_, &StoreDesk::news, this, tell);
    connect(stores_, &StoreDesk::done, messages_, &MessageArea::sayDone);
    connect(stores_, &StoreDesk::failed, this, [this, tell](const QString& sentence) {
        body_->setWaiting(false);
        tell(sentence);
    });
    connect(stores_, &StoreDesk::began, this,
            [this](const QString& title) { messages_->follow(stores_->task(), title); });

    connect(body_, &Body::importWanted, imports_, &ImportDesk::chooseFiles);
    connect(body_, &Body::demoWanted, stores_, &StoreDesk::openDemo);
    connect(body_, &Body::failed, this, tell);
    connect(imports_, &ImportDesk::storeOpened, this,
            [this](const std::shared_ptr<Store>& store) { showStore(store); });
    connect(imports_, &ImportDesk::failed, this,
            [this](const QString& sentence, const QString& action, const std::function<void()>& act) {
                messages_->say(sentence, action, act);
            });
    connect(attachments_, &AttachDesk::news, this,
            [this](const QString& sentence, const QString& action, const std::function<void()>& act) {
                messages_->say(sentence, action, act);
            });
    connect(imports_, &ImportDesk::imported, this,
            [this](const ImportReport& report) { body_->offerFirstRun(report); });
}

void MainWindow::addShortcuts() {
    const auto shortcut = [this](const QKeySequence& keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { session_.back(); });
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Right), [this] { session_.forward(); });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_K), [this] {
        if (!presenting_) bar_->goTo()->open();
    });
    shortcut(QKeySequence(Qt::ALT | Qt::Key_M), [this] {
        if (!presenting_) bar_->menuButton()->click();
    });
}

void MainWindow::start(const std::optional<fs::path>& store) {
    if (!store) return body_->setWaiting(false);
    stores_->open(*store);
}

void MainWindow::showStore(std::shared_ptr<Store> store) {
    remember();
    messages_->clear();
    body_->setWaiting(false);
    session_.setStore(store);
    if (memory_ == Memory::Kept) {
        rememberStore(store->file());
        if (const auto state = WindowMemory::state(store->file())) session_.restore(*state);
    }
    menu_->setStore(true, !store->readOnly());
    titleFollows();
}

void MainWindow::importFiles(const std::vector<fs::path>& files) {
    if (files.size() == 1 && isStore(files.front())) return stores_->open(files.front());
    imports_->import(files);
}

void MainWindow::say(const QString& sentence, const QString& action, std::function<void()> act) {
    messages_->say(sentence, action, std::move(act));
}

void MainWindow::followSession(Aspects aspects) {
    saving_->start();
    // What was said about one model is no news on another.
    if (session_.state().model != shownModel_) {
        if (shownModel_ != 0) messages_->clear();
        shownModel_ = session_.state().model;
    }
    if (!(aspects & (Aspects(Aspect::Run) | Aspect::Store | Aspect::Busy))) return;
    const QString failure = session_.failure();
    const bool back = session_.canGoBack();
    messages_->setFailure(failure, back ? tr("Back") : QString(), [this] { session_.back(); });
}

void MainWindow::titleFollows() {
    const auto store = session_.store();
    if (!store) return setWindowTitle(QStringLiteral("Reckoner"));
    const QString name = qt(store->file().filename().string());
    setWindowTitle(name + (store->readOnly() ? tr(" (reading only)") : QString()) +
                   QStringLiteral(" – Reckoner"));
}

void MainWindow::toggleGlossary() {
    if (!glossary_) {
        glossary_ = new GlossaryPanel(session_, this);
        glossary_->hide();
        centralWidget()->layout()->findChild<QHBoxLayout*>(QStringLiteral("row"))->addWidget(glossary_);
        connect(glossary_, &GlossaryPanel::closeWanted, this, &MainWindow::toggleGlossary);
    }
    const bool open = !glossary_->isVisible();
    glossary_->setVisible(open);
    review_->makeRoom(open && width() < kRoomForBoth);
    navigation_->setGlossaryOpen(open);
    if (open) glossary_->focusSearch();
}

void MainWindow::setPresenting(bool presenting) {
    if (presenting == presenting_) return;
    presenting_ = presenting;
    if (glossary_ && glossary_->isVisible()) toggleGlossary();
    navigation_->setVisible(!presenting);
    bar_->setPresenting(presenting);
    Theme::instance().setPresenting(presenting, screen()->size().height());
    if (presenting) {
        wasFullScreen_ = isFullScreen();
        showFullScreen();
    } else if (!wasFullScreen_) {
        setWindowState(windowState() & ~Qt::WindowFullScreen);
    }
}

void MainWindow::setReviewShown(bool shown) {
    review_->setShown(shown);
}

void MainWindow::chooseStore() {
    auto* dialog = new QFileDialog(this, tr("Open a store"), WindowMemory::importFolder(),
                                   tr("Reckoner stores (*.reckoner);;All files (*)"));
    dialog->setObjectName(QStringLiteral("chooseStore"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& name) { stores_->open(pathOf(name)); });
    dialog->open();
}

void MainWindow::chooseNewStore() {
    auto* dialog = new QFileDialog(this, tr("New store"), WindowMemory::importFolder(),
                                   tr("Reckoner stores (*.reckoner)"));
    dialog->setObjectName(QStringLiteral("chooseNewStore"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("reckoner"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& name) { stores_->create(pathOf(name)); });
    dialog->open();
}

void MainWindow::chooseBackup() {
    const auto store = session_.store();
    if (!store) return;
    auto* dialog = new QFileDialog(this, tr("Save a copy"), qt(store->file().parent_path().string()),
                                   tr("Reckoner stores (*.reckoner)"));
    dialog->setObjectName(QStringLiteral("chooseBackup"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("reckoner"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, store](const QString& name) { stores_->backup(store, pathOf(name)); });
    dialog->open();
}

void MainWindow::restoreGeometryOfOld() {
    const QByteArray geometry = memory_ == Memory::Kept ? WindowMemory::geometry() : QByteArray();
    if (!geometry.isEmpty() && restoreGeometry(geometry)) return;
    const QSize room = screen() ? screen()->availableSize() : QSize(1440, 900);
    // The frame around the window is not known before it is shown.
    constexpr int kTitleBar = 40;
    resize(QSize(1440, 900).boundedTo(room - QSize(0, kTitleBar)));
}

void MainWindow::remember() {
    saving_->stop();
    if (memory_ == Memory::None) return;
    if (const auto store = session_.store()) WindowMemory::setState(store->file(), session_.state());
    if (!presenting_) WindowMemory::setGeometry(saveGeometry());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    auto* notes = session_.findChild<NoteDesk*>();
    auto* meeting = session_.findChild<MeetingDesk*>();
    const bool safe = (!meeting || meeting->flush()) && (!notes || notes->flush());
    if (!safe && !leaving_) {
        event->ignore();
        messages_->say(
            tr("What was typed last could not be saved, neither in the store nor beside it: is the "
               "disk full?"),
            tr("Close without it"), [this] {
                leaving_ = true;
                close();
            });
        return;
    }
    setPresenting(false);
    remember();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (localFiles(event->mimeData()).empty()) return;
    event->acceptProposedAction();
    dropHint_->cover();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) {
    dropHint_->hide();
}

void MainWindow::dropEvent(QDropEvent* event) {
    dropHint_->hide();
    const std::vector<fs::path> files = localFiles(event->mimeData());
    if (files.empty()) return;
    event->acceptProposedAction();
    importFiles(files);
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && presenting_) return setPresenting(false);
    QMainWindow::keyPressEvent(event);
}

}  // namespace reckoner
