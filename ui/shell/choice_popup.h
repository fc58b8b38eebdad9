// A list under a button: choose by mouse, by arrows, or by typing a part of a name.
#pragma once

#include <vector>

#include <QFrame>
#include <QVariant>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace reckoner {

class PlainLabel;

struct Choice {
    QString title;
    QString detail;   // a second, quieter line; may be empty
    QString section;  // shown at the right; may be empty
    QVariant value;
    bool current = false;
    QString also = {};      // further words that find it, not shown
    bool searched = false;  // it is not there before something is typed
};

class ChoicePopup : public QFrame {
    Q_OBJECT
 public:
    // An empty hint: no field to type in.
    ChoicePopup(const QString& name, const QString& searchHint, QWidget* parent);

    void setChoices(const std::vector<Choice>& choices);
    // What somebody found for the text that is typed: below the choices, whatever they say. Replaces what was
    // found before.
    void setFound(const std::vector<Choice>& found);
    // Below the anchor, at its left edge (or its right, when it would leave the window).
    void popUnder(QWidget* anchor, int width);

 Q_SIGNALS:
    void chosen(const QVariant& value);
    void typed(const QString& text);

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    void narrow(const QString& text);
    void append(const Choice& choice, bool found);
    void showNothing();
    void take(const QModelIndex& index);
    void selectFirst();

    QLineEdit* field_ = nullptr;
    QListView* list_;
    PlainLabel* nothing_;  // in the list's place when nothing matches
    QStandardItemModel* model_;
    QSortFilterProxyModel* shown_;
};

}  // namespace reckoner
