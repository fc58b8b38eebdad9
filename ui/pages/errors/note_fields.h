// The further fields of a note as labels and values; an empty one asks its question.
#pragma once

#include <functional>
#include <vector>

#include <QWidget>

#include "core/review/annotation.h"

class QLineEdit;
class QPushButton;

namespace reckoner {

class PlainLabel;

class NoteFields final : public QWidget {
    Q_OBJECT
 public:
    explicit NoteFields(QWidget* parent = nullptr);

    void setNote(const Annotation& note);
    void setCurrency(const QString& currency);
    void setEnabledForWriting(bool enabled);
    // Owner, status, severity, action; or all of them.
    void setAll(bool all);
    bool all() const { return all_; }

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

 Q_SIGNALS:
    // field: its label; edits of one field in one burst are one step of undo.
    void edited(const QString& field, const std::function<void(reckoner::Annotation&)>& change);
    void leaveWanted();  // Esc
    void left();         // a field lost the focus

 protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    struct Row;
    void addText(const char* key, const QString& label, const QString& question,
                 std::string Annotation::*member, bool further);
    void addCost();
    void addChoice(const char* key, const QString& label, const QStringList& choices,
                   const std::function<int(const Annotation&)>& read,
                   const std::function<void(Annotation&, int)>& write);
    int place(int width, bool move) const;

    std::vector<Row> rows_;
    Annotation note_;
    QString currency_;
    bool all_ = false;
};

}  // namespace reckoner
