#include "core/wording/attach_sentences.h"

#include <vector>

#include "core/wording/number_format.h"

namespace reckoner {

std::string attachSentence(const AttachReport& report) {
    const AttachmentRow& row = report.row;
    std::string text = "Attached to " + count(row.matched) + (row.matched == 1 ? " sample: " : " samples: ");
    for (std::size_t i = 0; i < row.columns.size(); ++i)
        text += (i > 0 ? ", " : "") + row.columns[i].name;
    text += ".";
    std::vector<std::string> notices;
    const auto notice = [&](std::uint64_t n, const char* one, const char* more) {
        if (n > 0) notices.push_back(count(n) + (n == 1 ? one : more));
    };
    notice(report.unmatched, " id is no sample of this model", " ids are no sample of this model");
    notice(row.repeatedIds, " row repeats an id, its last value counts",
           " rows repeat an id, the last value counts");
    notice(report.labelDifferences, " label differs from a run's own, which stays",
           " labels differ from a run's own, which stay");
    notice(report.unexpectedLabels, " label is no class of the model", " labels are no class of the model");
    for (std::size_t i = 0; i < notices.size(); ++i)
        text += (i == 0 ? " " : "; ") + notices[i];
    return notices.empty() ? text : text + ".";
}

}  // namespace reckoner
