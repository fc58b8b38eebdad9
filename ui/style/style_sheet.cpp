#include "ui/style/style_sheet.h"

#include <QRegularExpression>

namespace reckoner {
namespace {

// $name is a token, #px(n) a size that grows in present mode.
const char* const kSheet = R"(
QToolTip { background: $page; color: $ink; border: 1px solid $line; padding: 6px 8px; }
QDialog, QMainWindow { background: $page; }

QPushButton { min-height: #px(30); max-height: #px(30); padding: 0 12px; border: 1px solid $control;
  border-radius: 6px; background: $page; color: $ink; font-size: #px(14); font-weight: 500; }
QPushButton:hover, QPushButton:checked { background: $sunk; }
QPushButton:pressed { background: $selected; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $ink3; border-color: $line; }
QPushButton[kind="primary"] { background: $accent; border-color: $accent; color: $onAccent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accentHover; border-color: $accentHover; }
QPushButton[kind="primary"]:focus { border: 2px solid $ink; padding: 0 11px; min-height: #px(28); max-height: #px(28); }
QPushButton[alone="true"] { min-height: #px(38); max-height: #px(38); }
QPushButton[alone="true"]:focus { min-height: #px(36); max-height: #px(36); }
QPushButton[kind="primary"]:disabled { background: $sunk; border-color: $sunk; color: $ink3; }
QPushButton[kind="review"] { background: $page; border-color: $line; }
QPushButton[kind="review"]:hover { background: $sunk; }
QPushButton[kind="review"]:checked { background: $selected; border-color: $accent; }
QPushButton[kind="review"]:focus { border-color: $accent; }
QPushButton[kind="snap"] { min-height: #px(26); max-height: #px(26); padding: 0 10px; font-size: #px(12);
  border-color: $line; }
QPushButton[kind="snap"]:focus { border-color: $accent; }
QPushButton[kind="link"] { border: 1px solid transparent; background: transparent; color: $accent; padding: 0 4px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 1px solid $accent; }
QPushButton[kind="chip"] { min-height: #px(22); max-height: #px(22); padding: 0 6px; border: 1px solid transparent;
  border-radius: #px(12); background: transparent; color: $accent; font-size: #px(12); font-weight: 500; }
QPushButton[kind="chip"]:hover { background: $sunk; }
QPushButton[kind="chip"]:focus { border: 1px solid $accent; }
QPushButton[kind="chip"]:disabled { color: $ink3; }
QPushButton[kind="filter"] { min-height: #px(22); max-height: #px(22); padding: 0 8px; border: 1px solid $selected;
  border-radius: #px(12); background: $selected; color: $ink; font-size: #px(12); font-weight: 500; }
QPushButton[kind="filter"]:hover { border-color: $accent; }
QPushButton[kind="filter"]:focus { border-color: $accent; }
QPushButton[kind="picker"], QPushButton[kind="quiet"], QPushButton[kind="nav"] { border: 1px solid transparent;
  background: transparent; text-align: left; }
QPushButton[kind="picker"] { padding: 0 6px; }
QPushButton[kind="picker"]:hover, QPushButton[kind="quiet"]:hover, QPushButton[kind="nav"]:hover { background: $sunk; }
QPushButton[kind="picker"]:focus, QPushButton[kind="quiet"]:focus, QPushButton[kind="nav"]:focus {
  border: 1px solid $accent; }
QPushButton[kind="nav"] { min-height: #px(38); max-height: #px(38); padding: 0 10px; font-weight: 400; color: $ink2; }
QPushButton[kind="nav"]:checked { background: $selected; color: $ink; font-weight: 600; }
QPushButton[kind="small"] { border: 1px solid transparent; border-radius: 4px; background: transparent; color: $accent;
  padding: 0 3px; min-height: #px(20); max-height: #px(20); font-size: #px(12); font-weight: 500; }
QPushButton[kind="small"]:hover { background: $sunk; }
QPushButton[kind="small"]:focus { border: 1px solid $accent; }
QPushButton[kind="small"]:disabled { color: $ink3; }
QPushButton[kind="inline"], QPushButton[kind="inlineAsks"] { border: 1px solid transparent; border-radius: 4px;
  background: transparent; padding: 0 3px 0 9px; min-height: #px(22); max-height: #px(22); font-weight: 400; text-align: left; }
QPushButton[kind="inlineAsks"] { color: $accent; }
QPushButton[kind="inline"]:hover, QPushButton[kind="inlineAsks"]:hover { background: $sunk; }
QPushButton[kind="inline"]:focus, QPushButton[kind="inlineAsks"]:focus { border: 1px solid $accent; }
QPushButton::menu-indicator { image: none; width: 0; }

QToolButton { border: 1px solid transparent; border-radius: 6px; background: transparent; color: $ink; padding: 0 6px;
  min-height: #px(26); }
QToolButton:hover, QToolButton:checked { background: $sunk; }
QToolButton:pressed { background: $selected; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton:disabled { color: $ink3; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox { min-height: #px(30); max-height: #px(30); padding: 0 8px;
  border: 1px solid $control; border-radius: 6px; background: $page; color: $ink; selection-background-color: $selected;
  selection-color: $ink; }
QPlainTextEdit, QTextEdit { border: 1px solid $control; border-radius: 6px; background: $page; color: $ink;
  padding: 6px 8px; selection-background-color: $selected; selection-color: $ink; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QComboBox:focus, QPlainTextEdit:focus,
QTextEdit:focus { border: 2px solid $accent; padding-left: 7px; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QComboBox:focus { min-height: #px(28);
  max-height: #px(28); }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QDateEdit:disabled, QComboBox:disabled,
QPlainTextEdit:disabled { color: $ink3; border-color: $line; background: $chrome; }
QLineEdit[kind="threshold"] { min-height: #px(26); max-height: #px(26); font-weight: 600; }
QLineEdit[kind="threshold"]:focus { min-height: #px(24); max-height: #px(24); }
QLineEdit[kind="inline"], QLineEdit[kind="inline"]:disabled { border: 1px solid transparent; border-radius: 4px;
  background: transparent; padding: 0 3px 0 0; min-height: #px(22); max-height: #px(22); }
QLineEdit[kind="inline"]:hover { background: $sunk; }
QLineEdit[kind="inline"]:focus { border: 1px solid $accent; background: $page; padding: 0 3px 0 0; }
QLineEdit[kind="chip"], QLineEdit[kind="chip"]:focus { border: 1px solid $accent; border-radius: #px(11); padding: 0 9px;
  min-height: #px(22); max-height: #px(22); font-size: #px(12); }
QSpinBox::up-button, QDoubleSpinBox::up-button, QDateEdit::up-button { border: none; width: 20px; }
QSpinBox::down-button, QDoubleSpinBox::down-button, QDateEdit::down-button { border: none; width: 20px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow, QDateEdit::up-arrow { image: url(:/icons/steps-up-$shade.svg);
  width: 14px; height: 14px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QDateEdit::down-arrow { image: url(:/icons/steps-down-$shade.svg);
  width: 14px; height: 14px; }
QComboBox::drop-down, QDateEdit[kind="calendar"]::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QDateEdit[kind="calendar"]::down-arrow { image: url(:/icons/chevron-down-$shade.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $page; color: $ink; border: 1px solid $line; padding: 4px; outline: none;
  selection-background-color: $selected; selection-color: $ink; }

QMenu { background: $page; color: $ink; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }
QMenuBar { background: $chrome; color: $ink; }
QMenuBar::item:selected { background: $selected; }

QCheckBox, QRadioButton { color: $ink; spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $control;
  background: $page; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url(:/icons/tick-$shade.svg); }
QRadioButton::indicator:checked { background: $accent; border: 4px solid $page; outline: 1px solid $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $accent; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none;
  border: none; width: 0; height: 0; }
QAbstractScrollArea { background: $page; border: none; }
QAbstractScrollArea[kind="clear"] { background: transparent; }
QPlainTextEdit[kind="reading"] { padding: 0; }
QPlainTextEdit[kind="field"] { border: 1px solid $control; background: $page; }
QPlainTextEdit[kind="field"]:focus { border: 2px solid $accent; padding: 5px 7px; }
QPlainTextEdit[kind="field"]:read-only { border-color: $line; }
QAbstractScrollArea::corner { background: $page; border: none; }

QAbstractItemView { background: $page; color: $ink; border: none; outline: none; alternate-background-color: $chrome;
  selection-background-color: $selected; selection-color: $ink; gridline-color: $grid; }
QListWidget[kind="choices"]::item { min-height: #px(28); padding: 0 6px; border: none; border-radius: 6px; color: $ink; }
QListWidget[kind="choices"]::item:hover { background: $sunk; }
QListWidget[kind="choices"]::item:selected { background: $selected; color: $ink; }
QListWidget[kind="choices"]::indicator { width: 14px; height: 14px; border: 1px solid $control; border-radius: 3px;
  background: $page; }
QListWidget[kind="choices"]::indicator:checked { background: $accent; border-color: $accent;
  image: url(:/icons/tick-$shade.svg); }
QHeaderView { background: $page; border: none; }
QHeaderView::section { background: $page; color: $ink2; border: none; border-bottom: 1px solid $line; padding: 4px 8px;
  font-size: #px(12); }
QTableCornerButton::section { background: $page; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $ink2; min-height: #px(36); padding: 0 0 2px 0; margin-right: 24px;
  border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $ink; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $ink; }

QProgressBar { background: $sunk; border: none; border-radius: 4px; max-height: 8px; min-height: 8px;
  text-align: center; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QGroupBox { border: none; margin-top: 24px; font-weight: 600; color: $ink; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QStatusBar { background: $chrome; color: $ink2; }
QStatusBar::item { border: none; }
)";

QColor mixed(const QColor& a, const QColor& b, qreal share) {
    const auto part = [share](int x, int y) { return qRound(x + (y - x) * share); };
    return QColor(part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()));
}

}  // namespace

QString styleSheet(const Tokens& t, Shade shade, qreal scale) {
    QString sheet = QString::fromUtf8(kSheet);
    // Longer names first: $ink2 before $ink.
    const std::pair<const char*, QColor> names[] = {
        {"$accentHover", mixed(t.accent, t.ink, 0.2)},
        {"$onAccent", t.onAccent},
        {"$selected", t.selected},
        {"$control", t.control},
        {"$scroll", mixed(t.control, t.page, 0.4)},
        {"$accent", t.accent},
        {"$chrome", t.chrome},
        {"$grid", t.grid},
        {"$ink2", t.ink2},
        {"$ink3", t.ink3},
        {"$line", t.line},
        {"$page", t.page},
        {"$sunk", t.sunk},
        {"$ink", t.ink},
    };
    for (const auto& [name, color] : names)
        sheet.replace(QLatin1String(name), color.name());
    sheet.replace(QLatin1String("$shade"), QLatin1String(shade == Shade::Dark ? "dark" : "light"));

    static const QRegularExpression kSize(QStringLiteral("#px\\((\\d+)\\)"));
    QString out;
    qsizetype from = 0;
    for (auto it = kSize.globalMatch(sheet); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += sheet.mid(from, match.capturedStart() - from);
        out += QStringLiteral("%1px").arg(qRound(match.captured(1).toInt() * scale));
        from = match.capturedEnd();
    }
    return out + sheet.mid(from);
}

}  // namespace reckoner
