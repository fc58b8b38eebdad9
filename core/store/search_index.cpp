#include "core/store/search_index.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "core/review/glossary_reading.h"
#include "core/store/database.h"
#include "core/store/notebook.h"
#include "core/store/requirement_book.h"
#include "core/store/review_book.h"
#include "core/wording/record_words.h"
#include "core/wording/requirement_words.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

// Of a store's own size: nothing of this is ever in its file.
constexpr const char* kSchema =
    "CREATE VIRTUAL TABLE temp.found USING fts5(title, detail, kind UNINDEXED, model UNINDEXED, "
    "id UNINDEXED, tokenize = \"unicode61 remove_diacritics 2\", prefix = '1 2 3')";

// FTS5 reads what stands between double quotes as words; the star makes the last one a beginning.
std::string queryOf(std::string_view text) {
    std::string query, word;
    const auto add = [&] {
        if (word.empty()) return;
        query += (query.empty() ? "\"" : " AND \"") + word + "\"*";
        word.clear();
    };
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\0')
            add();
        else
            word += c == '"' ? std::string("\"\"") : std::string(1, c);
    }
    add();
    return query;
}

class Filler {
 public:
    explicit Filler(SQLite::Database& database)
        : insert_(database, "INSERT INTO temp.found(title, detail, kind, model, id) VALUES (?, ?, ?, ?, ?)") {
    }

    void add(FoundKind kind, std::int64_t model, const std::string& id, const std::string& title,
             const std::string& detail) {
        insert_.bind(1, title);
        insert_.bind(2, detail);
        insert_.bind(3, static_cast<int>(kind));
        insert_.bind(4, model);
        insert_.bind(5, id);
        insert_.exec();
        insert_.reset();
        ++count;
    }
    std::size_t count = 0;

 private:
    SQLite::Statement insert_;
};

std::string joined(std::initializer_list<std::string> parts) {
    std::string text;
    for (const std::string& part : parts)
        if (!part.empty()) text += (text.empty() ? "" : " \u00B7 ") + part;
    return text;
}

void addNotes(Filler& filler, const std::shared_ptr<Store>& store, std::int64_t model,
              const TaskContext& context) {
    const Notebook notebook(store);
    for (const Annotation& note : notebook.annotations(model)) {
        if (filler.count % 1024 == 0) context.checkCancelled();
        std::string tags;
        for (const std::string& tag : note.tags)
            tags += (tags.empty() ? "" : ", ") + tag;
        filler.add(FoundKind::Note, model, note.sampleId, note.sampleId,
                   joined({note.text, note.context, note.happened, note.action, tags, note.author}));
    }
    for (const Cohort& cohort : notebook.cohorts(model))
        filler.add(FoundKind::Cohort, model, cohort.expression, cohort.name,
                   joined({cohort.expression, cohort.value, cohort.owner}));
}

void addReviews(Filler& filler, const std::shared_ptr<Store>& store, std::int64_t model) {
    const ReviewBook book(store);
    for (const Decision& one : book.decisions(model))
        filler.add(
            FoundKind::Decision, model, one.uid, one.title,
            joined({std::string(title(one.kind)), dateName(one.at), one.reason, one.conditions, one.who}));
    for (const Action& one : book.actions(model))
        filler.add(FoundKind::Action, model, one.uid, one.title,
                   joined({one.owner, std::string(name(one.state)), one.result}));
    for (const Experiment& one : book.experiments(model))
        filler.add(FoundKind::Experiment, model, one.uid, one.hypothesis,
                   joined({std::string(title(one.finding)), one.tried, one.result, one.saved}));
    for (const Meeting& one : book.meetings(model)) {
        std::string notes;
        for (const AgendaItem& item : one.items)
            notes += (notes.empty() ? "" : " ") + item.notes;
        filler.add(FoundKind::Review, model, one.uid, one.title, joined({dateName(one.heldOn), notes}));
    }
    for (const BriefAnswer& one : answersInForce(book.briefHistory(model)))
        filler.add(FoundKind::Answer, model, one.question,
                   std::string(findBriefQuestion(one.question)->title), one.text);
}

void addModel(Filler& filler, const std::shared_ptr<Store>& store, const ModelRow& model,
              const TaskContext& context) {
    addNotes(filler, store, model.id, context);
    addReviews(filler, store, model.id);
    for (const RequirementRecord& one : RequirementBook(store).inForce(model.id))
        filler.add(FoundKind::Requirement, model.id, one.requirement.uid, requirementText(one.requirement),
                   joined({one.requirement.owner, one.requirement.because}));
    for (const VersionRow& one : store->versions(model.id))
        filler.add(FoundKind::Version, model.id, std::to_string(one.id), versionName(one.name),
                   joined({modelName(model), one.algorithm, one.changelog}));
}

void addGlossary(Filler& filler, const std::shared_ptr<Store>& store) {
    const std::vector<GlossaryReading> readings = ReviewBook(store).glossaryReadings();
    for (const GlossaryEntry& entry : glossary()) {
        const ReadingInForce words = readingInForce(entry, readings);
        filler.add(FoundKind::Term, 0, std::string(entry.id), std::string(entry.term),
                   joined({words.agreed, words.manager, words.engineer}));
    }
}

}  // namespace

struct SearchIndex::Impl {
    DatabasePtr database;
    std::size_t size = 0;
};

SearchIndex::SearchIndex(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SearchIndex::~SearchIndex() = default;

std::shared_ptr<SearchIndex> SearchIndex::build(const std::shared_ptr<Store>& store,
                                                const TaskContext& context) {
    auto impl = std::make_unique<Impl>();
    forPeople(store->file(), [&] {
        impl->database = buildDatabase({});
        impl->database->exec(kSchema);
        SQLite::Transaction transaction(*impl->database);
        Filler filler(*impl->database);
        for (const ModelRow& model : store->models())
            addModel(filler, store, model, context);
        addGlossary(filler, store);
        transaction.commit();
        impl->size = filler.count;
    });
    return std::shared_ptr<SearchIndex>(new SearchIndex(std::move(impl)));
}

std::size_t SearchIndex::size() const {
    return impl_->size;
}

std::vector<FoundItem> SearchIndex::find(std::string_view text, std::int64_t model, std::size_t most) const {
    std::vector<FoundItem> found;
    const std::string words = queryOf(text);
    if (words.empty()) return found;
    SQLite::Statement query(*impl_->database,
                            "SELECT kind, model, id, title, detail FROM temp.found WHERE found MATCH ? "
                            "ORDER BY model <> ? AND model <> 0, bm25(found, 8.0, 1.0) LIMIT ?");
    query.bind(1, words);
    query.bind(2, model);
    query.bind(3, static_cast<std::int64_t>(most));
    while (query.executeStep()) {
        FoundItem item;
        item.kind = static_cast<FoundKind>(query.getColumn(0).getInt());
        item.model = query.getColumn(1).getInt64();
        item.id = query.getColumn(2).getString();
        item.title = query.getColumn(3).getString();
        item.detail = query.getColumn(4).getString();
        found.push_back(std::move(item));
    }
    return found;
}

}  // namespace reckoner
