#include "ui/pages/errors/column_memory.h"

#include <QSettings>

#include "ui/session/state_rules.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

std::string storeKey(std::int64_t model) {
    return "errors.columns." + std::to_string(model);
}

// Model names are data: hex keeps slashes and signs out of the key.
QString settingsKey(const std::string& model) {
    return QStringLiteral("errorsColumns/") +
           QString::fromLatin1(QByteArray::fromStdString(model).toHex().left(200));
}

QSettings settings() {
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("reckoner"),
                     QStringLiteral("window"));
}

}  // namespace

ColumnMemory::ColumnMemory(ReviewSession& session) : session_(session), writing_(session.executor()) {}

std::optional<ColumnChoice> ColumnMemory::choice() {
    const std::int64_t model = session_.state().model;
    const auto store = session_.store();
    if (model == model_ || !store) return choice_;
    model_ = model;
    choice_.reset();
    try {
        if (const auto text = store->setting(storeKey(model))) choice_ = ColumnChoice::fromJson(qt(*text));
    } catch (const Error&) {
        // A store that cannot be read says so elsewhere; the proposed columns do.
        return choice_;
    }
    if (choice_ || !store->readOnly()) return choice_;
    if (const ModelRow* row = session_.contents().model(model))
        choice_ = ColumnChoice::fromJson(settings().value(settingsKey(row->name)).toString());
    return choice_;
}

void ColumnMemory::remember(const std::optional<ColumnChoice>& choice) {
    model_ = session_.state().model;
    choice_ = choice;
    const auto store = session_.store();
    if (!store) return;
    const QString text = choice ? choice->toJson() : QString();
    if (store->readOnly()) {
        if (const ModelRow* row = session_.contents().model(model_))
            settings().setValue(settingsKey(row->name), text);
        return;
    }
    writing_.start(
        [store, key = storeKey(model_), value = text.toStdString()](const TaskContext&) {
            store->setSetting(key, value);
            return std::any();
        },
        [](const std::any&) {}, [](const Error&) {});
}

void ColumnMemory::forget() {
    model_ = 0;
    choice_.reset();
}

}  // namespace reckoner
