// A text column of a run with what was attached to its samples later.
#pragma once

#include <memory>
#include <vector>

#include "core/data/column.h"

namespace reckoner {

// One attachment's texts, by row of the run.
struct AttachedTextPart {
    std::shared_ptr<const TextColumn> texts;  // row i of the run is text i; where known[i] is false, any
    std::vector<bool> known;                  // whether the attachment has the row's sample at all
};

// The run's own text where it has one (own may be null: it has none), else the first part's that is not
// missing. Nothing is read before it is asked for. Precondition: parts is not empty, all of one length.
std::shared_ptr<const TextColumn> attachedTexts(std::shared_ptr<const TextColumn> own,
                                                std::vector<AttachedTextPart> parts);

}  // namespace reckoner
