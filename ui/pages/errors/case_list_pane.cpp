#include "ui/pages/errors/case_list_pane.h"

#include <algorithm>
#include <cmath>

#include <QPushButton>
#include <QVBoxLayout>

#include "core/data/sample_facts.h"
#include "core/wording/case_words.h"
#include "core/wording/number_format.h"
#include "ui/pages/errors/case_columns.h"
#include "ui/pages/errors/case_first_look.h"
#include "ui/pages/errors/case_header.h"
#include "ui/pages/errors/case_table.h"
#include "ui/pages/errors/column_memory.h"
#include "ui/pages/errors/column_menu.h"
#include "ui/pages/errors/errors_options.h"
#include "ui/pages/errors/errors_query.h"
#include "ui/session/background_task.h"
#include "ui/session/session_facts.h"
#include "ui/shell/scaled.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr std::size_t kFirstScreen = 512;  // rows put in order before all the others
constexpr int kRestMs = 25;                // a drag asks again only where it rests this long

}  // namespace

struct CaseListPane::Impl {
    Impl(CaseListPane& owner, ReviewSession& theSession)
        : pane(owner),
          session(theSession),
          header(new CaseHeader(&owner)),
          table(new CaseTable(theSession.executor(), &owner)),
          footer(new PlainLabel({}, &owner)),
          columnsButton(new QPushButton(tr("Columns…"), &owner)),
          clear(new QPushButton(&owner)),
          memory(theSession),
          listing(theSession.executor()),
          finishing(theSession.executor()),
          naming(theSession.executor()) {}

    CaseListPane& pane;
    ReviewSession& session;
    CaseHeader* header;
    CaseTable* table;
    PlainLabel* footer;
    QPushButton* columnsButton;
    QPushButton* clear;  // under the sentence that no case is left
    ColumnMemory memory;
    BackgroundTask listing;
    BackgroundTask finishing;
    BackgroundTask naming;
    QTimer pause;

    std::optional<CaseQuery> asked;  // what is worked on, or shown
    std::optional<CaseQuery> shown;
    CaseListPtr list;
    RowsPtr rows;
    std::vector<CaseColumn> offered;
    CaseRef ref;
    std::string key;                  // of `ref`, as the state keeps it
    std::string settled;              // the state's case that was last looked for
    std::optional<RowIndex> pending;  // that case, while it may stand behind the first screen
    std::uint64_t walk = 0;           // steps through one list are one step of Back
    QString failure;

    void follow(Aspects aspects);
    void ask();
    void arrive(const CaseQuery& query, const FirstLook& look);
    void fitIds(const QString& longest);
    void finish();
    void chooseDefault(std::optional<std::size_t> place);
    enum class By { Itself, Step, Hand };
    void choose(std::size_t place, By by);
    void announce(const CaseRef& next, By by = By::Itself);
    std::vector<CaseColumn> columnsToShow();
    void arrangeColumns();
    void rememberColumns();
    void showFooter();
    void showEmpty();
    void openColumnMenu(const QPoint& at);
    void toggleColumn(const QString& columnKey);
    void place();
};

void CaseListPane::Impl::follow(Aspects aspects) {
    const Aspects mine =
        Aspects(Aspect::Run) | Aspect::Store | Aspect::Threshold | Aspect::Options | Aspect::Notes;
    if (!(aspects & mine)) return;
    if (aspects & Aspect::Store) memory.forget();
    const auto query = errors::caseQuery(session);
    if (!query) {
        listing.cancel();
        finishing.cancel();
        asked.reset();
        if (!session.busy()) {
            list.reset();
            rows.reset();
            table->setContent({}, {});
            announce({});
        }
        table->setStale(true);
        showFooter();
        return;
    }
    if (asked && errors::sameCases(*asked, *query)) {
        // Back and Forward may name another case of the same list.
        const std::string wanted = errors::option(session.state(), errors::kCase);
        if (shown && wanted != key && wanted != settled && !wanted.empty()) ask();
        return;
    }
    asked = query;
    table->setStale(true);
    // A drag asks many times a second; a click is answered at once.
    const bool dragged = shown && shown->table == query->table && shown->filters == query->filters &&
                         shown->point.outcome.threshold != query->point.outcome.threshold;
    if (dragged)
        pause.start(kRestMs);
    else
        ask();
}

void CaseListPane::Impl::ask() {
    pause.stop();
    const auto query = errors::caseQuery(session);
    if (!query) return;
    asked = query;
    finishing.cancel();
    const std::string wanted = errors::option(session.state(), errors::kCase);
    settled = wanted;
    const std::optional<RowIndex> known =
        wanted == key && ref.listed > 0 && shown && shown->table == query->table ? std::optional(ref.row)
                                                                                 : std::nullopt;
    listing.start(
        [query = *query, wanted, known](const TaskContext& context) {
            return std::any(
                std::make_shared<const FirstLook>(firstLook(query, kFirstScreen, wanted, known, context)));
        },
        [this, query = *query](const std::any& result) {
            failure.clear();
            arrive(query, *std::any_cast<std::shared_ptr<const FirstLook>>(result));
        },
        [this](const Error& error) {
            failure = QString::fromUtf8(error.what());
            list.reset();
            rows.reset();
            table->setContent({}, {});
            showEmpty();
            table->setEmptyText(failure);
            showFooter();
            announce({});
        });
    showFooter();
}

void CaseListPane::Impl::arrive(const CaseQuery& query, const FirstLook& look) {
    const bool sameList = shown && errors::sameCases(*shown, query);
    shown = query;
    list = look.list;
    rows = look.rows;
    if (!sameList) walk = session.newDrag();
    offered = caseColumns(*list->view, fixedClasses(query.filters));
    fitIds(look.longestId);
    CaseTable::Content content;
    content.view = list->view;
    content.total = list->members.size();
    content.rows = rows;
    content.noted = [ids = look.noted](const QString& id) { return ids->contains(id); };
    const std::vector<CaseColumn> columns = columnsToShow();
    header->setColumns(columns);
    table->setContent(std::move(content), columns);
    showEmpty();
    header->setSort(list->sort, list->drawn);
    pending = look.place ? std::nullopt : look.row;
    chooseDefault(look.place);
    showFooter();
    if (!list->complete) finish();
}

// An id that is cut cannot be told from its neighbours: other columns make room for it, up to a point.
void CaseListPane::Impl::fitIds(const QString& longest) {
    const QFontMetrics metrics(Theme::instance().font(14, QFont::DemiBold));
    const int wanted =
        qRound((metrics.horizontalAdvance(longest) + scaled(20)) / Theme::instance().typeScale());
    for (CaseColumn& column : offered)
        if (column.kind == CaseColumn::Kind::Id) column.width = std::clamp(wanted, column.width, 184);
}

// The order of all the others follows the first screen.
void CaseListPane::Impl::finish() {
    finishing.start(
        [list = list](const TaskContext& context) {
            return std::any(std::make_shared<const std::vector<RowIndex>>(finishList(*list, context)));
        },
        [this](const std::any& result) {
            rows = std::any_cast<std::shared_ptr<const std::vector<RowIndex>>>(result);
            table->setRows(rows);
            showFooter();
            // The case somebody was at may stand far behind the first screen.
            if (!pending) return;
            if (const auto place = placeOf(*rows, *std::exchange(pending, std::nullopt)))
                choose(*place, By::Itself);
        },
        [this](const Error& error) {
            failure = QString::fromUtf8(error.what());
            showFooter();
        });
}

void CaseListPane::Impl::chooseDefault(std::optional<std::size_t> place) {
    if (list->members.size() == 0) return announce({});
    choose(place.value_or(0), By::Itself);
}

void CaseListPane::Impl::choose(std::size_t place, By by) {
    if (by != By::Hand) table->setCurrent(place);
    if (by != By::Itself) pending.reset();
    const auto row = table->rowAt(place);
    if (!row || !list) return;
    CaseRef next;
    next.row = *row;
    next.place = place;
    next.listed = list->members.size();
    const EvalTablePtr table_ = shown->table;
    const ColumnInfo* id = table_->find(ColumnRole::Id);
    if (!id) return announce(next, by);
    try {
        next.sampleId = table_->text(id->id)->at(*row);
    } catch (const Error& error) {
        failure = QString::fromUtf8(error.what());
        return showFooter();
    }
    const auto runRow = session.runRow();
    if (!runRow || runRow->repeatedIds == 0) return announce(next, by);
    naming.start(
        [table_, next](const TaskContext& context) {
            return std::any(occurrenceOf(*table_, next.row, next.sampleId, context));
        },
        [this, next, by](const std::any& result) {
            CaseRef known = next;
            known.occurrence = std::any_cast<std::size_t>(result);
            announce(known, by);
        },
        [this](const Error& error) {
            failure = QString::fromUtf8(error.what());
            showFooter();
        });
}

void CaseListPane::Impl::announce(const CaseRef& next, By by) {
    const bool same = next == ref;
    ref = next;
    key = next.listed > 0 ? caseKey(next.sampleId, next.occurrence) : std::string();
    if (!same) Q_EMIT pane.currentCase(ref);
    // What the list chose by itself is no step of Back; steps through one list are one.
    if (by == By::Itself || next.listed == 0) return;
    settled = key;
    if (errors::option(session.state(), errors::kCase) != key)
        session.apply([this](ReviewState& state) { errors::setOption(state, errors::kCase, key); }, walk);
}

std::vector<CaseColumn> CaseListPane::Impl::columnsToShow() {
    const qreal scale = Theme::instance().typeScale();
    std::vector<CaseColumn> columns =
        shownColumns(offered, memory.choice(), table->viewport()->width(), scale);
    for (CaseColumn& column : columns)
        column.width = qRound(column.width * scale);
    return columns;
}

void CaseListPane::Impl::arrangeColumns() {
    if (!list) return;
    const std::vector<CaseColumn> columns = columnsToShow();
    header->setColumns(columns);
    table->setColumns(columns);
}

void CaseListPane::Impl::rememberColumns() {
    const qreal scale = Theme::instance().typeScale();
    ColumnChoice choice;
    for (const CaseColumn& column : header->columns())
        choice.shown.push_back({column.key, qRound(column.width / scale)});
    memory.remember(choice);
    table->setColumns(header->columns());
}

void CaseListPane::Impl::toggleColumn(const QString& columnKey) {
    const qreal scale = Theme::instance().typeScale();
    ColumnChoice choice;
    bool was = false;
    for (const CaseColumn& column : header->columns()) {
        if (column.key == columnKey) {
            was = true;
            continue;
        }
        choice.shown.push_back({column.key, qRound(column.width / scale)});
    }
    if (!was) {
        // Before the note's mark at the end.
        const auto found = std::find_if(offered.begin(), offered.end(),
                                        [&](const CaseColumn& column) { return column.key == columnKey; });
        if (found == offered.end()) return;
        const bool noteLast = !choice.shown.empty() && choice.shown.back().key == QLatin1String("note");
        choice.shown.insert(noteLast ? std::prev(choice.shown.end()) : choice.shown.end(),
                            {found->key, found->width});
    }
    if (choice.shown.empty()) return;
    memory.remember(choice);
    arrangeColumns();
}

void CaseListPane::Impl::openColumnMenu(const QPoint& at) {
    ColumnMenu* menu = new ColumnMenu(offered, header->columns(), &pane);
    QObject::connect(menu, &ColumnMenu::toggled, &pane,
                     [this](const QString& column) { toggleColumn(column); });
    QObject::connect(menu, &ColumnMenu::resetWanted, &pane, [this] {
        memory.remember(std::nullopt);
        arrangeColumns();
    });
    menu->popup(at);
}

void CaseListPane::Impl::showFooter() {
    const auto row = session.runRow();
    QString text;
    if (!failure.isEmpty()) {
        text = failure.section(QLatin1Char('\n'), 0, 0);
    } else if (list && row) {
        text = qt(listedText(list->members.size(), list->members.tableRows(), session.words().samples));
        const std::size_t marked = table->selection().count();
        if (marked > 1) text = tr("%1 marked, %2").arg(qt(count(marked)), text);
    }
    footer->setText(footer->fontMetrics().elidedText(text, Qt::ElideRight, std::max(0, footer->width())));
    setPlainToolTip(footer, failure);
    footer->setAccessibleName(text);
}

// What leaves nothing, and the way out.
void CaseListPane::Impl::showEmpty() {
    const ReviewState& state = session.state();
    const bool filtered = !errors::option(state, errors::kCell).empty() || !errors::filters(state).empty();
    const bool picked = !errors::option(state, errors::kPick).empty();
    const bool empty = list && list->members.size() == 0 && failure.isEmpty();
    if (filtered)
        table->setEmptyText(tr("No case is left by these filters."));
    else if (picked)
        table->setEmptyText(tr("This pick finds no case here."));
    else
        table->setEmptyText(state.cohort.empty() ? tr("This run has no case.")
                                                 : tr("This cohort has no case in this run."));
    clear->setText(filtered ? tr("Clear the filters") : tr("Show all cases"));
    clear->setAccessibleName(clear->text());
    clear->setVisible(empty && (filtered || picked));
    place();
}

void CaseListPane::Impl::place() {
    const int head = header->sizeHint().height();
    const int foot = scaled(32);
    const int bar = table->verticalScrollBarWidth();
    const int width = pane.width();
    header->setGeometry(0, 0, std::max(0, width - bar), head);
    // Whole rows: none is cut in half above the footer.
    const int whole = std::max(0, pane.height() - head - foot) / table->rowHeight();
    table->setGeometry(0, head, width, whole * table->rowHeight());
    const QSize way = clear->sizeHint();
    clear->setGeometry((width - bar - way.width()) / 2, head + scaled(56), way.width(), way.height());
    clear->raise();
    const int button = columnsButton->sizeHint().width();
    footer->setGeometry(scaled(8), pane.height() - foot, std::max(0, width - button - scaled(16)), foot);
    columnsButton->setGeometry(width - button - scaled(8), pane.height() - foot + scaled(4), button,
                               scaled(24));
}

CaseListPane::CaseListPane(ReviewSession& session, QWidget* parent)
    : QWidget(parent), impl_(std::make_unique<Impl>(*this, session)) {
    Impl& d = *impl_;
    setObjectName(QStringLiteral("caseListPane"));
    setAccessibleName(tr("List of cases"));
    setFocusProxy(d.table);
    d.footer->setObjectName(QStringLiteral("caseCount"));
    dress(d.footer, 12, QFont::Normal, &Tokens::ink3);
    d.columnsButton->setObjectName(QStringLiteral("columnsButton"));
    setKind(d.columnsButton, "chip");
    d.clear->setObjectName(QStringLiteral("clearEmptyList"));
    d.clear->hide();
    connect(d.clear, &QPushButton::clicked, this, [this] {
        impl_->session.apply([](ReviewState& state) {
            errors::clearFilters(state);
            errors::setOption(state, errors::kPick, {});
        });
    });
    d.pause.setSingleShot(true);
    connect(&d.pause, &QTimer::timeout, this, [this] { impl_->ask(); });
    connect(d.table, &CaseTable::currentChosen, this, [this](std::size_t place) {
        impl_->choose(place, Impl::By::Hand);
        impl_->showFooter();
    });
    connect(d.table, &CaseTable::activated, this, &CaseListPane::opened);
    connect(d.table, &CaseTable::scrolledSideways, d.header, &QHeaderView::setOffset);
    connect(d.table, &CaseTable::menuWanted, this, [this](const QPoint& at) { impl_->openColumnMenu(at); });
    connect(d.table, &CaseTable::selectionChanged, this, [this] { impl_->showFooter(); });
    connect(d.header, &CaseHeader::menuWanted, this, [this](const QPoint& at) { impl_->openColumnMenu(at); });
    connect(d.header, &CaseHeader::arranged, this, [this] { impl_->rememberColumns(); });
    connect(d.header, &CaseHeader::sortChosen, this, [this](const QString& sort) {
        impl_->session.apply(
            [&](ReviewState& state) { errors::setOption(state, errors::kSort, sort.toStdString()); });
    });
    connect(d.columnsButton, &QPushButton::clicked, this, [this] {
        const QPushButton* button = impl_->columnsButton;
        impl_->openColumnMenu(button->mapToGlobal(QPoint(0, 0)));
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        impl_->place();
        impl_->arrangeColumns();
    });
    refresh(Aspect::Run);
}

CaseListPane::~CaseListPane() = default;

void CaseListPane::refresh(Aspects aspects) {
    impl_->follow(aspects);
}

void CaseListPane::step(int by) {
    CaseTable* table = impl_->table;
    if (table->total() == 0) return;
    const auto last = static_cast<std::ptrdiff_t>(table->total()) - 1;
    const auto now = static_cast<std::ptrdiff_t>(table->current());
    const auto next = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(now + by, 0, last));
    if (next != table->current() && table->rowAt(next)) impl_->choose(next, Impl::By::Step);
}

CaseRef CaseListPane::current() const {
    return impl_->ref;
}

std::size_t CaseListPane::listed() const {
    return impl_->list ? impl_->list->members.size() : 0;
}

std::size_t CaseListPane::exportCount() const {
    const std::size_t marked = impl_->table->selection().count();
    return marked > 1 ? marked : listed();
}

std::vector<RowIndex> CaseListPane::rowsToExport() const {
    const CaseTable& table = *impl_->table;
    if (!impl_->rows) return {};
    if (table.selection().count() <= 1)
        return table.known() == table.total() ? *impl_->rows : std::vector<RowIndex>();
    std::vector<RowIndex> rows;
    for (const PlaceRange& range : table.selection().ranges())
        for (std::size_t place = range.first; place <= range.last; ++place)
            if (const auto row = table.rowAt(place)) rows.push_back(*row);
    return rows;
}

void CaseListPane::resizeEvent(QResizeEvent*) {
    impl_->place();
    impl_->arrangeColumns();
    impl_->showFooter();
}

}  // namespace reckoner

#include "moc_case_list_pane.cpp"
