#include "ingest/train/build_options.h"

#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <sstream>

#include "graph/error.h"
#include "ingest/train/corpus.h"

namespace annals::train {
namespace {

std::size_t parse_count(const std::string& option, const std::string& value) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), count);
  if (error != std::errc() || end != value.data() + value.size() || count == 0)
    throw Error(ErrorKind::query, option + " needs a number from 1, not \"" + value + "\"");
  return count;
}

Products parse_products(const std::string& value) {
  if (value == "single") return Products::single;
  if (value == "half") return Products::half;
  throw Error(ErrorKind::query, "--products is single or half, not \"" + value + "\"");
}

/// The kernels of the run time read sixteen cells at a time.
std::size_t whole_tiles(std::size_t cells) { return (cells + 15) / 16 * 16; }

void set(BuildOptions& options, const std::string& option, const std::string& value) {
  if (option == "--data")
    options.data = value;
  else if (option == "--lists")
    options.lists = value;
  else if (option == "--dev")
    options.dev = value;
  else if (option == "--raw")
    options.raw.push_back(value);
  else if (option == "--start")
    options.start = value;
  else if (option == "--lesson")
    options.lesson = parse_count(option, value);
  else if (option == "--parser")
    options.parser = value;
  else if (option == "--epochs")
    options.training.epochs = parse_count(option, value);
  else if (option == "--teachers")
    options.teachers.count = value == "0" ? 0 : parse_count(option, value);
  else if (option == "--teacher-epochs")
    options.teachers.epochs = parse_count(option, value);
  else if (option == "--teacher-cells")
    options.teachers.cells = whole_tiles(parse_count(option, value));
  else if (option == "--only-teacher")
    options.teachers.only = parse_count(option, value);
  else if (option == "--teacher")
    options.teachers.models.push_back(value);
  else if (option == "--own")
    options.own.push_back(value);
  else if (option == "--named")
    options.named.push_back(value);
  else if (option == "--products")
    options.products = parse_products(value);
  else if (option == "--keep")
    options.teachers.keep = value;
  else if (option == "--layers")
    options.network.layers = std::max<std::size_t>(2, parse_count(option, value));
  else if (option == "--cells")
    options.network.cells = whole_tiles(parse_count(option, value));
  else if (option == "--seed")
    options.training.seed = parse_count(option, value);
  else if (option == "--name-epochs")
    options.names.epochs = parse_count(option, value);
  else
    throw Error(ErrorKind::query, "unknown option " + option + "\n" + usage);
}

void write_fingerprint(std::ostream& out, const std::string& file) {
  const std::string content = read_packed(file);
  out << std::filesystem::path(file).filename().string() << ' ' << std::hex
      << XXH3_64bits(content.data(), content.size()) << std::dec << '\n';
}

/// The options that the weights of a network of so many cells depend on, and the fingerprints of
/// the treebanks.
std::string treebanks_of(const BuildOptions& options, std::size_t cells) {
  std::ostringstream text;
  text << "layers " << options.network.layers << ", cells " << cells << ", seed "
       << options.training.seed << '\n';
  if (options.products == Products::half) text << "products of 16 bits\n";
  for (const std::string& file : options.treebanks) write_fingerprint(text, file);
  return text.str();
}

}  // namespace

BuildOptions parse_build(const std::vector<std::string>& words) {
  BuildOptions options;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].rfind("--", 0) == 0) {
      if (i + 1 == words.size()) throw Error(ErrorKind::query, words[i] + " needs a value");
      set(options, words[i], words[i + 1]);
      ++i;
    } else if (options.model.empty()) {
      options.model = words[i];
    } else {
      options.treebanks.push_back(words[i]);
    }
  }
  if (options.model.empty() || options.treebanks.empty()) throw Error(ErrorKind::query, usage);
  if (!options.own.empty() && !options.teachers.any() && options.parser.empty())
    throw Error(ErrorKind::query, "--own needs --teachers, --teacher or --parser");
  if (options.teachers.only > 0 && options.teachers.keep.empty())
    throw Error(ErrorKind::query, "--only-teacher needs --keep");
  options.names.seed = options.training.seed;
  return options;
}

std::uint64_t fingerprint_of_teachers(const BuildOptions& options) {
  const std::size_t cells =
      options.teachers.cells > 0 ? options.teachers.cells : options.network.cells;
  const std::string data = "teachers of " + std::to_string(options.teachers.epochs) + " epochs, " +
                           std::to_string(cells) + " cells\n" + treebanks_of(options, cells);
  return XXH3_64bits(data.data(), data.size());
}

std::string made_of(const BuildOptions& options) {
  std::ostringstream text;
  text << "English model of Annals; licence CC BY-SA 4.0, see docs/model.md\n"
       << "teachers " << options.teachers.count;
  if (options.teachers.count > 0)
    text << " of " << options.teachers.epochs << " epochs and " << options.teachers.cells
         << " cells";
  text << ", epochs " << options.training.epochs << ", "
       << treebanks_of(options, options.network.cells);
  for (const std::string& file : options.teachers.models) {
    text << "teacher ";
    write_fingerprint(text, file);
  }
  if (!options.start.empty()) {
    if (options.lesson > 1) text << "lesson " << options.lesson << ", ";
    text << "trained on from ";
    write_fingerprint(text, options.start);
  }
  for (const std::string& file : options.own) write_fingerprint(text, file);
  for (const std::string& file : options.named) write_fingerprint(text, file);
  for (const std::string& file : options.raw) write_fingerprint(text, file);
  return text.str();
}

}  // namespace annals::train
