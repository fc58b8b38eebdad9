#include "ui/widgets/progress_strip.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/wording/duration.h"
#include "ui/session/background_task.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kSteps = 1000;

}  // namespace

ProgressStrip::ProgressStrip(QWidget* parent)
    : QFrame(parent),
      text_(new PlainLabel({}, this)),
      left_(new PlainLabel({}, this)),
      bar_(new QProgressBar(this)),
      cancel_(new QPushButton(tr("Cancel"), this)) {
    setObjectName(QStringLiteral("progress"));
    dress(text_, 14);
    dress(left_, 12, QFont::Normal, &Tokens::ink3);
    bar_->setRange(0, kSteps);
    bar_->setTextVisible(false);
    cancel_->setObjectName(QStringLiteral("progress.cancel"));
    cancel_->setAccessibleName(tr("Cancel"));
    auto* words = new QHBoxLayout;
    words->addWidget(text_);
    words->addStretch();
    words->addWidget(left_);
    auto* column = new QVBoxLayout;
    column->setSpacing(6);
    column->addLayout(words);
    column->addWidget(bar_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 8, 0, 8);
    row->setSpacing(16);
    row->addLayout(column, 1);
    row->addWidget(cancel_);
    hide();
    connect(cancel_, &QPushButton::clicked, this, [this] {
        if (task_) task_->cancel();
        Q_EMIT cancelled();
    });
}

void ProgressStrip::follow(BackgroundTask* task, const QString& title) {
    if (task_) task_->disconnect(this);
    task_ = task;
    title_ = title;
    began_ = std::chrono::steady_clock::now();
    text_->setText(title);
    left_->clear();
    bar_->setValue(0);
    bar_->setAccessibleName(title);
    connect(task, &BackgroundTask::progressed, this, &ProgressStrip::report);
    connect(task, &BackgroundTask::runningChanged, this, &QWidget::setVisible);
    setVisible(task->running());
}

void ProgressStrip::report(double fraction, const QString& phase) {
    text_->setText(phase.isEmpty() ? title_ : title_ + QStringLiteral(": ") + phase);
    bar_->setValue(static_cast<int>(fraction * kSteps));
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - began_;
    // The first second says little about the rest.
    if (fraction > 0.02 && spent.count() > 1)
        left_->setText(tr("%1 left").arg(qt(remaining(spent.count() * (1 - fraction) / fraction))));
}

}  // namespace reckoner
