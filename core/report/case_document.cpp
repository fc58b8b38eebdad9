#include "core/report/case_document.h"

#include "core/base/numbers.h"
#include "core/report/case_story.h"
#include "core/wording/number_format.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

bool isLong(const ColumnInfo& column) {
    return column.role == ColumnRole::Text;
}

std::string badgeOf(const CaseRecord& record) {
    if (!record.right) return record.decision ? "Awaiting the outcome" : "Not decided";
    return *record.right ? "Right" : "Wrong";
}

FactsBlock headFacts(const CaseRecordReader& reader, const CaseRecord& record) {
    FactsBlock facts;
    facts.facts = {{"Label", record.label.value_or("n/a")},
                   {"Corrected label", record.corrected.value_or("")},
                   {"Decision", record.decision.value_or("n/a")}};
    if (record.score) {
        const bool against = reader.run().info.task == Task::Binary;
        facts.facts.emplace_back(
            "Score", thresholdExact(*record.score) +
                         (against ? " (threshold " + threshold(reader.threshold()) + ")" : std::string()));
    }
    return facts;
}

void addNote(Section& section, const Annotation& note) {
    section.blocks.emplace_back(HeadingBlock{3, "Note"});
    if (!note.text.empty()) section.blocks.emplace_back(TextBlock{note.text});
    FactsBlock facts;
    for (NoteField& field : noteFields(note)) {
        if (std::string_view(field.key) == "note_changed_at") continue;
        if (std::string_view(field.key) == "note_created_at") field.value = dateName(field.value);
        facts.facts.emplace_back(field.title, std::move(field.value));
    }
    section.blocks.emplace_back(std::move(facts));
}

}  // namespace

Document caseDocument(const CaseExport& what, const CaseRecordReader& reader) {
    const RunInfo& info = reader.run().info;
    Document document;
    document.title =
        !what.title.empty() ? what.title : "Cases of " + info.model + " " + versionName(info.version);
    std::string about = count(what.rows.size()) + (what.rows.size() == 1 ? " case of " : " cases of ") +
                        info.model + " " + runName(info) + " on " + info.evalSet + " (run " +
                        std::to_string(info.id) + ").";
    if (info.task == Task::Binary) about += " Flagged from " + threshold(reader.threshold()) + " up.";
    document.blocks.emplace_back(ParagraphBlock{std::move(about), false});
    if (!what.what.empty()) document.blocks.emplace_back(ParagraphBlock{"Only where " + what.what, true});
    return document;
}

Section caseSection(const CaseRecordReader& reader, const CaseRecord& record) {
    Section section{record.id, badgeOf(record), {}};
    if (!record.sentence.empty()) section.blocks.emplace_back(ParagraphBlock{record.sentence, false});
    section.blocks.emplace_back(headFacts(reader, record));
    FactsBlock moved{reader.story().factors(record.row)};
    const bool explained = !moved.facts.empty();
    if (explained) {
        section.blocks.emplace_back(HeadingBlock{3, "What moved the score"});
        section.blocks.emplace_back(std::move(moved));
    }
    for (const Annotation& note : record.notes)
        addNote(section, note);
    FactsBlock values;
    for (std::size_t i = 0; i < record.cells.size(); ++i)
        if (record.cells[i] && !isLong(reader.columns()[i]) &&
            !(explained && reader.columns()[i].role == ColumnRole::Explanation))
            values.facts.emplace_back(reader.columns()[i].name, *record.cells[i]);
    if (!values.facts.empty()) {
        section.blocks.emplace_back(HeadingBlock{3, "Values"});
        section.blocks.emplace_back(std::move(values));
    }
    for (std::size_t i = 0; i < record.cells.size(); ++i)
        if (record.cells[i] && !record.cells[i]->empty() && isLong(reader.columns()[i])) {
            section.blocks.emplace_back(HeadingBlock{3, reader.columns()[i].name});
            section.blocks.emplace_back(TextBlock{*record.cells[i]});
        }
    return section;
}

}  // namespace reckoner
