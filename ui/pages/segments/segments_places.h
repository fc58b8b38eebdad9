// What of the Segments page can be gone to by name.
#pragma once

#include "ui/pages/page_place.h"

namespace reckoner {

std::vector<PagePlace> segmentsPlaces();

}  // namespace reckoner
