// Keys of ReviewState::options that mean something for one model only: they go when another model is looked
// at. Said by the pages (PageEntry::modelOptions); the same for every session of the program.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace reckoner {

// From now on. UI thread.
void bindToModel(const std::vector<std::string>& options);
const std::set<std::string>& modelOptions();

}  // namespace reckoner
