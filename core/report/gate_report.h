// The gate's result as the command line prints it, and as JUnit for a CI server.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/report/json_text.h"
#include "core/review/gate.h"

namespace reckoner {

// CLI.md, `gate --json`.
Json gateJson(const GateResult& gate);
// A table of what is asked, the figures and the states, and the verdict.
std::string gateTable(const GateResult& gate);
// One test case a requirement: failed ones fail, waived ones are skipped; leaning ones fail where strict,
// else they are skipped, with the reason. Well-formed whatever the texts hold.
std::string gateJUnit(const GateResult& gate, bool strict);

}  // namespace reckoner
