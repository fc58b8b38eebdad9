#include "ui/session/kept_fields.h"

#include <nlohmann/json.hpp>

#include "core/base/user_folders.h"
#include "ui/session/draft_file.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

using FieldsJson = nlohmann::json;

}  // namespace

KeptFields& KeptFields::of(ReviewSession& session) {
    if (auto* known = session.findChild<KeptFields*>({}, Qt::FindDirectChildrenOnly)) return *known;
    return *new KeptFields(session);
}

KeptFields::KeptFields(ReviewSession& session) : QObject(&session), session_(session) {
    connect(&session, &ReviewSession::changed, this, [this](Aspects aspects) {
        if (aspects & Aspect::Store) openStore();
    });
    openStore();
}

KeptFields::~KeptFields() = default;

void KeptFields::openStore() {
    if (store_ == session_.store()) return;
    store_ = session_.store();
    texts_.clear();
    file_.reset();
    if (!store_) return;
    file_ = std::make_unique<KeptText>(stateFolder() / "drafts", store_->file(), "reviews");
    for (const std::string& left : file_->left()) {
        const FieldsJson document = FieldsJson::parse(left, nullptr, false);
        if (!document.is_object()) continue;
        for (const auto& [key, value] : document.items())
            if (value.is_string()) texts_[qt(key)] = qt(value.get<std::string>());
    }
    write();
    file_->forgetLeft();
}

QString KeptFields::text(const QString& key) const {
    const auto found = texts_.find(key);
    return found == texts_.end() ? QString() : found->second;
}

void KeptFields::keep(const QString& key, const QString& text) {
    if (text.isEmpty() ? texts_.erase(key) == 0 : std::exchange(texts_[key], text) == text) return;
    write();
}

bool KeptFields::any(const QString& prefix) const {
    const auto first = texts_.lower_bound(prefix);
    return first != texts_.end() && first->first.startsWith(prefix);
}

void KeptFields::forget(const QString& prefix) {
    const std::size_t before = texts_.size();
    std::erase_if(texts_, [&prefix](const auto& one) { return one.first.startsWith(prefix); });
    if (texts_.size() == before) return;
    write();
    Q_EMIT forgotten();
}

void KeptFields::write() {
    if (!file_) return;
    FieldsJson document = FieldsJson::object();
    for (const auto& [key, text] : texts_)
        document[key.toStdString()] = text.toStdString();
    const std::string bytes =
        texts_.empty() ? std::string() : document.dump(-1, ' ', false, FieldsJson::error_handler_t::replace);
    if (!file_->write(bytes))
        Q_EMIT failed(tr("What is typed here could not be kept aside: save it before you close the window."));
}

}  // namespace reckoner

#include "moc_kept_fields.cpp"
