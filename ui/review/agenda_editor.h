// The agenda of a draft: points with their minutes; added, renamed, put earlier or later, taken off.
#pragma once

#include <string>
#include <vector>

#include <QWidget>

#include "core/review/meeting.h"

class QPushButton;
class QVBoxLayout;

namespace reckoner {

class AgendaEditorRow;

class AgendaEditor final : public QWidget {
    Q_OBJECT
 public:
    explicit AgendaEditor(QWidget* parent);

    void setItems(const std::vector<AgendaItem>& items);

 Q_SIGNALS:
    // Another title or length of one point.
    void written(const std::string& item, const reckoner::AgendaPoint& point);
    // Past so many others: by drag, by Alt with an arrow, from the menu.
    void moved(const std::string& item, int by);
    void removed(const std::string& item);
    void addWanted();

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    void openMenu(AgendaEditorRow* row);
    void move(AgendaEditorRow* row, int to);
    void lift(AgendaEditorRow* row);
    void dragTo(int y);
    void drop(bool taken);

    std::vector<AgendaEditorRow*> rows_;
    QVBoxLayout* column_;
    QPushButton* add_;
    std::size_t count_ = 0;               // rows in use
    AgendaEditorRow* dragged_ = nullptr;  // between press and release
    int target_ = 0;                      // where it would go
};

}  // namespace reckoner
