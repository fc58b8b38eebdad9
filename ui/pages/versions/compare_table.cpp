#include "ui/pages/versions/compare_table.h"

#include <algorithm>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "core/wording/version_sentences.h"
#include "ui/charts/chart_paint.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/copy_text.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kReach = 8;
constexpr int kHead = 48;
constexpr int kRow = 36;
constexpr int kFigure = 88;
constexpr int kGap = 24;
constexpr int kSegmentsAtFirst = 2;
constexpr qreal kStaleOpacity = 0.45;

QColor toneOf(Verdict verdict) {
    const Tokens& t = Theme::instance().tokens();
    return verdict == Verdict::Better ? t.better : t.fnText;
}

QString oneField(const std::string& text) {
    return qt(text).replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

// "gradient boosting (XGBoost)" in a narrow column: "boosting".
QString lastWord(const QString& text) {
    const QString bare = text.section(QLatin1Char('('), 0, 0).trimmed();
    return bare.section(QLatin1Char(' '), -1);
}

// Shown before anybody asks for all.
bool atFirst(const FigureRow& row, std::size_t judged, int& segments) {
    if (row.segment()) return segments++ < kSegmentsAtFirst;
    const Verdict verdict = verdictOf(row, judged);
    if (row.metric == "selection_rate_ratio") return verdict == Verdict::Better || verdict == Verdict::Worse;
    for (const char* id : {"cost", "recall", "precision", "roc_auc", "latency_p95"})
        if (row.metric == id) return true;
    return false;
}

}  // namespace

CompareTable::CompareTable(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("compareTable"));
    setAccessibleName(tr("Versions side by side"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    watchFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        layOut();
        update();
    });
}

void CompareTable::setBoard(VersionBoardPtr board, const VersionWords& words, const QStringList& notes,
                            bool all) {
    board_ = std::move(board);
    words_ = words;
    notes_ = notes;
    lines_.clear();
    hidden_ = 0;
    stale_ = false;
    hovered_.reset();
    current_.reset();
    int segments = 0;
    for (std::size_t i = 0; board_ && i < board_->rows.size(); ++i) {
        if (atFirst(board_->rows[i], board_->request.judged, segments) || all)
            lines_.push_back(i);
        else
            ++hidden_;
    }
    layOut();
    update();
}

void CompareTable::setStale(bool stale) {
    if (stale_ == stale) return;
    stale_ = stale;
    update();
}

// --- geometry ---

QSize CompareTable::sizeHint() const {
    return {scaled(900), scaled(kHead) + static_cast<int>(lines_.size()) * scaled(kRow)};
}

void CompareTable::layOut() {
    columns_.clear();
    if (!board_) return;
    const std::size_t sides = board_->request.sides.size();
    const int left = scaled(kReach);
    const int right = width() - scaled(kReach);
    const QFont font = Theme::instance().font(14, QFont::DemiBold);
    int wanted = scaled(160);
    for (const std::size_t line : lines_)
        wanted = std::max(wanted, qCeil(textSize(title(line), font).width()) + scaled(12));
    const int figures = static_cast<int>(sides) * scaled(kFigure);
    const int most = std::max(scaled(140), (right - left - figures) * 2 / 5);
    int x = left + std::min(wanted, most);
    titleRight_ = x;
    for (std::size_t side = 0; side < sides; ++side) {
        columns_.push_back({side, false, x, x + scaled(kFigure)});
        x += scaled(kFigure);
    }
    // The judged one's difference first, the others in their order.
    std::vector<std::size_t> order{board_->request.judged};
    for (std::size_t side = 0; side < sides; ++side)
        if (side != board_->request.judged && side != board_->request.base) order.push_back(side);
    const int room = (right - x) / static_cast<int>(order.size());
    for (const std::size_t side : order) {
        Column column{side, true, x + scaled(kGap), x + room};
        x += room;
        const QFontMetrics metrics(Theme::instance().font(14));
        for (const std::size_t line : lines_)
            column.brief = column.brief || metrics.horizontalAdvance(qt(plain(cell(line, column)))) >
                                               column.right - column.left;
        columns_.push_back(column);
    }
    updateGeometry();
}

QString CompareTable::title(std::size_t row) const {
    return qt(figureTitle(*board_, board_->rows[row], words_)).simplified();
}

Sentence CompareTable::cell(std::size_t row, const Column& column) const {
    const FigureRow& figures = board_->rows[row];
    if (!column.difference) return {{figureText(figures, column.side)}};
    return column.brief ? briefDifferenceText(figures, column.side, board_->replicates == 0)
                        : differenceText(figures, column.side, board_->replicates == 0);
}

std::optional<int> CompareTable::lineAt(int y) const {
    if (y < scaled(kHead)) return std::nullopt;
    const int line = (y - scaled(kHead)) / scaled(kRow);
    return line < static_cast<int>(lines_.size()) ? std::optional(line) : std::nullopt;
}

void CompareTable::resizeEvent(QResizeEvent*) {
    layOut();
}

// --- picture ---

void CompareTable::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().tokens().page);
    if (!board_) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(stale_ ? kStaleOpacity : 1);
    paintHead(painter);
    for (int line = 0; line < static_cast<int>(lines_.size()); ++line)
        paintLine(painter, line);
}

void CompareTable::paintHead(QPainter& painter) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const QFont name = theme.font(14, QFont::DemiBold);
    const QFont note = theme.font(12);
    const auto elided = [](const QString& text, const QFont& font, int room) {
        return QFontMetrics(font).elidedText(text, Qt::ElideRight, room);
    };
    for (const Column& column : columns_) {
        const VersionSide& side = board_->request.sides[column.side];
        const QRect upper(column.left, scaled(2), column.right - column.left, scaled(20));
        const QRect lower = upper.translated(0, scaled(20));
        const int align = (column.difference ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
        const int room = upper.width() - (column.difference ? 0 : scaled(8));
        const QString title = column.difference
                                  ? tr("%1 against %2").arg(qt(side.name), qt(board_->base().name))
                                  : qt(side.name);
        QString below = column.difference ? qt(overlapText(board_->overlaps[column.side], words_))
                                          : notes_.value(static_cast<int>(column.side));
        const bool fits = QFontMetrics(note).horizontalAdvance(below) <= room;
        if (!fits && !column.difference) below = lastWord(below);
        paintText(painter, upper, align, elided(title, name, room), name, t.ink);
        paintText(painter, lower, align, elided(below, note, room), note, t.ink3);
    }
    painter.fillRect(QRect(scaled(kReach), scaled(kHead) - 1, width() - 2 * scaled(kReach), 1), t.line);
}

void CompareTable::paintLine(QPainter& painter, int line) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const std::size_t place = lines_[static_cast<std::size_t>(line)];
    const FigureRow& row = board_->rows[place];
    const QRect area(0, scaled(kHead) + line * scaled(kRow), width(), scaled(kRow));
    const bool worst = board_->worst == place;
    const bool focused = current_ == line && keyboardFocus(this);
    if (worst || focused || (hovered_ == line && row.segment())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(focused ? t.selected : worst ? t.fnSoft : t.chrome);
        painter.drawRoundedRect(QRectF(area).adjusted(0, 0, 0, -1), 6, 6);
    }
    if (!worst)
        painter.fillRect(QRect(scaled(kReach), area.bottom(), width() - 2 * scaled(kReach), 1), t.line);
    const QFont plainFont = theme.font(14);
    const QFont bold = theme.font(14, QFont::DemiBold);
    const QFont& titleFont = worst ? bold : plainFont;
    const QRect titleArea(scaled(kReach), area.top(), titleRight_ - scaled(kReach), area.height() - 1);
    paintText(painter, titleArea, Qt::AlignLeft | Qt::AlignVCenter,
              QFontMetrics(titleFont).elidedText(title(place), Qt::ElideRight, titleArea.width()), titleFont,
              t.ink);
    for (const Column& column : columns_) {
        const QRect at(column.left, area.top(), column.right - column.left, area.height() - 1);
        const Sentence sentence = cell(place, column);
        if (!column.difference) {
            const bool base = column.side == board_->request.base;
            paintText(painter, at, Qt::AlignRight | Qt::AlignVCenter, qt(plain(sentence)),
                      base ? bold : plainFont, row.values[column.side] ? t.ink : t.ink3);
            continue;
        }
        int x = at.left();
        for (const Phrase& phrase : sentence) {
            const bool told = phrase.emphasis == Emphasis::Accent;
            const QFont& font = told ? bold : plainFont;
            const QString text =
                QFontMetrics(font).elidedText(qt(phrase.text), Qt::ElideRight, at.right() - x);
            paintText(painter, QRect(x, at.top(), at.right() - x, at.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, text, font,
                      told ? toneOf(verdictOf(row, column.side)) : t.ink2);
            x += qCeil(QFontMetricsF(font).horizontalAdvance(text));
        }
    }
}

// --- choosing ---

void CompareTable::choose(int line) {
    current_ = line;
    const FigureRow& row = board_->rows[lines_[static_cast<std::size_t>(line)]];
    QStringList texts;
    for (std::size_t side = 0; side < board_->request.sides.size(); ++side)
        texts << qt(figureHint(*board_, row, side, words_));
    setAccessibleDescription(texts.join(QStringLiteral(". ")));
    update();
}

void CompareTable::mouseMoveEvent(QMouseEvent* event) {
    const auto line = lineAt(event->position().toPoint().y());
    const int x = event->position().toPoint().x();
    QString hint;
    if (line)
        for (const Column& column : columns_)
            if (x >= column.left && x < column.right)
                hint = qt(figureHint(*board_, board_->rows[lines_[static_cast<std::size_t>(*line)]],
                                     column.side, words_));
    setPlainToolTip(this, hint);
    if (line == hovered_) return;
    hovered_ = line;
    const bool opens = line && board_->rows[lines_[static_cast<std::size_t>(*line)]].segment();
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void CompareTable::mouseReleaseEvent(QMouseEvent* event) {
    const auto line = lineAt(event->position().toPoint().y());
    if (!line || event->button() != Qt::LeftButton) return;
    choose(*line);
    const std::size_t row = lines_[static_cast<std::size_t>(*line)];
    if (board_->rows[row].segment()) Q_EMIT opened(row);
}

void CompareTable::leaveEvent(QEvent*) {
    hovered_.reset();
    update();
}

void CompareTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copyPlainText(tsv());
    const int last = static_cast<int>(lines_.size()) - 1;
    if (!board_ || last < 0) return QWidget::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Down:
            return choose(current_ ? std::min(*current_ + 1, last) : 0);
        case Qt::Key_Up:
            return choose(current_ ? std::max(*current_ - 1, 0) : 0);
        case Qt::Key_Home:
            return choose(0);
        case Qt::Key_End:
            return choose(last);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (current_ && board_->rows[lines_[static_cast<std::size_t>(*current_)]].segment())
                Q_EMIT opened(lines_[static_cast<std::size_t>(*current_)]);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

QString CompareTable::tsv() const {
    QStringList lines;
    if (!board_) return {};
    QStringList fields{tr("figure")};
    for (const Column& column : columns_) {
        const std::string& name = board_->request.sides[column.side].name;
        fields << oneField(column.difference ? name + " against " + board_->base().name : name);
    }
    lines << fields.join(QLatin1Char('\t'));
    for (const std::size_t row : lines_) {
        fields = QStringList{title(row)};
        for (Column column : columns_) {
            column.brief = false;
            fields << oneField(plain(cell(row, column)));
        }
        lines << fields.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace reckoner

#include "moc_compare_table.cpp"
