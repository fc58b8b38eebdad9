#include "ui/session/model_memory.h"

#include <map>
#include <mutex>

#include <QSettings>

#include "ui/session/state_rules.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

QSettings settings() {
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("reckoner"),
                     QStringLiteral("window"));
}

}  // namespace

struct ModelMemory::Latest {
    std::mutex mutex;
    std::map<std::string, std::string> values;  // by key of the store
};

ModelMemory::ModelMemory(ReviewSession& session, const std::string& key)
    : session_(session), key_(key), writing_(session.executor()), latest_(std::make_shared<Latest>()) {}

ModelMemory::~ModelMemory() = default;

std::string ModelMemory::storeKey() const {
    return key_ + "." + std::to_string(model_);
}

// Model names are data: hex keeps slashes and signs out of the key.
QString ModelMemory::settingsKey(const std::string& model) const {
    return qt(key_).replace(QLatin1Char('.'), QLatin1Char('/')) + QLatin1Char('/') +
           QString::fromLatin1(QByteArray::fromStdString(model).toHex().left(200));
}

std::optional<QString> ModelMemory::text() {
    const std::int64_t model = session_.state().model;
    const auto store = session_.store();
    if (model == model_ || !store) return text_;
    model_ = model;
    text_.reset();
    try {
        if (const auto stored = store->setting(storeKey())) text_ = qt(*stored);
    } catch (const Error&) {
        // A store that cannot be read says so elsewhere.
        return text_;
    }
    if (text_ || !store->readOnly()) return text_;
    const ModelRow* row = session_.contents().model(model);
    const QSettings own = settings();
    if (row && own.contains(settingsKey(row->name))) text_ = own.value(settingsKey(row->name)).toString();
    return text_;
}

void ModelMemory::remember(const QString& text) {
    model_ = session_.state().model;
    text_ = text;
    const auto store = session_.store();
    if (!store) return;
    if (store->readOnly()) {
        if (const ModelRow* row = session_.contents().model(model_))
            settings().setValue(settingsKey(row->name), text);
        return;
    }
    {
        const std::lock_guard lock(latest_->mutex);
        latest_->values[storeKey()] = text.toStdString();
    }
    writing_.start(
        [store, key = storeKey(), latest = latest_](const TaskContext&) {
            // Whichever job comes last writes what was chosen last.
            const std::lock_guard lock(latest->mutex);
            store->setSetting(key, latest->values[key]);
            return std::any();
        },
        [](const std::any&) {}, [](const Error&) {});
}

void ModelMemory::forget() {
    model_ = 0;
    text_.reset();
}

}  // namespace reckoner
