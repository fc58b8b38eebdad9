#include "ui/pages/errors/errors_places.h"

#include <QCoreApplication>

namespace reckoner {

std::vector<PagePlace> errorsPlaces() {
    const auto tr = [](const char* text) { return QCoreApplication::translate("ErrorsPlaces", text); };
    constexpr const char* kView = "errors.view";
    return {{tr("Cases"), tr("list of mistakes matrix"), {{kView, ""}}},
            {tr("Reasons"), tr("tags why it is wrong"), {{kView, "reasons"}}},
            {tr("Sign-off"), tr("approve a drawn sample protocol"), {{kView, "sign_off"}}},
            {tr("People"), tr("overrides reviewers agreement"), {{kView, "people"}}}};
}

}  // namespace reckoner
