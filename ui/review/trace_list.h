// What was decided and what is to be done since the review began, those of the point spoken about first; each
// opens where it stands.
#pragma once

#include <string>
#include <vector>

#include <QWidget>

class QPushButton;

namespace reckoner {

struct TraceLine {
    QString text;  // "to do: Ask the vendor, Ann, due 3 March"
    bool decision = false;
    std::string uid;
    bool here = false;  // of the point spoken about
};

class TraceList final : public QWidget {
    Q_OBJECT
 public:
    explicit TraceList(QWidget* parent);

    void setLines(const std::vector<TraceLine>& lines);
    bool empty() const { return lines_.empty(); }
    int wantedHeight() const;
    int wholeRows(int height) const;  // what of a height its rows fill

 Q_SIGNALS:
    void opened(bool decision, const std::string& uid);

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    void place();
    void scroll(int rows);
    int fit() const;
    int headOf(int height) const;

    std::vector<TraceLine> lines_;
    std::vector<QPushButton*> rows_;
    int first_ = 0;
};

}  // namespace reckoner
