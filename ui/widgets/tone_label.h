// Words in several tones that read as one sentence: a headline, an outcome. Plain text, nothing in it is
// markup.
#pragma once

#include <vector>

#include <QFont>
#include <QWidget>

#include "core/wording/sentence.h"
#include "ui/style/tokens.h"

namespace reckoner {

struct ToneWords {
    QString text;
    QColor Tokens::*tone = &Tokens::ink;
    QFont::Weight weight = QFont::Normal;
};

// Wraps to at most `lines` lines and is as high as it needs for its width; what is left is cut with an
// ellipsis and told by the tooltip.
class ToneLabel final : public QWidget {
    Q_OBJECT
 public:
    ToneLabel(int pixels, int lines, QWidget* parent = nullptr);

    void setWords(std::vector<ToneWords> words);
    // Accent phrases in the tone given.
    void setSentence(const Sentence& sentence, QColor Tokens::*tone, QColor Tokens::*accent);
    QString text() const;

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    int lineHeight() const;

    std::vector<ToneWords> words_;
    int pixels_;
    int lines_;
};

}  // namespace reckoner
