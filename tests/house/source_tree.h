// The project's own sources as text, for the tests that read them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace reckoner::house {

struct SourceFile {
    std::string path;                // from the root: "core/base/error.h"
    std::vector<std::string> lines;  // as written
    std::vector<std::string> code;   // the same lines; comments and what stands in quotes are blank

    bool isHeader() const { return path.ends_with(".h"); }
    // "ui/pages/decide" of "ui/pages/decide/decide_page.cpp".
    std::string folder() const;
    // Paths of its #include lines with their line index, "<QString>" and "core/base/error.h" without
    // brackets or quotes.
    struct Include {
        std::size_t line;
        std::string target;
    };
    std::vector<Include> includes() const;
};

SourceFile parseSource(std::string path, std::string_view text);

// Every .h and .cpp of app, core, ui and tests, by path.
const std::vector<SourceFile>& sourceTree();

// Every text file a person keeps in the project (no build output, no version control, no binary file).
std::vector<std::filesystem::path> textFiles();

std::filesystem::path root();
std::string readText(const std::filesystem::path& file);

// Where `word` stands on its own in `text` from `from` on: not as a part of a longer name. npos: nowhere.
std::size_t findWord(std::string_view text, std::string_view word, std::size_t from = 0);

}  // namespace reckoner::house
