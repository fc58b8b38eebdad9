// A table on paper: columns as wide as their texts need, the head again on every page.
#pragma once

#include "core/report/document.h"

namespace reckoner {

class PaperPage;

void paintTable(PaperPage& page, const TableBlock& table);

}  // namespace reckoner
