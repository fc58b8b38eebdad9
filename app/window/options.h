// What the window's command line asks for.
#pragma once

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

struct Options {
    std::optional<std::filesystem::path> store;
    std::optional<RenderOptions> render;
    bool done = false;  // --help or --version was answered
};

// Throws Error{Usage}. Help and version go to standard output.
Options parseOptions(const std::vector<std::string>& arguments);

}  // namespace reckoner::window
