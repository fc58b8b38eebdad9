// The only place that names every subcommand.
#include "app/cli/subcommand.h"

namespace reckoner::cli {

std::unique_ptr<Subcommand> makeRender();

std::vector<std::unique_ptr<Subcommand>> subcommandList() {
    std::vector<std::unique_ptr<Subcommand>> list;
    list.push_back(makeRender());
    return list;
}

}  // namespace reckoner::cli
