#include "ui/pages/record/brief_pane.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/review/text_difference.h"
#include "core/wording/policy_words.h"
#include "core/wording/run_names.h"
#include "ui/pages/record/record_options.h"
#include "ui/pages/record/record_view.h"
#include "ui/paper/report_desk.h"
#include "ui/session/kept_fields.h"
#include "ui/session/writer_name.h"
#include "ui/style/theme.h"
#include "ui/widgets/difference_label.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kEditor = 120;

}  // namespace

BriefPane::BriefPane(ReviewSession& session, QWidget* parent)
    : RecordPane(session, "brief", record::kQuestion, tr("Brief"), {}, parent),
      editor_(new QPlainTextEdit(this)),
      state_(new PlainLabel({}, this)),
      history_(new QWidget(this)),
      historyRows_(new QVBoxLayout(history_)) {
    editor_->setObjectName(QStringLiteral("briefAnswer"));
    editor_->setFixedHeight(kEditor);
    editor_->setTabChangesFocus(true);
    setKind(editor_, "field");
    state_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    history_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    dress(state_, 12, QFont::Normal, &Tokens::ink3);
    state_->setObjectName(QStringLiteral("briefState"));
    historyRows_->setContentsMargins(0, 16, 0, 0);
    historyRows_->setSpacing(4);
    view_->setExtra(editor_);
    view_->setExtra(state_);
    view_->setExtra(history_);
    save_ = addButton(tr("Save the answer"), "briefSave", [this] { save(); });
    setKind(save_, "primary");
    addReader(tr("Print on one page..."), "briefPrint", [this] {
        ReportRequest request;
        request.kind = ReportKind::Brief;
        if (const auto row = session_.runRow()) request.runs.push_back(*row);
        ReportDesk::of(session_).save(request, this,
                                      [this](const QString& sentence, bool done) { say(sentence, done); });
    });
    connect(editor_, &QPlainTextEdit::textChanged, this, &BriefPane::typed);
    connect(&KeptFields::of(session), &KeptFields::failed, this,
            [this](const QString& sentence) { say(sentence); });
}

QString BriefPane::key(const std::string& question) const {
    return QStringLiteral("brief/%1/%2").arg(session_.state().model).arg(qt(question));
}

std::string BriefPane::answered(const std::string& question) const {
    for (const BriefAnswer& answer : answersInForce(desk_.records().answers))
        if (answer.question == question) return answer.text;
    return {};
}

// "Answered on 22 June 2026 by Product"; "..., the 2nd version".
std::string BriefPane::answeredText(const std::string& question) const {
    std::size_t versions = 0;
    for (const BriefAnswer& answer : desk_.records().answers)
        versions += answer.question == question ? 1 : 0;
    for (const BriefAnswer& answer : answersInForce(desk_.records().answers)) {
        if (answer.question != question) continue;
        const QString day = qt(dateName(answer.at)), who = qt(answer.who);
        const QString text =
            who.isEmpty() ? tr("Answered on %1").arg(day) : tr("Answered on %1 by %2").arg(day, who);
        return (versions > 1 ? tr("%1; version %2").arg(text).arg(versions) : text).toStdString();
    }
    return {};
}

void BriefPane::showRecords() {
    std::vector<std::string> uids;
    std::vector<RecordRow> rows;
    const std::vector<BriefAnswer> answers = answersInForce(desk_.records().answers);
    for (const BriefQuestion& question : briefQuestions()) {
        uids.emplace_back(question.id);
        RecordRow& row = rows.emplace_back();
        row.what = question.title;
        row.line = tr("open").toStdString();
        row.late = true;
        for (const BriefAnswer& answer : answers) {
            if (answer.question != question.id) continue;
            row.when = shortDayText(answer.at, answer.at);
            row.year = answer.at.substr(0, 4);
            row.line = qt(answer.text).simplified().toStdString();
            row.who = answer.who;
            row.late = false;
        }
        if (KeptFields::of(session_).any(key(std::string(question.id))))
            row.line = tr("not saved yet").toStdString();
    }
    setRows(uids, rows, tr("%1 of %2 questions answered").arg(answers.size()).arg(briefQuestions().size()),
            {});
}

void BriefPane::showChosen(const std::string& id) {
    const BriefQuestion* question = findBriefQuestion(id);
    if (!question) return;
    RecordPage page;
    page.title = question->title;
    page.text = question->question;
    page.facts = {{"for instance", std::string(question->example)}};
    page.caption = answeredText(id);
    view_->setPage(page);
    const bool another = question_ != id;
    question_ = id;
    const QString kept = KeptFields::of(session_).text(key(id));
    const QString text = kept.isEmpty() ? qt(answered(id)) : kept;
    editor_->setAccessibleName(qt(std::string(question->question)));
    if (another || !editor_->hasFocus()) {
        const QSignalBlocker quiet(editor_);
        if (editor_->toPlainText() != text) editor_->setPlainText(text);
    }
    showSaved(id);
    showHistory(id);
}

void BriefPane::typed() {
    const QString text = editor_->toPlainText();
    // An answer that is taken back is kept as one blank, which is no answer either.
    const bool same = text.trimmed() == qt(answered(question_)).trimmed();
    KeptFields::of(session_).keep(key(question_), same             ? QString()
                                                  : text.isEmpty() ? QStringLiteral(" ")
                                                                   : text);
    showSaved(question_);
}

void BriefPane::showSaved(const std::string& question) {
    const bool dirty = KeptFields::of(session_).any(key(question));
    save_->setEnabled(dirty);
    state_->setText(dirty                        ? tr("Not saved yet; it is kept here until you save it.")
                    : answered(question).empty() ? tr("Nobody has answered this yet.")
                                                 : QString());
}

void BriefPane::save() {
    BriefAnswer answer;
    answer.modelId = session_.state().model;
    answer.question = question_;
    answer.text = editor_->toPlainText().trimmed().toStdString();
    answer.who = writerName();
    desk_.write([answer](ReviewBook& book) { book.answer(answer); },
                [this, kept = key(question_)] {
                    KeptFields::of(session_).forget(kept);
                    if (isVisible()) editor_->setFocus();
                    showRecords();
                },
                [this](const QString& sentence) { say(sentence); });
}

void BriefPane::showHistory(const std::string& question) {
    for (QWidget* one : shown_)
        delete one;
    shown_.clear();
    std::vector<BriefAnswer> answers;
    for (const BriefAnswer& answer : desk_.records().answers)
        if (answer.question == question) answers.push_back(answer);
    history_->setVisible(answers.size() > 1);
    const auto add = [this](QWidget* one) {
        historyRows_->addWidget(one);
        shown_.push_back(one);
    };
    if (answers.size() > 1) {
        auto* title = new PlainLabel(tr("How the answer changed, newest first"), history_);
        dress(title, 14, QFont::DemiBold, &Tokens::ink);
        add(title);
    }
    for (std::size_t i = answers.size(); i-- > 0 && answers.size() > 1;) {
        auto* caption =
            new PlainLabel(tr("%1, by %2").arg(qt(dateName(answers[i].at)), qt(answers[i].who)), history_);
        dress(caption, 12, QFont::Normal, &Tokens::ink3);
        add(caption);
        auto* text = new DifferenceLabel(history_);
        text->setObjectName(QStringLiteral("briefVersion%1").arg(i));
        text->setParts(i == 0 ? std::vector<TextPart>{{TextPart::Kind::Same, answers[i].text}}
                              : textDifference(answers[i - 1].text, answers[i].text));
        add(text);
    }
}

}  // namespace reckoner

#include "moc_brief_pane.cpp"
