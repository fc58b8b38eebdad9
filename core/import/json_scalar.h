// What a JSON value that is no string, object or array is; with the words Python writes although JSON has
// none.
#pragma once

#include <string_view>

namespace reckoner {

enum class JsonScalar {
    None,  // no JSON
    Null,
    Word,  // true, false
    Number,
    NotANumber,  // NaN
    Infinity,    // Infinity, -Infinity
};

JsonScalar jsonScalar(std::string_view token);

}  // namespace reckoner
