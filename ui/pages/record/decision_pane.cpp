#include "ui/pages/record/decision_pane.h"

#include <QPushButton>

#include "core/review/tripwire.h"
#include "core/store/policy_book.h"
#include "core/wording/policy_words.h"
#include "core/wording/run_names.h"
#include "ui/pages/record/record_options.h"
#include "ui/pages/record/record_view.h"
#include "ui/session/decision_fields.h"
#include "ui/session/lent_baseline.h"
#include "ui/session/state_rules.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/then_now_table.h"

namespace reckoner {

DecisionPane::DecisionPane(ReviewSession& session, QWidget* parent)
    : RecordPane(session, "decisions", record::kDecision, tr("Decisions"), tr("Record decision..."), parent),
      table_(new ThenNowTable(this)),
      writer_(session),
      counting_(session.executor(), this),
      watching_(session.executor(), this) {
    view_->setExtra(table_);
    open_ = addButton(tr("Open as it was"), "decisionOpen", [this] { openAsItWas(); });
    replace_ = addButton(tr("Replace by a new decision..."), "decisionReplace", [this] {
        if (const Decision* decision = find(chosen())) openDecisionForm(*decision);
    });
}

const Decision* DecisionPane::find(const std::string& uid) const {
    for (const Decision& decision : desk_.records().decisions)
        if (decision.uid == uid) return &decision;
    return nullptr;
}

void DecisionPane::showRecords() {
    showDraft(QStringLiteral("decision/%1//").arg(session_.state().model));
    std::vector<std::string> uids;
    std::vector<RecordRow> rows;
    for (const Decision& decision : desk_.records().decisions) {
        uids.push_back(decision.uid);
        rows.push_back(recordRow(decision, desk_.today()));
    }
    setRows(
        uids, rows, qt(countedText(rows.size(), "decision", "decisions, newest first")),
        tr("Nothing has been decided about this model yet. A decision keeps its reason and the figures of "
           "its moment, so that whoever looks at it again can see what was known."));
    if (record::option(session_.state(), record::kForm) != "decision") return;
    // Not again when one comes Back here.
    ReviewState state = session_.state();
    record::setOption(state, record::kForm, {});
    session_.restore(state);
    openDecisionForm({});
}

void DecisionPane::showChosen(const std::string& uid) {
    const Decision* decision = find(uid);
    if (!decision) return;
    std::string replacedBy;
    for (const Decision& other : desk_.records().decisions)
        if (other.supersedes == uid) replacedBy = other.title;
    RecordPage page = recordPage(*decision, replacedBy, desk_.today());
    const auto evidence = decisionEvidenceFromJson(decision->evidence);
    if (evidence && evidence->point) {
        page.footnote = frozenWith(*evidence->point, session_.words());
        page.facts.emplace_back("figures are at", cutoffsText(evidence->point->adopted.point));
    }
    view_->setPage(page);
    watch(*decision, page);
    open_->setEnabled(evidence && !evidence->state.empty());
    setPlainToolTip(open_, open_->isEnabled() ? QString() : tr("No view was kept with this decision."));
    replace_->setEnabled(replacedBy.empty());
    setPlainToolTip(replace_, replacedBy.empty() ? QString() : tr("It was replaced already."));
    table_->setEvidence(evidence ? evidence->point : std::nullopt, std::nullopt, session_.words(), {});
    if (evidence && evidence->point) countNow(*evidence->point);
}

// What the figure of its tripwire is by now.
void DecisionPane::watch(const Decision& decision, const RecordPage& page) {
    watching_.cancel();
    const std::shared_ptr<Store> store = session_.store();
    if (!store || decision.tripwire.metric.empty()) return;
    watching_.start(
        [store, decision](const TaskContext& context) -> std::any {
            return readTripwire(store, decision, context);
        },
        [this, uid = decision.uid, page](const std::any& result) {
            const auto reading = std::any_cast<std::optional<TripwireReading>>(result);
            if (!reading || chosen() != uid) return;
            RecordPage whole = page;
            for (auto& [name, value] : whole.facts)
                if (name == "or as soon as" && !value.empty()) {
                    value += " (" + tripwireNow(*reading) + ")";
                    if (reading->tripped) name = "tripped, as";
                }
            view_->setPage(whole);
        },
        [](const Error&) {});
}

void DecisionPane::countNow(const PolicyEvidence& then) {
    counting_.cancel();
    const RunAnalysisPtr run = session_.run();
    const auto row = session_.runRow();
    if (!run || !row || !run->sweep || run->sweep->samples() == 0) return;
    if (row->info.version != then.version) {
        table_->setEvidence(
            then, std::nullopt, session_.words(),
            tr("To see them against now, show a run of %1.").arg(qt(versionName(then.version))));
        return;
    }
    const EvidenceSource source = evidenceSource(*row, session_.costModel());
    counting_.start(
        [run, source, point = then.adopted.point](const TaskContext& context) -> std::any {
            return freezeEvidence(*run, source, point, std::nullopt, context);
        },
        [this, then](const std::any& result) {
            const auto now = std::any_cast<PolicyEvidence>(result);
            table_->setEvidence(then, now, session_.words(),
                                qt(samplesThenAndNow(then, now, session_.words())));
        },
        [this](const Error& error) { say(qt(error.what())); });
}

void DecisionPane::openAsItWas() {
    const Decision* decision = find(chosen());
    if (!decision) return;
    const auto evidence = decisionEvidenceFromJson(decision->evidence);
    if (!evidence || evidence->state.empty()) return;
    const ReviewState then = ReviewState::fromJson(evidence->state);
    session_.apply([&](ReviewState& state) { state = openedAsItWas(state, then, decision->uid); });
}

void DecisionPane::makeNew() {
    // Begun here: what it keeps is Decide, wherever an earlier one was begun.
    ReviewState state = session_.state();
    record::setOption(state, record::kFrom, {});
    session_.restore(state);
    openDecisionForm({});
}

void DecisionPane::openDecisionForm(const Decision& before) {
    const QString key = QStringLiteral("decision/%1/%2/").arg(session_.state().model).arg(qt(before.uid));
    openForm(before.uid.empty() ? tr("Record a decision") : tr("Replace a decision"), key,
             decisionFields(session_, before),
             [this, supersedes = before.uid](const KeptForm::Values& values, std::function<void()> done,
                                             std::function<void(const QString&)> failed) {
                 record(values, supersedes, std::move(done), std::move(failed));
             });
}

void DecisionPane::record(const KeptForm::Values& values, const std::string& supersedes,
                          std::function<void()> done, std::function<void(const QString&)> failed) {
    Decision decision;
    try {
        decision = typedDecision(session_, values);
    } catch (const Error& error) {
        return failed(qt(error.what()));
    }
    decision.supersedes = supersedes;
    const std::string from = record::option(session_.state(), record::kFrom);
    writer_.record(
        decision, from.empty() ? "decide" : from,
        [this, done = std::move(done)](const std::string& uid) {
            choose(uid);
            done();
        },
        std::move(failed));
}

}  // namespace reckoner

#include "moc_decision_pane.cpp"
