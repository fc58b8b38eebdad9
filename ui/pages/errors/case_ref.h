// The case on the screen: one row of the run, and its place in the list it was chosen from.
#pragma once

#include <cstddef>
#include <string>

#include "core/data/column.h"

namespace reckoner {

struct CaseRef {
    RowIndex row = 0;
    std::string sampleId;
    std::size_t occurrence = 1;  // which of the rows with this id, from 1
    std::size_t place = 0;       // in the list, from 0
    std::size_t listed = 0;      // cases in the list; 0: none is chosen

    bool operator==(const CaseRef&) const = default;
};

// A case as the state keeps it ("errors.case"): "id", "id#2" for the second row with this id. An id that
// itself ends like that always carries its number.
std::string caseKey(const std::string& sampleId, std::size_t occurrence);
struct CaseKey {
    std::string sampleId;
    std::size_t occurrence = 1;
};
CaseKey parseCaseKey(const std::string& key);

}  // namespace reckoner
