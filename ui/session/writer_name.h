// Who stands behind what is written into a store.
#pragma once

#include <string>

namespace reckoner {

// The name a person gave in the settings, else the full name of the account, else its login.
std::string writerName();
// Whether a person has given it.
bool writerNameGiven();
// Kept for this person on this machine. An empty name: the account's again.
void giveWriterName(const std::string& name);

}  // namespace reckoner
