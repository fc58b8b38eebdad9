#include "app/window/options.h"

#include <cmath>
#include <iostream>

#include <CLI/CLI.hpp>

#include "core/base/error.h"
#include "core/base/near_names.h"
#include "core/base/numbers.h"
#include "ui/session/option_names.h"

namespace reckoner::window {
namespace {

constexpr int kLeast = 320;
constexpr int kMost = 16'000;

// A whole number of pixels in range, else 0.
int sideOf(const std::string& text) {
    const double side = parseNumber(text).value_or(0);
    return std::floor(side) == side && side >= kLeast && side <= kMost ? static_cast<int>(side) : 0;
}

QSize sizeOf(const std::string& text) {
    const std::size_t cross = text.find('x');
    const QSize size(sideOf(text.substr(0, cross)),
                     cross == std::string::npos ? 0 : sideOf(text.substr(cross + 1)));
    if (size.isEmpty()) {
        throw Error(
            ErrorCode::Usage,
            "--size is width x height in pixels from 320 to 16000, as 1600x1000; \"" + text + "\" is none.");
    }
    return size;
}

double thresholdOf(const std::string& text) {
    const auto number = parseNumber(text);
    if (!number || std::isnan(*number))
        throw Error(ErrorCode::Usage,
                    "--threshold is a number in the score's units; \"" + text + "\" is none.");
    return *number;
}

std::filesystem::path outputOf(const std::string& text) {
    std::filesystem::path out(text);
    const std::string kind = out.extension().string();
    if (kind != ".png" && kind != ".svg" && kind != ".pdf")
        throw Error(ErrorCode::Usage, "--out must end in .png, .svg or .pdf; \"" + text + "\" does not.");
    return out;
}

std::string unknownOption(const std::string& name) {
    const std::string page = name.substr(0, name.find('.') + 1);
    std::vector<std::string> whole = optionNames();
    std::erase_if(whole, [](const std::string& one) { return one.ends_with('.'); });
    std::string known;
    for (const std::string& one : optionNames())
        if (page.empty() || one.starts_with(page))
            known += (known.empty() ? "" : ", ") + one + (one.ends_with('.') ? "NAME" : "");
    return "--option " + name + " is not known" + didYouMean(name, whole) +
           (known.empty() ? std::string() : " There are " + known + ".");
}

std::map<std::string, std::string> choicesOf(const std::vector<std::string>& texts) {
    std::map<std::string, std::string> choices;
    for (const std::string& text : texts) {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos || equals == 0)
            throw Error(ErrorCode::Usage,
                        "--option is NAME=VALUE, as decide.chart=gain; \"" + text + "\" is none.");
        const std::string name = text.substr(0, equals);
        if (!isOptionName(name)) throw Error(ErrorCode::Usage, unknownOption(name));
        choices[name] = text.substr(equals + 1);
    }
    return choices;
}

}  // namespace

Options parseOptions(const std::vector<std::string>& arguments) {
    Options options;
    RenderOptions render;
    std::string store, option, out, size, threshold;
    std::vector<std::string> choices;
    CLI::App app("Reckoner: the weekly model review, in a window.", "reckoner-window");
    app.set_version_flag("--version", "reckoner-window " RECKONER_VERSION, "Print the version");
    app.add_option("STORE", store, "the store to open (default: the last one)");
    app.add_option("--store", option, "the same");
    CLI::App* draw = app.add_subcommand("render", "Draw a page as it looks in the window, without a display");
    draw->fallthrough();
    draw->add_option("page", render.page, "today, decide, errors, segments, versions, change or record")
        ->required();
    draw->add_option("--run", render.run, "the run to show: its number or VERSION@EVALSET");
    draw->add_option("--out", out, "the file to write: .png, .svg or .pdf")->required();
    draw->add_option("--size", size, "width and height in pixels (default 1600x1000)");
    draw->add_flag("--dark", render.dark, "the dark palette");
    draw->add_option("--threshold", threshold, "the operating point, in the score's units");
    draw->add_flag("--present", render.present, "as in present mode");
    draw->add_option("--scenario", render.scenario, "the scenario of the model's costs (default: likely)");
    draw->add_option("--cohort", render.cohort, "only the samples of the saved cohort with this name");
    draw->add_option("--option", choices,
                     "what else is chosen on the page, as decide.chart=gain; repeatable");

    ReportOptions report;
    std::string reportFile;
    CLI::App* paper = app.add_subcommand("report", "Write a report as PDF, without a display");
    paper->fallthrough();
    paper->add_option("run", report.runs, "one run, or several side by side");
    paper->add_option("--base", report.base, "the run all others are compared with (default: the first)");
    paper->add_option("--kind", report.kind, "scorecard, model-card or brief");
    paper->add_option("--review", report.review, "the number of a review: its minutes");
    paper->add_option("--out", reportFile, "the file to write: .pdf")->required();

    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
        app.parse(reversed);
    } catch (const CLI::Success& wanted) {
        app.exit(wanted, std::cout, std::cout);
        options.done = true;
        return options;
    } catch (const CLI::ParseError& error) {
        throw Error(ErrorCode::Usage, std::string(error.what()) + "; `reckoner-window --help` says how.");
    }
    if (!option.empty()) store = option;
    if (!store.empty()) options.store = store;
    if (paper->parsed()) {
        report.out = reportFile;
        options.report = report;
        return options;
    }
    if (!draw->parsed()) return options;
    render.out = outputOf(out);
    if (!size.empty()) render.size = sizeOf(size);
    if (!threshold.empty()) render.threshold = thresholdOf(threshold);
    render.options = choicesOf(choices);
    options.render = render;
    return options;
}

}  // namespace reckoner::window
