#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <vector>

namespace annals {

/// Another process, whose output can be read while it runs; killed at the end if it still does.
class Child {
 public:
  explicit Child(std::vector<std::string> command) {
    int to[2], from[2];
    if (::pipe(to) != 0 || ::pipe(from) != 0) return;
    std::vector<char*> words;
    for (auto& word : command) words.push_back(word.data());
    words.push_back(nullptr);
    process_ = ::fork();
    if (process_ == 0) {
      ::dup2(to[0], 0);
      ::dup2(from[1], 1);
      for (const int end : {to[0], to[1], from[0], from[1]}) ::close(end);
      ::execv(words[0], words.data());
      ::_exit(127);
    }
    ::close(to[0]);
    ::close(from[1]);
    input_ = to[1];
    output_ = from[0];
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (process_ > 0) kill();
    end_input();
    ::close(output_);
  }

  [[nodiscard]] int id() const { return process_; }
  void kill() {
    ::kill(process_, SIGKILL);
    wait();
  }
  void end_input() {
    if (input_ >= 0) ::close(input_);
    input_ = -1;
  }
  /// The next line of output without its end; empty when there is no more.
  std::string line() {
    std::string text;
    for (char c = 0; ::read(output_, &c, 1) == 1 && c != '\n';) text += c;
    return text;
  }
  /// Its exit code, -1 when a signal ended it.
  int wait() {
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  int process_ = -1;
  int input_ = -1, output_ = -1;
};

}  // namespace annals
