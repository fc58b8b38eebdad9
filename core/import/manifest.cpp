#include "core/import/manifest.h"

#include <array>
#include <cmath>
#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/import/class_guess.h"
#include "core/import/manifest_costs.h"

namespace reckoner {

namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::uintmax_t kMostBytes = 16 * 1024 * 1024;

struct RoleKey {
    std::string_view key;
    ColumnRole role;
};
// Keys of "columns" that name one column; amount may also be a list, "segments" and "numeric" are lists.
constexpr std::array<RoleKey, 17> kRoleKeys{{{"id", ColumnRole::Id},
                                             {"label", ColumnRole::Label},
                                             {"score", ColumnRole::Score},
                                             {"predicted", ColumnRole::Prediction},
                                             {"segments", ColumnRole::Segment},
                                             {"numeric", ColumnRole::Numeric},
                                             {"text", ColumnRole::Text},
                                             {"amount", ColumnRole::Amount},
                                             {"weight", ColumnRole::Weight},
                                             {"timestamp", ColumnRole::Timestamp},
                                             {"latency_ms", ColumnRole::Latency},
                                             {"explanation", ColumnRole::Explanation},
                                             {"override", ColumnRole::Override},
                                             {"actionable", ColumnRole::Actionable},
                                             {"outcome", ColumnRole::Outcome},
                                             {"acted_on", ColumnRole::ActedOn},
                                             {"latency", ColumnRole::Latency}}};

class ManifestReader {
 public:
    ManifestReader(const std::string& json, const std::string& fileName) {
        manifest_.json = json;
        manifest_.fileName = fileName;
    }

    Manifest read() {
        parse();
        schema();
        names();
        dialect();
        classes();
        numbers();
        columns();
        unknown();
        return std::move(manifest_);
    }

 private:
    [[noreturn]] void refuse(const std::string& what) const {
        throw Error(ErrorCode::BadInput, "Manifest \"" + manifest_.fileName + "\": " + what,
                    manifest_.fileName);
    }

    void parse() {
        std::string_view text = manifest_.json;
        if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
        try {
            root_ = OrderedJson::parse(text);
        } catch (const OrderedJson::parse_error& error) {
            refuse("it is no valid JSON (at byte " + std::to_string(error.byte) + ").");
        }
        if (!root_.is_object()) refuse("it is no JSON object.");
    }

    const OrderedJson* find(const OrderedJson& object, const std::string& key) {
        if (&object == &root_) known_.insert(key);
        const auto at = object.find(key);
        return at == object.end() || at->is_null() ? nullptr : &*at;
    }

    std::string text(const OrderedJson& value, const std::string& key) const {
        if (!value.is_string()) refuse("\"" + key + "\" must be text.");
        return value.get<std::string>();
    }

    std::string textOf(const std::string& key) {
        const OrderedJson* value = find(root_, key);
        return value == nullptr ? std::string() : text(*value, key);
    }

    // A class or name may also be written as a number or a boolean.
    std::string label(const OrderedJson& value, const std::string& key) const {
        if (value.is_string()) return value.get<std::string>();
        if (value.is_number() || value.is_boolean()) return value.dump();
        refuse("\"" + key + "\" must be text, a number or true or false.");
    }

    std::string labelOf(const std::string& key) {
        const OrderedJson* value = find(root_, key);
        return value == nullptr ? std::string() : label(*value, key);
    }

    void schema() {
        const std::string schema = textOf("schema");
        if (!schema.empty() && schema != "model-review-run/1")
            refuse("its schema is \"" + schema + "\"; this program reads \"model-review-run/1\".");
    }

    void names() {
        manifest_.modelName = textOf("model_name");
        manifest_.modelVersion = labelOf("model_version");
        manifest_.algorithm = textOf("algorithm");
        manifest_.evalSet = labelOf("eval_set");
        manifest_.runDate = textOf("run_date");
        manifest_.parent = labelOf("parent");
        manifest_.changelog = textOf("changelog");
        manifest_.notes = textOf("notes");
        manifest_.dataFile = textOf("data_file");
        if (const std::string hash = textOf("sha256"); !hash.empty()) manifest_.sha256 = hash;
        const std::string task = textOf("task");
        if (task == "binary")
            manifest_.task = Task::Binary;
        else if (task == "multiclass")
            manifest_.task = Task::Multiclass;
        else if (!task.empty())
            refuse("\"task\" is \"" + task + "\"; it must be \"binary\" or \"multiclass\".");
    }

    void dialect() {
        const std::string format = textOf("format");
        if (format == "csv")
            manifest_.format = FileFormat::Csv;
        else if (format == "jsonl")
            manifest_.format = FileFormat::JsonLines;
        else if (!format.empty())
            refuse("\"format\" is \"" + format + "\"; it must be \"csv\" or \"jsonl\".");
        if (const std::string name = textOf("delimiter"); !name.empty()) {
            manifest_.delimiter = delimiterNamed(name);
            if (!manifest_.delimiter) refuse("\"delimiter\" must be one character.");
        }
        if (const std::string name = textOf("decimal"); !name.empty()) {
            if (name != "." && name != ",") refuse("\"decimal\" must be \".\" or \",\".");
            manifest_.decimal = name[0];
        }
        if (const std::string name = textOf("encoding"); !name.empty()) {
            manifest_.encoding = encodingNamed(name);
            if (!manifest_.encoding)
                refuse("the encoding \"" + name + "\" is not known; UTF-8, UTF-16 and Latin-1 can be read.");
        }
    }

    void classes() {
        manifest_.positive = labelOf("positive_class");
        if (const OrderedJson* list = find(root_, "classes")) {
            if (!list->is_array()) refuse("\"classes\" must be a list.");
            std::set<std::string> seen;
            for (const OrderedJson& one : *list) {
                manifest_.classes.push_back(label(one, "classes"));
                if (!seen.insert(manifest_.classes.back()).second)
                    refuse("\"classes\" has \"" + manifest_.classes.back() + "\" twice.");
            }
        }
        const auto& all = manifest_.classes;
        if (!manifest_.positive.empty() && !all.empty() &&
            std::find(all.begin(), all.end(), manifest_.positive) == all.end())
            refuse("its positive_class \"" + manifest_.positive + "\" is not one of its classes.");
    }

    void numbers() {
        if (const OrderedJson* rows = find(root_, "n_rows")) {
            if (!rows->is_number_integer() || rows->get<double>() < 0)
                refuse("\"n_rows\" must be a whole number.");
            manifest_.rows = rows->get<std::uint64_t>();
        }
        if (const OrderedJson* threshold = find(root_, "decision_threshold")) {
            if (!threshold->is_number()) refuse("\"decision_threshold\" must be a number.");
            manifest_.threshold = threshold->get<double>();
        }
        if (const std::string kind = textOf("score_kind"); !kind.empty()) {
            manifest_.kind = scoreKind(kind);
            if (!manifest_.kind)
                refuse("\"score_kind\" is \"" + kind +
                       "\"; it must be probability, percent, logit, margin or raw.");
        }
    }

    void columns() {
        const OrderedJson* columns = find(root_, "columns");
        if (columns == nullptr) return;
        if (!columns->is_object()) refuse("\"columns\" must be an object.");
        manifest_.hasColumns = true;
        for (const auto& [key, value] : columns->items()) {
            if (value.is_null()) continue;
            if (key == "scores")
                classScores(value);
            else
                roleColumns(key, value);
        }
    }

    void classScores(const OrderedJson& scores) {
        if (!scores.is_object()) refuse("\"columns.scores\" must be an object of class and column.");
        for (const auto& [className, column] : scores.items())
            addColumn(text(column, "columns.scores"), ColumnRole::ClassScore, className);
    }

    void roleColumns(const std::string& key, const OrderedJson& value) {
        for (const RoleKey& known : kRoleKeys) {
            if (known.key != key) continue;
            const bool list = known.role == ColumnRole::Segment || known.role == ColumnRole::Numeric ||
                              known.role == ColumnRole::Amount || known.role == ColumnRole::Text;
            if (value.is_array() && list) {
                for (const OrderedJson& one : value)
                    addColumn(text(one, "columns." + key), known.role);
                return;
            }
            return addColumn(text(value, "columns." + key), known.role);
        }
        manifest_.unknownKeys.push_back("columns." + key);
    }

    void addColumn(const std::string& column, ColumnRole role, const std::string& classOf = {}) {
        for (const ManifestColumn& other : manifest_.columns) {
            if (other.column != column) continue;
            if (other.role == role && other.classOf == classOf) return;
            refuse("column \"" + column + "\" is both " + std::string(name(other.role)) + " and " +
                   std::string(name(role)) + "; a column has one role.");
        }
        manifest_.columns.push_back({column, role, classOf});
    }

    void unknown() {
        known_.insert("cost_matrix");
        // Wrong costs refuse the import now, not after the run is stored.
        manifestCosts(manifest_.json, manifest_.fileName);
        for (const auto& [key, value] : root_.items())
            if (!known_.contains(key)) manifest_.unknownKeys.push_back(key);
    }

    Manifest manifest_;
    OrderedJson root_;
    std::set<std::string> known_;
};

}  // namespace

Manifest parseManifest(const std::string& json, const std::string& fileName) {
    return ManifestReader(json, fileName).read();
}

Manifest readManifest(const std::filesystem::path& file) {
    std::error_code code;
    const std::string shown = "\"" + file.string() + "\"";
    if (!std::filesystem::is_regular_file(file, code))
        throw Error(ErrorCode::BadInput, "There is no manifest " + shown + "; check the name.",
                    file.string());
    const std::uintmax_t size = std::filesystem::file_size(file, code);
    if (code || size > kMostBytes)
        throw Error(ErrorCode::BadInput, "The manifest " + shown + " is too large to be one.", file.string());
    std::ifstream in(file, std::ios::binary);
    std::string json(static_cast<std::size_t>(size), '\0');
    in.read(json.data(), static_cast<std::streamsize>(json.size()));
    if (!in) throw Error(ErrorCode::BadInput, "The manifest " + shown + " cannot be read.", file.string());
    return parseManifest(json, file.filename().string());
}

std::optional<std::filesystem::path> sidecarOf(const std::filesystem::path& dataFile) {
    const std::filesystem::path sidecar =
        dataFile.parent_path() / (dataFile.stem().string() + ".manifest.json");
    std::error_code code;
    if (std::filesystem::is_regular_file(sidecar, code)) return sidecar;
    return std::nullopt;
}

std::optional<Encoding> encodingNamed(std::string_view given) {
    std::string plain;
    for (const char c : lowered(given))
        if (c != '-' && c != '_' && c != ' ') plain += c;
    if (plain == "utf8" || plain == "ascii" || plain == "usascii") return Encoding::Utf8;
    if (plain == "utf8bom" || plain == "utf8sig") return Encoding::Utf8Bom;
    if (plain == "utf16" || plain == "utf16le") return Encoding::Utf16Le;
    if (plain == "utf16be") return Encoding::Utf16Be;
    for (const std::string_view latin : {"latin1", "iso88591", "cp1252", "windows1252", "iso885915"})
        if (plain == latin) return Encoding::Latin1;
    return std::nullopt;
}

std::optional<char> delimiterNamed(std::string_view given) {
    const std::string text = lowered(given);
    if (text == "tab" || text == "\\t") return '\t';
    if (text == "comma") return ',';
    if (text == "semicolon") return ';';
    if (text == "pipe" || text == "bar") return '|';
    if (given.size() == 1 && given[0] != '"' && given[0] != '\n' && given[0] != '\r') return given[0];
    return std::nullopt;
}

}  // namespace reckoner
