// What became known later, joined to the samples of a model by id. A run's own data is never changed: tables
// that Store::openTable() gives show the attached values where the run has none.
//
// - The key of a join is the sample id; every row of every run of the model with that id gets the value, runs
//   imported later too.
// - A column fills the run's column of the same role (segments, numbers and amounts: of the same role and
//   name), else it stands behind the run's columns. Where the run has a value of its own, that stays.
// - A label that is none of the model's classes is attached as it is and leaves its row out of the metrics
//   (unexpected_label), as in an import; attaching never adds a class.
// - Of several attachments in force the newest that has a value for the sample counts.
#pragma once

#include <memory>
#include <vector>

#include "core/base/task_context.h"
#include "core/store/attachment.h"

namespace reckoner {

class Store;

// Thread rule and errors as Store's: one transaction a write, the file unchanged when it fails.
class Attachments {
 public:
    explicit Attachments(std::shared_ptr<Store> store);

    // Oldest first, withdrawn ones too; of one model, or (0) of all.
    std::vector<AttachmentRow> list(std::int64_t modelId = 0) const;
    // Throws Error{Usage} when there is no such model, Error{BadInput} when none of the ids is one of its
    // samples or none of the labels one of its classes.
    AttachReport attach(std::int64_t modelId, const NewAttachment& attachment,
                        const TaskContext& context = {});
    // As if it had never been attached; what it was is kept. Throws Error{Usage} when there is no such
    // attachment or it was withdrawn before. The runs whose counts changed.
    std::vector<AttachedEffect> withdraw(std::int64_t id, const TaskContext& context = {});

 private:
    std::shared_ptr<Store> store_;
};

}  // namespace reckoner
