#include "app/window/render_job.h"

#include <algorithm>

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QTimer>

#include "core/base/near_names.h"
#include "core/report/whole_file.h"
#include "ui/pages/page.h"
#include "ui/session/background_task.h"
#include "ui/session/point_on_screen.h"
#include "ui/session/state_rules.h"
#include "ui/shell/main_window.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner::window {
namespace {

constexpr int kLookMs = 20;
// Pages start some figures only when a drag has rested for a while, so calm must last longer than that.
constexpr int kCalmLooks = 15;
constexpr int kDotsPerInch = 96;

void requirePage(const std::string& page) {
    std::vector<std::string> ids;
    for (const PageEntry& entry : pageList())
        ids.push_back(entry.id.toStdString());
    if (std::find(ids.begin(), ids.end(), page) != ids.end()) return;
    throw Error(ErrorCode::Usage,
                "There is no page \"" + page + "\"" + didYouMean(page, ids) +
                    " The pages are today, decide, errors, segments, versions, change, record.");
}

// The scenario and the cohort, by name, of the model of the run.
void choosePeople(const StoreContents& contents, const RenderOptions& options, ReviewState& state) {
    const RunRow* run = contents.run(state.run);
    if (!run) return;
    state.model = run->modelId;
    if (!options.scenario.empty() && !contents.costsOf(run->modelId).has(options.scenario))
        throw Error(ErrorCode::Usage,
                    "The model has no scenario \"" + options.scenario + "\" of its costs" +
                        didYouMean(options.scenario, contents.costsOf(run->modelId).scenarios()));
    state.scenario = options.scenario;
    if (options.cohort.empty()) return;
    std::vector<std::string> names;
    for (const Cohort& cohort : contents.cohorts.at(run->modelId)) {
        if (cohort.name == options.cohort) state.cohort = cohort.expression;
        names.push_back(cohort.name);
    }
    if (state.cohort.empty())
        throw Error(ErrorCode::Usage,
                    "The model has no cohort \"" + options.cohort + "\"" + didYouMean(options.cohort, names));
}

// What render shows does not depend on what somebody looked at last.
ReviewState viewOf(const Store& store, const StoreContents& contents, const RenderOptions& options) {
    ReviewState state;
    state.page = options.page;
    if (!options.run.empty()) {
        state.run = store.resolveRun(options.run).info.id;
    } else {
        for (const ModelRow& model : contents.models)
            if (state.run == 0) state.run = firstRun(contents, model.id);
    }
    state.baseline = firstBaseline(contents, state.run);
    state.options = options.options;
    choosePeople(contents, options, state);
    if (options.threshold) setOneThreshold(state, *options.threshold);
    return state;
}

}  // namespace

RenderJob::RenderJob(MainWindow& window, const RenderOptions& options, QObject* parent)
    : QObject(parent), window_(window), options_(options) {}

void RenderJob::start(const std::shared_ptr<Store>& store) {
    requirePage(options_.page);
    window_.setMinimumSize(0, 0);
    window_.resize(options_.size);
    window_.showStore(store);
    window_.session().restore(viewOf(*store, window_.session().contents(), options_));
    window_.show();
    if (const auto review = options_.options.find("review"); review != options_.options.end())
        window_.setReviewShown(review->second == "open");
    if (options_.present) {
        // As on a screen of the size asked for, whatever the one this runs on.
        window_.setPresenting(true);
        window_.showNormal();
        window_.resize(options_.size);
        Theme::instance().setPresenting(true, options_.size.height());
    }
    auto* timer = new QTimer(this);
    timer->setInterval(kLookMs);
    connect(timer, &QTimer::timeout, this, &RenderJob::look);
    timer->start();
}

void RenderJob::look() {
    const bool busy = window_.session().busy() || BackgroundTask::anyRunning();
    calm_ = busy ? 0 : calm_ + 1;
    if (calm_ < kCalmLooks) return;
    findChild<QTimer*>()->stop();
    try {
        const QString failure = window_.session().failure();
        if (!failure.isEmpty()) throw Error(ErrorCode::Store, failure.toStdString());
        write();
        Q_EMIT finished(std::nullopt);
    } catch (const Error& error) {
        Q_EMIT finished(error);
    }
}

void RenderJob::write() {
    const QByteArray bytes = drawn();
    if (bytes.isEmpty())
        throw Error(ErrorCode::BadInput,
                    "\"" + options_.out.string() + "\" could not be drawn; try a smaller --size.");
    writeWholeFile(options_.out, [&bytes](const Write& write) {
        write({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    });
}

QByteArray RenderJob::drawn() {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const std::string kind = options_.out.extension().string();
    if (kind == ".png") {
        if (!window_.grab().toImage().save(&buffer, "PNG")) bytes.clear();
        return bytes;
    }
    const auto paint = [this](QPaintDevice& device) {
        QPainter painter;
        if (!painter.begin(&device)) return false;
        window_.render(&painter);
        return painter.end();
    };
    if (kind == ".svg") {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(options_.size);
        generator.setViewBox(QRect(QPoint(), options_.size));
        generator.setResolution(kDotsPerInch);
        generator.setTitle(QStringLiteral("Reckoner: ") + qt(options_.page));
        return paint(generator) ? bytes : QByteArray();
    }
    QPdfWriter writer(&buffer);
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(
        QPageSize(QSizeF(options_.size) * 72 / kDotsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(QStringLiteral("Reckoner: ") + qt(options_.page));
    return paint(writer) ? bytes : QByteArray();
}

}  // namespace reckoner::window
