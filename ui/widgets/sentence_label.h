// A sentence with a few words in weight or accent, drawn as plain text with formats: nothing in it is markup.
#pragma once

#include <QWidget>

#include "core/wording/sentence.h"
#include "ui/style/tokens.h"

namespace reckoner {

class SentenceLabel final : public QWidget {
    Q_OBJECT
 public:
    // Wraps to at most `lines` lines; the rest is cut with an ellipsis and told by the tooltip.
    SentenceLabel(int pixels, QColor Tokens::*tone, int lines = 1, QWidget* parent = nullptr);
    ~SentenceLabel() override;

    void setSentence(const Sentence& sentence);
    QString text() const;
    QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    Sentence sentence_;
    int pixels_;
    QColor Tokens::*tone_;
    int lines_;
};

}  // namespace reckoner
