#include "ui/shell/go_to_field.h"

#include <QPainter>

#include "core/wording/run_names.h"
#include "ui/pages/page.h"
#include "ui/session/state_rules.h"
#include "ui/shell/run_choices.h"
#include "ui/shell/scaled.h"
#include "ui/shell/store_search.h"
#include "ui/style/icons.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

// What a line of the box leads to, as one value.
QVariant destination(const char* kind, const QVariant& id) {
    return QVariantList{QLatin1String(kind), id};
}

struct FoundWords {
    FoundKind kind;
    const char* word;
    const char* tab;     // of Record
    const char* option;  // that holds its uid
};
constexpr FoundWords kFoundWords[] = {
    {FoundKind::Note, QT_TRANSLATE_NOOP("GoToField", "note"), nullptr, nullptr},
    {FoundKind::Decision, QT_TRANSLATE_NOOP("GoToField", "decision"), "decisions", "record.decision"},
    {FoundKind::Action, QT_TRANSLATE_NOOP("GoToField", "action"), "actions", "record.action"},
    {FoundKind::Experiment, QT_TRANSLATE_NOOP("GoToField", "experiment"), "experiments", "record.experiment"},
    {FoundKind::Review, QT_TRANSLATE_NOOP("GoToField", "review"), "reviews", "record.review"},
    {FoundKind::Answer, QT_TRANSLATE_NOOP("GoToField", "brief"), "brief", "record.question"},
    {FoundKind::Requirement, QT_TRANSLATE_NOOP("GoToField", "requirement"), "requirements",
     "record.requirement"},
    {FoundKind::Cohort, QT_TRANSLATE_NOOP("GoToField", "cohort"), nullptr, nullptr},
    {FoundKind::Version, QT_TRANSLATE_NOOP("GoToField", "version"), nullptr, nullptr},
    {FoundKind::Term, QT_TRANSLATE_NOOP("GoToField", "glossary"), nullptr, nullptr},
};
static_assert(std::size(kFoundWords) == static_cast<std::size_t>(FoundKind::Term) + 1);

const FoundWords& wordsOf(FoundKind kind) {
    return kFoundWords[static_cast<std::size_t>(kind)];
}

// The run of a version that one looks at first: the one with most samples.
RunId greatestRun(const StoreContents& contents, std::int64_t version) {
    const RunRow* best = nullptr;
    for (const RunRow& run : contents.runs)
        if (run.versionId == version && (!best || run.info.rows > best->info.rows)) best = &run;
    return best ? best->info.id : 0;
}

void showCase(ReviewState& state, const std::string& sampleId) {
    state.page = "errors";
    // Nothing may hide the case.
    for (const char* narrowing : {"errors.cell", "errors.filters", "errors.pick"})
        state.options.erase(narrowing);
    state.cohort.clear();
    state.options["errors.case"] = sampleId;
}

}  // namespace

GoToField::GoToField(ReviewSession& session, QWidget* parent)
    : QAbstractButton(parent),
      session_(session),
      popup_(new ChoicePopup(tr("Go to"), tr("Page, tab, run, case, note, decision, term or command"), this)),
      search_(new StoreSearch(session, this)) {
    setObjectName(QStringLiteral("goTo"));
    setAccessibleName(tr("Go to a page, model or run"));
    setAccessibleDescription(QStringLiteral("Ctrl+K"));
    setText(tr("Go to…"));
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &GoToField::open);
    connect(popup_, &ChoicePopup::chosen, this, &GoToField::go);
    connect(popup_, &ChoicePopup::typed, search_, &StoreSearch::look);
    connect(search_, &StoreSearch::found, this,
            [this](const QString&, const std::vector<FoundItem>& items,
                   const std::vector<std::string>& cases) { showFound(items, cases); });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void GoToField::open() {
    search_->prepare();
    popup_->setChoices(destinations());
    popup_->popUnder(this, 460);
}

std::vector<Choice> GoToField::destinations() {
    std::vector<Choice> choices;
    for (const PageEntry& entry : pageList())
        choices.push_back({entry.title, {}, tr("page"), destination("page", entry.id), false});
    for (const PageEntry& entry : pageList())
        for (std::size_t i = 0; i < entry.places.size(); ++i)
            choices.push_back(
                {entry.places[i].title,
                 {},
                 entry.title,
                 QVariantList{QStringLiteral("place"), entry.id, QVariant::fromValue<qulonglong>(i)},
                 false,
                 entry.places[i].also,
                 true});
    const StoreContents& contents = session_.contents();
    for (const ModelRow& model : contents.models) {
        choices.push_back({qt(modelName(model)),
                           {},
                           tr("model"),
                           destination("model", QVariant::fromValue<qlonglong>(model.id)),
                           false});
    }
    for (const RunRow& run : contents.runs) {
        const ModelRow* model = contents.model(run.modelId);
        const QString of = model ? qt(modelName(*model)) + QStringLiteral(" · ") : QString();
        choices.push_back(
            {qt(runName(run.info)), of + qt(runDetail(run.info)), tr("run"),
             destination("run", QVariant::fromValue<qlonglong>(run.info.id)), false,
             qt(run.info.version + " " + run.info.evalSet + " " + std::to_string(run.info.id))});
    }
    offered_ = commands_ ? commands_() : std::vector<Command>{};
    for (std::size_t i = 0; i < offered_.size(); ++i)
        choices.push_back({offered_[i].title,
                           {},
                           offered_[i].keys,
                           destination("command", QVariant::fromValue<qulonglong>(i)),
                           false});
    return choices;
}

void GoToField::showFound(const std::vector<FoundItem>& items, const std::vector<std::string>& cases) {
    constexpr qsizetype kDetail = 90;
    std::vector<Choice> choices;
    for (const std::string& id : cases)
        choices.push_back({qt(id), {}, tr("case"), destination("case", qt(id)), false});
    const StoreContents& contents = session_.contents();
    for (const FoundItem& item : items) {
        QString detail = qt(item.detail).simplified();
        if (detail.size() > kDetail) detail = detail.left(kDetail) + QStringLiteral("…");
        const ModelRow* model = item.model != session_.state().model ? contents.model(item.model) : nullptr;
        if (model) detail = qt(modelName(*model)) + QStringLiteral(" · ") + detail;
        choices.push_back({qt(item.title), detail, tr(wordsOf(item.kind).word),
                           QVariantList{QStringLiteral("found"), static_cast<int>(item.kind),
                                        QVariant::fromValue<qlonglong>(item.model), qt(item.id)},
                           false});
    }
    popup_->setFound(choices);
}

void GoToField::goToFound(int number, std::int64_t model, const std::string& id) {
    const auto kind = static_cast<FoundKind>(number);
    if (kind == FoundKind::Term) return Q_EMIT termWanted(qt(id));
    const FoundWords& words = wordsOf(kind);
    session_.apply([&](ReviewState& state) {
        if (state.model != model) state.model = model;
        if (kind == FoundKind::Note) showCase(state, id);
        if (kind == FoundKind::Cohort) state.cohort = id;
        if (kind == FoundKind::Version)
            if (const RunId run = greatestRun(session_.contents(), std::stoll(id))) state.run = run;
        if (!words.tab) return;
        state.page = "record";
        state.options["record.tab"] = words.tab;
        state.options[words.option] = id;
    });
}

void GoToField::goToPlace(const QString& page, std::size_t index) {
    for (const PageEntry& entry : pageList()) {
        if (entry.id != page || index >= entry.places.size()) continue;
        session_.apply([&](ReviewState& state) {
            state.page = page.toStdString();
            for (const auto& [key, value] : entry.places[index].options) {
                if (value.empty())
                    state.options.erase(key);
                else
                    state.options[key] = value;
            }
        });
    }
}

void GoToField::go(const QVariant& value) {
    const QVariantList parts = value.toList();
    const QString kind = parts.value(0).toString();
    const QVariant& id = parts.value(1);
    if (kind == QLatin1String("page"))
        session_.apply([&](ReviewState& state) { state.page = id.toString().toStdString(); });
    if (kind == QLatin1String("place")) goToPlace(id.toString(), parts.value(2).toULongLong());
    if (kind == QLatin1String("model"))
        session_.apply([&](ReviewState& state) { state.model = id.toLongLong(); });
    if (kind == QLatin1String("run"))
        session_.apply([&](ReviewState& state) { state.run = id.toLongLong(); });
    if (kind == QLatin1String("case"))
        session_.apply([&](ReviewState& state) { showCase(state, id.toString().toStdString()); });
    if (kind == QLatin1String("found"))
        goToFound(id.toInt(), parts.value(2).toLongLong(), parts.value(3).toString().toStdString());
    if (kind == QLatin1String("command")) offered_.at(id.toULongLong()).run();
}

QSize GoToField::sizeHint() const {
    return {scaled(176), scaled(32)};
}

void GoToField::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(hasFocus() ? t.accent : underMouse() ? t.control : t.line, 1));
    painter.setBrush(t.page);
    painter.drawRoundedRect(box, 6, 6);
    const int side = scaled(14);
    const QPixmap glass = iconPixmap(QStringLiteral("search"), t.ink2, side, devicePixelRatioF());
    painter.drawPixmap(scaled(9), (height() - side) / 2, glass);
    painter.setFont(theme.font(14));
    painter.setPen(t.ink3);
    painter.drawText(rect().adjusted(scaled(31), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());

    const QString key = tr("Ctrl K");
    painter.setFont(theme.font(12));
    const int keyWidth = painter.fontMetrics().horizontalAdvance(key) + scaled(10);
    const QRectF cap(width() - scaled(8) - keyWidth - 0.5, height() / 2.0 - scaled(9), keyWidth, scaled(18));
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cap, 4, 4);
    painter.setPen(t.ink2);
    painter.drawText(cap, Qt::AlignCenter, key);
}

}  // namespace reckoner
