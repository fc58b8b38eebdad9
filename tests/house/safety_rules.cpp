#include "tests/house/rule.h"

namespace reckoner::house {

std::vector<Rule> safetyRules() {
    const Scope program{{"core/", "ui/", "app/"}};
    return {
        {"ThreadsComeFromTheExecutor", "Threads are made in core/base/executor alone, once, in main().",
         noWord({{"core/", "ui/", "app/"}, {"core/base/executor."}},
                {"std::thread", "std::jthread", "std::async", "pthread_create", "QThread", "QThreadPool",
                 "QtConcurrent", "detach()"}),
         "core/metrics/a.cpp", "std::jthread worker(run);\n",
         "std::this_thread::get_id(); std::mutex threads;\n"},
        {"NoNestedEventLoop", "An event loop inside a handler lets anything happen in the middle of it.",
         noWord(program, {"processEvents", "QEventLoop", "sendPostedEvents"}), "ui/session/a.cpp",
         "QCoreApplication::processEvents();\n", "// processEvents would do it\n"},
        {"NoMessageBoxes", "News is an inline message; a message box stops the meeting.",
         noWord(program, {"QMessageBox", "QErrorMessage", "QInputDialog", "QProgressDialog"}),
         "ui/widgets/a.cpp", "QMessageBox::warning(this, title, text);\n",
         "note->show(tr(\"QMessageBox\"));\n"},
        {"NumbersAreNotReadByLocale", "After QApplication strtod follows the locale: use parseNumber.",
         noWord(program, {"strtod", "strtof", "strtold", "atof", "stod", "stof", "stold", "sscanf",
                          "setlocale", "std::locale"}),
         "core/import/a.cpp", "const double x = std::stod(text);\n", "const auto x = parseNumber(text);\n"},
        {"TimeComesFromTheClock",
         "Whoever needs the time is given a Clock; tests and the demo then stand still.",
         noWord({{"core/", "ui/", "app/"}, {"core/base/clock.cpp"}},
                {"system_clock::now", "currentDateTime", "currentDateTimeUtc", "currentDate", "gettimeofday",
                 "time(nullptr)", "time(NULL)", "clock_gettime", "file_clock::now"}),
         "core/store/a.cpp", "const auto at = std::chrono::system_clock::now();\n",
         "const auto at = clock.now(); const auto began = std::chrono::steady_clock::now();\n"},
        {"ChanceComesFromRandom", "std distributions differ between libraries; figures must not.",
         noWord(program, {"std::rand", "rand()", "srand", "random_device", "mt19937", "mt19937_64",
                          "uniform_int_distribution", "uniform_real_distribution", "normal_distribution",
                          "std::shuffle", "QRandomGenerator", "default_random_engine"}),
         "core/metrics/a.cpp", "std::mt19937 engine(seed);\n", "Random random(seed, replicate);\n"},
        {"WordingFormatsForPeople", "Only core/wording turns numbers into text for people.",
         [](const SourceFile& file) {
             const Scope scope{{"ui/", "app/window/"}};
             std::vector<Offence> found = noWord(scope, {"QLocale", "asprintf", "setNum"})(file);
             if (!scope.holds(file.path)) return found;
             for (std::size_t i = 0; i < file.lines.size(); ++i) {
                 const std::string& line = file.lines[i];
                 const bool digits =
                     line.find("QString::number(") != std::string::npos &&
                     (line.find(", 'f'") != std::string::npos || line.find(", 'g'") != std::string::npos);
                 if (digits || line.find("{:.") != std::string::npos) found.push_back({i + 1, line});
             }
             return found;
         },
         "ui/widgets/a.cpp", "label->setText(QString::number(share, 'f', 2));\n",
         "label->setText(qt(percent(share))); const QString key = QString::number(run);\n"},
        {"CoreWritesWithoutStdio",
         "stdio keeps write errors until a close nobody checks, and fault tests cannot reach it.",
         noWord({{"core/"}}, {"fopen", "fwrite", "fputs", "fprintf", "std::FILE", "FILE*", "tmpfile"}),
         "core/store/a.cpp", "FILE* file = std::fopen(name, mode);\n",
         "const int file = ::open(name, flags);\n"},
        {"NothingCallsExit", "Only main() ends the program, after everything was closed.",
         noWord({{"core/", "ui/"}}, {"std::exit", "exit(", "_exit", "quick_exit", "std::abort", "abort("}),
         "core/store/a.cpp", "if (bad) std::exit(4);\n", "const int code = exitCodeOf(error.code());\n"},
    };
}

}  // namespace reckoner::house
