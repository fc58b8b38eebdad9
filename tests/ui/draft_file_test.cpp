// What is typed and not yet stored outlives the window it was typed in.
#include "ui/session/draft_file.h"

#include <QTest>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/temporary_folder.h"

namespace reckoner {

class DraftFileTest : public QObject {
    Q_OBJECT

    static Annotation draft(const std::string& text) {
        Annotation note;
        note.uid = "u1";
        note.modelId = 3;
        note.sampleId = "app-1";
        note.text = text;
        note.tags = {"thin file"};
        note.cost = 12.5;
        note.severity = Severity::High;
        note.status = CaseStatus::Explained;
        note.revision = 4;
        return note;
    }

 private Q_SLOTS:
    void whatALivingWindowTypesIsItsOwn() {
        const test::TemporaryFolder folder;
        DraftFile first(folder / "drafts", folder / "a.reckoner");
        DraftFile second(folder / "drafts", folder / "a.reckoner");
        QVERIFY(first.write({draft("mine")}));
        QVERIFY(second.left().empty());
    }

    // A child types and is killed: no destructor runs.
    void whatAKilledWindowTypedIsTakenOver() {
        const test::TemporaryFolder folder;
        const Annotation typed = draft("not lost \U0001F600 <b>");
        const pid_t child = fork();
        if (child == 0) {
            DraftFile file(folder / "drafts", folder / "a.reckoner");
            file.write({draft("not lo")});
            file.write({typed});
            kill(getpid(), SIGKILL);
        }
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));
        {
            DraftFile other(folder / "drafts", folder / "b.reckoner");
            QVERIFY(other.left().empty());
        }
        DraftFile next(folder / "drafts", folder / "a.reckoner");
        const auto left = next.left();
        QCOMPARE(left.size(), 1u);
        QVERIFY(left[0] == typed);
        {
            DraftFile third(folder / "drafts", folder / "a.reckoner");
            QVERIFY2(third.left().empty(), "taken over by one window only");
        }
        next.forgetLeft();
        DraftFile after(folder / "drafts", folder / "a.reckoner");
        QVERIFY(after.left().empty());
    }

    void nothingIsLeftBehindWhenAllIsStored() {
        const test::TemporaryFolder folder;
        {
            DraftFile file(folder / "drafts", folder / "a.reckoner");
            QVERIFY(file.write({draft("a")}));
            QVERIFY(file.write({}));
        }
        QVERIFY(std::filesystem::is_empty(folder / "drafts"));
    }

    void whatCannotBeWrittenIsSaid() {
        const test::TemporaryFolder folder;
        std::filesystem::create_directories(folder / "x");
        DraftFile file(folder / "x" / "drafts", folder / "a.reckoner");
        std::filesystem::remove_all(folder / "x");
        // A file where the folder should be.
        std::fclose(std::fopen((folder / "x").c_str(), "w"));
        QVERIFY(!file.write({draft("a")}));
        QVERIFY(file.write({}));
    }

    void aSpoiltFileIsPassedOver() {
        const test::TemporaryFolder folder;
        {
            DraftFile file(folder / "drafts", folder / "a.reckoner");
            QVERIFY(file.write({draft("a")}));
        }
        for (const auto& entry : std::filesystem::directory_iterator(folder / "drafts"))
            if (entry.path().extension() == ".json") std::filesystem::resize_file(entry.path(), 10);
        DraftFile next(folder / "drafts", folder / "a.reckoner");
        QVERIFY(next.left().empty());
    }
};

}  // namespace reckoner

QTEST_GUILESS_MAIN(reckoner::DraftFileTest)
#include "draft_file_test.moc"
