#include "ui/pages/errors/matrix_binary.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "core/base/error.h"
#include "core/data/filter.h"
#include "core/data/filter_text.h"
#include "core/wording/errors_headline.h"
#include "core/wording/number_format.h"
#include "core/wording/outcome_words.h"
#include "ui/charts/chart_paint.h"
#include "ui/pages/errors/matrix_choice.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"

namespace reckoner {
namespace {

constexpr int kInset = 8;  // heads and marks reach this far outside the text
constexpr int kWidth = 280;
constexpr int kHeads = 28;
constexpr int kCellWidth = 112;
constexpr int kCellHeight = 88;
constexpr int kGap = 8;
constexpr int kTotals = 28;
constexpr int kChoice = 28;
constexpr int kNote = 56;
constexpr Cell kCells[2][2] = {{Cell::Missed, Cell::Caught}, {Cell::LetThrough, Cell::FalseAlarm}};
constexpr const char* kObjectNames[] = {"matrixAll",       "matrixPassed",     "matrixFlagged",
                                        "matrixPositives", "matrixMissed",     "matrixCaught",
                                        "matrixNegatives", "matrixLetThrough", "matrixFalseAlarm"};

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

}  // namespace

MatrixBinary::MatrixBinary(QWidget* parent) : QWidget(parent), note_(new PlainLabel({}, this)) {
    setObjectName(QStringLiteral("matrixBinary"));
    setAccessibleName(tr("Confusion matrix"));
    note_->setObjectName(QStringLiteral("matrixNote"));
    note_->setWordWrap(true);
    note_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    dress(note_, 12, QFont::Normal, &Tokens::ink2);
    note_->hide();
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const auto row = static_cast<int>(i / 3);
        const auto column = static_cast<int>(i % 3);
        const bool cell = row > 0 && column > 0;
        auto* button = new MatrixButton(cell ? std::optional(kCells[row - 1][column - 1]) : std::nullopt, row,
                                        column, this);
        button->setObjectName(QLatin1String(kObjectNames[i]));
        // One stop of Tab for the whole matrix, arrows inside it.
        if (i != 4) button->setFocusPolicy(Qt::ClickFocus);
        connect(button, &QAbstractButton::clicked, this, [this, i] { choose(i); });
        connect(button, &MatrixButton::stepped, this,
                [this, button](int rows, int columns) { step(button, rows, columns); });
        places_[i].button = button;
    }
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        place();
    });
}

QString MatrixBinary::classOf(bool positive) const {
    return positive ? qt(facts_.run->rows.positive) : otherClass(*facts_.run);
}

void MatrixBinary::setFacts(const OperatingFacts& facts, const std::string& normalise,
                            const std::string& cell) {
    const bool sameRun = facts.run == facts_.run;
    facts_ = facts;
    chosen_ = cell;
    if (!known()) return;
    if (!sameRun) fillChoices();
    const auto mode = std::find(modes_.begin(), modes_.end(), normalise);
    choice_->choose(mode == modes_.end() ? 0 : static_cast<int>(mode - modes_.begin()));
    const Tally tally = facts_.run->sweep->at(facts_.threshold);
    fillCells(tally, modes_[static_cast<std::size_t>(choice_->chosen())]);
    fillHeads(tally);
    showChosen();
    if (!sameRun) place();
    update();
}

// Weights are offered where there are any.
void MatrixBinary::fillChoices() {
    std::vector<std::string> modes{"row", "column", "all", "money"};
    QStringList titles{tr("Of each row"), tr("Column"), tr("All"), tr("Money")};
    if (!facts_.run->rows.weights.empty()) {
        modes.insert(modes.end() - 1, "weight");
        titles = {tr("Row"), tr("Column"), tr("All"), tr("Weight"), tr("Money")};
    }
    if (choice_ && modes == modes_) return;
    modes_ = std::move(modes);
    delete choice_;
    choice_ = new SegmentedChoice(titles, this);
    choice_->setObjectName(QStringLiteral("matrixNormalise"));
    choice_->setAccessibleName(tr("Percentages of"));
    choice_->show();
    connect(choice_, &SegmentedChoice::chosenChanged, this,
            [this](int index) { Q_EMIT normaliseChosen(modes_[static_cast<std::size_t>(index)]); });
}

void MatrixBinary::setNote(const QString& note) {
    if (note_->text() == note) return;
    const bool otherHeight = note_->text().isEmpty() != note.isEmpty();
    note_->setText(note);
    note_->setVisible(!note.isEmpty());
    if (!otherHeight) return;
    updateGeometry();
    Q_EMIT heightChanged();
}

void MatrixBinary::setStale(bool stale) {
    for (const Place& one : places_)
        one.button->setStale(stale);
}

void MatrixBinary::fillCells(const Tally& tally, const std::string& mode) {
    const RunAnalysis& run = *facts_.run;
    const CostParts perPeriod = pointFacts(run, facts_.threshold).perPeriod;
    const double all = tally.weight();
    const auto share = [](double part, double whole) {
        return whole > 0 ? qt(shareText(part / whole)) : tr("n/a: none");
    };
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 2; ++column) {
            const Cell cell = kCells[row][column];
            const Sums& sums = sumsOf(tally, cell);
            const double inRow = sums.weight + sumsOf(tally, kCells[row][1 - column]).weight;
            const double inColumn = sums.weight + sumsOf(tally, kCells[1 - row][column]).weight;
            QString figure = qt(count(sums.n));
            double whole = inRow;
            QString of = classOf(row == 0);
            if (mode == "column") {
                whole = inColumn;
                of = qt(column == 0 ? facts_.words.passed : facts_.words.flagged);
            }
            if (mode == "all") {
                whole = all;
                of = tr("all");
            }
            QString small = share(sums.weight, whole);
            if (whole <= 0) of.clear();
            if (mode == "weight") figure = qt(money(sums.weight));
            if (mode == "money") {
                const double cost = costOf(perPeriod, cell);
                figure = qt(amountText(cost));
                small = qt(amountUnitText(run, facts_.words));
                of.clear();
            }
            MatrixButton* button = places_[static_cast<std::size_t>((row + 1) * 3 + column + 1)].button;
            button->setTexts(qt(outcomeWord(facts_.words, cell, sums.n)), figure, small, of);
            setPlainToolTip(button, qt(cellSentence(run, facts_.words, facts_.threshold, cell)));
            button->setAccessibleDescription(qt(cellSentence(run, facts_.words, facts_.threshold, cell)));
            places_[static_cast<std::size_t>((row + 1) * 3 + column + 1)].expression =
                outcomeExpression(cell);
        }
}

void MatrixBinary::fillHeads(const Tally& tally) {
    const RunAnalysis& run = *facts_.run;
    const Vocabulary& w = facts_.words;
    const std::vector<std::string>& classes = run.request.table->info().classes;
    const auto named = [&](const char* column, bool positive) {
        const std::string& name = run.rows.positive;
        if (positive) return std::string(column) + " = " + filterText(name);
        if (classes.size() == 2)
            return std::string(column) + " = " + filterText(classes[0] == name ? classes[1] : classes[0]);
        return std::string(column) + " != " + filterText(name);
    };
    const QString samples = qt(w.samples);
    const auto head = [&](std::size_t at, const QString& name, const QString& size,
                          const std::string& expression, const QString& sentence) {
        places_[at].button->setTexts({}, name, size);
        places_[at].expression = expression;
        places_[at].button->setAccessibleName(sentence);
        setPlainToolTip(places_[at].button, sentence);
    };
    const auto number = [](std::uint64_t n) { return qt(count(n)); };
    head(0, tr("all"), {}, {}, tr("All %1 %2").arg(number(tally.n()), samples));
    head(1, qt(w.passed), {}, named("predicted", false),
         tr("%1 %2").arg(number(tally.fn.n + tally.tn.n), qt(w.passed)));
    head(2, qt(w.flagged), {}, named("predicted", true),
         tr("%1 %2").arg(number(tally.flagged()), qt(w.flagged)));
    head(3, classOf(true), number(tally.positives()), named("label", true),
         tr("%1 really %2").arg(number(tally.positives()), classOf(true)));
    head(6, classOf(false), number(tally.negatives()), named("label", false),
         tr("%1 really %2").arg(number(tally.negatives()), classOf(false)));
    totals_ = {tr("%1 %2").arg(number(tally.fn.n + tally.tn.n), qt(w.passed)),
               tr("%1 %2").arg(number(tally.flagged()), qt(w.flagged))};
}

void MatrixBinary::showChosen() {
    const std::optional<bool> right = CellChoice::of(chosen_).right;
    for (const Place& one : places_) {
        const std::optional<Cell> cell = one.button->outcome();
        const bool held = right && cell && (*cell == Cell::Caught || *cell == Cell::LetThrough) == *right;
        one.button->setChecked(held || (!chosen_.empty() && sameExpression(one.expression, chosen_)));
    }
}

void MatrixBinary::choose(std::size_t place) {
    const std::string& wanted = places_[place].expression;
    const bool again = wanted.empty() || sameExpression(wanted, chosen_);
    chosen_ = again ? std::string() : wanted;
    showChosen();
    Q_EMIT cellChosen(chosen_);
}

void MatrixBinary::step(const MatrixButton* from, int rows, int columns) {
    const int row = std::clamp(from->row() + rows, 0, 2);
    const int column = std::clamp(from->column() + columns, 0, 2);
    places_[static_cast<std::size_t>(row * 3 + column)].button->setFocus(Qt::TabFocusReason);
}

QSize MatrixBinary::sizeHint() const {
    return QSize(px(kWidth) + kInset, px(kHeads + 2 * kCellHeight + kGap + kTotals + 20 + kChoice +
                                         (note_->text().isEmpty() ? 0 : kNote)));
}

int MatrixBinary::namesWidth() const {
    const QFont bold = Theme::instance().font(14, QFont::DemiBold);
    const qreal widest =
        std::max(textSize(classOf(true), bold).width(), textSize(classOf(false), bold).width());
    return std::clamp(qCeil(widest) + 10, px(48), px(88));
}

int MatrixBinary::cellWidth() const {
    const QString most = qt(shareText(0.999));
    return std::max({px(kCellWidth), MatrixButton::widthFor(most, classOf(true)),
                     MatrixButton::widthFor(most, classOf(false))});
}

int MatrixBinary::wantedWidth() const {
    return known() ? kInset + namesWidth() + 2 * cellWidth() + kGap : px(kWidth) + kInset;
}

void MatrixBinary::place() {
    if (!known()) return;
    const int room = width() - kInset;
    names_ = namesWidth();
    const int cell = std::min(cellWidth(), (room - names_ - kGap) / 2);
    const auto x = [&](int column) { return kInset + names_ + (column - 1) * (cell + kGap); };
    const auto y = [&](int row) { return px(kHeads) + (row - 1) * (px(kCellHeight) + kGap); };
    for (const Place& one : places_) {
        const int row = one.button->row();
        const int column = one.button->column();
        const QRect box(column == 0 ? 0 : x(column), row == 0 ? 0 : y(row),
                        column == 0 ? names_ + kInset - 4 : cell, row == 0 ? px(24) : px(kCellHeight));
        one.button->setGeometry(column > 0 && row == 0 ? box.adjusted(-kInset, 0, 0, 0) : box);
    }
    const int under = px(kHeads + 2 * kCellHeight + kTotals + 12) + kGap;
    choice_->setGeometry(kInset, under, std::min(room, choice_->sizeHint().width()), px(kChoice));
    note_->setGeometry(kInset, under + px(kChoice) + 8, room, px(kNote) - 8);
}

void MatrixBinary::resizeEvent(QResizeEvent*) {
    place();
}

void MatrixBinary::paintEvent(QPaintEvent*) {
    if (!known()) return;
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    const QFont small = theme.font(12);
    for (std::size_t i = 0; i < 2; ++i) {
        const QRect below = places_[7 + i].button->geometry();
        const QString text =
            QFontMetricsF(small).elidedText(totals_[i], Qt::ElideRight, below.width() + kGap - 2);
        paintText(painter, QRectF(below.left(), below.bottom() + px(6), below.width(), px(16)),
                  Qt::AlignLeft | Qt::AlignVCenter, text, small, theme.tokens().ink2);
    }
}

ChartTable MatrixBinary::table() const {
    ChartTable table;
    if (!known()) return table;
    const Tally t = facts_.run->sweep->at(facts_.threshold);
    const auto number = [](std::uint64_t n) { return QString::number(n); };
    table.head = {tr("really"), qt(facts_.words.passed), qt(facts_.words.flagged), tr("all")};
    table.rows = {{classOf(true), number(t.fn.n), number(t.tp.n), number(t.positives())},
                  {classOf(false), number(t.tn.n), number(t.fp.n), number(t.negatives())},
                  {tr("all"), number(t.fn.n + t.tn.n), number(t.flagged()), number(t.n())}};
    return table;
}

}  // namespace reckoner

#include "moc_matrix_binary.cpp"
