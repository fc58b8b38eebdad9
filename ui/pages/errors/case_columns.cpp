#include "ui/pages/errors/case_columns.h"

#include <algorithm>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/data/filter_condition.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

using Kind = CaseColumn::Kind;

constexpr int kLeastWidth = 32;
constexpr int kMostWidth = 2000;
constexpr int kMostChosen = 200;

QString tr(const char* text) {
    return QCoreApplication::translate("CaseColumns", text);
}

CaseColumn own(Kind kind, const char* key, const QString& title, const QString& name, int width, bool right,
               const char* sort, bool descends = true) {
    return {kind, QLatin1String(key), title, name, {}, width, right, sort, descends};
}

bool isOffered(const ColumnInfo& column) {
    switch (column.role) {
        case ColumnRole::Id:
        case ColumnRole::Score:
        case ColumnRole::Explanation:
            return false;
        default:
            return true;
    }
}

// Segments and what came later are worth a place without asking.
bool isProposed(const ColumnInfo& column) {
    return column.role == ColumnRole::Segment;
}

CaseColumn fieldColumn(const ColumnInfo& info) {
    CaseColumn column;
    column.kind = Kind::Field;
    column.field = info;
    column.title = column.name = qt(info.name);
    column.key = QStringLiteral("field:") + column.name;
    column.right = info.type == ColumnType::Real;
    column.width = info.type == ColumnType::Text ? 240 : info.type == ColumnType::Timestamp ? 136 : 88;
    column.sort = "column:" + info.name;
    column.descendsFirst = column.right;
    return column;
}

void addCost(std::vector<CaseColumn>& columns, const std::string& currency) {
    const QString title = currency.empty() ? tr("costs") : tr("costs %1").arg(qt(currency));
    columns.push_back(own(Kind::Cost, "cost", title, tr("costs"), 92, true, "cost"));
}

// Room for the longest class, within reason: most have a letter or a word for a name.
int classNameWidth(const std::vector<std::string>& classes) {
    std::size_t longest = 0;
    for (const std::string& name : classes)
        longest = std::max(longest, name.size());
    return std::clamp(16 + 8 * static_cast<int>(std::min<std::size_t>(longest, 100)), 56, 112);
}

void addDecisionColumns(std::vector<CaseColumn>& columns, const CaseView& view, const FixedClasses& classes) {
    if (view.binary()) {
        columns.push_back(
            own(Kind::Score, "score", tr("score"), tr("score"), kScoreWithStripWidth, true, "score"));
        if (view.knowsCosts()) addCost(columns, view.point().costs.currency);
        return;
    }
    const int named = classNameWidth(view.table().info().classes);
    if (classes.called.isEmpty())
        columns.push_back(own(Kind::Called, "called", tr("called"), tr("called"), named, false, ""));
    if (classes.real.isEmpty())
        columns.push_back(own(Kind::Real, "real", tr("really"), tr("real class"), named, false, ""));
    columns.push_back(own(
        Kind::Score, "score", classes.called.isEmpty() ? tr("score") : tr("score of %1").arg(classes.called),
        tr("score of the called class"), classes.called.isEmpty() ? 64 : 104, true, "score"));
    columns.push_back(own(Kind::RealScore, "real_score",
                          classes.real.isEmpty() ? tr("its score") : tr("score of %1").arg(classes.real),
                          tr("score of the real class"), classes.real.isEmpty() ? 80 : 104, true, "real"));
    if (view.knowsCosts()) addCost(columns, view.point().classCosts->currency);
}

int widthOf(const std::vector<CaseColumn>& columns, qreal scale) {
    int total = 0;
    for (const CaseColumn& column : columns)
        total += qRound(column.width * scale);
    return total;
}

// Whether anything could be left out; the least needed goes.
bool dropOne(std::vector<CaseColumn>& columns) {
    for (auto it = columns.rbegin(); it != columns.rend(); ++it)
        if (it->kind == Kind::Field) {
            columns.erase(std::next(it).base());
            return true;
        }
    for (CaseColumn& column : columns)
        if (column.kind == Kind::Score && column.width == kScoreWithStripWidth) {
            column.width = kScoreFigureWidth;
            return true;
        }
    for (const Kind kind : {Kind::RealScore, Kind::Real, Kind::Note, Kind::Cost, Kind::Called})
        if (std::erase_if(columns, [kind](const CaseColumn& column) { return column.kind == kind; }) > 0)
            return true;
    return false;
}

std::vector<CaseColumn> proposed(const std::vector<CaseColumn>& all, int width, qreal scale) {
    std::vector<CaseColumn> columns;
    for (const CaseColumn& column : all)
        if (column.kind != Kind::Field || isProposed(column.field)) columns.push_back(column);
    while (widthOf(columns, scale) > width && dropOne(columns)) {
    }
    // What is left goes to the case, whose name may be long, and to the last column with words.
    int spare = width - widthOf(columns, scale);
    for (CaseColumn& column : columns) {
        if (column.kind != Kind::Id || spare <= 0) continue;
        const int grown = std::min(spare, qRound(96 * scale));
        column.width += qRound(grown / scale);
        spare -= grown;
    }
    return columns;
}

}  // namespace

FixedClasses fixedClasses(const std::vector<std::string>& filters) {
    FixedClasses classes;
    for (const std::string& filter : filters)
        for (const std::string& part : filterParts(filter)) {
            const auto condition = filterCondition(part);
            if (!condition || !condition->ours || condition->test != FilterCondition::Test::Equal) continue;
            if (condition->column == "predicted") classes.called = qt(condition->values[0]);
            if (condition->column == "label") classes.real = qt(condition->values[0]);
        }
    return classes;
}

std::vector<CaseColumn> caseColumns(const CaseView& view, const FixedClasses& classes) {
    std::vector<CaseColumn> columns;
    columns.push_back(own(Kind::Mark, "mark", {}, tr("outcome"), 24, false, "mistakes"));
    columns.push_back(own(Kind::Id, "case", tr("case"), tr("case"), 100, false, "", false));
    if (const ColumnInfo* id = view.table().find(ColumnRole::Id)) columns.back().sort = "column:" + id->name;
    addDecisionColumns(columns, view, classes);
    for (const bool segments : {true, false})
        for (const ColumnInfo& info : view.table().columns())
            if (isOffered(info) && isProposed(info) == segments) columns.push_back(fieldColumn(info));
    columns.push_back(own(Kind::Note, "note", {}, tr("note"), 28, false, ""));
    return columns;
}

QString ColumnChoice::toJson() const {
    QJsonArray entries;
    for (const Entry& entry : shown)
        entries.append(
            QJsonObject{{QStringLiteral("column"), entry.key}, {QStringLiteral("width"), entry.width}});
    return QString::fromUtf8(QJsonDocument(entries).toJson(QJsonDocument::Compact));
}

std::optional<ColumnChoice> ColumnChoice::fromJson(const QString& text) {
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isArray()) return std::nullopt;
    ColumnChoice choice;
    for (const QJsonValue& value : document.array()) {
        const QString key = value[QStringLiteral("column")].toString();
        const int width = value[QStringLiteral("width")].toInt();
        const bool twice = std::any_of(choice.shown.begin(), choice.shown.end(),
                                       [&key](const Entry& entry) { return entry.key == key; });
        if (key.isEmpty() || twice || choice.shown.size() == kMostChosen) continue;
        choice.shown.push_back({key, std::clamp(width, kLeastWidth / 2, kMostWidth)});
    }
    return choice.shown.empty() ? std::nullopt : std::optional(choice);
}

std::vector<CaseColumn> shownColumns(const std::vector<CaseColumn>& all,
                                     const std::optional<ColumnChoice>& choice, int width, qreal scale) {
    if (!choice) return proposed(all, width, scale);
    std::vector<CaseColumn> columns;
    for (const ColumnChoice::Entry& entry : choice->shown)
        for (const CaseColumn& column : all)
            if (column.key == entry.key) {
                columns.push_back(column);
                columns.back().width = entry.width;
            }
    // Columns of another run only: as if nothing had been chosen.
    return columns.empty() ? proposed(all, width, scale) : columns;
}

}  // namespace reckoner
