#include <CLI/CLI.hpp>

#include "app/cli/cohort_option.h"
#include "app/cli/cost_option.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "app/cli/window_program.h"

namespace reckoner::cli {
namespace {

class Render final : public Subcommand {
 public:
    std::string_view name() const override { return "render"; }
    std::string_view summary() const override { return "Draw a page as it looks in the window"; }
    std::string_view examples() const override {
        return "reckoner render decide --run 2.0.0@credit-applications-cv5 --out decide.png\n"
               "reckoner render decide --run 2 --out decide.svg --size 1600x1000 --dark --threshold 0.31\n"
               "reckoner render decide --run 2 --out worst.png --scenario worst --option decide.costs=open\n"
               "reckoner render decide --run 2 --out slide.png --size 1920x1080 --present --cohort \"Large "
               "loans\"";
    }

    void declare(CLI::App& app) override {
        app.add_option("page", page_, "today, decide, errors, segments, versions, change or record")
            ->required();
        app.add_option("--run", run_, "the run to show: its number or VERSION@EVALSET");
        app.add_option("--out", out_, "the file to write: .png, .svg or .pdf")->required();
        app.add_option("--size", size_, "width and height in pixels, as 1600x1000");
        app.add_flag("--dark", dark_, "the dark palette");
        app.add_flag("--present", present_, "as in present mode: large type, no navigation, no forms");
        app.add_option("--threshold", threshold_, "the operating point, in the score's units");
        app.add_option("--scenario", scenario_, kScenarioHelp);
        app.add_option("--cohort", cohort_, kCohortHelp);
        app.add_option("--option", choices_, "NAME=VALUE: what else is chosen on the page; repeatable")
            ->allow_extra_args(false);
        // The window knows its own further options.
        app.allow_extras();
    }

    int run(const Session& session) override {
        std::vector<std::string> arguments = session.arguments;
        if (session.store.empty()) {
            arguments.push_back("--store");
            arguments.push_back(session.storeFile().string());
        }
        becomeWindow(arguments);
    }

 private:
    std::string page_, run_, out_, size_, threshold_, scenario_, cohort_;
    std::vector<std::string> choices_;
    bool dark_ = false, present_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeRender() {
    return std::make_unique<Render>();
}

}  // namespace reckoner::cli
