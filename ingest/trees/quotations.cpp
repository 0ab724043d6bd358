#include "ingest/trees/quotations.h"

#include <cstdint>
#include <string_view>

namespace annals {
namespace {

bool opens(std::string_view form) {
  return form == "\xE2\x80\x9C" || form == "``" || form == "\xC2\xAB";
}
bool closes(std::string_view form) {
  return form == "\xE2\x80\x9D" || form == "''" || form == "\xC2\xBB";
}

}  // namespace

Quotations find_quotations(const Analysis& analysis) {
  Quotations found;
  found.inside.resize(analysis.sentences.size());
  bool inside = false;
  std::uint32_t block = 0;
  int sentences = 0;
  std::size_t opened = 0;
  for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
    const auto& sentence = analysis.sentences[s];
    if (sentence.block != block || sentences > 8) inside = false;
    block = sentence.block;
    sentences = inside ? sentences + 1 : 0;
    found.opened.push_back(inside ? opened : s);
    for (const auto& token : sentence.tokens) {
      const bool was_inside = inside;
      if (opens(token.form)) {
        inside = true;
      } else if (closes(token.form)) {
        inside = false;
      } else if (token.form == "\"") {
        inside = !inside;
      }
      if (inside && !was_inside) opened = s;
      found.inside[s].push_back(inside);
    }
  }
  return found;
}

}  // namespace annals
