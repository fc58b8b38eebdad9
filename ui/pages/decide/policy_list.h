// A model's policies, newest first, 72 px a row: when, what, why, who; an overdue review in bold with its
// mark.
#pragma once

#include <vector>

#include <QListWidget>

#include "core/review/policy_record.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

class PolicyList final : public QListWidget {
    Q_OBJECT
 public:
    explicit PolicyList(QWidget* parent = nullptr);
    void setRecords(const std::vector<PolicyRecord>& records, const Vocabulary& words,
                    const std::string& today);
};

}  // namespace reckoner
