// Who stands behind what is written into a store.
#pragma once

#include <string>

namespace reckoner {

// The name a person gave in the settings, else the full name of the account, else its login.
std::string writerName();

}  // namespace reckoner
