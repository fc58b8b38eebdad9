#include "ui/pages/errors/matrix_classes.h"

#include <algorithm>
#include <cmath>

#include <QLineEdit>

#include "core/wording/confusion_sentences.h"
#include "ui/pages/errors/matrix_choice.h"
#include "ui/style/theme.h"
#include "ui/widgets/confused_pairs.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"

namespace reckoner {
namespace {

constexpr int kInset = 8;
constexpr int kChoice = 28;
constexpr std::size_t kFew = 8;     // so many classes need no finding and no folding
constexpr std::size_t kPairs = 20;  // listed at most
constexpr const char* kOrders[] = {"given", "name", "size", "error", "confusion"};
constexpr ClassOrder kOrderKinds[] = {ClassOrder::Given, ClassOrder::Name, ClassOrder::Size,
                                      ClassOrder::Error, ClassOrder::Confusion};
constexpr const char* kFolds[] = {"", "20", "10"};

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

template <std::size_t N>
int indexOf(const char* const (&ids)[N], const std::string& id) {
    for (std::size_t i = 0; i < N; ++i)
        if (id == ids[i]) return static_cast<int>(i);
    return 0;
}

MatrixShow showOf(const std::string& mode) {
    if (mode == "column") return MatrixShow::OfCalled;
    if (mode == "all") return MatrixShow::OfAll;
    if (mode == "none") return MatrixShow::Counts;
    if (mode == "weight") return MatrixShow::Weights;
    if (mode == "money") return MatrixShow::Money;
    return MatrixShow::OfTruth;
}

}  // namespace

MatrixClasses::MatrixClasses(QWidget* parent)
    : QWidget(parent),
      view_(new ClassMatrixView(this)),
      orderChoice_(new SegmentedChoice(
          {tr("As given"), tr("By name"), tr("By size"), tr("By error"), tr("By confusion")}, this)),
      fold_(new SegmentedChoice({tr("All classes"), tr("20 largest"), tr("10 largest")}, this)),
      find_(new QLineEdit(this)),
      pairs_(new ConfusedPairs(this)) {
    setObjectName(QStringLiteral("matrixClasses"));
    orderChoice_->setObjectName(QStringLiteral("matrixOrder"));
    orderChoice_->setAccessibleName(tr("Order of the classes"));
    fold_->setObjectName(QStringLiteral("matrixFold"));
    fold_->setAccessibleName(tr("Small classes together as one"));
    find_->setObjectName(QStringLiteral("matrixFind"));
    find_->setAccessibleName(tr("Find a class"));
    find_->setPlaceholderText(tr("Find a class"));
    find_->setClearButtonEnabled(true);
    connect(view_, &ClassMatrixView::chosen, this, [this](MatrixPlace at) { choose(expression(at)); });
    connect(orderChoice_, &SegmentedChoice::chosenChanged, this,
            [this](int index) { Q_EMIT orderChosen(kOrders[index]); });
    connect(fold_, &SegmentedChoice::chosenChanged, this,
            [this](int index) { Q_EMIT foldChosen(kFolds[index]); });
    connect(find_, &QLineEdit::textChanged, this, &MatrixClasses::find);
    connect(find_, &QLineEdit::returnPressed, this, [this] {
        const int found = view_->found();
        if (found >= 0) choose(expression({found, -1}));
    });
    connect(pairs_, &ConfusedPairs::chosen, this, [this](ClassCode truth, ClassCode called) {
        choose(classExpression({truth}, {called}, false, facts_.run->classes));
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] { place(); });
}

void MatrixClasses::setFacts(const Facts& facts) {
    const bool sameRun = facts_.run == facts.run;
    const bool sameTable = facts_.run && facts.run && facts_.run->table == facts.run->table;
    const bool samePlan = sameRun && facts_.order == facts.order && facts_.fold == facts.fold;
    facts_ = facts;
    if (!facts_.run) return;
    const ClassAnalysis& run = *facts_.run;
    if (!samePlan) {
        order_ = classOrder(run.everything, run.classes, kOrderKinds[indexOf(kOrders, facts_.order)]);
        const int fold = run.classes.size() > kFew ? indexOf(kFolds, facts_.fold) : 0;
        folded_ = fold == 0 ? std::vector<bool>() : smallClasses(run.everything, fold == 1 ? 20 : 10);
    }
    if (!sameRun) {
        fillChoices();
        if (!sameTable) find_->clear();
    }
    orderChoice_->choose(indexOf(kOrders, facts_.order));
    fold_->choose(indexOf(kFolds, facts_.fold));
    const auto mode = std::find(modes_.begin(), modes_.end(), facts_.normalise);
    normalise_->choose(mode == modes_.end() ? 0 : static_cast<int>(mode - modes_.begin()));
    showTable();
    showChosen();
    if (!sameRun) place();
}

// Weights and money are offered where there are any.
void MatrixClasses::fillChoices() {
    modes_ = {"row", "column", "all", "none"};
    QStringList titles{tr("Of each real class"), tr("Of each called"), tr("Of all"), tr("Counts")};
    if (facts_.run->weighted) {
        modes_.push_back("weight");
        titles << tr("Weights");
    }
    if (facts_.run->costs) {
        modes_.push_back("money");
        const ClassCosts& costs = *facts_.run->costs;
        const QString unit = qt(costs.currency + (costs.volumePerPeriod > 0 ? " a " + costs.period : ""));
        titles << (costs.currency.empty() ? tr("Money") : unit);
    }
    delete normalise_;
    normalise_ = new SegmentedChoice(titles, this);
    normalise_->setObjectName(QStringLiteral("matrixNormalise"));
    normalise_->setAccessibleName(tr("Percentages of"));
    normalise_->show();
    setTabOrder(view_, normalise_);
    setTabOrder(normalise_, orderChoice_);
    connect(normalise_, &SegmentedChoice::chosenChanged, this,
            [this](int index) { Q_EMIT normaliseChosen(modes_[static_cast<std::size_t>(index)]); });
    const bool many = facts_.run->classes.size() > kFew;
    fold_->setVisible(many);
    find_->setVisible(many);
}

void MatrixClasses::showTable() {
    const ClassAnalysis& run = *facts_.run;
    const ConfusionTable table = run.sweep->table(facts_.confidence);
    shown_ = std::make_shared<FoldedConfusion>(table, order_, folded_);
    ClassMatrixFacts view;
    view.table = shown_;
    view.review = std::isfinite(facts_.confidence);
    view.show = showOf(modes_[static_cast<std::size_t>(normalise_->chosen())]);
    for (std::size_t at = 0; at < shown_->size(); ++at) {
        const std::vector<ClassCode>& group = shown_->group(at);
        view.names << (group.size() == 1 ? qt(run.classes[group.front()])
                                         : tr("other (%1)").arg(group.size()));
    }
    if (view.show == MatrixShow::Money) view.money = classMoney(table, *shown_, *run.costs);
    view_->setFacts(view);
    QStringList names;
    for (const std::string& name : run.classes)
        names << qt(name);
    const FoldedConfusion::Cell& total = shown_->total();
    pairs_->setPairs(confusedPairs(table, kPairs), names, qt(wrongOfText(total.wrong.n, total.all.n)));
}

std::string MatrixClasses::expression(MatrixPlace place) const {
    const auto group = [this](int at) {
        return at < 0 ? std::vector<ClassCode>() : shown_->group(static_cast<std::size_t>(at));
    };
    const bool review = place.column == static_cast<int>(shown_->size());
    return classExpression(group(place.row), review ? std::vector<ClassCode>() : group(place.column), review,
                           facts_.run->classes);
}

void MatrixClasses::choose(const std::string& expression) {
    const bool again = !expression.empty() && sameExpression(expression, facts_.cell);
    facts_.cell = again ? std::string() : expression;
    showChosen();
    Q_EMIT cellChosen(facts_.cell);
}

// Which row and column a chosen expression means: nothing where it is no place of this matrix.
std::optional<MatrixPlace> MatrixClasses::placeOf(const MatrixChoice& choice) const {
    const int size = static_cast<int>(shown_->size());
    const int columns = view_->layoutNow().review() ? size : size - 1;
    for (int column = 0; column <= columns; ++column)
        if (choice.is(expression({-1, column}))) return MatrixPlace{-1, column};
    for (int row = 0; row < size; ++row) {
        const std::string head = expression({row, -1});
        if (!choice.beginsWith(head)) continue;
        if (choice.is(head)) return MatrixPlace{row, -1};
        for (int column = 0; column <= columns; ++column)
            if (choice.is(expression({row, column}))) return MatrixPlace{row, column};
    }
    return std::nullopt;
}

std::optional<ConfusedPairs::Pair> MatrixClasses::pairOf(const MatrixChoice& choice) const {
    const std::vector<std::string>& classes = facts_.run->classes;
    for (ClassCode truth = 0; truth < classes.size(); ++truth) {
        if (!choice.beginsWith(classExpression({truth}, {}, false, classes))) continue;
        for (ClassCode called = 0; called < classes.size(); ++called)
            if (choice.is(classExpression({truth}, {called}, false, classes)))
                return ConfusedPairs::Pair(truth, called);
    }
    return std::nullopt;
}

void MatrixClasses::showChosen() {
    const MatrixChoice choice(facts_.cell);
    const bool any = !facts_.cell.empty();
    view_->setChosen(any ? placeOf(choice) : std::nullopt);
    pairs_->setChosen(any ? pairOf(choice) : std::nullopt);
}

// The first class whose name begins so, else the first that holds it; folded ones are found in "other".
void MatrixClasses::find(const QString& text) {
    int found = -1;
    if (facts_.run && shown_ && !text.trimmed().isEmpty()) {
        int holding = -1;
        for (std::size_t at = 0; at < shown_->size() && found < 0; ++at)
            for (const ClassCode code : shown_->group(at)) {
                const QString name = qt(facts_.run->classes[code]);
                if (found < 0 && name.startsWith(text.trimmed(), Qt::CaseInsensitive))
                    found = static_cast<int>(at);
                if (holding < 0 && name.contains(text.trimmed(), Qt::CaseInsensitive))
                    holding = static_cast<int>(at);
            }
        if (found < 0) found = holding;
    }
    view_->setFound(found);
}

void MatrixClasses::place() {
    if (!facts_.run) return;
    const bool many = !fold_->isHidden();
    const int choices = px(kChoice) * (many ? 3 : 2) + 8 * (many ? 2 : 1);
    const int leastPairs = px(28 + 3 * 32);
    const int room = height() - choices - 2 * px(20) - leastPairs;
    view_->setGeometry(0, 0, width(), std::max(px(160), room));
    const int used = std::min(view_->height(), qCeil(view_->layoutNow().used().height()));
    int y = used + px(16);
    const auto line = [&](SegmentedChoice* choice) {
        choice->setGeometry(kInset, y, std::min(width() - kInset, choice->sizeHint().width()), px(kChoice));
        y += px(kChoice) + 8;
    };
    line(normalise_);
    line(orderChoice_);
    if (many) {
        const int left = kInset + fold_->sizeHint().width() + 12;
        find_->setGeometry(left, y - 2, std::min(px(180), width() - left), px(32));
        line(fold_);
    }
    y += px(12);
    pairs_->setGeometry(0, y, width(), std::max(0, height() - y));
}

void MatrixClasses::resizeEvent(QResizeEvent*) {
    place();
}

}  // namespace reckoner

#include "moc_matrix_classes.cpp"
