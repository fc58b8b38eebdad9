#include "core/report/noted_cases.h"

#include <algorithm>

#include "core/report/case_story.h"
#include "core/report/cell_text.h"
#include "core/store/notebook.h"
#include "core/store/stored_facts.h"

namespace reckoner {
namespace {

std::string noteText(const Annotation& note) {
    if (note.context.empty()) return note.text;
    return note.text.empty() ? note.context : note.text + "\n" + note.context;
}

// Each fact with the first row of its sample, in the order of the facts.
std::vector<SampleFacts::Place> placesOf(const EvalTablePtr& table, std::vector<NoteFact> notes,
                                         const TaskContext& context) {
    SampleFacts::Sources sources;
    sources.notes = [&notes] { return std::move(notes); };
    const SampleFacts facts(table, sources);
    std::vector<SampleFacts::Place> places = facts.notePlaces(context);
    std::stable_sort(places.begin(), places.end(),
                     [](const auto& a, const auto& b) { return a.item < b.item; });
    places.erase(std::unique(places.begin(), places.end(),
                             [](const auto& a, const auto& b) { return a.item == b.item; }),
                 places.end());
    return places;
}

// The story with the label the run gives.
class Stories {
 public:
    Stories(const std::shared_ptr<Store>& store, const RunRow& row, const EvalTablePtr& table,
            const std::optional<std::string>& positive, const OperatingPoint& at, const TaskContext& context)
        : table_(table),
          label_(table->find(ColumnRole::Label)),
          story_(*store, row, table, positive, at, context) {}
    std::string of(RowIndex row) const {
        return story_.sentence(row, label_ ? cellText(*table_, *label_, row) : std::optional<std::string>());
    }

 private:
    EvalTablePtr table_;
    const ColumnInfo* label_;
    CaseStory story_;
};

}  // namespace

std::vector<ReportedCase> notedCases(const std::shared_ptr<Store>& store, const RunRow& row,
                                     const EvalTablePtr& table, const std::optional<std::string>& positive,
                                     const OperatingPoint& at, std::size_t most, const TaskContext& context) {
    std::vector<Annotation> notes = Notebook(store).annotations(row.modelId);
    std::erase_if(notes, [](const Annotation& note) { return noteText(note).empty(); });
    if (notes.empty()) return {};
    std::stable_sort(notes.begin(), notes.end(),
                     [](const Annotation& a, const Annotation& b) { return a.changedAt > b.changedAt; });
    std::vector<NoteFact> facts;
    for (const Annotation& note : notes)
        facts.push_back({note.sampleId, note.text, {}, {}});
    std::vector<SampleFacts::Place> places = placesOf(table, std::move(facts), context);
    if (places.size() > most) places.resize(most);
    const Stories stories(store, row, table, positive, at, context);
    std::vector<ReportedCase> cases;
    for (const SampleFacts::Place& place : places) {
        const Annotation& note = notes[place.item];
        cases.push_back({note.sampleId, stories.of(place.row), noteText(note), note.action});
    }
    return cases;
}

std::map<std::string, std::string> caseSentences(const std::shared_ptr<Store>& store, const RunRow& row,
                                                 const EvalTablePtr& table,
                                                 const std::optional<std::string>& positive,
                                                 const OperatingPoint& at,
                                                 const std::vector<std::string>& samples,
                                                 const TaskContext& context) {
    if (samples.empty()) return {};
    std::vector<NoteFact> facts;
    for (const std::string& sample : samples)
        facts.push_back({sample, {}, {}, {}});
    const Stories stories(store, row, table, positive, at, context);
    std::map<std::string, std::string> sentences;
    for (const SampleFacts::Place& place : placesOf(table, std::move(facts), context))
        sentences.emplace(samples[place.item], stories.of(place.row));
    return sentences;
}

std::optional<TableBlock> notedCasesTable(const std::vector<ReportedCase>& cases) {
    if (cases.empty()) return std::nullopt;
    const bool todo =
        std::any_of(cases.begin(), cases.end(), [](const ReportedCase& one) { return !one.todo.empty(); });
    TableBlock table;
    constexpr std::size_t kLongId = 20;
    const bool brief = std::all_of(cases.begin(), cases.end(),
                                   [](const ReportedCase& one) { return one.sampleId.size() <= kLongId; });
    table.heads = {{"Case", false, brief}, {"What happened"}, {"What people wrote"}};
    if (todo) table.heads.push_back({"What to do"});
    for (const ReportedCase& one : cases) {
        table.rows.push_back({one.sampleId, one.what, one.note});
        if (todo) table.rows.back().push_back(one.todo);
    }
    return table;
}

}  // namespace reckoner
