#include "ui/session/model_options.h"

namespace reckoner {
namespace {

std::set<std::string>& bound() {
    static std::set<std::string> keys;
    return keys;
}

}  // namespace

void bindToModel(const std::vector<std::string>& options) {
    bound().insert(options.begin(), options.end());
}

const std::set<std::string>& modelOptions() {
    return bound();
}

}  // namespace reckoner
