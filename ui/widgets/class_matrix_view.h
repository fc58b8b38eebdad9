// A K x K matrix as one painted widget, from four large cells to a heat map of 200 x 200. Cells, heads and
// the corner are clicked or walked to with arrow keys; what is under the pointer is said as a sentence.
#pragma once

#include <memory>
#include <optional>

#include <QImage>
#include <QWidget>

#include "core/cost/class_costs.h"
#include "ui/charts/chart_table.h"
#include "ui/style/theme.h"
#include "ui/widgets/class_matrix_colors.h"
#include "ui/widgets/class_matrix_layout.h"

namespace reckoner {

enum class MatrixShow { OfTruth, OfCalled, OfAll, Counts, Weights, Money };

struct ClassMatrixFacts {
    std::shared_ptr<const FoldedConfusion> table;  // null: nothing to show
    QStringList names;                             // by place; the folded classes' has no quotes
    MatrixShow show = MatrixShow::OfTruth;
    bool review = false;  // the column of what a person decides
    ClassMoney money;     // with Money
};

class ClassMatrixView final : public QWidget {
    Q_OBJECT
 public:
    explicit ClassMatrixView(QWidget* parent = nullptr);
    ~ClassMatrixView() override;

    void setFacts(const ClassMatrixFacts& facts);
    // Greyed: of a selection that is being worked out anew.
    void setStale(bool stale);
    void setChosen(std::optional<MatrixPlace> place);
    // The class somebody looks for: its row and column stand out. -1: none.
    void setFound(int place);
    int found() const { return found_; }
    const ClassMatrixLayout& layoutNow() const { return layout_; }
    // What is said of a place.
    QString sentence(MatrixPlace place) const;
    ChartTable table() const;
    QSize sizeHint() const override;

 Q_SIGNALS:
    void chosen(reckoner::MatrixPlace place);

 protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

 private:
    void lay();
    QString figure(int row, int column) const;
    QString share(int row, int column) const;
    const ClassMatrixColors& colors() const;
    void drawHeat();
    void paintCells(QPainter& painter, const QRect& dirty) const;
    void paintCell(QPainter& painter, MatrixPlace place) const;
    void paintHeads(QPainter& painter) const;
    void paintColumnName(QPainter& painter, int column, bool strong) const;
    void paintEnds(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;
    bool named(int place, qreal pitch, qreal needed) const;
    QRectF whole(MatrixPlace place) const;
    void hover(std::optional<MatrixPlace> place, const QPoint& global);
    void step(int rows, int columns);

    ClassMatrixFacts facts_;
    ClassMatrixLayout layout_;
    QImage heat_;  // one pixel a cell
    mutable std::unique_ptr<const ClassMatrixColors> colors_;
    mutable Shade colorsOf_ = Shade::Light;
    std::optional<MatrixPlace> chosen_;
    std::optional<MatrixPlace> hovered_;
    MatrixPlace cursor_{0, 0};
    int found_ = -1;
    bool stale_ = false;
};

}  // namespace reckoner
