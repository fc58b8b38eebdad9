// A drawn sample of a run's outputs, right ones too, accepted or rejected one by one by a person.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/data/eval_table.h"

namespace reckoner {

struct SignOffItem {
    RowIndex row = 0;  // of the run
    std::optional<bool> accepted;
};

struct SignOff {
    std::int64_t id = 0;
    RunId run = 0;
    std::uint64_t seed = 0;
    std::string cohort;  // filter expression the sample was drawn from; empty: the whole run
    std::string who;
    std::string startedAt;           // ISO time, filled by the store
    std::string finishedAt;          // empty while items are open
    std::vector<SignOffItem> items;  // in the order they were drawn
    std::string uid{};               // the same in every store it is merged into; made by the store
};

}  // namespace reckoner
