#include "ui/session/option_names.h"

#include <algorithm>

namespace reckoner {

const std::vector<std::string>& optionNames() {
    static const std::vector<std::string> names{
        "decide.basis",         "decide.cell",
        "decide.chart",         "decide.chart.",
        "decide.costs",         "decide.limits",
        "decide.pane",          "decide.point",
        "errors.case",          "errors.cell",
        "errors.columns.",      "errors.confidence",
        "errors.filters",       "errors.fold",
        "errors.former",        "errors.normalise",
        "errors.order",         "errors.pick",
        "errors.seed",          "errors.sort",
        "errors.view",          "flips.at",
        "record.action",        "record.decision",
        "record.experiment",    "record.form",
        "record.from",          "record.order",
        "record.policy",        "record.question",
        "record.requirement",   "record.review",
        "record.tab",           "review",
        "segments.brush",       "segments.by",
        "segments.cover.",      "segments.fair.",
        "segments.metric",      "segments.pins",
        "segments.pins.curve",  "segments.protected",
        "segments.slices.deep", "segments.slices.of",
        "segments.sort",        "segments.tab",
        "segments.view",        "versions.by",
        "versions.chart",       "versions.classes",
        "versions.draft",       "versions.draft.",
        "versions.more",        "versions.own",
        "versions.rule",        "versions.sides",
        "versions.tab",
    };
    return names;
}

bool isOptionName(const std::string& name) {
    return std::any_of(optionNames().begin(), optionNames().end(), [&](const std::string& known) {
        return name == known ||
               (known.ends_with('.') && name.size() > known.size() && name.starts_with(known));
    });
}

}  // namespace reckoner
