#include "ui/session/draft_file.h"

#include <atomic>
#include <fstream>
#include <iterator>
#include <system_error>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <unistd.h>

namespace reckoner {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// FNV-1a: the same name for the same store in every version of the program.
std::string nameOf(const fs::path& store) {
    std::error_code ignored;
    const fs::path whole = fs::weakly_canonical(store, ignored);
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : (whole.empty() ? store : whole).string()) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001B3ULL;
    }
    return std::to_string(hash);
}

// Held as long as the window lives; the system lets go of it when the program dies.
int lockedFile(const fs::path& file) {
    const int handle = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (handle < 0) return -1;
    if (::flock(handle, LOCK_EX | LOCK_NB) == 0) return handle;
    ::close(handle);
    return -1;
}

fs::path lockOf(fs::path file) {
    return file.replace_extension(".lock");
}

Json toJson(const Annotation& note) {
    return {{"id", note.id},
            {"uid", note.uid},
            {"model", note.modelId},
            {"sample", note.sampleId},
            {"text", note.text},
            {"expected", note.expected},
            {"produced", note.produced},
            {"happened", note.happened},
            {"user", note.user},
            {"context", note.context},
            {"action", note.action},
            {"owner", note.owner},
            {"tags", note.tags},
            {"severity", name(note.severity)},
            {"cost", note.cost ? Json(*note.cost) : Json()},
            {"status", name(note.status)},
            {"author", note.author},
            {"seen_on", note.seenOnVersion},
            {"created_at", note.createdAt},
            {"changed_by", note.changedBy},
            {"revision", note.revision}};
}

Annotation fromJson(const Json& json) {
    Annotation note;
    note.id = json.value("id", std::int64_t{0});
    note.uid = json.value("uid", "");
    note.modelId = json.value("model", std::int64_t{0});
    note.sampleId = json.value("sample", "");
    note.text = json.value("text", "");
    note.expected = json.value("expected", "");
    note.produced = json.value("produced", "");
    note.happened = json.value("happened", "");
    note.user = json.value("user", "");
    note.context = json.value("context", "");
    note.action = json.value("action", "");
    note.owner = json.value("owner", "");
    note.tags = json.value("tags", std::vector<std::string>());
    note.severity = severity(json.value("severity", "none")).value_or(Severity::None);
    if (json.contains("cost") && json["cost"].is_number()) note.cost = json["cost"].get<double>();
    note.status = caseStatus(json.value("status", "open")).value_or(CaseStatus::Open);
    note.author = json.value("author", "");
    note.seenOnVersion = json.value("seen_on", "");
    note.createdAt = json.value("created_at", "");
    note.changedBy = json.value("changed_by", "");
    note.revision = json.value("revision", std::int64_t{0});
    return note;
}

std::string contentOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Annotation> readDrafts(const std::string& text) {
    std::vector<Annotation> drafts;
    const Json document = Json::parse(text, nullptr, false);
    if (!document.is_array()) return drafts;
    for (const Json& entry : document) {
        try {
            if (entry.is_object()) drafts.push_back(fromJson(entry));
        } catch (const Json::exception&) {
            continue;  // written by somebody else: not ours to use
        }
    }
    return drafts;
}

}  // namespace

KeptText::KeptText(fs::path folder, const fs::path& store, const std::string& kind)
    : folder_(std::move(folder)), prefix_((kind.empty() ? "" : kind + "-") + nameOf(store)) {
    static std::atomic<int> windows{0};
    file_ =
        folder_ / (prefix_ + "-" + std::to_string(::getpid()) + "-" + std::to_string(++windows) + ".json");
}

KeptText::~KeptText() {
    for (const Left& left : left_)
        ::close(left.lock);
    if (lock_ < 0) return;
    std::error_code ignored;
    if (!fs::exists(file_, ignored)) fs::remove(lockOf(file_), ignored);
    ::close(lock_);
}

bool KeptText::begin() {
    if (lock_ >= 0) return true;
    std::error_code problem;
    fs::create_directories(folder_, problem);
    lock_ = lockedFile(lockOf(file_));
    return lock_ >= 0;
}

bool KeptText::write(const std::string& text) {
    std::error_code problem;
    if (text.empty()) {
        if (lock_ >= 0) fs::remove(file_, problem);
        return true;
    }
    if (!begin()) return false;
    fs::path fresh = file_;
    fresh.replace_extension(".new");
    std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    if (!out) {
        fs::remove(fresh, problem);
        return false;
    }
    fs::rename(fresh, file_, problem);
    return !problem;
}

std::vector<std::string> KeptText::left() {
    std::vector<std::string> texts;
    std::error_code problem;
    for (fs::directory_iterator entry(folder_, problem), end; !problem && entry != end;
         entry.increment(problem)) {
        const fs::path& file = entry->path();
        if (file.extension() != ".json" || file == file_) continue;
        if (!file.filename().string().starts_with(prefix_ + "-")) continue;
        const int lock = lockedFile(lockOf(file));
        if (lock < 0) continue;  // its window lives
        left_.push_back({file, lock});
        texts.push_back(contentOf(file));
    }
    return texts;
}

void KeptText::forgetLeft() {
    std::error_code ignored;
    for (const Left& left : left_) {
        fs::remove(left.file, ignored);
        fs::remove(lockOf(left.file), ignored);
        ::close(left.lock);
    }
    left_.clear();
}

bool DraftFile::write(const std::vector<Annotation>& drafts) {
    if (drafts.empty()) return text_.write({});
    Json document = Json::array();
    for (const Annotation& draft : drafts)
        document.push_back(toJson(draft));
    return text_.write(document.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::vector<Annotation> DraftFile::left() {
    std::vector<Annotation> drafts;
    for (const std::string& text : text_.left())
        for (Annotation& draft : readDrafts(text))
            drafts.push_back(std::move(draft));
    return drafts;
}

}  // namespace reckoner
