#include "ingest/text/bytes.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <utility>

#include "graph/error.h"

namespace annals {
namespace {

constexpr std::size_t piece = 1U << 16U;

}  // namespace

ByteStream::ByteStream(Fill fill) : fill_(std::move(fill)) {}

bool ByteStream::fill_more() {
  if (ended_) return false;
  if (begin_ == end_) begin_ = end_ = 0;
  if (buffer_.size() - end_ < piece) {
    if (begin_ > 0 && begin_ >= end_ - begin_) {
      std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
      end_ -= begin_;
      begin_ = 0;
    }
    if (buffer_.size() - end_ < piece) buffer_.resize(std::max(buffer_.size() * 2, end_ + piece));
  }
  const std::size_t got = fill_(std::span(buffer_).subspan(end_));
  ended_ = got == 0;
  end_ += got;
  return !ended_;
}

std::string_view ByteStream::peek(std::size_t size) {
  while (end_ - begin_ < size && fill_more()) {
  }
  return {buffer_.data() + begin_, std::min(size, end_ - begin_)};
}

std::string ByteStream::take(std::size_t size) {
  std::string taken;
  while (taken.size() < size) {
    if (begin_ == end_ && !fill_more()) break;
    const std::size_t step = std::min(size - taken.size(), end_ - begin_);
    taken.append(buffer_.data() + begin_, step);
    begin_ += step;
  }
  return taken;
}

std::uint64_t ByteStream::skip(std::uint64_t size) {
  std::uint64_t skipped = 0;
  while (skipped < size) {
    if (begin_ == end_ && !fill_more()) break;
    const auto step = std::min<std::uint64_t>(size - skipped, end_ - begin_);
    begin_ += static_cast<std::size_t>(step);
    skipped += step;
  }
  return skipped;
}

std::string ByteStream::take_all(std::size_t limit) {
  std::string all = take(limit);
  if (all.size() == limit && !peek(1).empty()) {
    const std::uint64_t size = limit + skip(UINT64_MAX);
    throw Error(ErrorKind::input,
                format_size(size) + " is too much for one article (the limit is " +
                    format_size(limit) + "); split it, or write one article a line as JSONL");
  }
  return all;
}

ByteStream::Line ByteStream::take_line(std::string& line, std::size_t limit) {
  line.clear();
  if (peek(1).empty()) return Line::end;
  bool too_long = false;
  for (;;) {
    if (begin_ == end_ && !fill_more()) break;
    const char* from = buffer_.data() + begin_;
    const auto* stop = static_cast<const char*>(std::memchr(from, '\n', end_ - begin_));
    const std::size_t size =
        stop != nullptr ? static_cast<std::size_t>(stop - from) : end_ - begin_;
    too_long = too_long || line.size() + size > limit;
    if (too_long) {
      line.clear();
    } else {
      line.append(from, size);
    }
    begin_ += size;
    if (stop != nullptr) {
      ++begin_;
      break;
    }
  }
  if (too_long) return Line::too_long;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return Line::whole;
}

std::string format_size(std::uint64_t bytes) {
  if (bytes < 10000) return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes");
  std::array<char, 32> text{};
  const double size = static_cast<double>(bytes);
  if (bytes < 1000000) {
    std::snprintf(text.data(), text.size(), "%.0f kB", size / 1e3);
  } else if (bytes < 1000000000) {
    std::snprintf(text.data(), text.size(), "%.1f MB", size / 1e6);
  } else {
    std::snprintf(text.data(), text.size(), "%.1f GB", size / 1e9);
  }
  return text.data();
}

}  // namespace annals
