// The only place that names every subcommand.
#include "app/cli/subcommand.h"

namespace reckoner::cli {

std::unique_ptr<Subcommand> makeDemo();
std::unique_ptr<Subcommand> makeImport();
std::unique_ptr<Subcommand> makeRuns();
std::unique_ptr<Subcommand> makeModels();
std::unique_ptr<Subcommand> makeVersions();
std::unique_ptr<Subcommand> makeMetrics();
std::unique_ptr<Subcommand> makeCompare();
std::unique_ptr<Subcommand> makeSlices();
std::unique_ptr<Subcommand> makeTiers();
std::unique_ptr<Subcommand> makeCosts();
std::unique_ptr<Subcommand> makePolicies();
std::unique_ptr<Subcommand> makeAdopt();
std::unique_ptr<Subcommand> makeRequirement();
std::unique_ptr<Subcommand> makeGate();
std::unique_ptr<Subcommand> makeStage();
std::unique_ptr<Subcommand> makeAttach();
std::unique_ptr<Subcommand> makeExport();
std::unique_ptr<Subcommand> makeAnnotations();
std::unique_ptr<Subcommand> makeCheck();
std::unique_ptr<Subcommand> makeBackup();
std::unique_ptr<Subcommand> makeRender();
std::unique_ptr<Subcommand> makeReport();

std::vector<std::unique_ptr<Subcommand>> subcommandList() {
    std::vector<std::unique_ptr<Subcommand>> list;
    for (const auto make :
         {makeDemo,        makeImport, makeRuns,   makeModels, makeVersions, makeMetrics,
          makeCompare,     makeSlices, makeTiers,  makeCosts,  makePolicies, makeAdopt,
          makeRequirement, makeGate,   makeStage,  makeAttach, makeExport,   makeAnnotations,
          makeCheck,       makeBackup, makeRender, makeReport})
        list.push_back(make());
    return list;
}

}  // namespace reckoner::cli
