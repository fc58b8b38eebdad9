#include "core/store/review_tables.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/data/date_span.h"
#include "core/store/seal.h"
#include "core/store/written_text.h"

namespace reckoner {

template <class T>
template <class V>
std::vector<T> WrittenTable<T>::found(SQLite::Database& database, const char* condition,
                                      const V& value) const {
    SQLite::Statement query(database, select(condition));
    query.bind(1, value);
    std::vector<T> rows;
    while (query.executeStep())
        rows.push_back(rowOf(query));
    return rows;
}

template <class T>
std::vector<T> WrittenTable<T>::rows(SQLite::Database& database, const char* condition,
                                     std::int64_t value) const {
    return found(database, condition, value);
}

template <class T>
std::vector<T> WrittenTable<T>::rows(SQLite::Database& database, const char* condition,
                                     const std::string& value) const {
    return found(database, condition, value);
}

template <class T>
std::optional<T> WrittenTable<T>::withUid(SQLite::Database& database, const std::string& uid) const {
    std::vector<T> same = found(database, "uid = ?", uid);
    if (same.empty()) return std::nullopt;
    return std::move(same.front());
}

template <class T>
T WrittenTable<T>::insert(SQLite::Database& database, T row) const {
    if (row.uid.empty()) row.uid = newUid(database);
    std::string names = "uid", marks = "?";
    for (const auto& column : columns_) {
        names += fmt::format(", {}", column.name);
        marks += ", ?";
    }
    SQLite::Statement statement(database,
                                fmt::format("INSERT INTO {} ({}) VALUES ({})", name_, names, marks));
    bind(statement, row);
    statement.exec();
    row.id = database.getLastInsertRowid();
    sealRow(database, name_, row.id);
    return *withUid(database, row.uid);
}

template <class T>
void WrittenTable<T>::update(SQLite::Database& database, const T& row) const {
    std::string names = "uid = ?";
    for (const auto& column : columns_)
        names += fmt::format(", {} = ?", column.name);
    SQLite::Statement statement(database, fmt::format("UPDATE {} SET {} WHERE id = ?", name_, names));
    statement.bind(bind(statement, row) + 1, row.id);
    statement.exec();
    sealRow(database, name_, row.id);
}

template <class T>
void WrittenTable<T>::remove(SQLite::Database& database, std::int64_t id) const {
    removeSealedRow(database, name_, id);
}

template <class T>
std::string WrittenTable<T>::select(const char* condition) const {
    std::string names = "id, uid";
    for (const auto& column : columns_)
        names += fmt::format(", {}", column.name);
    return fmt::format("SELECT {} FROM {} WHERE {}", names, name_, condition);
}

template <class T>
T WrittenTable<T>::rowOf(SQLite::Statement& query) const {
    T row;
    row.id = query.getColumn(0).getInt64();
    row.uid = query.getColumn(1).getString();
    int at = 2;
    for (const auto& column : columns_)
        column.read(row, query.getColumn(at++));
    return row;
}

template <class T>
int WrittenTable<T>::bind(SQLite::Statement& statement, const T& row) const {
    int at = 1;
    statement.bind(at, row.uid);
    for (const auto& column : columns_)
        column.write(row, statement, ++at);
    return at;
}

template class WrittenTable<BriefAnswer>;
template class WrittenTable<Decision>;
template class WrittenTable<Action>;
template class WrittenTable<Experiment>;
template class WrittenTable<Meeting>;
template class WrittenTable<StoredItem>;
template class WrittenTable<GlossaryReading>;
template class WrittenTable<AgendaTemplate>;

namespace {

template <auto Member>
struct MemberOf;
template <class T, class V, V T::*Member>
struct MemberOf<Member> {
    static void read(T& row, const SQLite::Column& column) {
        if constexpr (std::is_same_v<V, std::string>)
            row.*Member = column.getString();
        else
            row.*Member = static_cast<V>(column.getInt64());
    }
    static void write(const T& row, SQLite::Statement& statement, int at) {
        if constexpr (std::is_same_v<V, std::string>)
            statement.bind(at, writtenText(row.*Member, "a review"));
        else
            statement.bind(at, static_cast<std::int64_t>(row.*Member));
    }
};
// A member that lies in its column as it is: a text or a whole number.
template <auto Member, class T>
constexpr WrittenColumn<T> plainColumnOf(const char* name) {
    return {name, &MemberOf<Member>::read, &MemberOf<Member>::write};
}

template <class T>
using Columns = std::vector<WrittenColumn<T>>;

// A value that lies in its column as a word or a JSON text.
template <class T, auto Member, auto FromText, auto ToText>
constexpr WrittenColumn<T> textColumn(const char* name) {
    return {name, [](T& row, const SQLite::Column& column) { row.*Member = FromText(column.getString()); },
            [](const T& row, SQLite::Statement& statement, int at) {
                statement.bind(at, writtenText(std::string(ToText(row.*Member)), "a review"));
            }};
}

std::optional<Clock::Time> timeFromIso(const std::string& text) {
    const auto span = parseDateSpan(text);
    if (!span) return std::nullopt;
    return Clock::Time(std::chrono::milliseconds(static_cast<std::int64_t>(span->first * 1000 + 0.5)));
}

template <auto Parse, auto Otherwise>
auto orElse(const std::string& text) {
    return Parse(text).value_or(Otherwise);
}

std::string_view kindName(DecisionKind kind) {
    return name(kind);
}
std::string_view actionKindName(ActionKind kind) {
    return name(kind);
}
std::string_view actionStateName(ActionState state) {
    return name(state);
}
std::string_view findingName(Finding finding) {
    return name(finding);
}
std::string_view stateName(MeetingState state) {
    return name(state);
}
std::string clockText(const std::optional<Clock::Time>& time) {
    return time ? isoTime(*time) : std::string();
}

template <auto Member>
constexpr WrittenColumn<StoredItem> itemText(const char* name) {
    return {name,
            [](StoredItem& row, const SQLite::Column& column) { row.item.*Member = column.getString(); },
            [](const StoredItem& row, SQLite::Statement& statement, int at) {
                statement.bind(at, writtenText(row.item.*Member, "a review"));
            }};
}

}  // namespace

const WrittenTable<BriefAnswer>& briefAnswerTable() {
    static const WrittenTable<BriefAnswer> table(
        "brief_answer", {plainColumnOf<&BriefAnswer::modelId, BriefAnswer>("model_id"),
                         plainColumnOf<&BriefAnswer::question, BriefAnswer>("question"),
                         plainColumnOf<&BriefAnswer::text, BriefAnswer>("text"),
                         plainColumnOf<&BriefAnswer::who, BriefAnswer>("who"),
                         plainColumnOf<&BriefAnswer::at, BriefAnswer>("written_at")});
    return table;
}

const WrittenTable<Decision>& decisionTable() {
    static const WrittenTable<Decision> table(
        "decision",
        {plainColumnOf<&Decision::modelId, Decision>("model_id"),
         textColumn<Decision, &Decision::kind, orElse<decisionKind, DecisionKind::Hold>, kindName>("kind"),
         plainColumnOf<&Decision::title, Decision>("title"),
         plainColumnOf<&Decision::reason, Decision>("reason"), plainColumnOf<&Decision::who, Decision>("who"),
         plainColumnOf<&Decision::approvedBy, Decision>("approved_by"),
         plainColumnOf<&Decision::conditions, Decision>("conditions"),
         plainColumnOf<&Decision::revisitOn, Decision>("revisit_on"),
         textColumn<Decision, &Decision::tripwire, tripwireFromJson, tripwireJson>("tripwire"),
         plainColumnOf<&Decision::supersedes, Decision>("supersedes"),
         plainColumnOf<&Decision::review, Decision>("review_uid"),
         plainColumnOf<&Decision::version, Decision>("version"),
         plainColumnOf<&Decision::evidence, Decision>("evidence"),
         plainColumnOf<&Decision::at, Decision>("decided_at")});
    return table;
}

const WrittenTable<Action>& actionTable() {
    static const WrittenTable<Action> table(
        "action",
        {plainColumnOf<&Action::modelId, Action>("model_id"), plainColumnOf<&Action::title, Action>("title"),
         plainColumnOf<&Action::owner, Action>("owner"), plainColumnOf<&Action::due, Action>("due"),
         textColumn<Action, &Action::kind, orElse<actionKind, ActionKind::Development>, actionKindName>(
             "kind"),
         textColumn<Action, &Action::state, orElse<actionState, ActionState::Open>, actionStateName>("state"),
         plainColumnOf<&Action::result, Action>("result"),
         textColumn<Action, &Action::links, linksFromJson, linksJson>("links"),
         plainColumnOf<&Action::review, Action>("review_uid"), plainColumnOf<&Action::who, Action>("who"),
         plainColumnOf<&Action::createdAt, Action>("created_at"),
         plainColumnOf<&Action::changedAt, Action>("changed_at"),
         plainColumnOf<&Action::closedAt, Action>("closed_at")});
    return table;
}

const WrittenTable<Experiment>& experimentTable() {
    static const WrittenTable<Experiment> table(
        "experiment",
        {plainColumnOf<&Experiment::modelId, Experiment>("model_id"),
         plainColumnOf<&Experiment::hypothesis, Experiment>("hypothesis"),
         plainColumnOf<&Experiment::tried, Experiment>("tried"),
         textColumn<Experiment, &Experiment::finding, orElse<finding, Finding::Running>, findingName>(
             "finding"),
         plainColumnOf<&Experiment::result, Experiment>("result"),
         plainColumnOf<&Experiment::saved, Experiment>("saved"),
         textColumn<Experiment, &Experiment::versions, namesFromJson, namesJson>("versions"),
         plainColumnOf<&Experiment::who, Experiment>("who"),
         plainColumnOf<&Experiment::createdAt, Experiment>("created_at"),
         plainColumnOf<&Experiment::changedAt, Experiment>("changed_at")});
    return table;
}

const WrittenTable<Meeting>& reviewTable() {
    static const WrittenTable<Meeting> table(
        "review",
        {plainColumnOf<&Meeting::modelId, Meeting>("model_id"),
         plainColumnOf<&Meeting::title, Meeting>("title"),
         plainColumnOf<&Meeting::heldOn, Meeting>("held_on"),
         textColumn<Meeting, &Meeting::state, orElse<meetingState, MeetingState::Draft>, stateName>("state"),
         textColumn<Meeting, &Meeting::attendees, namesFromJson, namesJson>("attendees"),
         plainColumnOf<&Meeting::current, Meeting>("current"),
         textColumn<Meeting, &Meeting::clockFrom, timeFromIso, clockText>("clock_from"),
         plainColumnOf<&Meeting::startedAt, Meeting>("started_at"),
         plainColumnOf<&Meeting::closedAt, Meeting>("closed_at"),
         plainColumnOf<&Meeting::changedAt, Meeting>("changed_at")});
    return table;
}

const WrittenTable<StoredItem>& reviewItemTable() {
    static const WrittenTable<StoredItem> table(
        "review_item",
        {plainColumnOf<&StoredItem::reviewId, StoredItem>("review_id"),
         plainColumnOf<&StoredItem::position, StoredItem>("position"),
         {"title",
          [](StoredItem& row, const SQLite::Column& column) { row.item.point.title = column.getString(); },
          [](const StoredItem& row, SQLite::Statement& statement, int at) {
              statement.bind(at, writtenText(row.item.point.title, "a review"));
          }},
         {"minutes",
          [](StoredItem& row, const SQLite::Column& column) { row.item.point.minutes = column.getInt(); },
          [](const StoredItem& row, SQLite::Statement& statement, int at) {
              statement.bind(at, row.item.point.minutes);
          }},
         {"page",
          [](StoredItem& row, const SQLite::Column& column) { row.item.point.page = column.getString(); },
          [](const StoredItem& row, SQLite::Statement& statement, int at) {
              statement.bind(at, writtenText(row.item.point.page, "a review"));
          }},
         {"kind",
          [](StoredItem& row, const SQLite::Column& column) {
              row.item.point.kind = agendaKind(column.getString());
          },
          [](const StoredItem& row, SQLite::Statement& statement, int at) {
              statement.bind(at, std::string(name(row.item.point.kind)));
          }},
         itemText<&AgendaItem::view>("view"),
         itemText<&AgendaItem::notes>("notes"),
         {"notes_revision",
          [](StoredItem& row, const SQLite::Column& column) { row.item.notesRevision = column.getInt64(); },
          [](const StoredItem& row, SQLite::Statement& statement, int at) {
              statement.bind(at, row.item.notesRevision);
          }},
         {"picks",
          [](StoredItem& row, const SQLite::Column& column) {
              row.item.picks = namesFromJson(column.getString());
          },
          [](const StoredItem& row, SQLite::Statement& statement, int at) {
              statement.bind(at, writtenText(namesJson(row.item.picks), "a review"));
          }},
         {"spent_ms",
          [](StoredItem& row, const SQLite::Column& column) {
              row.item.spent = std::chrono::milliseconds(std::max<std::int64_t>(column.getInt64(), 0));
          },
          [](const StoredItem& row, SQLite::Statement& statement, int at) {
              statement.bind(at, static_cast<std::int64_t>(row.item.spent.count()));
          }},
         {"done", [](StoredItem& row, const SQLite::Column& column) { row.item.done = column.getInt() != 0; },
          [](const StoredItem& row, SQLite::Statement& statement, int at) {
              statement.bind(at, row.item.done ? 1 : 0);
          }}});
    return table;
}

const WrittenTable<GlossaryReading>& glossaryReadingTable() {
    static const WrittenTable<GlossaryReading> table(
        "glossary_reading", {plainColumnOf<&GlossaryReading::term, GlossaryReading>("term"),
                             plainColumnOf<&GlossaryReading::agreed, GlossaryReading>("agreed"),
                             plainColumnOf<&GlossaryReading::manager, GlossaryReading>("manager"),
                             plainColumnOf<&GlossaryReading::engineer, GlossaryReading>("engineer"),
                             plainColumnOf<&GlossaryReading::who, GlossaryReading>("who"),
                             plainColumnOf<&GlossaryReading::at, GlossaryReading>("written_at")});
    return table;
}

const WrittenTable<AgendaTemplate>& agendaTemplateTable() {
    static const WrittenTable<AgendaTemplate> table(
        "agenda_template", {plainColumnOf<&AgendaTemplate::modelId, AgendaTemplate>("model_id"),
                            plainColumnOf<&AgendaTemplate::text, AgendaTemplate>("text"),
                            plainColumnOf<&AgendaTemplate::who, AgendaTemplate>("who"),
                            plainColumnOf<&AgendaTemplate::at, AgendaTemplate>("written_at")});
    return table;
}

}  // namespace reckoner
