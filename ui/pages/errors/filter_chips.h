// The filters in force as a row of chips, and the button that adds one.
#pragma once

#include <vector>

#include <QWidget>

#include "ui/session/review_session.h"

class QPushButton;

namespace reckoner {

class FilterChip;
class FilterPopover;

class FilterChips final : public QWidget {
    Q_OBJECT
 public:
    explicit FilterChips(ReviewSession& session, QWidget* parent = nullptr);

    void refresh(Aspects aspects);
    QSize sizeHint() const override;
    // Chips that do not fit go into a further line.
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

 Q_SIGNALS:
    // The number of lines may have changed.
    void rearranged();

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void rebuild();
    void remove(std::size_t index);
    void edit(std::size_t index);
    void openPopover(QWidget* anchor, const std::string& expression);
    void take(const QString& expression);
    int arrange(int width, bool move) const;

    ReviewSession& session_;
    struct Shown {
        std::string expression;
        bool cell = false;
        QString words;
        bool operator==(const Shown&) const = default;
    };
    std::vector<Shown> shown_;
    std::vector<FilterChip*> chips_;
    QPushButton* add_;
    QPushButton* clear_;  // from two chips on
    FilterPopover* popover_ = nullptr;
    std::ptrdiff_t editing_ = -1;  // index of the chip whose filter is being changed
};

}  // namespace reckoner
