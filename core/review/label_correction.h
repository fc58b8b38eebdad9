// "This label is wrong": kept beside the data, never in it. Append-only: the newest of a sample holds.
#pragma once

#include <cstdint>
#include <string>

namespace reckoner {

struct LabelCorrection {
    std::int64_t id = 0;
    std::int64_t modelId = 0;
    std::string sampleId;
    std::string corrected;  // one of the model's classes; empty: the correction was withdrawn
    std::string who;
    std::string why;
    std::string at;     // ISO time, filled by the store
    std::string uid{};  // the same in every store it is merged into; made by the store
};

}  // namespace reckoner
