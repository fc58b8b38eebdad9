// One term of the glossary in its three readings; the team's own words are written in place.
#pragma once

#include <QTimer>
#include <QWidget>

#include "core/review/glossary.h"
#include "ui/session/review_session.h"

class QPlainTextEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace reckoner {

class GlossaryDesk;
class PlainLabel;

class GlossaryEntryView final : public QWidget {
    Q_OBJECT
 public:
    GlossaryEntryView(ReviewSession& session, const GlossaryEntry& entry, QWidget* parent);

    // Everything it says, for the search.
    QString words() const;
    int part() const { return static_cast<int>(entry_.part); }
    // Whether it is being written into.
    bool editing() const;

 Q_SIGNALS:
    void editWanted();

 private:
    struct Reading {
        PlainLabel* caption;  // null above the first
        PlainLabel* text;
        QPlainTextEdit* editor;  // null until somebody writes
    };
    void makeEditors();
    void setEditing(bool editing);
    void show();
    void typed();
    void save();
    QString keptKey(std::size_t reading) const;

    ReviewSession& session_;
    GlossaryDesk& desk_;
    const GlossaryEntry& entry_;
    QVBoxLayout* column_;
    QToolButton* edit_;
    Reading readings_[3];
    PlainLabel* state_;
    QPushButton* own_ = nullptr;
    QTimer saving_;
    std::uint64_t burst_ = 0;
};

}  // namespace reckoner
