#include "ui/pages/errors/filter_subject.h"

#include <algorithm>

#include <QCoreApplication>

#include "core/base/error.h"
#include "core/base/numbers.h"
#include "core/data/filter_text.h"
#include "core/store/notebook.h"
#include "core/wording/case_words.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/run_names.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

using Kind = FilterSubject::Kind;
using Value = FilterSubject::Value;

QString tr(const char* text) {
    return QCoreApplication::translate("FilterSubject", text);
}

FilterSubject own(const QString& title, const QString& detail, const char* name, Kind kind) {
    FilterSubject subject;
    subject.kind = kind;
    subject.title = title;
    subject.detail = detail;
    subject.name = QLatin1String(name);
    return subject;
}

Value written(const std::string& value) {
    return {qt(filterText(value)), qt(caseLine(value, 120))};
}

bool allNumbers(const std::vector<std::string>& names) {
    return std::all_of(names.begin(), names.end(), [](const std::string& name) { return parseNumber(name); });
}

std::vector<Value> categoryValues(const EvalTable& table, const ColumnInfo& info) {
    std::vector<std::string> names = table.category(info.id)->categories();
    if (allNumbers(names))
        std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
            return *parseNumber(a) < *parseNumber(b);
        });
    else
        std::sort(names.begin(), names.end());
    std::vector<Value> values;
    for (const std::string& name : names)
        values.push_back(written(name));
    return values;
}

FilterSubject columnSubject(const EvalTable& table, const ColumnInfo& info) {
    FilterSubject subject;
    subject.title = qt(caseLine(info.name, 120));
    subject.name = qt(filterName(info.name));
    subject.mayMiss = info.missing > 0;
    switch (info.type) {
        case ColumnType::Category:
            subject.kind = Kind::Values;
            subject.detail = tr("%1 values").arg(qt(count(info.distinct)));
            subject.values = categoryValues(table, info);
            subject.column = info.id;
            break;
        case ColumnType::Real:
            subject.kind = Kind::Numbers;
            subject.detail = tr("numbers");
            break;
        case ColumnType::Timestamp:
            subject.kind = Kind::Dates;
            subject.detail = tr("dates");
            break;
        case ColumnType::Text:
            subject.kind = Kind::Text;
            subject.detail = tr("text");
            break;
    }
    return subject;
}

void addDecision(std::vector<FilterSubject>& subjects, ReviewSession& session, const EvalTable& table) {
    const Vocabulary words = session.words();
    const bool many = table.info().task == Task::Multiclass;
    FilterSubject outcome = own(tr("Outcome"), tr("what came of the decision"), "outcome", Kind::Values);
    if (!many) {
        outcome.values = {{QStringLiteral("missed"), qt(capitalised(words.missed))},
                          {QStringLiteral("caught"), qt(capitalised(words.caught))},
                          {QStringLiteral("false alarm"), qt(capitalised(words.falseAlarm))},
                          {QStringLiteral("let through"), qt(capitalised(words.passed))}};
    }
    outcome.values.push_back({QStringLiteral("wrong"), tr("All mistakes")});
    outcome.values.push_back({QStringLiteral("right"), tr("All right decisions")});
    subjects.push_back(outcome);
    if (!many) {
        subjects.push_back(own(tr("Score"), tr("numbers"), "score", Kind::Numbers));
        return;
    }
    FilterSubject called = own(tr("Called"), tr("the class it was given"), "predicted", Kind::Values);
    FilterSubject really = own(tr("Really"), tr("the class it is"), "label", Kind::Values);
    for (const std::string& name : table.info().classes) {
        called.values.push_back(written(name));
        really.values.push_back(written(name));
    }
    subjects.push_back(called);
    subjects.push_back(really);
    subjects.push_back(own(tr("Confidence"), tr("the highest class score"), "confidence", Kind::Numbers));
}

void addPeople(std::vector<FilterSubject>& subjects, ReviewSession& session, const EvalTable& table) {
    FilterSubject note = own(tr("Note"), tr("what was written"), "note", Kind::Presence);
    note.values = {{QStringLiteral("note is missing"), tr("Without a note")},
                   {QStringLiteral("note is not missing"), tr("With a note")}};
    subjects.push_back(note);
    FilterSubject tag = own(tr("Tag"), tr("why it is wrong"), "tag", Kind::Values);
    tag.mayMiss = true;
    try {
        for (const std::string& name : Notebook(session.store()).tags(session.state().model))
            tag.values.push_back(written(name));
    } catch (const Error&) {
        // Without the list of tags one can still ask for "missing" or type the expression.
        tag.values.clear();
    }
    subjects.push_back(tag);
    if (const auto baseline = session.baselineRow()) {
        const QString before = qt(versionName(baseline->info.version));
        FilterSubject flip =
            own(tr("Change since %1").arg(before), tr("fixed, broken, still"), "flip", Kind::Values);
        flip.values = {{QStringLiteral("broken"), tr("Broken: right in %1, wrong now").arg(before)},
                       {QStringLiteral("fixed"), tr("Fixed: wrong in %1, right now").arg(before)},
                       {QStringLiteral("still wrong"), tr("Still wrong")},
                       {QStringLiteral("still right"), tr("Still right")}};
        subjects.push_back(flip);
    }
    FilterSubject corrected = own(tr("Corrected label"), tr("wrong labels"), "corrected", Kind::Presence);
    corrected.values = {{QStringLiteral("corrected is not missing"), tr("Label was corrected")},
                        {QStringLiteral("corrected is missing"), tr("Label as given")}};
    subjects.push_back(corrected);
    if (table.find(ColumnRole::Override)) {
        FilterSubject override =
            own(tr("Human override"), tr("what a person decided"), "override", Kind::Presence);
        override.values = {{QStringLiteral("override is not missing"), tr("Decided by a person")},
                           {QStringLiteral("override is missing"), tr("Not seen by a person")}};
        subjects.push_back(override);
    }
    FilterSubject awaited = own(tr("Awaiting outcome"), tr("no label yet"), "label", Kind::Presence);
    awaited.values = {{QStringLiteral("label is missing"), tr("Awaiting outcome")},
                      {QStringLiteral("label is not missing"), tr("Outcome known")}};
    subjects.push_back(awaited);
}

}  // namespace

std::vector<FilterSubject> filterSubjects(ReviewSession& session) {
    std::vector<FilterSubject> subjects;
    const RunAnalysisPtr run = session.run();
    if (!run) return subjects;
    const EvalTable& table = *run->request.table;
    addDecision(subjects, session, table);
    addPeople(subjects, session, table);
    for (const ColumnInfo& info : table.columns())
        if (info.role != ColumnRole::Score && info.role != ColumnRole::Override)
            subjects.push_back(columnSubject(table, info));
    return subjects;
}

}  // namespace reckoner
