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
    void moved(const std::string& item, int by);
    void removed(const std::string& item);
    void addWanted();

 private:
    void openMenu(AgendaEditorRow* row);

    std::vector<AgendaEditorRow*> rows_;
    QVBoxLayout* column_;
    QPushButton* add_;
};

}  // namespace reckoner
