#include "ui/paper/report_desk.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>

#include "core/report/whole_file.h"
#include "ui/paper/paper_pdf.h"
#include "ui/session/class_desk.h"
#include "ui/session/state_rules.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

std::string written(const Document& document,
                    const std::function<void(const Document&, const DocumentWrite&)>& write) {
    std::string text;
    write(document, [&text](std::string_view part) { text += part; });
    return text;
}

std::string contentOf(const Document& document, const fs::path& file) {
    const std::string kind = file.extension().string();
    if (kind == ".html" || kind == ".htm") return written(document, writeHtml);
    if (kind == ".md") return written(document, writeMarkdown);
    const QByteArray pdf = pdfOf(document);
    if (pdf.isEmpty()) throw Error(ErrorCode::Internal, "The pages could not be painted.");
    return pdf.toStdString();
}

// The other runs the Versions page has beside these two.
void addFurtherSides(const ReviewSession& session, std::vector<RunRow>& runs) {
    const auto& options = session.state().options;
    const auto sides = options.find("versions.sides");
    if (sides == options.end()) return;
    for (const QString& side : qt(sides->second).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const RunId id = side.trimmed().toLongLong();
        const auto known = [id](const RunRow& run) { return run.info.id == id; };
        if (std::any_of(runs.begin(), runs.end(), known)) continue;
        for (const RunRow& run : session.contents().runs)
            if (known(run) && run.modelId == runs.front().modelId && run.info.task == runs.front().info.task)
                runs.push_back(run);
    }
}

}  // namespace

ReportDesk& ReportDesk::of(ReviewSession& session) {
    if (auto* known = session.findChild<ReportDesk*>({}, Qt::FindDirectChildrenOnly)) return *known;
    return *new ReportDesk(session);
}

ReportDesk::ReportDesk(ReviewSession& session)
    : QObject(&session), session_(session), building_(session.executor(), this) {}

ReportDesk::~ReportDesk() = default;

void ReportDesk::build(ReportRequest request, std::function<void(const Document&)> done, const Say& say) {
    const std::shared_ptr<Store> store = session_.store();
    if (!store) return say(tr("No store is open."), false);
    request.today = isoTime(session_.clock().now()).substr(0, 10);
    building_.start(
        [store, request](const TaskContext& context) -> std::any {
            return buildReport(store, request, nullptr, context);
        },
        [done = std::move(done)](std::any result) { done(std::any_cast<Document>(std::move(result))); },
        [say](const Error& error) { say(qt(error.what()), false); });
}

void ReportDesk::save(ReportRequest request, QWidget* parent, Say say) {
    const QString what = request.kind == ReportKind::Minutes     ? tr("Minutes")
                         : request.kind == ReportKind::Brief     ? tr("Brief")
                         : request.kind == ReportKind::ModelCard ? tr("Model card")
                                                                 : tr("Scorecard");
    auto* dialog = new QFileDialog(parent, tr("Save report"), WindowMemory::importFolder(),
                                   tr("Pages (*.pdf);;Web page (*.html);;Markdown (*.md)"));
    dialog->setObjectName(QStringLiteral("saveReport"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(what + QStringLiteral(".pdf"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String(".html")) ? QStringLiteral("html")
                                 : filter.contains(QLatin1String(".md")) ? QStringLiteral("md")
                                                                         : QStringLiteral("pdf"));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, request, say](const QString& file) { saveAs(request, file, say); });
    dialog->open();
}

void ReportDesk::saveAs(const ReportRequest& request, const QString& file, Say say) {
    build(
        request,
        [file, say](const Document& document) {
            try {
                const fs::path path(file.toStdString());
                if (isDatabaseFile(path))
                    throw Error(ErrorCode::Usage, "That file is a store; name another one.");
                const std::string content = contentOf(document, path);
                writeWholeFile(path, [&content](const Write& write) { write(content); });
                say(tr("“%1” is in %2.").arg(qt(document.title), file), true);
            } catch (const Error& error) {
                say(qt(error.what()), false);
            }
        },
        say);
}

void ReportDesk::copy(const ReportRequest& request, Say say) {
    build(
        request,
        [say](const Document& document) {
            auto* mail = new QMimeData;
            mail->setData(QStringLiteral("text/html"),
                          QByteArray::fromStdString(written(withoutPictures(document), writeHtml)));
            mail->setText(qt(written(document, writeText)));
            QGuiApplication::clipboard()->setMimeData(mail);
            say(tr("“%1” is on the clipboard: paste it into a mail.").arg(qt(document.title)), true);
        },
        say);
}

void ReportDesk::saveRun(ReportKind kind, bool against, QWidget* parent, Say say) {
    const auto row = session_.runRow();
    if (!row) return say(tr("No run is on the screen."), false);
    ReportRequest request;
    request.kind = kind;
    const auto other = session_.baselineRow();
    if (against && other) request.runs.push_back(*other);
    request.runs.push_back(*row);
    if (against && other) addFurtherSides(session_, request.runs);
    if (const double confidence = confidenceOf(session_.state()); std::isfinite(confidence))
        request.confidence = confidence;
    save(request, parent, std::move(say));
}

}  // namespace reckoner

#include "moc_report_desk.cpp"
