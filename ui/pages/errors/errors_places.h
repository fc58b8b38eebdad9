// What of the Errors page can be gone to by name.
#pragma once

#include "ui/pages/page_place.h"

namespace reckoner {

std::vector<PagePlace> errorsPlaces();

}  // namespace reckoner
