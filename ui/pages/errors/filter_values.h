// The second step of a filter: the values, the range or the text one looks for.
#pragma once

#include <QHash>
#include <QWidget>

#include "ui/pages/errors/filter_subject.h"

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace reckoner {

class PlainLabel;
class SegmentedChoice;

class FilterValues final : public QWidget {
    Q_OBJECT
 public:
    explicit FilterValues(QWidget* parent);

    void setSubject(const FilterSubject& subject);
    // What an expression of this subject says already; another subject's does nothing.
    void showExpression(const std::string& expression);
    // How many there are of each value, by how it is written; "" is missing.
    void setCounts(const QHash<QString, QString>& counts);
    const FilterSubject& subject() const { return subject_; }
    void complain(const QString& why);
    void focusFirst();

 Q_SIGNALS:
    // As typed and ticked; not checked.
    void chosen(const QString& expression);
    void backWanted();
    void resized();  // another number of values is listed

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    void fillList();
    void take();
    void toggled(QListWidgetItem* item);
    QString valuesExpression() const;
    QString rangeExpression() const;

    FilterSubject subject_;
    QStringList ticked_;  // as written
    QHash<QString, QString> counts_;
    bool missing_ = false;
    QPushButton* back_;
    PlainLabel* title_;
    SegmentedChoice* which_;
    QLineEdit* search_;
    QListWidget* list_;
    QLineEdit* from_;
    QLineEdit* to_;
    QWidget* range_;
    QLineEdit* text_;
    PlainLabel* problem_;
    QPushButton* add_;
    bool filling_ = false;
};

}  // namespace reckoner
