#include "ui/pages/decide/tier_queue.h"

#include <QLineEdit>
#include <QPainter>

#include "core/base/error.h"
#include "core/base/numbers.h"
#include "core/wording/cost_unit.h"
#include "core/wording/number_format.h"
#include "core/wording/tier_sentences.h"
#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/sentence_label.h"
#include "ui/widgets/threshold_field.h"

namespace reckoner {
namespace {

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

}  // namespace

TierQueue::TierQueue(QWidget* parent)
    : QWidget(parent),
      queue_(new SentenceLabel(16, &Tokens::ink, 2, this)),
      room_(new SentenceLabel(14, &Tokens::ink2, 1, this)) {
    setObjectName(QStringLiteral("tierQueue"));
    setAccessibleName(tr("What the team can review"));
    const auto field = [&](const char* id, const QString& name, std::optional<double> TierPlan::*term,
                           double scale) {
        auto* editor = new QLineEdit(this);
        editor->setObjectName(QLatin1String(id));
        editor->setAccessibleName(name);
        editor->setProperty("kind", QStringLiteral("threshold"));
        editor->setAlignment(Qt::AlignRight);
        fields_.push_back({editor, term, scale});
        connect(editor, &QLineEdit::editingFinished, this,
                [this, at = fields_.size() - 1] { take(fields_[at]); });
    };
    field("tierCapacity", tr("Reviews the team can do"), &TierPlan::capacity, 1);
    field("tierMinutes", tr("Minutes one review takes"), &TierPlan::minutes, 1);
    field("tierReviewCost", tr("What one review costs"), &TierPlan::reviewCost, 1);
    field("tierAccuracy", tr("Of 100 reviews, how many decide right"), &TierPlan::accuracy, 100);
    for (int i = 0; i < 6; ++i) {
        words_.push_back(new PlainLabel({}, this));
        dress(words_.back(), 14, QFont::Normal, &Tokens::ink2);
    }
    queue_->setObjectName(QStringLiteral("queueSentence"));
    room_->setObjectName(QStringLiteral("queueRoom"));
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        place();
        update();
    });
}

void TierQueue::setTiers(const RunAnalysisPtr& run, const Vocabulary& words, const TierPlan& plan,
                         const TierSheet& sheet) {
    const bool sameRun = run == run_;
    run_ = run;
    plan_ = plan;
    const ReviewTerms terms = reviewTerms(*run, plan);
    const std::optional<double> shown[] = {reviewCapacity(*run, plan), plan.minutes, terms.cost,
                                           terms.accuracy};
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (fields_[i].editor->hasFocus()) continue;
        const QString text = shown[i] ? qt(shortestNumber(*shown[i] * fields_[i].scale)) : QString();
        if (fields_[i].editor->text() != text) fields_[i].editor->setText(text);
    }
    fields_[0].editor->setPlaceholderText(tr("any"));
    const CostModel& costs = run->cost.model();
    const QString unit = qt(unitOfCosts(costs));
    const QString texts[] = {
        tr("The team can review"), qt(tierVolumeHead(*run)) + tr(";"), tr("one takes"),
        tr("minutes, costs"),      tr("%1 and is right in").arg(unit), tr("of 100 cases.")};
    for (std::size_t i = 0; i < words_.size(); ++i)
        if (words_[i]->text() != texts[i]) words_[i]->setText(texts[i]);
    queue_->setSentence(queueSentence(*run, words, plan, sheet.queue));
    const bool wasOver = over_;
    over_ = sheet.queue.over > 0;
    if (over_)
        room_->setSentence({{overSentence(*run, words, sheet.queue), Emphasis::Strong}});
    else
        room_->setSentence({{roomSentence(*run, sheet.queue)}});
    if (!sameRun || over_ != wasOver) place();
    update();
}

void TierQueue::take(const Field& field) {
    if (!run_) return;
    TierPlan changed = plan_;
    const QString text = field.editor->text().trimmed();
    std::optional<double> value;
    if (!text.isEmpty()) {
        value = typedThreshold(text);
        if (!value) {
            Q_EMIT refused(tr("\u201C%1\u201D is no number.").arg(text));
            return;
        }
        *value /= field.scale;
    }
    // What the cost model says anyway is not said again.
    const ReviewTerms terms = reviewTerms(*run_, plan_);
    if (field.term == &TierPlan::reviewCost && value == terms.cost) return;
    if (field.term == &TierPlan::accuracy && value == terms.accuracy) return;
    if (field.term == &TierPlan::capacity && value == reviewCapacity(*run_, plan_)) return;
    changed.*field.term = value;
    if (changed == plan_) return;
    try {
        check(changed);
    } catch (const Error& error) {
        Q_EMIT refused(QString::fromUtf8(error.what()));
        return;
    }
    Q_EMIT edited(changed);
}

void TierQueue::place() {
    const int gap = px(6);
    int x = 0, y = px(8);
    const auto word = [&](std::size_t i) {
        const int size = words_[i]->sizeHint().width() + 1;
        words_[i]->setGeometry(x, y, size, px(28));
        x += size + gap;
    };
    const auto field = [&](std::size_t i, int size) {
        fields_[i].editor->setGeometry(x, y, px(size), px(28));
        x += px(size) + gap;
    };
    word(0);
    field(0, 64);
    word(1);
    x = 0, y += px(32);
    word(2);
    field(1, 44);
    word(3);
    field(2, 56);
    // Where the sentence does not fit in two lines it takes three.
    const int rest = words_[4]->sizeHint().width() + words_[5]->sizeHint().width() + px(44) + 3 * gap;
    if (x + rest > width()) x = 0, y += px(32);
    word(4);
    field(3, 44);
    word(5);
    y += px(34);
    // Three figures take a second line where there is little room.
    const int lines = queue_->sizeHint().width() * 1.03 > width() ? 2 : 1;
    queue_->setGeometry(0, y, width(), lines * px(24));
    y += lines * px(24) + 2;
    const int mark = over_ ? px(20) : 0;
    room_->setGeometry(mark, y, width() - mark, px(20));
}

void TierQueue::resizeEvent(QResizeEvent*) {
    place();
}

void TierQueue::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.chrome);
    if (!over_) return;
    // A deadline or a limit that is not met: an ink square with a cross.
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF mark(0, room_->geometry().center().y() - 6, 12, 12);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.ink);
    painter.drawRect(mark);
    painter.setPen(QPen(t.chrome, 1.6));
    painter.drawLine(mark.topLeft() + QPointF(3.5, 3.5), mark.bottomRight() - QPointF(3.5, 3.5));
    painter.drawLine(mark.topRight() + QPointF(-3.5, 3.5), mark.bottomLeft() + QPointF(3.5, -3.5));
}

}  // namespace reckoner

#include "moc_tier_queue.cpp"
