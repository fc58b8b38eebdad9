// F1: what the words mean, in three readings, beside the page it is about.
#pragma once

#include <vector>

#include <QWidget>

class QLineEdit;

namespace reckoner {

class PlainLabel;

class GlossaryPanel : public QWidget {
    Q_OBJECT
 public:
    explicit GlossaryPanel(QWidget* parent = nullptr);
    // Ready to type into.
    void focusSearch();

 Q_SIGNALS:
    void closeWanted();

 protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    QWidget* makeEntries();
    void narrow(const QString& text);

    struct Line {
        QWidget* widget;
        QString haystack;
        int part;
    };
    QLineEdit* field_;
    PlainLabel* nothing_;
    std::vector<Line> lines_;
    std::vector<std::pair<int, QWidget*>> captions_;
};

}  // namespace reckoner
