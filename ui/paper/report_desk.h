// Saves reports from the window, and puts them on the clipboard for a mail: built off the UI thread.
#pragma once

#include <functional>

#include <QObject>

#include "core/report/report_job.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

// One for each session, on the UI thread.
class ReportDesk final : public QObject {
    Q_OBJECT
 public:
    // done: it is what was asked for, else why it is not.
    using Say = std::function<void(const QString& sentence, bool done)>;
    static ReportDesk& of(ReviewSession& session);
    ~ReportDesk() override;

    // Asks where to and as what; says what is there, or why not. request.today is filled.
    void save(ReportRequest request, QWidget* parent, Say say);
    // Writes what save() asks for, without asking: .pdf, .html or .md.
    void saveAs(const ReportRequest& request, const QString& file, Say say);
    // HTML and plain text.
    void copy(const ReportRequest& request, Say say);
    // A scorecard or a model card of the run on the screen; side by side with the one compared with and the
    // further ones of the Versions page, where `against`.
    void saveRun(ReportKind kind, bool against, QWidget* parent, Say say);

 private:
    explicit ReportDesk(ReviewSession& session);
    void build(ReportRequest request, std::function<void(const Document&)> done, const Say& say);

    ReviewSession& session_;
    BackgroundTask building_;
};

}  // namespace reckoner
