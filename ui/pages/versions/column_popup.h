// The list of columns whose segments are compared; what is chosen becomes the option of both comparisons.
#pragma once

#include <string>
#include <vector>

class QWidget;

namespace reckoner {
class EvalTable;
class ReviewSession;
}  // namespace reckoner

namespace reckoner::versions {

// Under the button, which owns it. current: the column shown.
void offerColumns(ReviewSession& session, const EvalTable& table, const std::vector<std::string>& columns,
                  const std::string& current, QWidget* button);

}  // namespace reckoner::versions
