#include "ui/charts/chart_frame.h"

#include <cmath>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QSaveFile>
#include <QSvgGenerator>

#include "core/wording/decide_sentences.h"
#include "ui/charts/chart_paint.h"
#include "ui/charts/series_layer.h"
#include "ui/style/theme.h"
#include "ui/widgets/copy_text.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr double kGrabRadius = 12;
constexpr double kHoverRoom = 110;  // of the sentence under the pointer

}  // namespace

struct ChartFrame::Impl {
    OperatingFacts facts;
    SeriesLayer series;
    QPixmap still;  // ground and curves
    bool seriesStale = true;
    bool hot = false;
    bool dragging = false;
    std::vector<QRectF> labels;
    QString setting;
    QPushButton* corner = nullptr;
};

ChartFrame::ChartFrame(QWidget* parent) : QWidget(parent), impl_(std::make_unique<Impl>()) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    watchFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        redrawCurves();
        placeCorner();
    });
}

ChartFrame::~ChartFrame() = default;

void ChartFrame::setFacts(const OperatingFacts& facts) {
    const OperatingFacts& old = impl_->facts;
    const bool sameCurves = old.run == facts.run && old.baseline == facts.baseline &&
                            old.runName == facts.runName && old.baselineName == facts.baselineName &&
                            old.words == facts.words && old.capacity == facts.capacity &&
                            old.drawn() == facts.drawn();
    impl_->facts = facts;
    if (sameCurves)
        update();
    else
        redrawCurves();
    setAccessibleDescription(describe());
}

const OperatingFacts& ChartFrame::facts() const {
    return impl_->facts;
}

const std::vector<QRectF>& ChartFrame::labelRects() const {
    return impl_->labels;
}

void ChartFrame::setSetting(const QString& setting) {
    if (impl_->setting == setting) return;
    impl_->setting = setting;
    settingChanged();
    placeCorner();
    redrawCurves();
}

const QString& ChartFrame::setting() const {
    return impl_->setting;
}

void ChartFrame::setCorner(QPushButton* button) {
    impl_->corner = button;
    setKind(button, "small");
    button->setCursor(Qt::PointingHandCursor);
    settingChanged();
    placeCorner();
}

QPushButton* ChartFrame::corner() const {
    return impl_->corner;
}

void ChartFrame::placeCorner() {
    if (impl_->corner == nullptr) return;
    const QSize size = impl_->corner->sizeHint();
    const QRectF plot = plotArea();
    impl_->corner->setGeometry(qRound(plot.right()) - size.width() + 4, qRound(plot.top() - typePx(24)),
                               size.width(), size.height());
}

bool ChartFrame::hot() const {
    return impl_->hot || impl_->dragging;
}

void ChartFrame::redrawCurves() {
    impl_->still = {};
    impl_->seriesStale = true;
    update();
}

void ChartFrame::paintAll(QPainter& painter, std::vector<QRectF>& labels) const {
    painter.fillRect(rect(), Theme::instance().tokens().page);
    if (!impl_->facts.shown()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    if (impl_->seriesStale) impl_->series.setCurves(curves(), xScale(), yScale());
    impl_->seriesStale = false;
    impl_->series.paint(painter, rect(), plotArea());
    paintOverlay(painter, labels);
}

void ChartFrame::paintEvent(QPaintEvent*) {
    const qreal ratio = devicePixelRatioF();
    if (impl_->still.size() != size() * ratio) {
        impl_->still = QPixmap(size() * ratio);
        impl_->still.setDevicePixelRatio(ratio);
        impl_->still.fill(Theme::instance().tokens().page);
        if (impl_->facts.shown()) {
            QPainter painter(&impl_->still);
            painter.setRenderHint(QPainter::Antialiasing);
            paintGround(painter);
            if (impl_->seriesStale) impl_->series.setCurves(curves(), xScale(), yScale());
            impl_->seriesStale = false;
            impl_->series.paint(painter, rect(), plotArea());
        }
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, impl_->still);
    impl_->labels.clear();
    if (!impl_->facts.shown()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    paintOverlay(painter, impl_->labels);
    if (!keyboardFocus(this)) return;
    painter.setPen(QPen(Theme::instance().tokens().accent, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void ChartFrame::resizeEvent(QResizeEvent*) {
    impl_->still = {};
    placeCorner();
}

bool ChartFrame::grabs(const QPointF& at) const {
    const std::optional<QPointF> point = handle();
    return point && std::hypot(point->x() - at.x(), point->y() - at.y()) <= kGrabRadius;
}

std::optional<std::size_t> ChartFrame::cutoffAt(const QPointF&) const {
    return std::nullopt;
}

void ChartFrame::hover(const QPointF& at, const QPoint& global) {
    const bool over = impl_->facts.shown() && grabs(at);
    if (over != impl_->hot) {
        impl_->hot = over;
        if (over)
            setCursor(grabCursor());
        else
            unsetCursor();
        update();
    }
    if (!impl_->facts.shown()) return;
    std::optional<double> threshold;
    if (plotArea().contains(at)) threshold = over ? impl_->facts.threshold : thresholdAt(at);
    const QString text =
        threshold ? qt(pointSentence(*impl_->facts.run, impl_->facts.words, *threshold)) : QString();
    // Over the chart itself: below it are the scores that the sentence is about.
    const qreal lowest = plotArea().bottom() - typePx(kHoverRoom);
    showPlainToolTip(global - QPoint(0, qRound(std::max(0.0, at.y() - lowest))), text, this);
}

void ChartFrame::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !impl_->facts.shown() || !grabs(event->position())) return;
    impl_->dragging = true;
    showPlainToolTip({}, {}, this);
    if (const auto cutoff = cutoffAt(event->position()); cutoff && *cutoff != impl_->facts.cutoff)
        Q_EMIT cutoffPicked(static_cast<int>(*cutoff));
    Q_EMIT dragBegan();
    update();
}

void ChartFrame::mouseMoveEvent(QMouseEvent* event) {
    if (!impl_->dragging) {
        hover(event->position(), event->globalPosition().toPoint());
        return;
    }
    if (const std::optional<double> threshold = thresholdAt(event->position()))
        Q_EMIT thresholdChosen(*threshold);
}

void ChartFrame::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !impl_->dragging) return;
    impl_->dragging = false;
    Q_EMIT dragEnded();
    update();
}

void ChartFrame::leaveEvent(QEvent*) {
    if (!impl_->hot) return;
    impl_->hot = false;
    unsetCursor();
    update();
}

void ChartFrame::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Down:
            Q_EMIT nudged(-1);
            return;
        case Qt::Key_Right:
        case Qt::Key_Up:
            Q_EMIT nudged(1);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

QImage ChartFrame::picture(qreal ratio) const {
    QImage image(size() * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    std::vector<QRectF> labels;
    paintAll(painter, labels);
    return image;
}

bool ChartFrame::saveAs(const QString& path) const {
    const QString kind = QFileInfo(path).suffix().toLower();
    if (kind == QLatin1String("svg")) {
        QSvgGenerator svg;
        svg.setFileName(path);
        svg.setSize(size());
        svg.setViewBox(rect());
        svg.setTitle(escaped(accessibleName()));
        QPainter painter;
        if (!painter.begin(&svg)) return false;
        std::vector<QRectF> labels;
        paintAll(painter, labels);
        return painter.end() && QFileInfo(path).size() > 0;
    }
    if (kind == QLatin1String("csv")) {
        QSaveFile file(path);
        const QByteArray text = table().csv().toUtf8();
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush() &&
               file.commit();
    }
    return picture().save(path, "PNG");
}

void ChartFrame::contextMenuEvent(QContextMenuEvent* event) {
    if (!impl_->facts.shown()) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("chartMenu"));
    menu->addAction(tr("Copy numbers as TSV"), this, [this] { copyPlainText(table().tsv()); });
    menu->addAction(tr("Copy numbers as Markdown"), this, [this] { copyPlainText(table().markdown()); });
    menu->addAction(tr("Copy picture"), this, [this] { QGuiApplication::clipboard()->setImage(picture()); });
    menu->addSeparator();
    menu->addAction(tr("Save as..."), this, [this] {
        auto* dialog = new QFileDialog(this, tr("Save the chart"), QString(),
                                       tr("Picture (*.png);;Drawing (*.svg);;Numbers (*.csv)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(QStringLiteral("png"));
        connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
            dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), 1).section(u')', 0, 0));
        });
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
            if (!saveAs(path)) Q_EMIT saveFailed(path);
        });
        dialog->open();
    });
    menu->popup(event->globalPos());
}

}  // namespace reckoner

#include "moc_chart_frame.cpp"
