#include "core/report/case_record.h"

#include <cmath>

#include "core/base/error.h"
#include "core/base/numbers.h"
#include "core/metrics/row_decisions.h"
#include "core/report/case_story.h"
#include "core/report/cell_text.h"
#include "core/review/operating_threshold.h"
#include "core/store/notebook.h"

namespace reckoner {
namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

}  // namespace

CaseRecordReader::~CaseRecordReader() = default;

CaseRecordReader::CaseRecordReader(const std::shared_ptr<Store>& store, const CaseExport& what,
                                   const TaskContext& context) {
    const auto run = store->run(what.run);
    if (!run)
        throw Error(ErrorCode::Usage, "There is no run " + std::to_string(what.run) + " in this store.");
    run_ = *run;
    table_ = store->openTable(what.run);
    for (const RowIndex row : what.rows)
        if (row >= table_->rows())
            throw Error(ErrorCode::Usage, "Run " + std::to_string(what.run) + " has no row " +
                                              std::to_string(std::uint64_t{row} + 1) + ".");
    const auto positive = what.positive.empty() ? decidedClass(run_.info) : std::optional(what.positive);
    threshold_ = what.threshold ? *what.threshold : operatingThreshold(*store, run_, table_, context);
    if (positive && std::isnan(threshold_)) threshold_ = 0.5;
    decisions_ = std::make_unique<RowDecisions>(*table_, positive, threshold_, context);
    story_ = std::make_unique<CaseStory>(*store, run_, table_, positive, threshold_, context);
    for (const ColumnInfo& column : table_->columns()) {
        const bool score = column.role == ColumnRole::Score && run_.info.task == Task::Binary;
        if (column.role != ColumnRole::Id && column.role != ColumnRole::Label && !score)
            columns_.push_back(column);
        if (column.type != ColumnType::Text) table_->column(column.id, context);
    }
    const Notebook notebook(store);
    for (Annotation& note : notebook.annotations(run_.modelId))
        notes_[note.sampleId].push_back(std::move(note));
    for (LabelCorrection& correction : notebook.corrections(run_.modelId))
        corrections_[correction.sampleId] = std::move(correction.corrected);
}

CaseCell CaseRecordReader::cell(const ColumnInfo& column, RowIndex row) const {
    return cellText(*table_, column, row);
}

CaseRecord CaseRecordReader::read(RowIndex row) const {
    CaseRecord record;
    record.row = row;
    if (const ColumnInfo* id = table_->find(ColumnRole::Id)) record.id = cell(*id, row).value_or("");
    if (const ColumnInfo* label = table_->find(ColumnRole::Label)) record.label = cell(*label, row);
    if (const auto found = corrections_.find(record.id); found != corrections_.end())
        record.corrected = found->second;
    if (std::string decision = decisions_->decisionName(row); !decision.empty())
        record.decision = std::move(decision);
    const RowDecisions::Decision decision = decisions_->at(row);
    if (std::isfinite(decision.score)) record.score = decision.score;
    const std::uint32_t truth =
        record.corrected ? decisions_->placeOf(*record.corrected) : decisions_->truth(row);
    if (decision.place != kNoClassPlace && truth != kNoClassPlace) record.right = decision.place == truth;
    record.sentence = story_->sentence(row, record.corrected ? record.corrected : record.label);
    for (const ColumnInfo& column : columns_)
        record.cells.push_back(cell(column, row));
    if (const auto found = notes_.find(record.id); found != notes_.end()) record.notes = found->second;
    return record;
}

std::vector<NoteField> noteFields(const Annotation& note) {
    return {{"note_expected", "Expected", note.expected},
            {"note_produced", "Produced", note.produced},
            {"note_happened", "What happened", note.happened},
            {"note_user", "Who the user was", note.user},
            {"note_context", "Why it matters", note.context},
            {"note_action", "What could be done", note.action},
            {"note_tags", "Tags", joined(note.tags)},
            {"note_severity", "Severity",
             note.severity == Severity::None ? std::string() : std::string(name(note.severity))},
            {"note_cost", "Cost", note.cost ? shortestNumber(*note.cost) : std::string()},
            {"note_owner", "Owner", note.owner},
            {"note_status", "Status", std::string(name(note.status))},
            {"note_author", "Author", note.author},
            {"note_seen_on", "Seen on", note.seenOnVersion},
            {"note_created_at", "Written", note.createdAt},
            {"note_changed_at", "Changed", note.changedAt},
            {"note_changed_by", "Changed by", note.changedBy}};
}

}  // namespace reckoner
