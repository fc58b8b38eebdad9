// The policies of the model on the screen, and the way to a new one: asked for in a form, with the figures
// frozen off the window's thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QObject>

#include "core/review/policy_record.h"
#include "ui/session/review_session.h"

namespace reckoner {

class PolicyDesk final : public QObject {
    Q_OBJECT
 public:
    PolicyDesk(ReviewSession& session, QObject* parent);

    // Reads them again where they may have changed.
    void refresh(Aspects aspects);
    const std::vector<PolicyRecord>& records() const { return records_; }  // newest first
    std::string today() const;
    int overdue() const;  // reviews of the model
    // Of the version on the screen.
    std::optional<OperatingPoint> inForce() const;

    // Opens the form over a widget. why: what the reason begins as. warning: what the policy would not hold.
    void adopt(const OperatingPoint& point, const QString& why, const QString& warning, QWidget* over);
    // Roll back: an older one again, with a reason of today.
    void adoptAgain(const PolicyRecord& record, QWidget* over);

 Q_SIGNALS:
    void failed(const QString& sentence);

 private:
    bool canAdopt();
    ReviewSession& session_;
    std::vector<PolicyRecord> records_;
};

}  // namespace reckoner
