// A place within a page that can be gone to by its name: a tab, a drawer, a field.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <QString>

namespace reckoner {

struct PagePlace {
    QString title;                                 // "Fairness"
    QString also;                                  // further words that find it
    std::map<std::string, std::string> options{};  // of ReviewState, as they are there; empty values: none
};

}  // namespace reckoner
