// What the lists of the Record page share: a count, a button for a new one, the list, and one record whole.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <QWidget>

#include "core/wording/record_words.h"
#include "ui/pages/record/record_form.h"
#include "ui/session/review_desk.h"

class QLineEdit;
class QPushButton;

namespace reckoner {

class HistoryList;
class InlineMessage;
class PlainLabel;
class RecordView;

class RecordPane : public QWidget {
    Q_OBJECT
 public:
    // option: key of ReviewState::options that holds the uid looked at.
    RecordPane(ReviewSession& session, const char* name, std::string_view option, const QString& title,
               const QString& newButton, QWidget* parent);
    ~RecordPane() override;

    // Takes what the desk has read.
    virtual void showRecords() = 0;

 protected:
    // The list anew; uids and rows side by side. caption: what stands above it. empty: what stands there
    // instead of a list.
    void setRows(const std::vector<std::string>& uids, const std::vector<RecordRow>& rows,
                 const QString& caption, const QString& empty);
    std::string chosen() const;
    // Called when another record is looked at; nothing is chosen where there is none.
    virtual void showChosen(const std::string& uid) = 0;
    virtual void makeNew() = 0;
    void openForm(const QString& title, const QString& key, const std::vector<KeptForm::Field>& fields,
                  KeptForm::Save save);
    QPushButton* addButton(const QString& text, const char* name, std::function<void()> act);
    // The same where nothing is written: also in a store for reading.
    QPushButton* addReader(const QString& text, const char* name, std::function<void()> act);
    QLineEdit* addSearch(const QString& hint);
    // A row of its own above the list.
    void addRow(QWidget* row);
    void say(const QString& sentence, bool done = false);
    void choose(const std::string& uid);
    // The button for a new one says whether one was begun: what is kept below `key`.
    void showDraft(const QString& key);

    ReviewSession& session_;
    ReviewDesk& desk_;
    RecordView* view_;

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    void place();

    std::string option_;
    QString newText_;
    std::vector<std::string> uids_;
    PlainLabel* caption_;
    PlainLabel* empty_;
    QPushButton* new_;
    QLineEdit* search_ = nullptr;
    QWidget* row_ = nullptr;
    HistoryList* list_;
    InlineMessage* message_;
};

}  // namespace reckoner
