// How the curves of several runs are told apart on paper: by their dashes first, named above the plot.
#pragma once

#include <string>
#include <vector>

#include "core/report/figures/plot.h"

namespace reckoner {

// Of the i-th run; six patterns, then they start again, thinner.
SvgStroke runStroke(std::size_t i);
// A row at the top right: a piece of each line with its name. Nothing for a single run.
void drawRunNames(Plot& plot, const std::vector<std::string>& names);

}  // namespace reckoner
