// The tables of what a team writes in its reviews.
#pragma once

#include "core/review/action.h"
#include "core/review/brief.h"
#include "core/review/decision.h"
#include "core/review/experiment.h"
#include "core/review/glossary_reading.h"
#include "core/review/meeting.h"
#include "core/store/written_rows.h"

namespace reckoner {

// A row of review_item: an item and where it belongs.
struct StoredItem {
    std::int64_t id = 0;
    std::string uid{};
    std::int64_t reviewId = 0;
    std::int64_t position = 0;
    AgendaItem item;
};

const WrittenTable<BriefAnswer>& briefAnswerTable();
const WrittenTable<Decision>& decisionTable();
const WrittenTable<Action>& actionTable();
const WrittenTable<Experiment>& experimentTable();
const WrittenTable<Meeting>& reviewTable();  // without its items
const WrittenTable<StoredItem>& reviewItemTable();
const WrittenTable<GlossaryReading>& glossaryReadingTable();
const WrittenTable<AgendaTemplate>& agendaTemplateTable();

}  // namespace reckoner
