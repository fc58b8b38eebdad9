#include "tests/house/rule.h"

namespace reckoner::house {
namespace {

// Files of ui/pages/NAME/ may include only their own folder of ui/pages and what lies directly in it;
// page_list.cpp alone names every page.
std::vector<Offence> foreignPages(const SourceFile& file) {
    std::vector<Offence> found;
    if (file.path.starts_with("tests/") || file.path == "ui/pages/page_list.cpp") return found;
    const std::string pages = "ui/pages/";
    for (const SourceFile::Include& include : file.includes()) {
        if (!include.target.starts_with(pages)) continue;
        const std::size_t slash = include.target.find('/', pages.size());
        if (slash == std::string::npos) continue;
        if (!file.path.starts_with(include.target.substr(0, slash + 1)))
            found.push_back({include.line + 1, file.lines[include.line]});
    }
    return found;
}

std::vector<Offence> heavyHeaders(const SourceFile& file) {
    if (!file.isHeader()) return {};
    return noInclude({{"core/", "ui/", "app/"}}, {"nlohmann/json.hpp", "simdjson", "SQLiteCpp", "sqlite3",
                                                  "boost/", "CLI/", "openssl/", "zstd", "xxhash"})(file);
}

}  // namespace

std::vector<Rule> layerRules() {
    const std::vector<std::string> qt = {"Q", "qt", "Qt"};
    return {
        {"CoreHasNoQt", "Core and the command line run where there is no display.",
         noInclude({{"core/", "app/cli/"}}, qt), "core/base/a.h", "#include <QString>\n",
         "#include <queue>\n// #include <QString>\n"},
        {"CoreKnowsNeitherUiNorApp", "app -> ui -> core: core stands on its own.",
         noInclude({{"core/"}}, {"ui/", "app/", "tests/"}), "core/base/a.cpp",
         "#include \"ui/style/theme.h\"\n", "#include \"core/base/error.h\"\n"},
        {"UiKnowsNoApp", "app -> ui -> core: pages and widgets serve more than one program.",
         noInclude({{"ui/"}}, {"app/", "tests/"}), "ui/widgets/a.cpp", "#include \"app/window/options.h\"\n",
         "#include \"core/base/error.h\"\n"},
        {"TheCommandLineKnowsNoUi", "`reckoner` links no Qt.",
         noInclude({{"app/cli/"}}, {"ui/", "app/window/"}), "app/cli/a.cpp",
         "#include \"ui/session/review_state.h\"\n", "#include \"app/cli/command.h\"\n"},
        {"PagesDoNotKnowEachOther", "The page list places pages; only ui/pages/page_list.cpp names them all.",
         foreignPages, "ui/pages/errors/a.cpp", "#include \"ui/pages/decide/decide_page.h\"\n",
         "#include \"ui/pages/page.h\"\n#include \"ui/pages/errors/case_list.h\"\n"},
        {"OnlyTheStoreKnowsSqlite", "Only core/store includes SQLite (tests may, to damage a store).",
         noInclude({{"core/", "ui/", "app/"}, {"core/store/"}}, {"sqlite3", "SQLiteCpp"}),
         "core/import/a.cpp", "#include <sqlite3.h>\n", "#include \"core/store/store.h\"\n"},
        {"OnlyChartsKnowQtCharts", "Only ui/charts includes QtCharts.",
         noInclude(
             {{"ui/", "app/"}, {"ui/charts/"}},
             {"QtCharts",      "QChart",        "QLineSeries",       "QSplineSeries", "QScatterSeries",
              "QAreaSeries",   "QXYSeries",     "QAbstractSeries",   "QAbstractAxis", "QValueAxis",
              "QLogValueAxis", "QCategoryAxis", "QBarCategoryAxis",  "QDateTimeAxis", "QLegend",
              "QBarSet",       "QBarSeries",    "QStackedBarSeries", "QHorizontal",   "QAbstractBarSeries",
              "QBoxPlot",      "QBoxSet",       "QPieSeries",        "QPolarChart",   "QCandlestick"}),
         "ui/pages/decide/a.cpp", "#include <QLineSeries>\n", "#include \"ui/charts/cost_chart.h\"\n"},
        {"HeavyHeadersStayInSources", "They cost seconds in every file that includes the header.",
         heavyHeaders, "core/import/a.h", "#include <nlohmann/json.hpp>\n",
         "#include <nlohmann/json_fwd.hpp>\n"},
    };
}

}  // namespace reckoner::house
