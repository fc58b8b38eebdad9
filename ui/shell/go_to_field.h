// The search of the context bar: looks like a field, opens the go-to box. Ctrl+K.
#pragma once

#include <functional>

#include <QAbstractButton>

#include "ui/shell/choice_popup.h"

namespace reckoner {

class ReviewSession;
class StoreSearch;
struct FoundItem;

class GoToField : public QAbstractButton {
    Q_OBJECT
 public:
    explicit GoToField(ReviewSession& session, QWidget* parent = nullptr);

    // Further lines of the box: what the menu can do. Asked for each time it opens.
    struct Command {
        QString title;
        QString keys;
        std::function<void()> run;
    };
    void setCommands(std::function<std::vector<Command>()> commands) { commands_ = std::move(commands); }
    void open();
    QSize sizeHint() const override;

 Q_SIGNALS:
    // A term of the glossary was chosen.
    void termWanted(const QString& id);

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    std::vector<Choice> destinations();
    void showFound(const std::vector<FoundItem>& items, const std::vector<std::string>& cases);
    void go(const QVariant& value);
    void goToPlace(const QString& page, std::size_t index);
    void goToFound(int kind, std::int64_t model, const std::string& id);

    ReviewSession& session_;
    ChoicePopup* popup_;
    StoreSearch* search_;
    std::function<std::vector<Command>()> commands_;
    std::vector<Command> offered_;
};

}  // namespace reckoner
