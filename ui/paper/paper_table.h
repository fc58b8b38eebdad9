// A table on paper: columns as wide as their texts need, the head again on every page.
#pragma once

#include "core/report/document.h"

namespace reckoner {

class PaperPage;

// Small tables stand whole; of longer ones no row but the first two or the last two may be alone on a page.
void paintTable(PaperPage& page, const TableBlock& table);

// What of it has to stand under its title.
double tableOpening(PaperPage& page, const TableBlock& table);

}  // namespace reckoner
