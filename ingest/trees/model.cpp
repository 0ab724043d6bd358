#include "ingest/trees/model.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <bit>
#include <cstring>
#include <utility>

#include "graph/error.h"

static_assert(std::endian::native == std::endian::little, "the model file is little-endian");

namespace annals {
namespace {

constexpr const char* expected =
    "expected the English model of Annals (ingest/data/english/model.annals); annals-train makes "
    "one";

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& what) {
  throw Error(ErrorKind::rule, file.string() + ": " + what + "; " + expected);
}

}  // namespace

StringTable::StringTable(std::span<const std::byte> section) {
  const auto* const numbers = reinterpret_cast<const std::uint32_t*>(section.data());
  offsets_ = {numbers + 1, numbers[0] + 1};
  bytes_ = reinterpret_cast<const char*>(numbers + 2 + numbers[0]);
}

HashTable::HashTable(std::span<const std::byte> section)
    : slots_(reinterpret_cast<const Slot*>(section.data()), section.size() / sizeof(Slot)) {}

Model::Model(std::filesystem::path file, const std::byte* data, std::size_t size)
    : file_(std::move(file)), data_(data), size_(size) {}

Model::Model(Model&& other) noexcept
    : file_(std::move(other.file_)),
      data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)) {}

Model::~Model() {
  if (data_) ::munmap(const_cast<std::byte*>(data_), size_);
}

Model Model::load(const std::filesystem::path& file) {
  const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (handle < 0) annals::refuse(file, "cannot be opened");
  struct stat status {};
  const bool known = ::fstat(handle, &status) == 0 && S_ISREG(status.st_mode);
  const auto size = known ? static_cast<std::size_t>(status.st_size) : 0;
  if (size < sizeof(ModelHeader)) {
    ::close(handle);
    annals::refuse(file, "is too short for a model (" + std::to_string(size) + " bytes)");
  }
  void* const data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, handle, 0);
  ::close(handle);
  if (data == MAP_FAILED) annals::refuse(file, "cannot be mapped into memory");
  Model model(file, static_cast<const std::byte*>(data), size);
  model.check();
  return model;
}

void Model::refuse(const std::string& what) const { annals::refuse(file_, what); }

void Model::check() const {
  ModelHeader header;
  std::memcpy(&header, data_, sizeof header);
  if (std::string_view(header.magic, sizeof header.magic) != model_magic) refuse("is no model");
  if (header.version != model_version)
    refuse("is a model of version " + std::to_string(header.version) +
           ", this program reads version " + std::to_string(model_version));
  if (header.size != size_)
    refuse("has " + std::to_string(size_) + " bytes of the " + std::to_string(header.size) +
           " it was written with");
  const std::size_t table = sizeof header + header.sections * sizeof(ModelSection);
  if (header.sections > 4096 || table > size_) refuse("is damaged (its table of sections is cut)");
  if (XXH3_64bits(data_ + sizeof header, size_ - sizeof header) != header.checksum)
    refuse("is damaged (the checksum differs)");
  // Under a right checksum the writer is trusted for what stands inside the sections.
  for (std::uint32_t i = 0; i < header.sections; ++i) {
    ModelSection row;
    std::memcpy(&row, data_ + sizeof header + i * sizeof row, sizeof row);
    if (row.offset % 64 != 0 || row.offset > size_ || row.size > size_ - row.offset)
      refuse("is damaged (a section stands outside)");
  }
}

const ModelSection* Model::find(std::string_view name) const {
  const auto* const header = reinterpret_cast<const ModelHeader*>(data_);
  const auto* const rows = reinterpret_cast<const ModelSection*>(data_ + sizeof(ModelHeader));
  for (std::uint32_t i = 0; i < header->sections; ++i)
    if (name == std::string_view(rows[i].name, ::strnlen(rows[i].name, sizeof rows[i].name)))
      return &rows[i];
  return nullptr;
}

std::vector<std::string> Model::names() const {
  const auto* const header = reinterpret_cast<const ModelHeader*>(data_);
  const auto* const rows = reinterpret_cast<const ModelSection*>(data_ + sizeof(ModelHeader));
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < header->sections; ++i)
    names.emplace_back(rows[i].name, ::strnlen(rows[i].name, sizeof rows[i].name));
  return names;
}

bool Model::has(std::string_view name) const { return find(name) != nullptr; }

std::span<const std::byte> Model::section(std::string_view name) const {
  const ModelSection* const row = find(name);
  if (!row) refuse("has no section \"" + std::string(name) + "\"");
  return {data_ + row->offset, row->size};
}

StringTable Model::strings(std::string_view name) const { return StringTable(section(name)); }
HashTable Model::table(std::string_view name) const { return HashTable(section(name)); }

RowTable Model::rows(std::string_view name) const {
  const auto bytes = section(name);
  const auto* const numbers = reinterpret_cast<const std::uint32_t*>(bytes.data());
  RowTable table{.rows = numbers[0], .cols = numbers[1]};
  table.scales = reinterpret_cast<const float*>(numbers + 16);
  const std::size_t scales = (table.rows + 15) / 16 * 16;
  table.data = reinterpret_cast<const std::int8_t*>(table.scales + scales);
  return table;
}

}  // namespace annals
