#include "core/store/review_tables.h"

#include "core/data/date_span.h"

namespace reckoner {
namespace {

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
        "brief_answer",
        {plainColumn<&BriefAnswer::modelId>("model_id"), plainColumn<&BriefAnswer::question>("question"),
         plainColumn<&BriefAnswer::text>("text"), plainColumn<&BriefAnswer::who>("who"),
         plainColumn<&BriefAnswer::at>("written_at")});
    return table;
}

const WrittenTable<Decision>& decisionTable() {
    static const WrittenTable<Decision> table(
        "decision",
        {plainColumn<&Decision::modelId>("model_id"),
         textColumn<Decision, &Decision::kind, orElse<decisionKind, DecisionKind::Hold>, kindName>("kind"),
         plainColumn<&Decision::title>("title"), plainColumn<&Decision::reason>("reason"),
         plainColumn<&Decision::who>("who"), plainColumn<&Decision::approvedBy>("approved_by"),
         plainColumn<&Decision::conditions>("conditions"), plainColumn<&Decision::revisitOn>("revisit_on"),
         textColumn<Decision, &Decision::tripwire, tripwireFromJson, tripwireJson>("tripwire"),
         plainColumn<&Decision::supersedes>("supersedes"), plainColumn<&Decision::review>("review_uid"),
         plainColumn<&Decision::version>("version"), plainColumn<&Decision::evidence>("evidence"),
         plainColumn<&Decision::at>("decided_at")});
    return table;
}

const WrittenTable<Action>& actionTable() {
    static const WrittenTable<Action> table(
        "action",
        {plainColumn<&Action::modelId>("model_id"), plainColumn<&Action::title>("title"),
         plainColumn<&Action::owner>("owner"), plainColumn<&Action::due>("due"),
         textColumn<Action, &Action::kind, orElse<actionKind, ActionKind::Development>, actionKindName>(
             "kind"),
         textColumn<Action, &Action::state, orElse<actionState, ActionState::Open>, actionStateName>("state"),
         plainColumn<&Action::result>("result"),
         textColumn<Action, &Action::links, linksFromJson, linksJson>("links"),
         plainColumn<&Action::review>("review_uid"), plainColumn<&Action::who>("who"),
         plainColumn<&Action::createdAt>("created_at"), plainColumn<&Action::changedAt>("changed_at"),
         plainColumn<&Action::closedAt>("closed_at")});
    return table;
}

const WrittenTable<Experiment>& experimentTable() {
    static const WrittenTable<Experiment> table(
        "experiment",
        {plainColumn<&Experiment::modelId>("model_id"), plainColumn<&Experiment::hypothesis>("hypothesis"),
         plainColumn<&Experiment::tried>("tried"),
         textColumn<Experiment, &Experiment::finding, orElse<finding, Finding::Running>, findingName>(
             "finding"),
         plainColumn<&Experiment::result>("result"), plainColumn<&Experiment::saved>("saved"),
         textColumn<Experiment, &Experiment::versions, namesFromJson, namesJson>("versions"),
         plainColumn<&Experiment::who>("who"), plainColumn<&Experiment::createdAt>("created_at"),
         plainColumn<&Experiment::changedAt>("changed_at")});
    return table;
}

const WrittenTable<Meeting>& reviewTable() {
    static const WrittenTable<Meeting> table(
        "review",
        {plainColumn<&Meeting::modelId>("model_id"), plainColumn<&Meeting::title>("title"),
         plainColumn<&Meeting::heldOn>("held_on"),
         textColumn<Meeting, &Meeting::state, orElse<meetingState, MeetingState::Draft>, stateName>("state"),
         textColumn<Meeting, &Meeting::attendees, namesFromJson, namesJson>("attendees"),
         plainColumn<&Meeting::current>("current"),
         textColumn<Meeting, &Meeting::clockFrom, timeFromIso, clockText>("clock_from"),
         plainColumn<&Meeting::startedAt>("started_at"), plainColumn<&Meeting::closedAt>("closed_at"),
         plainColumn<&Meeting::changedAt>("changed_at")});
    return table;
}

const WrittenTable<StoredItem>& reviewItemTable() {
    static const WrittenTable<StoredItem> table(
        "review_item",
        {plainColumn<&StoredItem::reviewId>("review_id"),
         plainColumn<&StoredItem::position>("position"),
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
        "glossary_reading",
        {plainColumn<&GlossaryReading::term>("term"), plainColumn<&GlossaryReading::agreed>("agreed"),
         plainColumn<&GlossaryReading::manager>("manager"),
         plainColumn<&GlossaryReading::engineer>("engineer"), plainColumn<&GlossaryReading::who>("who"),
         plainColumn<&GlossaryReading::at>("written_at")});
    return table;
}

}  // namespace reckoner
