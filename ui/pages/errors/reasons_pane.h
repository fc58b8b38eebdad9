// Why the model is wrong: the tags of its notes as bars, by count or by cost, with their figures beside them.
#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "core/review/reasons.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

class CaseReader;
class PlainLabel;
class SegmentedChoice;

class ReasonsPane final : public QWidget {
    Q_OBJECT
 public:
    explicit ReasonsPane(ReviewSession& session, QWidget* parent = nullptr);
    ~ReasonsPane() override;

    void refresh(Aspects aspects);
    // The figures behind the bars, as the menu copies them.
    QString tsv() const;
    QString markdown() const;

 Q_SIGNALS:
    void failed(const QString& sentence);
    // The notes of a tag were asked for; empty: those without one.
    void tagChosen(const QString& tag);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

 private:
    void load();
    void take();
    std::vector<QStringList> table() const;
    QString nameOf(const ErrorReason& reason) const;
    int topOfRows() const;

    // Of the selection on the page.
    struct Found {
        ErrorReasons all;
        std::uint64_t listed = 0;
    };
    ReviewSession& session_;
    BackgroundTask task_;
    Found found_;
    std::vector<ErrorReason> reasons_;  // as they are drawn
    bool byCost_ = false;
    bool read_ = false;
    PlainLabel* title_;
    PlainLabel* about_;
    SegmentedChoice* choice_;
};

}  // namespace reckoner
