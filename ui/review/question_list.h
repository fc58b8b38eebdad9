// Open questions: what was asked beforehand, and what the brief leaves empty. A click opens the brief there.
#pragma once

#include <string>
#include <vector>

#include <QWidget>

class QPushButton;

namespace reckoner {

struct OpenQuestion {
    QString text;
    std::string brief;  // id of the brief's question; empty: somebody asked it beforehand
};

class QuestionList final : public QWidget {
    Q_OBJECT
 public:
    explicit QuestionList(QWidget* parent);

    void setQuestions(const std::vector<OpenQuestion>& questions);
    int wantedHeight() const;

 Q_SIGNALS:
    void opened(const std::string& briefQuestion);
    void answered(const QString& text);  // into the notes

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    void place();

    std::vector<OpenQuestion> questions_;
    std::vector<QPushButton*> rows_;
    std::size_t shown_ = 0;
};

}  // namespace reckoner
