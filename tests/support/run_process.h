// Runs a program to its end and keeps what it said.
#pragma once

#include <array>
#include <csignal>
#include <filesystem>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace reckoner::test {

struct ProcessResult {
    int exitCode = -1;  // 128 + signal when it was killed
    std::string out;
    std::string err;
};

struct ProcessOptions {
    std::filesystem::path home{};  // HOME and every XDG folder lie in it; empty: the caller's own
    std::map<std::string, std::string> environment{};
    std::filesystem::path workingFolder{};
    std::string stdoutFile{};                  // instead of being kept: "/dev/full"
    bool closedPipe = false;                   // standard output is a pipe that nobody reads
    std::function<void(pid_t)> whenStarted{};  // in the parent, once
    int killAfterSeconds = 120;
};

inline std::vector<std::string> processEnvironment(const ProcessOptions& options) {
    std::map<std::string, std::string> values;
    for (char** entry = environ; *entry; ++entry) {
        const std::string text = *entry;
        const auto equals = text.find('=');
        values[text.substr(0, equals)] = text.substr(equals + 1);
    }
    if (!options.home.empty()) {
        const auto home = options.home.string();
        values["HOME"] = home;
        values["XDG_STATE_HOME"] = home + "/state";
        values["XDG_DATA_HOME"] = home + "/data";
        values["XDG_CONFIG_HOME"] = home + "/config";
        values["XDG_CACHE_HOME"] = home + "/cache";
    }
    for (const auto& [name, value] : options.environment)
        values[name] = value;
    std::vector<std::string> result;
    for (const auto& [name, value] : values)
        result.push_back(name + "=" + value);
    return result;
}

// Throws std::runtime_error when the program cannot be started.
inline ProcessResult runProcess(const std::string& program, const std::vector<std::string>& arguments,
                                const ProcessOptions& options = {}) {
    std::array<int, 2> out{}, err{};
    if (pipe2(out.data(), O_CLOEXEC) || pipe2(err.data(), O_CLOEXEC)) throw std::runtime_error("pipe");
    const auto environment = processEnvironment(options);
    std::vector<char*> environmentPointers, argumentPointers{const_cast<char*>(program.c_str())};
    for (const auto& entry : environment)
        environmentPointers.push_back(const_cast<char*>(entry.c_str()));
    for (const auto& argument : arguments)
        argumentPointers.push_back(const_cast<char*>(argument.c_str()));
    environmentPointers.push_back(nullptr);
    argumentPointers.push_back(nullptr);

    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("fork");
    if (child == 0) {
        dup2(open("/dev/null", O_RDONLY), 0);
        dup2(options.stdoutFile.empty() ? out[1] : open(options.stdoutFile.c_str(), O_WRONLY), 1);
        dup2(err[1], 2);
        if (options.closedPipe) close(out[0]);
        if (!options.workingFolder.empty() && chdir(options.workingFolder.c_str())) _exit(127);
        std::signal(SIGPIPE, SIG_DFL);
        alarm(static_cast<unsigned>(options.killAfterSeconds));
        execvpe(program.c_str(), argumentPointers.data(), environmentPointers.data());
        _exit(127);
    }
    close(out[1]);
    close(err[1]);
    if (options.closedPipe) close(out[0]);
    if (options.whenStarted) options.whenStarted(child);

    ProcessResult result;
    std::array<pollfd, 2> waiting{pollfd{options.closedPipe ? -1 : out[0], POLLIN, 0},
                                  pollfd{err[0], POLLIN, 0}};
    std::array<std::string*, 2> kept{&result.out, &result.err};
    while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
        if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) break;
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            if (waiting[i].fd < 0 || !waiting[i].revents) continue;
            std::array<char, 65536> buffer;
            const ssize_t n = read(waiting[i].fd, buffer.data(), buffer.size());
            if (n > 0) {
                kept[i]->append(buffer.data(), static_cast<std::size_t>(n));
            } else {
                close(waiting[i].fd);
                waiting[i].fd = -1;
            }
        }
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

}  // namespace reckoner::test
