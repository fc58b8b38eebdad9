// A model's policies over time: a lane a version, a bar from its adoption to the next. A click chooses one.
#pragma once

#include <vector>

#include <QWidget>

#include "core/review/policy_record.h"

namespace reckoner {

class PolicyTimeline final : public QWidget {
    Q_OBJECT
 public:
    explicit PolicyTimeline(QWidget* parent = nullptr);

    // today: where the bars of those in force end.
    void setRecords(const std::vector<PolicyRecord>& records, const std::string& today);
    void choose(std::int64_t policy);
    QSize sizeHint() const override;

 Q_SIGNALS:
    void chosen(qint64 policy);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

 private:
    struct Bar {
        std::int64_t policy;
        int lane;
        double from;  // days
        double to;
        bool inForce;
        bool overdue;
        QString label;
    };
    QRectF rectOf(const Bar& bar) const;
    std::vector<QString> lanes_;
    std::vector<Bar> bars_;
    double first_ = 0;
    double last_ = 1;
    std::int64_t chosen_ = 0;
};

}  // namespace reckoner
