// A noun with "a" or "an".
#pragma once

#include <string>

namespace reckoner {

// "a default", "an application", by the first letter.
std::string withArticle(const std::string& noun);

}  // namespace reckoner
