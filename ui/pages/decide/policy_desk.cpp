#include "ui/pages/decide/policy_desk.h"

#include <algorithm>
#include <any>
#include <memory>

#include <QDateTime>

#include "core/store/policy_book.h"
#include "core/wording/number_format.h"
#include "core/wording/policy_words.h"
#include "core/wording/run_names.h"
#include "ui/pages/decide/adopt_dialog.h"
#include "ui/session/background_task.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

const char* const kPerson = "person";

}  // namespace

PolicyDesk::PolicyDesk(ReviewSession& session, QObject* parent) : QObject(parent), session_(session) {}

void PolicyDesk::refresh(Aspects aspects) {
    if (!(aspects & (Aspects(Aspect::Store) | Aspect::Run))) return;
    const std::shared_ptr<Store> store = session_.store();
    std::vector<PolicyRecord> records;
    try {
        if (store && session_.state().model != 0) records = PolicyBook(store).history(session_.state().model);
    } catch (const Error& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
    }
    records_ = std::move(records);
}

std::string PolicyDesk::today() const {
    return isoTime(session_.clock().now()).substr(0, 10);
}

int PolicyDesk::overdue() const {
    return static_cast<int>(overduePolicies(records_, today()).size());
}

std::optional<OperatingPoint> PolicyDesk::inForce() const {
    const auto policy = session_.policy();
    return policy ? std::optional(pointOf(*policy)) : std::nullopt;
}

bool PolicyDesk::canAdopt() {
    const std::shared_ptr<Store> store = session_.store();
    if (!session_.run() || !store || !session_.runRow()) return false;
    if (!store->readOnly()) return true;
    Q_EMIT failed(tr(
        "This store is open for reading only: copy the file to a place you can write to, and adopt there."));
    return false;
}

void PolicyDesk::adopt(const OperatingPoint& point, const QString& why, const QString& warning,
                       QWidget* over) {
    if (!canAdopt()) return;
    const RunAnalysisPtr run = session_.run();
    const std::shared_ptr<Store> store = session_.store();
    const RunRow row = *session_.runRow();
    const Vocabulary words = session_.words();
    const QString version = qt(versionName(row.info.version));
    AdoptDialog::Request request;
    request.sentence =
        point.tiers
            ? tr("Tiers from %1. This becomes the policy for %2.").arg(qt(cutoffsText(point)), version)
            : tr("From %1 up, %2 are %3. This becomes the policy for %4.")
                  .arg(qt(storedThreshold(point.threshold)), qt(words.samples), qt(words.flagged), version);
    request.warning = warning;
    request.who = qt(store->setting(kPerson).value_or(""));
    request.why = why;
    const qint64 now = session_.clock().now().time_since_epoch().count();
    request.reviewBy = QDateTime::fromMSecsSinceEpoch(now).date().addMonths(3);
    const auto evidence = std::make_shared<std::optional<PolicyEvidence>>();
    const auto save = [this, store, row, point, evidence](Policy policy) {
        policy.versionId = row.versionId;
        policy.threshold = point.threshold;
        policy.tiers = point.tiers;
        PolicyBook(store).adopt(policy, *evidence);
        store->setSetting(kPerson, policy.who);
        session_.storeChanged();
    };
    auto* dialog = new AdoptDialog(request, save, over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWaiting();
    auto* freezing = new BackgroundTask(session_.executor(), dialog);
    freezing->start(
        [run, point, before = inForce(),
         source = evidenceSource(row, session_.costModel())](const TaskContext& context) {
            return std::any(freezeEvidence(*run, source, point, before, context));
        },
        [dialog, evidence, words](const std::any& result) {
            *evidence = std::any_cast<PolicyEvidence>(result);
            QStringList frozen;
            for (const std::string& sentence : frozenSentences(**evidence, words))
                frozen << qt(sentence);
            dialog->setFrozen(frozen);
        },
        [dialog](const Error& error) { dialog->refuse(QString::fromUtf8(error.what())); });
    dialog->open();
}

void PolicyDesk::adoptAgain(const PolicyRecord& record, QWidget* over) {
    adopt(pointOf(record.policy),
          tr("As on %1: %2").arg(qt(dateName(record.policy.adoptedAt)), qt(record.policy.why)), {}, over);
}

}  // namespace reckoner

#include "moc_policy_desk.cpp"
