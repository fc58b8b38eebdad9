// What is typed into forms and not yet stored, by name of the field, kept outside the store from keystroke to
// commit: a killed program loses nothing.
#pragma once

#include <map>
#include <memory>

#include <QObject>

#include "ui/session/review_session.h"

namespace reckoner {

class KeptText;

// One for each session, on the UI thread; of the store on the screen.
class KeptFields final : public QObject {
    Q_OBJECT
 public:
    static KeptFields& of(ReviewSession& session);
    ~KeptFields() override;

    // key: "decision/3/reason". Empty: nothing is kept for it.
    QString text(const QString& key) const;
    void keep(const QString& key, const QString& text);
    // Whether anything is kept below "decision/3/".
    bool any(const QString& prefix) const;
    void forget(const QString& prefix);

 Q_SIGNALS:
    void forgotten();  // something is kept no longer
    // What is typed could not be kept aside.
    void failed(const QString& sentence);

 private:
    explicit KeptFields(ReviewSession& session);
    void openStore();
    void write();

    ReviewSession& session_;
    std::shared_ptr<Store> store_;
    std::unique_ptr<KeptText> file_;
    std::map<QString, QString> texts_;
};

}  // namespace reckoner
