// The matrix of the run on the screen: 2 x 2 at the operating point, or one row and one column a class. What
// is chosen in it is a filter expression in the options ("errors.cell"), so that it survives another run.
#pragma once

#include <QWidget>

#include "ui/session/review_session.h"

namespace reckoner {

class MatrixBinary;
class MatrixClasses;

// Text starts 8 px inside the pane: what is marked reaches that far to the left.
class MatrixPane final : public QWidget {
    Q_OBJECT
 public:
    explicit MatrixPane(ReviewSession& session, QWidget* parent = nullptr);
    ~MatrixPane() override;

    void refresh(Aspects aspects);
    // A run of several classes: the matrix wants about 540 px of width and all the height there is. Else 288
    // wide and as high as sizeHint() says.
    bool manyClasses() const;
    QSize sizeHint() const override;
    // Of two classes: the width in which their names stand whole.
    int wantedWidth() const;
    // The numbers as text, as the menu and Ctrl+C copy them.
    QString tsv() const;
    QString markdown() const;

 Q_SIGNALS:
    void heightChanged();  // sizeHint() is another

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    void choose(std::string_view option, const std::string& value);
    void showBinary();
    void showClasses();
    void place();

    ReviewSession& session_;
    MatrixBinary* binary_;
    MatrixClasses* classes_;
};

}  // namespace reckoner
