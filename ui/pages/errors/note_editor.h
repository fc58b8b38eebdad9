// The note at the foot of a case: a line, tags, and more where somebody wants to say more. What is typed goes
// to the NoteDesk with every key.
#pragma once

#include <functional>
#include <memory>

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include "core/review/case_facts.h"
#include "ui/session/note_desk.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;

namespace reckoner {

class KeyCap;
class NoteFields;
class NoteTags;
class PlainLabel;

class NoteEditor final : public QWidget {
    Q_OBJECT
 public:
    explicit NoteEditor(ReviewSession& session, QWidget* parent = nullptr);
    ~NoteEditor() override;

    // The case whose notes are shown; null: none.
    void setCase(const std::shared_ptr<const CaseFacts>& facts);
    void refresh(Aspects aspects);

    void focusNote();
    // The tag of a digit 1-9 goes on or off.
    void toggleTag(int digit);
    bool hasFocusInside() const;
    // What it needs to show all of itself; with less it scrolls.
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

 Q_SIGNALS:
    void resized();      // it needs another height
    void leaveWanted();  // Esc: the keyboard goes back to the list
    // "The label F is wrong, ...": below the outcome; empty: it is not corrected.
    void correctionShown(const QString& sentence);
    void failed(const QString& sentence);
    void sampleWanted(const QString& sampleId);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    void assemble();
    void showDraft();
    void showText(const QString& text);
    void showHead(const std::vector<NoteDraft>& drafts);
    void showNews(const NoteDraft* draft);
    void showCorrection();
    void change(const QString& what, const std::function<void(Annotation&)>& edit);
    void addTag(const QString& tag);
    void flipTag(const QString& tag);
    void offerLabels();
    void endBurst() { burst_ = 0; }
    bool undoKey(QEvent* event);
    QString nowText(const std::function<std::string(const std::string& now, int offset)>& say) const;

    ReviewSession& session_;
    QPointer<NoteDesk> desk_;  // goes with the session, which a window lets go of before its pages
    std::shared_ptr<const CaseFacts> facts_;
    std::size_t which_ = 0;  // of the sample's notes; as many as there are: a further one
    std::uint64_t burst_ = 0;
    QString burstField_;
    QTimer pause_;  // after it a new burst begins

    int needed_ = 0;  // height at the last showDraft()

    QScrollArea* scroll_;
    QWidget* body_;
    PlainLabel* title_;
    QPushButton* other_;
    PlainLabel* status_;
    QWidget* writer_;
    QLineEdit* writerField_;
    QWidget* news_;
    PlainLabel* newsText_;
    QPushButton* newsAction_;
    QPlainTextEdit* text_;
    KeyCap* cap_;
    NoteTags* tags_;
    QWidget* rule_;
    NoteFields* fields_;
    QPushButton* more_;
    QPushButton* label_;
    QPushButton* add_;
};

}  // namespace reckoner
