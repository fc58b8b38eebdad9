// Column roles as people choose them in the import preview, and what the choices answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "core/import/import_plan.h"

namespace reckoner {

struct RoleChoice {
    std::optional<ColumnRole> role;  // nothing: left out
    QString title;                   // "Right answer"
    QString help;                    // what it is used for
};
// In the order they are offered; "Leave out" is the last.
const std::vector<RoleChoice>& roleChoices();
QString roleTitle(std::optional<ColumnRole> role);
// Whether several columns can have it.
bool isShared(std::optional<ColumnRole> role);

// The class a score column is for: as planned, else the last part of its name ("scores.a" -> "a").
std::string classOfColumn(const PlannedColumn& column);

// `answers` with every column's role said, so that nothing about roles is guessed again.
ImportAnswers withRoles(ImportAnswers answers, const std::vector<PlannedColumn>& columns);

}  // namespace reckoner
