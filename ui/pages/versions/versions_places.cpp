#include "ui/pages/versions/versions_places.h"

#include <QCoreApplication>

#include "ui/pages/versions/versions_options.h"

namespace reckoner {

std::vector<PagePlace> versionsPlaces() {
    const auto tr = [](const char* text) { return QCoreApplication::translate("VersionsPlaces", text); };
    const std::string tab(versions::kTab);
    return {{tr("Compare"), tr("two versions side by side differences flips"), {{tab, ""}}},
            {tr("All versions"), tr("registry stages production rollback changelog"), {{tab, "list"}}},
            {tr("Requirements"), tr("gate floor target waive good enough"), {{tab, "requirements"}}},
            {tr("Evaluation sets"), tr("overlap samples labels"), {{tab, "sets"}}}};
}

}  // namespace reckoner
