// Opens the form that names a filter; any page and the context bar use it.
#pragma once

#include <QString>

#include "core/review/cohort.h"
#include "ui/session/review_session.h"

class QWidget;

namespace reckoner {

// cohort.id 0: a new one, its expression being what is in force. sentence: what it holds; may be empty. A
// store that is for reading only is said in the form when it is saved. Returns at once.
void openCohortForm(ReviewSession& session, const Cohort& cohort, const QString& sentence, QWidget* parent);

}  // namespace reckoner
