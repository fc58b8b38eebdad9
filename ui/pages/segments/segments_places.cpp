#include "ui/pages/segments/segments_places.h"

#include <QCoreApplication>

#include "ui/pages/segments/segments_options.h"

namespace reckoner {

std::vector<PagePlace> segmentsPlaces() {
    const auto tr = [](const char* text) { return QCoreApplication::translate("SegmentsPlaces", text); };
    const std::string tab(segments::kTab);
    return {{tr("Table of segments"), tr("columns heatmap"), {{tab, ""}}},
            {tr("Worst slices"), tr("where it fails most"), {{tab, "slices"}}},
            {tr("Fairness"), tr("groups selection rate four-fifths equalized odds"), {{tab, "fairness"}}},
            {tr("Coverage"), tr("share of all mistakes"), {{tab, "coverage"}}}};
}

}  // namespace reckoner
