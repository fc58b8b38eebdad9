#include "ui/review/question_list.h"

#include <algorithm>

#include <QPainter>
#include <QPushButton>

#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/visible_text.h"

namespace reckoner {
namespace {

constexpr int kHead = 20;
constexpr int kRow = 28;

}  // namespace

QuestionList::QuestionList(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("questionList"));
    setAccessibleName(tr("Open questions"));
}

void QuestionList::setQuestions(const std::vector<OpenQuestion>& questions) {
    questions_ = questions;
    while (rows_.size() < questions.size()) {
        auto* row = new QPushButton(this);
        const std::size_t index = rows_.size();
        row->setObjectName(QStringLiteral("question%1").arg(index));
        setKind(row, "inlineAsks");
        connect(row, &QPushButton::clicked, this, [this, index] {
            const OpenQuestion& one = questions_[index];
            if (one.brief.empty())
                Q_EMIT answered(one.text);
            else
                Q_EMIT opened(one.brief);
        });
        rows_.push_back(row);
    }
    place();
}

int QuestionList::wantedHeight() const {
    return scaled(kHead) + scaled(kRow) * std::max(1, static_cast<int>(questions_.size()));
}

void QuestionList::place() {
    const auto fit = static_cast<std::size_t>(std::max(1, (height() - scaled(kHead)) / scaled(kRow)));
    shown_ = std::min(fit, questions_.size());
    int y = scaled(kHead);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i]->setVisible(i < shown_);
        if (i >= shown_) continue;
        const QString text = visibleLine(questions_[i].text.toStdString());
        QString drawn =
            QFontMetrics(Theme::instance().font(14)).elidedText(text, Qt::ElideRight, width() - scaled(20));
        drawn.replace(QLatin1Char('&'), QStringLiteral("&&"));
        rows_[i]->setText(drawn);
        rows_[i]->setAccessibleName(text);
        setPlainToolTip(rows_[i], questions_[i].brief.empty() ? tr("%1  Puts it into the notes").arg(text)
                                                              : tr("%1  Opens the brief").arg(text));
        rows_[i]->setGeometry(scaled(-8), y, width() + scaled(8), scaled(kRow) - 2);
        y += scaled(kRow);
    }
    update();
}

void QuestionList::resizeEvent(QResizeEvent*) {
    place();
}

void QuestionList::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setFont(theme.font(12));
    painter.setPen(theme.tokens().ink3);
    const std::size_t more = questions_.size() - shown_;
    painter.drawText(QRect(0, 0, width(), scaled(16)), Qt::AlignLeft,
                     more == 0 ? tr("open questions") : tr("open questions, %1 more below").arg(more));
    if (!questions_.empty()) return;
    painter.setFont(theme.font(14));
    painter.drawText(QRect(0, scaled(kHead), width(), scaled(kRow)), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("None: the brief is complete."));
}

}  // namespace reckoner

#include "moc_question_list.cpp"
