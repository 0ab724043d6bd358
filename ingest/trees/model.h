#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// Layout of the model file, little-endian:
///
///   ModelHeader, then `sections` times ModelSection, then the sections' bytes, each on a border of
///   64 bytes. The checksum is XXH3-64 of everything after the header.
///
/// docs/model.md lists the sections.
inline constexpr std::uint32_t model_version = 2;
inline constexpr std::string_view model_magic = "ANNALSEN";

struct ModelHeader {
  char magic[8] = {};
  std::uint32_t version = 0;
  std::uint32_t sections = 0;
  std::uint64_t size = 0;
  std::uint64_t checksum = 0;
};

struct ModelSection {
  char name[48] = {};
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};

/// A table of strings in a section: `count`, `count + 1` offsets, the bytes.
class StringTable {
 public:
  StringTable() = default;
  explicit StringTable(std::span<const std::byte> section);
  [[nodiscard]] std::size_t size() const { return offsets_.empty() ? 0 : offsets_.size() - 1; }
  [[nodiscard]] std::string_view operator[](std::size_t i) const {
    return {bytes_ + offsets_[i], offsets_[i + 1] - offsets_[i]};
  }

 private:
  std::span<const std::uint32_t> offsets_;
  const char* bytes_ = nullptr;
};

/// Numbers by 64-bit hash: open addressing in a table of a power of two.
class HashTable {
 public:
  struct Slot {
    std::uint64_t key = 0;  ///< 0: free
    std::uint32_t value = 0;
    std::uint32_t extra = 0;
  };

  HashTable() = default;
  explicit HashTable(std::span<const std::byte> section);
  /// Null when `key` is not in the table.
  [[nodiscard]] const Slot* find(std::uint64_t key) const {
    if (slots_.empty()) return nullptr;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = key & mask;; at = (at + 1) & mask) {
      if (slots_[at].key == key) return &slots_[at];
      if (slots_[at].key == 0) return nullptr;
    }
  }

 private:
  std::span<const Slot> slots_;
};

/// Rows of small whole numbers with a scale each: an embedding.
struct RowTable {
  std::uint32_t rows = 0;
  std::uint32_t cols = 0;
  const float* scales = nullptr;
  const std::int8_t* data = nullptr;
};

/// The trained model, mapped into memory read-only. Everything else points into it.
class Model {
 public:
  /// Throws Error(rule) naming the file when it is missing, too short, no model of Annals, of
  /// another version, or damaged.
  [[nodiscard]] static Model load(const std::filesystem::path& file);
  Model(Model&& other) noexcept;
  Model& operator=(Model&&) = delete;
  ~Model();

  /// Throws Error(rule) when there is no such section.
  [[nodiscard]] std::span<const std::byte> section(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;

  /// The names of all sections, in the order of the file.
  [[nodiscard]] std::vector<std::string> names() const;

  [[nodiscard]] StringTable strings(std::string_view name) const;
  [[nodiscard]] HashTable table(std::string_view name) const;
  [[nodiscard]] RowTable rows(std::string_view name) const;
  template <typename T>
  [[nodiscard]] std::span<const T> array(std::string_view name) const {
    const auto bytes = section(name);
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }

 private:
  Model(std::filesystem::path file, const std::byte* data, std::size_t size);
  void check() const;
  [[noreturn]] void refuse(const std::string& what) const;
  const ModelSection* find(std::string_view name) const;

  std::filesystem::path file_;
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace annals
