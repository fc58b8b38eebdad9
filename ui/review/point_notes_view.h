// Notes on the point that is spoken about: saved as they are typed, with the names of those who speak.
#pragma once

#include <QWidget>

#include "ui/session/meeting_desk.h"

class QPlainTextEdit;

namespace reckoner {

class PlainLabel;

class PointNotesView final : public QWidget {
    Q_OBJECT
 public:
    PointNotesView(MeetingDesk& desk, QWidget* parent);

    void refresh();
    void focusNotes();
    // A new line "Risk: " at the end; what was begun by another and holds no word is replaced.
    void beginLine(const QString& speaker);
    int leastHeight() const;

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void showText(const QString& text);

    MeetingDesk& desk_;
    PlainLabel* title_;
    PlainLabel* status_;
    PlainLabel* news_;
    QPlainTextEdit* text_;
    std::string item_;  // uid of the point shown
};

}  // namespace reckoner
