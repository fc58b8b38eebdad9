// One record whole: caption, title, what was written, facts; below them whatever the pane adds, then buttons.
#pragma once

#include <vector>

#include <QScrollArea>

#include "core/wording/record_words.h"

class QGridLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace reckoner {

class PlainLabel;

class RecordView final : public QScrollArea {
    Q_OBJECT
 public:
    explicit RecordView(QWidget* parent = nullptr);

    void setPage(const RecordPage& page);
    // Between the facts and the buttons; owned by the view.
    void setExtra(QWidget* extra);
    void addButton(QWidget* button);

 private:
    void setFacts(const RecordPage& page);

    QVBoxLayout* column_;
    QGridLayout* facts_;
    QVBoxLayout* extra_;
    QHBoxLayout* buttons_;
    PlainLabel* caption_;
    PlainLabel* title_;
    PlainLabel* text_;
    PlainLabel* footnote_;
    std::vector<PlainLabel*> cells_;
};

}  // namespace reckoner
