// The window: bar above, pages at the left, body in the middle. It walks the page list and names no page.
#pragma once

#include <filesystem>
#include <optional>

#include <QMainWindow>

#include "core/base/clock.h"
#include "ui/session/review_session.h"

namespace reckoner {

class Body;
class ContextBar;
class DropHint;
class GlossaryPanel;
class ImportDesk;
class MainMenu;
class AttachDesk;
class MessageArea;
class Navigation;
class ReviewHost;
class StoreDesk;

class MainWindow : public QMainWindow {
    Q_OBJECT
 public:
    // None: nothing is read from or written to the person's settings.
    enum class Memory { Kept, None };
    MainWindow(Executor& executor, const Clock& clock, Memory memory = Memory::Kept,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    ReviewSession& session() { return session_; }
    // Opens off the UI thread; what cannot be opened is said in the window. Nothing: an empty window.
    void start(const std::optional<std::filesystem::path>& store);
    // Shows a store that is open already.
    void showStore(std::shared_ptr<Store> store);
    void importFiles(const std::vector<std::filesystem::path>& files);
    // Something to be said at the first sight of the window.
    void say(const QString& sentence, const QString& action = {}, std::function<void()> act = {});

    void setPresenting(bool presenting);
    // The dock of the review beside the page.
    void setReviewShown(bool shown);
    bool presenting() const { return presenting_; }

 protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    void assemble();
    void connectMenu();
    void connectDesks();
    void addShortcuts();
    void followSession(Aspects aspects);
    void titleFollows();
    void toggleGlossary();
    void chooseStore();
    void chooseNewStore();
    void chooseBackup();
    void restoreGeometryOfOld();
    void remember();

    ReviewSession session_;
    StoreDesk* stores_;
    ImportDesk* imports_;
    AttachDesk* attachments_;
    ContextBar* bar_;
    Navigation* navigation_;
    MessageArea* messages_;
    Body* body_;
    ReviewHost* review_ = nullptr;
    GlossaryPanel* glossary_ = nullptr;
    MainMenu* menu_;
    DropHint* dropHint_;
    Memory memory_;
    QTimer* saving_;
    std::int64_t shownModel_ = 0;
    bool leaving_ = false;  // also without what could not be saved
    bool presenting_ = false;
    bool wasFullScreen_ = false;
};

}  // namespace reckoner
