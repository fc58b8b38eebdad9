#include "core/review/run_day.h"

namespace reckoner {

std::string dayOf(const RunRow& run) {
    return (run.info.runDate.empty() ? run.importedAt : run.info.runDate).substr(0, 10);
}

}  // namespace reckoner
