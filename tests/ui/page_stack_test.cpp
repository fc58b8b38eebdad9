#include "ui/shell/page_stack.h"

#include "tests/ui/window_fixture.h"

namespace reckoner {
namespace {

// Notes what it is told.
class NotingPage : public Page {
 public:
    using Page::Page;
    void refresh(Aspects aspects) override { told.push_back(aspects); }
    std::vector<Aspects> told;
};

}  // namespace

class PageStackTest : public QObject {
    Q_OBJECT
 private Q_SLOTS:
    void makesPagesWhenTheyAreShown();
    void hiddenPagesCatchUp();
    void anUnknownPageShowsTheFirst();
};

namespace {

struct Stack {
    Stack() {
        for (const char* id : {"one", "two", "three"}) {
            entries.push_back(
                {QLatin1String(id), QLatin1String(id), [this, id](ReviewSession&, QWidget* parent) -> Page* {
                     return made[id] = new NotingPage(parent);
                 }});
        }
        session.apply([](ReviewState& state) { state.page = "one"; });
        stack = std::make_unique<PageStack>(session, entries);
    }
    void go(const char* page) {
        session.apply([page](ReviewState& state) { state.page = page; });
    }
    Executor executor{2};
    ReviewSession session{executor, test::SmallStore::clock()};
    std::vector<PageEntry> entries;
    std::map<std::string, NotingPage*> made;
    std::unique_ptr<PageStack> stack;
};

}  // namespace

void PageStackTest::makesPagesWhenTheyAreShown() {
    Stack s;
    QCOMPARE(s.made.size(), std::size_t(1));
    s.go("three");
    QCOMPARE(s.made.size(), std::size_t(2));
    QCOMPARE(s.stack->currentWidget(), s.made["three"]);
    QVERIFY(s.made["three"]->told.front() & Aspect::Run);
    QCOMPARE(s.made["three"]->accessibleName(), QStringLiteral("three"));
}

void PageStackTest::hiddenPagesCatchUp() {
    Stack s;
    s.go("two");
    NotingPage* one = s.made["one"];
    one->told.clear();
    s.session.apply([](ReviewState& state) { state.options["a"] = "b"; });
    s.session.apply([](ReviewState& state) { state.thresholds[1] = 0.5; });
    QVERIFY(one->told.empty());
    s.go("one");
    QCOMPARE(one->told.size(), std::size_t(1));
    QVERIFY(one->told.front() & Aspect::Options);
    QVERIFY(one->told.front() & Aspect::Threshold);
    QVERIFY(!(one->told.front() & Aspect::Store));
    s.session.apply([](ReviewState& state) { state.thresholds[1] = 0.6; });
    QCOMPARE(one->told.size(), std::size_t(2));
    QVERIFY(one->told.back() == Aspects(Aspect::Threshold));
}

void PageStackTest::anUnknownPageShowsTheFirst() {
    Stack s;
    s.go("two");
    s.go("no such page");
    QCOMPARE(s.stack->currentWidget(), s.made["one"]);
}

}  // namespace reckoner

int main(int argc, char** argv) {
    return reckoner::test::runWindowTests<reckoner::PageStackTest>(argc, argv);
}
#include "page_stack_test.moc"
