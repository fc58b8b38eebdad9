#include "tests/house/source_tree.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace reckoner::house {
namespace fs = std::filesystem;
namespace {

bool isNamePart(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Blanks comments and the contents of literals, keeping every line break and column.
class Blanker {
 public:
    explicit Blanker(std::string_view text) : text_(text), out_(text) {}

    std::string run() {
        while (at_ < text_.size()) {
            if (starts("//"))
                blankUntil("\n", 0);
            else if (starts("/*"))
                blankUntil("*/", 2);
            else if (starts("R\"") && !afterName())
                blankRawString();
            else if (text_[at_] == '"')
                blankQuoted('"');
            else if (text_[at_] == '\'' && !afterName())
                blankQuoted('\'');
            else
                ++at_;
        }
        return out_;
    }

 private:
    bool starts(std::string_view what) const { return text_.substr(at_).starts_with(what); }
    // 1'000 is a number and uR"( is a raw string.
    bool afterName() const {
        return at_ > 0 && isNamePart(text_[at_ - 1]) && text_[at_ - 1] != 'u' && text_[at_ - 1] != 'L';
    }
    void blank(std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < std::min(to, out_.size()); ++i)
            if (out_[i] != '\n') out_[i] = ' ';
    }
    void blankUntil(std::string_view end, std::size_t keep) {
        const std::size_t found = text_.find(end, at_ + keep);
        const std::size_t stop = found == std::string_view::npos ? text_.size() : found + keep;
        blank(at_, stop);
        at_ = stop;
    }
    void blankQuoted(char quote) {
        const std::size_t begin = ++at_;
        while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n')
            at_ += text_[at_] == '\\' ? 2 : 1;
        blank(begin, at_);
        ++at_;
    }
    void blankRawString() {
        const std::size_t open = text_.find('(', at_);
        if (open == std::string_view::npos) {
            ++at_;
            return;
        }
        const std::string close = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
        const std::size_t end = std::min(text_.find(close, open), text_.size());
        blank(open + 1, end);
        at_ = std::min(end + close.size(), text_.size());
    }

    std::string_view text_;
    std::string out_;
    std::size_t at_ = 0;
};

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

bool isOurs(const fs::path& relative) {
    const std::string first = relative.begin()->string();
    return first != ".git" && first != ".cache" && !first.starts_with("build");
}

}  // namespace

std::string SourceFile::folder() const {
    return fs::path(path).parent_path().generic_string();
}

std::vector<SourceFile::Include> SourceFile::includes() const {
    std::vector<Include> found;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t hash = lines[i].find_first_not_of(" \t");
        // A directive inside a comment or a raw string is blank in `code`.
        if (hash == std::string::npos || lines[i][hash] != '#' || code[i].size() <= hash ||
            code[i][hash] != '#')
            continue;
        const std::size_t word = lines[i].find("include", hash);
        const std::size_t open = lines[i].find_first_of("<\"", hash);
        if (word == std::string::npos || open == std::string::npos || open < word) continue;
        const std::size_t close = lines[i].find_first_of(">\"", open + 1);
        if (close != std::string::npos) found.push_back({i, lines[i].substr(open + 1, close - open - 1)});
    }
    return found;
}

SourceFile parseSource(std::string path, std::string_view text) {
    SourceFile file;
    file.path = std::move(path);
    file.lines = linesOf(std::string(text));
    file.code = linesOf(Blanker(text).run());
    return file;
}

const std::vector<SourceFile>& sourceTree() {
    static const std::vector<SourceFile> tree = [] {
        std::vector<SourceFile> files;
        for (const char* top : {"app", "core", "tests", "ui"})
            for (const auto& entry : fs::recursive_directory_iterator(root() / top)) {
                const std::string name = entry.path().extension().string();
                if (!entry.is_regular_file() || (name != ".h" && name != ".cpp")) continue;
                files.push_back(
                    parseSource(fs::relative(entry.path(), root()).generic_string(), readText(entry.path())));
            }
        std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
        return files;
    }();
    return tree;
}

std::vector<fs::path> textFiles() {
    std::vector<fs::path> files;
    for (auto entry = fs::recursive_directory_iterator(root()); entry != fs::recursive_directory_iterator();
         ++entry) {
        const fs::path relative = fs::relative(entry->path(), root());
        if (!isOurs(relative)) {
            entry.disable_recursion_pending();
            continue;
        }
        if (!entry->is_regular_file()) continue;
        std::ifstream in(entry->path(), std::ios::binary);
        std::string head(4096, '\0');
        in.read(head.data(), static_cast<std::streamsize>(head.size()));
        head.resize(static_cast<std::size_t>(in.gcount()));
        if (head.find('\0') == std::string::npos) files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

fs::path root() {
    return RECKONER_SOURCE_TREE;
}

std::string readText(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::size_t findWord(std::string_view text, std::string_view word, std::size_t from) {
    for (std::size_t at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool left = at > 0 && isNamePart(word.front()) && isNamePart(text[at - 1]);
        const bool right = end < text.size() && isNamePart(word.back()) && isNamePart(text[end]);
        if (!left && !right) return at;
    }
    return std::string_view::npos;
}

}  // namespace reckoner::house
