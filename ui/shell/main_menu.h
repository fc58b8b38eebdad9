// Everything the window can do that is not on a page: the menu, its shortcuts, and lines of the go-to box.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include <QMenu>

#include "ui/shell/go_to_field.h"
#include "ui/style/theme.h"

namespace reckoner {

class MainMenu : public QMenu {
    Q_OBJECT
 public:
    // Actions are added to `window`, so that their keys work while the menu is closed.
    explicit MainMenu(QWidget* window);

    // What can be done only with a store, and only with one that may be written.
    void setStore(bool open, bool writable);
    std::vector<GoToField::Command> commands() const;

 Q_SIGNALS:
    void openWanted();
    void newWanted();
    void storeWanted(const std::filesystem::path& store);
    void importWanted();
    void attachWanted();
    void demoWanted();
    void backupWanted();
    void checkWanted();
    void decisionWanted();
    void scorecardWanted();
    void sideBySideWanted();
    void modelCardWanted();
    void shadeWanted(std::optional<reckoner::Shade> shade);
    void reviewWanted();
    void presentWanted();
    void glossaryWanted();
    void aboutWanted();
    void quitWanted();

 private:
    QAction* add(QMenu* menu, const QString& title, const QKeySequence& keys, void (MainMenu::*wanted)());
    void addLook();
    void fillRecent();

    QWidget* window_;
    QMenu* recent_;
    QAction* import_;
    QAction* attach_;
    QAction* backup_;
    QAction* check_;
    QAction* review_;
    QAction* decide_;
    std::vector<QAction*> reports_;
    std::vector<QAction*> listed_;
};

}  // namespace reckoner
