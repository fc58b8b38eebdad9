// F1: what the words mean, in three readings, beside the page it is about.
#pragma once

#include <vector>

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace reckoner {

class GlossaryEntryView;
class PlainLabel;
class ReviewSession;

class GlossaryPanel : public QWidget {
    Q_OBJECT
 public:
    explicit GlossaryPanel(ReviewSession& session, QWidget* parent = nullptr);
    // Ready to type into.
    void focusSearch();
    // Only that term, by its id.
    void showTerm(const QString& id);

 Q_SIGNALS:
    void closeWanted();

 protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    QWidget* makeEntries();
    void narrow(const QString& text);

    ReviewSession& session_;
    QLineEdit* field_;
    PlainLabel* nothing_;
    QPushButton* undo_ = nullptr;
    std::vector<GlossaryEntryView*> entries_;
    std::vector<std::pair<int, QWidget*>> captions_;
};

}  // namespace reckoner
