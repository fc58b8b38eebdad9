// A model by name, and who writes.
#pragma once

#include <string>

#include "core/store/store.h"

namespace reckoner::cli {

// name empty: the only model of the store. Throws Error{Usage} naming near ones, or that there are several.
ModelRow modelOption(const Store& store, const std::string& name);

// As said, else the name of the user who runs the program.
std::string writerName(const std::string& said);

}  // namespace reckoner::cli
