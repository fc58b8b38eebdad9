// "Export cases...": asks for a file and writes the chosen cases into it, off the UI thread.
#pragma once

#include <string>
#include <vector>

#include <QObject>

#include "core/data/column.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

class QWidget;

namespace reckoner {

class CaseExporter final : public QObject {
    Q_OBJECT
 public:
    CaseExporter(ReviewSession& session, QWidget* window);

    // The file's ending says the form: .html or .md to read, .csv or .jsonl to work with. what: which cases
    // these are, as a filter expression.
    void ask(const std::vector<RowIndex>& rows, const std::string& what);

 Q_SIGNALS:
    void said(const QString& sentence);  // where they are now, or why they could not be written

 private:
    void write(const QString& file, const std::vector<RowIndex>& rows, const std::string& what);

    ReviewSession& session_;
    QWidget* window_;
    BackgroundTask task_;
};

}  // namespace reckoner
