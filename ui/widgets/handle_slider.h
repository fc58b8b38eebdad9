// What sliders with a handle share: pressing, moving, keys and the value that is read out. How one looks,
// what its axis holds and how many handles lie on it is its own.
#pragma once

#include <optional>

#include <QAbstractSlider>

namespace reckoner {

class HandleSlider : public QAbstractSlider {
    Q_OBJECT

 Q_SIGNALS:
    void dragBegan();
    void chosen(double value);
    void dragEnded();
    void nudged(int direction);  // an arrow key: one step down (-1) or up (+1)

 protected:
    // radius: of the handle; 2 px beyond it still take it.
    HandleSlider(double radius, QWidget* parent);

    struct Axis {
        double lo = 0;
        double hi = 1;
    };
    // Nothing: there is nothing to move yet.
    virtual std::optional<Axis> axis() const = 0;
    // What a handle at this x means.
    virtual double chosenAt(double x) const = 0;
    // Centre of the handle that lies under x; nothing where there is none.
    virtual std::optional<double> handleUnder(double x) const = 0;
    // Whether a press there is meant for the slider.
    virtual bool reaches(QPointF at) const;
    // A press at x takes a handle: its centre where the pointer lies on it, else the handle comes to x.
    virtual std::optional<double> take(double x);
    // The pointer went to x with the handle taken.
    virtual void drag(double x);

    // The accessible value; does not move anything.
    void showValue(double at);
    bool near(double x, double handle) const;
    // Drawn a little larger: the pointer is on it, or it is being moved.
    bool lifted() const { return hot_ || dragging_; }
    double radius() const { return radius_ + (lifted() ? 1 : 0); }

    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

 private:
    double radius_;
    bool dragging_ = false;
    bool hot_ = false;
    double grip_ = 0;  // pointer minus handle at the press
};

}  // namespace reckoner
