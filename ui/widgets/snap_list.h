// The named places the threshold can snap to. A new one is one row of the list in snap_list.cpp.
#pragma once

#include <optional>
#include <span>

#include <QString>

#include "ui/charts/operating_facts.h"

namespace reckoner {

struct Snap {
    QString name;                     // "Lowest cost"
    std::optional<double> threshold;  // nothing: no threshold does it, and `why` says so
    QString why;                      // for the pointer; what it means, or why there is none
    bool operator==(const Snap&) const = default;
};

struct SnapRow {
    const char* id;  // "Lowest": the button is called "snapLowest"
    // Nothing: it is not asked for here, and no button is shown. Precondition: facts.shown(). Must be cheap:
    // it is asked with every threshold of a drag.
    std::optional<Snap> (*of)(const OperatingFacts& facts);
};

// From left to right.
std::span<const SnapRow> snapRows();

}  // namespace reckoner
