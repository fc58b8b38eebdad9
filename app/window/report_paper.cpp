#include "app/window/report_paper.h"

#include <cstdio>

#include "core/base/error.h"
#include "core/base/executor.h"
#include "core/base/recent_stores.h"
#include "core/report/report_job.h"
#include "core/report/whole_file.h"
#include "ui/paper/paper_pdf.h"

namespace reckoner::window {
namespace {

ReportKind kindOf(const ReportOptions& wanted) {
    if (wanted.review != 0) return ReportKind::Minutes;
    if (wanted.kind.empty()) return ReportKind::Scorecard;
    if (const auto kind = reportKind(wanted.kind)) return *kind;
    throw Error(ErrorCode::Usage, "There is no report of the kind \"" + wanted.kind + "\".");
}

}  // namespace

int writeReport(const Options& options, const Clock& clock) {
    const ReportOptions& wanted = *options.report;
    if (wanted.out.extension() != ".pdf")
        throw Error(ErrorCode::Usage, "\"" + wanted.out.string() +
                                          "\" does not end in .pdf; `reckoner report` writes other pages.");
    if (isDatabaseFile(wanted.out))
        throw Error(ErrorCode::Usage, "\"" + wanted.out.string() +
                                          "\" is a store; a report would replace it. Name another file.");
    const auto store =
        Store::open(options.store ? *options.store : defaultStore(), OpenMode::ReadOnly, clock);
    ReportRequest request;
    request.kind = kindOf(wanted);
    request.review = wanted.review;
    request.today = isoTime(clock.now()).substr(0, 10);
    for (const std::string& run : wanted.runs)
        request.runs.push_back(store->resolveRun(run));
    if (!wanted.base.empty()) leadWith(request.runs, store->resolveRun(wanted.base));
    Executor executor;
    const Document document = buildReport(store, request, &executor);
    const QByteArray bytes = pdfOf(document);
    if (bytes.isEmpty()) throw Error(ErrorCode::Internal, "The pages could not be painted.");
    writeWholeFile(wanted.out, [&bytes](const Write& write) {
        write({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    });
    std::fprintf(stderr, "\"%s\" is in %s.\n", document.title.c_str(), wanted.out.c_str());
    return 0;
}

}  // namespace reckoner::window
