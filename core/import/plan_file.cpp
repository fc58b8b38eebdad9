#include "core/import/plan_file.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/error.h"
#include "core/import/class_guess.h"
#include "core/import/file_head.h"
#include "core/import/manifest.h"
#include "core/import/name_guess.h"
#include "core/import/role_guess.h"

namespace reckoner {

namespace {

std::string firstOf(const std::string& a, const std::string& b, const std::string& c = {}) {
    return !a.empty() ? a : !b.empty() ? b : c;
}

template <class T>
std::optional<T> firstOf(const std::optional<T>& a, const std::optional<T>& b) {
    return a ? a : b;
}

std::vector<ManifestColumn> answeredColumns(const ImportAnswers& a) {
    std::vector<ManifestColumn> columns;
    const auto one = [&](const std::string& column, ColumnRole role) {
        if (!column.empty()) columns.push_back({column, role, {}});
    };
    one(a.id, ColumnRole::Id);
    one(a.label, ColumnRole::Label);
    one(a.score, ColumnRole::Score);
    one(a.prediction, ColumnRole::Prediction);
    one(a.text, ColumnRole::Text);
    one(a.weight, ColumnRole::Weight);
    one(a.timestamp, ColumnRole::Timestamp);
    one(a.latency, ColumnRole::Latency);
    one(a.explanation, ColumnRole::Explanation);
    one(a.overrideColumn, ColumnRole::Override);
    one(a.actionable, ColumnRole::Actionable);
    one(a.outcome, ColumnRole::Outcome);
    one(a.actedOn, ColumnRole::ActedOn);
    for (const std::string& column : a.segments)
        one(column, ColumnRole::Segment);
    for (const std::string& column : a.numeric)
        one(column, ColumnRole::Numeric);
    for (const std::string& column : a.amounts)
        one(column, ColumnRole::Amount);
    for (const auto& [className, column] : a.classScores)
        columns.push_back({column, ColumnRole::ClassScore, className});
    return columns;
}

// Roles of which a run has one column.
bool single(ColumnRole role) {
    switch (role) {
        case ColumnRole::Segment:
        case ColumnRole::Numeric:
        case ColumnRole::Amount:
        case ColumnRole::Text:
        case ColumnRole::ClassScore:
            return false;
        default:
            return true;
    }
}

std::string_view kindWords(ScoreKind kind) {
    switch (kind) {
        case ScoreKind::Probability:
            return "probabilities";
        case ScoreKind::Percent:
            return "percent";
        case ScoreKind::Logit:
            return "log-odds";
        case ScoreKind::Margin:
            return "margins";
        case ScoreKind::Raw:
            return "raw scores";
    }
    return "";
}

class Planner {
 public:
    Planner(const std::filesystem::path& file, const std::optional<std::filesystem::path>& manifest,
            const ImportAnswers& answers, const MemoryOf& memoryOf)
        : answers_(answers) {
        plan_.file = file;
        plan_.maxBad = answers.maxBad;
        if (const auto found = manifest ? manifest : sidecarOf(file)) manifest_ = readManifest(*found);
        readNames();
        if (memoryOf) memory_ = memoryOf(plan_.model);
    }

    ImportPlan run() {
        readFileHead();
        fixRoles();
        giveRoles();
        settleTask();
        requireColumns();
        settleClasses();
        settleKind();
        tellManifest();
        return std::move(plan_);
    }

 private:
    [[noreturn]] void refuse(const std::string& sentence) const {
        throw Error(ErrorCode::BadInput, sentence, plan_.file.string());
    }
    std::string fileName() const { return "\"" + plan_.file.filename().string() + "\""; }
    void guess(std::string sentence) { plan_.guesses.push_back(std::move(sentence)); }

    void readNames() {
        const NameGuess names = guessNames(plan_.file.stem().string());
        plan_.manifestJson = manifest_.json;
        plan_.manifestName = manifest_.fileName;
        plan_.model = firstOf(answers_.model, manifest_.modelName, names.model);
        plan_.version = firstOf(answers_.version, manifest_.modelVersion, names.version);
        plan_.evalSet = firstOf(answers_.evalSet, manifest_.evalSet, names.evalSet);
        plan_.algorithm = manifest_.algorithm;
        plan_.runDate = manifest_.runDate;
        plan_.parentVersion = manifest_.parent;
        plan_.changelog = manifest_.changelog;
        plan_.notes = manifest_.notes;
        plan_.expectedSha256 = manifest_.sha256;
        plan_.expectedRows = manifest_.rows;
        const auto guessed = [](const std::string& a, const std::string& b) {
            return a.empty() && b.empty();
        };
        if (guessed(answers_.model, manifest_.modelName))
            guess("The model is called \"" + plan_.model + "\", from the file's name.");
        if (guessed(answers_.version, manifest_.modelVersion))
            guess("The version is \"" + plan_.version + "\"" +
                  (names.versionFound ? ", from the file's name." : ": the file's name does not say."));
        if (guessed(answers_.evalSet, manifest_.evalSet))
            guess("The eval set is \"" + plan_.evalSet + "\"" +
                  (names.evalSetFound ? ", from the file's name." : ": the file's name does not say."));
    }

    void readFileHead() {
        DialectAnswers dialect;
        dialect.format = manifest_.format;
        dialect.delimiter = firstOf(answers_.delimiter, manifest_.delimiter);
        dialect.decimal = firstOf(answers_.decimal, manifest_.decimal);
        dialect.encoding = firstOf(answers_.encoding, manifest_.encoding);
        asked_ = answeredColumns(answers_);
        for (const ManifestColumn& column : asked_)
            dialect.paths.push_back(column.column);
        for (const ManifestColumn& column : manifest_.columns)
            dialect.paths.push_back(column.column);
        head_ = readHead(plan_.file, dialect);
        plan_.dialect = head_.dialect;
        plan_.encodingGuessed = head_.encodingGuessed;
        plan_.bytes = head_.bytes;
        if (head_.whole) plan_.rows = head_.rows;
        plan_.guesses.insert(plan_.guesses.end(), head_.notes.begin(), head_.notes.end());
        for (const SampleColumn& column : head_.columns)
            facts_.push_back(factsOf(column, plan_.dialect.decimal));
    }

    std::optional<std::size_t> columnCalled(const std::string& name) const {
        for (std::size_t at = 0; at < head_.columns.size(); ++at)
            if (head_.columns[at].name == name) return at;
        return std::nullopt;
    }

    // In JSON Lines a key may be absent from the first lines; from all of a short file it may not.
    std::size_t requireColumn(const ManifestColumn& wanted, const std::string& who) const {
        const auto at = columnCalled(wanted.column);
        const bool json = plan_.dialect.format == FileFormat::JsonLines;
        const bool seen = at && (!json || !head_.whole || facts_[*at].present > 0 || anyCell(*at));
        const bool optional = json && wanted.role != ColumnRole::Label && wanted.role != ColumnRole::Score &&
                              wanted.role != ColumnRole::Id && wanted.role != ColumnRole::ClassScore;
        if (at && (seen || optional)) return *at;
        std::string known;
        for (std::size_t i = 0; i < head_.columns.size() && i < 20; ++i)
            if (!json || anyCell(i)) known += (known.empty() ? "" : ", ") + head_.columns[i].name;
        refuse(fileName() + " has no column \"" + wanted.column + "\", which " + who + " takes as the " +
               std::string(name(wanted.role)) + "; its columns are " + known + ".");
    }

    bool anyCell(std::size_t at) const {
        const auto& cells = head_.columns[at].cells;
        return std::any_of(cells.begin(), cells.end(),
                           [](const SampleCell& cell) { return cell.kind != CellKind::Missing; });
    }

    void fixRoles() {
        for (const ManifestColumn& wanted : asked_) {
            const std::size_t at = requireColumn(wanted, "the command");
            const auto [old, fresh] =
                fixed_.emplace(at, RoleGuess{wanted.role, wanted.classOf, "you said so"});
            if (!fresh && old->second.role != wanted.role)
                refuse("Column \"" + wanted.column + "\" is asked for as " +
                       std::string(name(*old->second.role)) + " and as " + std::string(name(wanted.role)) +
                       "; a column has one role.");
        }
        for (const std::string& ignored : answers_.ignored)
            if (const auto at = columnCalled(ignored))
                fixed_.emplace(*at, RoleGuess{std::nullopt, {}, "you left it out"});
        for (const ManifestColumn& wanted : manifest_.columns)
            if (!answeredElsewhere(wanted.role))
                fixed_.emplace(requireColumn(wanted, "the manifest"),
                               RoleGuess{wanted.role, wanted.classOf, "the manifest says so"});
        if (manifest_.hasColumns) return;
        for (const RememberedRole& role : memory_.roles)
            if (const auto at = columnCalled(role.column);
                at && !answeredElsewhere(role.role) && !singleTaken(role.role))
                fixed_.emplace(
                    *at, RoleGuess{role.role, role.classOf, "it was so in the last import of this model"});
    }

    bool answeredElsewhere(ColumnRole role) const {
        return single(role) && std::any_of(asked_.begin(), asked_.end(),
                                           [role](const ManifestColumn& c) { return c.role == role; });
    }
    bool singleTaken(ColumnRole role) const {
        return single(role) && std::any_of(fixed_.begin(), fixed_.end(),
                                           [role](const auto& entry) { return entry.second.role == role; });
    }

    void giveRoles() {
        std::vector<RoleGuess> roles(head_.columns.size());
        if (manifest_.hasColumns) {
            for (RoleGuess& role : roles)
                role.reason = "the manifest does not name it";
            for (const auto& [at, role] : fixed_)
                roles[at] = role;
        } else {
            roles = guessRoles(head_, facts_, fixed_);
        }
        for (std::size_t at = 0; at < roles.size(); ++at) {
            PlannedColumn column;
            column.name = head_.columns[at].name;
            column.role = roles[at].role;
            column.classOf = roles[at].classOf;
            column.reason = roles[at].reason;
            column.examples = examplesOf(at);
            if (column.role && !fixed_.contains(at))
                guess("Column \"" + column.name + "\" is taken as " + std::string(name(*column.role)) + ": " +
                      column.reason + ".");
            plan_.columns.push_back(std::move(column));
        }
    }

    std::vector<std::string> examplesOf(std::size_t at) const {
        std::vector<std::string> examples;
        for (const SampleCell& cell : head_.columns[at].cells) {
            if (cell.text.empty() || std::find(examples.begin(), examples.end(), cell.text) != examples.end())
                continue;
            examples.push_back(cell.text);
            if (examples.size() == 5) break;
        }
        return examples;
    }

    std::optional<std::size_t> columnOf(ColumnRole role) const {
        for (std::size_t at = 0; at < plan_.columns.size(); ++at)
            if (plan_.columns[at].role == role) return at;
        return std::nullopt;
    }

    std::vector<LabelCount> labelsSeen() const {
        std::vector<LabelCount> labels;
        const auto at = columnOf(ColumnRole::Label);
        if (!at) return labels;
        for (const SampleCell& cell : head_.columns[*at].cells) {
            if (cell.kind == CellKind::Missing || cell.kind == CellKind::NotANumber || isMissing(cell.text))
                continue;
            const auto known = std::find_if(labels.begin(), labels.end(),
                                            [&](const LabelCount& l) { return l.label == cell.text; });
            if (known == labels.end())
                labels.push_back({cell.text, 1});
            else
                ++known->rows;
        }
        return labels;
    }

    static bool isMissing(const std::string& text) {
        const std::string plain = lowered(text);
        return plain.empty() || plain == "na" || plain == "n/a" || plain == "null" || plain == "nan";
    }

    void settleTask() {
        labels_ = labelsSeen();
        const bool classScores = columnOf(ColumnRole::ClassScore).has_value();
        if (manifest_.task) {
            plan_.task = *manifest_.task;
        } else if (memory_.known) {
            plan_.task = memory_.task;
        } else if (answers_.classes.size() == 2 || manifest_.classes.size() == 2) {
            plan_.task = Task::Binary;
        } else if (classScores) {
            plan_.task = Task::Multiclass;
            guess("The task is multiclass: there is a score column for each class.");
        } else if (labels_.size() > 2 && columnOf(ColumnRole::Prediction) && answers_.positive.empty() &&
                   !fixedScore()) {
            plan_.task = Task::Multiclass;
            guess("The task is multiclass: the label has " + std::to_string(labels_.size()) +
                  " values and there is a prediction.");
            if (const auto score = columnOf(ColumnRole::Score))
                plan_.columns[*score].role = ColumnRole::Numeric;
        }
    }

    bool fixedScore() const {
        return std::any_of(fixed_.begin(), fixed_.end(),
                           [](const auto& entry) { return entry.second.role == ColumnRole::Score; });
    }

    void requireColumns() {
        if (!columnOf(ColumnRole::Label) && !manifest_.hasColumns) incomplete(ColumnRole::Label);
        const bool scored = columnOf(ColumnRole::Score) || columnOf(ColumnRole::ClassScore) ||
                            (plan_.task == Task::Multiclass && columnOf(ColumnRole::Prediction));
        if (!scored) incomplete(ColumnRole::Score);
    }

    void incomplete(ColumnRole role) {
        std::string sentence;
        if (head_.columns.size() == 1 && plan_.dialect.format == FileFormat::Csv) {
            sentence = fileName() + " is no table: its first line has only one field; check the delimiter.";
        } else {
            std::string known;
            for (std::size_t i = 0; i < head_.columns.size() && i < 20; ++i)
                known += (i == 0 ? "" : ", ") + head_.columns[i].name;
            sentence = "No " + std::string(name(role)) + " column was found in " + fileName() +
                       " (columns: " + known + "); say which one it is" +
                       (answers_.preview ? "." : " (--" + std::string(name(role)) + ").");
        }
        if (!answers_.preview) refuse(sentence);
        plan_.incomplete = true;
        guess(sentence);
    }

    void settleClasses() {
        plan_.classes = !answers_.classes.empty()    ? answers_.classes
                        : !manifest_.classes.empty() ? manifest_.classes
                                                     : rememberedClasses();
        plan_.classesGiven = !plan_.classes.empty();
        plan_.positive = firstOf(answers_.positive, manifest_.positive);
        if (plan_.positive.empty() && plan_.classesGiven && memory_.known &&
            contains(plan_.classes, memory_.positive))
            plan_.positive = memory_.positive;
        plan_.positiveGuessed = plan_.positive.empty();
        if (!plan_.classesGiven) guessClasses();
        if (plan_.task == Task::Binary && plan_.positiveGuessed) guessPositiveClass();
        if (!plan_.positive.empty() && !contains(plan_.classes, plan_.positive))
            refuse("\"" + plan_.positive + "\" is to be the positive class, but the classes are " +
                   listed(plan_.classes) + ".");
    }

    static bool contains(const std::vector<std::string>& list, const std::string& one) {
        return std::find(list.begin(), list.end(), one) != list.end();
    }

    static std::string listed(const std::vector<std::string>& list) {
        std::string out;
        for (const std::string& one : list)
            out += (out.empty() ? "\"" : ", \"") + one + "\"";
        return out;
    }

    // The model's classes, when the labels of this file are among them.
    std::vector<std::string> rememberedClasses() const {
        const bool all = std::all_of(labels_.begin(), labels_.end(), [this](const LabelCount& label) {
            return contains(memory_.classes, label.label);
        });
        return memory_.known && all ? memory_.classes : std::vector<std::string>();
    }

    void guessClasses() {
        if (plan_.task == Task::Multiclass)
            for (const PlannedColumn& column : plan_.columns)
                if (column.role == ColumnRole::ClassScore) plan_.classes.push_back(column.classOf);
        if (plan_.classes.empty()) {
            const std::string positive = plan_.task == Task::Multiclass || labels_.empty() ? plan_.positive
                                         : plan_.positiveGuessed ? guessPositive(labels_).positive
                                                                 : plan_.positive;
            const bool misspelt = !plan_.positiveGuessed && head_.whole && labels_.size() >= 2;
            plan_.classes = orderClasses(labels_, misspelt ? std::string() : positive);
            if (misspelt && plan_.classes.size() == 2 && plan_.classes[0] == positive)
                std::swap(plan_.classes[0], plan_.classes[1]);
            return;
        }
        for (const LabelCount& label : labels_)
            if (!contains(plan_.classes, label.label)) plan_.classes.push_back(label.label);
    }

    void guessPositiveClass() {
        std::vector<LabelCount> candidates = labels_;
        std::erase_if(candidates, [this](const LabelCount& l) { return !contains(plan_.classes, l.label); });
        if (candidates.size() < 2 && plan_.classesGiven)
            for (const std::string& one : plan_.classes)
                if (std::none_of(candidates.begin(), candidates.end(),
                                 [&](const LabelCount& l) { return l.label == one; }))
                    candidates.push_back({one, 0});
        if (candidates.empty()) {
            // Nothing is known of the labels, and none are there.
            plan_.classes = {"0", "1"};
            plan_.positive = "1";
            return;
        }
        const PositiveGuess guessed = guessPositive(candidates);
        plan_.positive = guessed.positive;
        guess("The positive class is \"" + guessed.positive + "\": " + guessed.reason + ".");
    }

    void settleKind() {
        plan_.threshold = firstOf(answers_.threshold, manifest_.threshold);
        if (plan_.threshold && std::isnan(*plan_.threshold))
            refuse("\"nan\" is no threshold; give a number.");
        if (const auto kind = firstOf(answers_.scoreKind, manifest_.kind)) {
            plan_.kind = *kind;
            return;
        }
        auto at = columnOf(ColumnRole::Score);
        if (!at) at = columnOf(ColumnRole::ClassScore);
        if (!at) return;
        const KindGuess guessed = guessKind(head_.columns[*at].name, facts_[*at]);
        plan_.kind = guessed.kind;
        guess("Scores are taken as " + std::string(kindWords(guessed.kind)) + ": " + guessed.reason + ".");
    }

    void tellManifest() {
        if (plan_.manifestJson.empty()) return;
        if (!manifest_.dataFile.empty() && manifest_.dataFile != plan_.file.filename().string())
            guess("The manifest was written for \"" + manifest_.dataFile + "\", not for " + fileName() + ".");
        if (manifest_.unknownKeys.empty()) return;
        std::string keys;
        for (const std::string& key : manifest_.unknownKeys)
            keys += (keys.empty() ? "" : ", ") + key;
        guess("The manifest also says something this program does not use, which is kept: " + keys + ".");
    }

    const ImportAnswers& answers_;
    ImportPlan plan_;
    Manifest manifest_;
    ModelMemory memory_;
    std::vector<ManifestColumn> asked_;
    FileHead head_;
    std::vector<ColumnFacts> facts_;
    std::map<std::size_t, RoleGuess> fixed_;
    std::vector<LabelCount> labels_;
};

}  // namespace

ImportPlan planFile(const std::filesystem::path& file, const std::optional<std::filesystem::path>& manifest,
                    const ImportAnswers& answers, const MemoryOf& memoryOf) {
    return Planner(file, manifest, answers, memoryOf).run();
}

}  // namespace reckoner
