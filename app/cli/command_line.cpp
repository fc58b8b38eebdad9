#include "app/cli/command_line.h"

#include <filesystem>

#include <CLI/CLI.hpp>

#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "app/cli/window_program.h"
#include "app/cli/wrong_usage.h"
#include "core/base/error.h"
#include "core/base/failure_report.h"
#include "core/base/near_names.h"

namespace reckoner::cli {
namespace {

constexpr const char* kAbout =
    "Reckoner: evaluation runs, thresholds and what mistakes cost. Without a subcommand it opens the window.";

constexpr const char* kFooter =
    "Examples:\n"
    "  reckoner                                  open the window on the last store\n"
    "  reckoner demo --store demo.reckoner       make a store with demo data\n"
    "  reckoner demo.reckoner                    open the window on it\n"
    "  reckoner metrics 2 --threshold 0.31       every number of run 2\n"
    "\n"
    "Exit codes: 0 done, 1 `gate` failed, 2 wrong usage, 3 bad input (nothing was stored), 4 the store "
    "cannot\n"
    "be used, 5 `gate --strict`: not enough evidence, 70 internal error, 74 the output could not be "
    "written,\n"
    "130 interrupted.";

std::string footer(std::string_view examples) {
    std::string text = "Examples:\n  ";
    for (const char c : examples) {
        text += c;
        if (c == '\n') text += "  ";
    }
    return text;
}

// No arguments, or a store first: the rest is for the window.
bool wantsWindow(const std::vector<std::string>& arguments) {
    if (arguments.empty()) return true;
    const std::string& first = arguments.front();
    std::error_code ignored;
    return !first.starts_with('-') &&
           (first.ends_with(".reckoner") || std::filesystem::exists(first, ignored));
}

bool isSubcommand(const std::vector<std::unique_ptr<Subcommand>>& list, const std::string& word) {
    return std::any_of(list.begin(), list.end(), [&](const auto& entry) { return entry->name() == word; });
}

void refuseUnknownWord(const std::vector<std::unique_ptr<Subcommand>>& list,
                       const std::vector<std::string>& arguments) {
    const std::string& first = arguments.front();
    if (first.starts_with('-') || isSubcommand(list, first)) return;
    std::vector<std::string> names;
    for (const auto& entry : list)
        names.emplace_back(entry->name());
    throw Error(ErrorCode::Usage, "\"" + first + "\" is neither a subcommand nor a store that exists" +
                                      didYouMean(first, names) + " `reckoner --help` lists the subcommands.");
}

int dispatch(const std::vector<std::string>& arguments, const std::stop_token& stop, std::string& running) {
    auto list = subcommandList();
    const bool subcommandFirst = !arguments.empty() && isSubcommand(list, arguments.front());
    if (!subcommandFirst && wantsWindow(arguments)) becomeWindow(arguments);
    refuseUnknownWord(list, arguments);

    Session session;
    session.arguments = arguments;
    CLI::App app(kAbout, "reckoner");
    app.footer(kFooter);
    app.set_version_flag("--version", "reckoner " RECKONER_VERSION, "Print the version");
    app.set_help_flag("-h,--help", "Print this help");
    app.add_option("--store", session.store, "the store's file (default: the last one opened)");
    app.add_flag("--json", session.json, "print one JSON document");
    app.fallthrough();
    app.require_subcommand(0, 1);
    app.get_formatter()->column_width(34);

    Subcommand* chosen = nullptr;
    for (const auto& entry : list) {
        CLI::App* child = app.add_subcommand(std::string(entry->name()), std::string(entry->summary()));
        child->fallthrough();
        child->footer(footer(entry->examples()) + "\n\nGlobal options: --store FILE, --json, --help.");
        entry->declare(*child);
        child->callback([&chosen, subcommand = entry.get()] { chosen = subcommand; });
    }

    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
        app.parse(reversed);
    } catch (const CLI::Success& wanted) {
        std::ostringstream help;
        app.exit(wanted, help, help);
        print(help.str());
        flushOutput();
        return 0;
    } catch (const CLI::ParseError& error) {
        throw Error(ErrorCode::Usage, wrongUsage(app, error));
    }
    if (!chosen)
        becomeWindow(session.store.empty() ? std::vector<std::string>{} : std::vector{session.store});

    running = std::string(chosen->name());
    session.task = TaskContext(stop, progressLine());
    const int code = chosen->run(session);
    clearProgressLine();
    flushOutput();
    return code;
}

// The place leads the sentence unless the sentence names it already.
std::string sentenceWithPlace(const Error& error) {
    const std::string sentence = error.what();
    const std::string name = std::filesystem::path(error.where()).filename().string();
    const bool named = error.where().empty() || (!name.empty() && sentence.find(name) != std::string::npos);
    return named ? sentence : error.where() + ": " + sentence;
}

int internalError(const std::string& running, const std::string& what) {
    const auto report = writeFailureReport({"reckoner " + running, what}, SystemClock());
    complain("internal error: " + what + (report ? ". A report is in " + report->string() + "." : "."));
    return exitCodeOf(ErrorCode::Internal);
}

}  // namespace

int commandLine(const std::vector<std::string>& arguments, const std::stop_token& stop) {
    std::string running;
    try {
        return dispatch(arguments, stop, running);
    } catch (const OutputError& error) {
        clearProgressLine();
        complain(error.what());
        return kOutputFailed;
    } catch (const Error& error) {
        clearProgressLine();
        if (error.code() == ErrorCode::Internal) return internalError(running, error.what());
        complain(sentenceWithPlace(error));
        return exitCodeOf(error.code());
    } catch (const std::exception& error) {
        clearProgressLine();
        return internalError(running, error.what());
    }
}

}  // namespace reckoner::cli
