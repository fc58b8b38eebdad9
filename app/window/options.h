// What the window's command line asks for.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <QSize>

namespace reckoner::window {

struct RenderOptions {
    std::string page;
    std::string run;  // empty: the run shown first
    std::filesystem::path out;
    QSize size{1600, 1000};
    bool dark = false;
    std::optional<double> threshold;
    std::string scenario;  // empty: the likely costs
    std::string cohort;    // name of a saved one; empty: everyone
    bool present = false;
    std::map<std::string, std::string> options;  // of ReviewState: "decide.chart" = "gain"
};

// A report as PDF pages.
struct ReportOptions {
    std::vector<std::string> runs;
    std::string base;         // the run all others are compared with; empty: the first
    std::string kind;         // empty: a scorecard, or minutes of `review`
    std::int64_t review = 0;  // its number; 0: of runs
    std::filesystem::path out;
};

struct Options {
    std::optional<std::filesystem::path> store;
    std::optional<RenderOptions> render;
    std::optional<ReportOptions> report;
    bool done = false;  // --help or --version was answered
};

// Throws Error{Usage}. Help and version go to standard output.
Options parseOptions(const std::vector<std::string>& arguments);

}  // namespace reckoner::window
