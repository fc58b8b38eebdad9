#include "ui/shell/store_search.h"

#include "core/base/case_fold.h"

namespace reckoner {
namespace {

constexpr std::size_t kCases = 6;
constexpr qsizetype kShortestId = 2;

struct Answer {
    QString text;
    std::vector<FoundItem> items;
    std::vector<std::string> cases;
};

std::vector<std::string> casesOf(const EvalTable& table, const std::string& text,
                                 const TaskContext& context) {
    std::vector<std::string> cases;
    const ColumnInfo* column = table.find(ColumnRole::Id);
    if (!column) return cases;
    const std::string wanted = foldCase(text);
    table.text(column->id)->scan(0, table.rows(), [&](RowIndex row, std::string_view id, bool missing) {
        if (row % 65'536 == 0) context.checkCancelled();
        if (missing || cases.size() >= kCases || id.size() < wanted.size()) return;
        if (foldCase(id.substr(0, wanted.size())) == wanted && (cases.empty() || cases.back() != id))
            cases.emplace_back(id);
    });
    return cases;
}

}  // namespace

StoreSearch::StoreSearch(ReviewSession& session, QObject* parent)
    : QObject(parent),
      session_(session),
      building_(session.executor(), this),
      looking_(session.executor(), this) {
    connect(&session, &ReviewSession::changed, this, [this](Aspects aspects) {
        if (aspects & (Aspects(Aspect::Store) | Aspect::Notes)) stale_ = true;
    });
}

void StoreSearch::prepare() {
    const std::shared_ptr<Store> store = session_.store();
    if (!stale_ || !store) return;
    stale_ = false;
    building_.start(
        [store](const TaskContext& context) -> std::any { return SearchIndex::build(store, context); },
        [this](std::any result) {
            index_ = std::any_cast<std::shared_ptr<SearchIndex>>(std::move(result));
            start();
        },
        [this](const Error&) { stale_ = true; });
}

void StoreSearch::look(const QString& text) {
    wanted_ = text.simplified();
    if (wanted_.isEmpty()) {
        looking_.cancel();
        Q_EMIT found({}, {}, {});
        return;
    }
    prepare();
    start();
}

void StoreSearch::start() {
    if (!index_ || wanted_.isEmpty()) return;
    const RunAnalysisPtr run = session_.run();
    EvalTablePtr table;
    if (run && wanted_.size() >= kShortestId && !wanted_.contains(QLatin1Char(' ')))
        table = run->request.table;
    looking_.start(
        [index = index_, table, text = wanted_,
         model = session_.state().model](const TaskContext& context) -> std::any {
            const std::string words = text.toStdString();
            Answer answer{text, index->find(words, model), {}};
            if (table) answer.cases = casesOf(*table, words, context);
            return answer;
        },
        [this](std::any result) {
            const auto answer = std::any_cast<Answer>(std::move(result));
            Q_EMIT found(answer.text, answer.items, answer.cases);
        },
        [](const Error&) {});
}

}  // namespace reckoner

#include "moc_store_search.cpp"
