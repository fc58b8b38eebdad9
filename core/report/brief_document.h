// The brief of a model as one page.
#pragma once

#include <string>
#include <vector>

#include "core/report/document.h"
#include "core/review/brief.h"

namespace reckoner {

// model: its title. Questions nobody has answered stand as open.
Document briefDocument(const std::string& model, const std::vector<BriefAnswer>& answers,
                       const std::string& today);

}  // namespace reckoner
