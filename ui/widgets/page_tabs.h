// The tabs of a page: 40 high, the chosen one in weight with an accent line below, a rule under all.
#pragma once

#include <vector>

#include <QWidget>

class QAbstractButton;

namespace reckoner {

class PageTabs final : public QWidget {
    Q_OBJECT
 public:
    explicit PageTabs(const QStringList& titles, QWidget* parent = nullptr);
    void choose(int index);
    int chosen() const;
    // Where the titles end; what stands at the right of the line begins after it.
    int titlesEnd() const;
    QSize sizeHint() const override;

 Q_SIGNALS:
    void chosenChanged(int index);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    void place();
    void take(int index);
    std::vector<QAbstractButton*> tabs_;
    int chosen_ = 0;
};

}  // namespace reckoner
