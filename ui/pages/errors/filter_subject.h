// What a filter can be about: columns of the run and Reckoner's own names, with the values to choose from.
#pragma once

#include <vector>

#include <QString>

#include "ui/session/review_session.h"

namespace reckoner {

struct FilterSubject {
    enum class Kind { Values, Numbers, Dates, Text, Presence };
    Kind kind = Kind::Values;
    QString title;   // "amount", "outcome"
    QString detail;  // "900 numbers", "what was decided"
    QString name;    // as it is written in an expression
    // Values: each as it is written, and as it reads. Presence: whole conditions.
    struct Value {
        QString written;
        QString shown;
    };
    std::vector<Value> values;
    ColumnId column = 0;   // Values of a column: which one can be counted
    bool mayMiss = false;  // "missing" is one of the choices
    QString from, to;      // Numbers: what the ends look like
};

// Reckoner's own first, then the columns in the order of the file.
std::vector<FilterSubject> filterSubjects(ReviewSession& session);

}  // namespace reckoner
