// "More...": what stands behind the figures of the page, sentence by sentence, where one line has no room
// for all of it.
#pragma once

#include <QPushButton>
#include <QStringList>

namespace reckoner {

class FigureNotes final : public QPushButton {
    Q_OBJECT
 public:
    explicit FigureNotes(QWidget* parent);

    // Without notes there is no button.
    void setNotes(const QStringList& notes);
    const QStringList& notes() const { return notes_; }

 private:
    void open();
    QStringList notes_;
};

}  // namespace reckoner
