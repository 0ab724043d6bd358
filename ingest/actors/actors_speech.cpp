#include "ingest/actors/actors_speech.h"

#include <optional>

#include "graph/ascii.h"
#include "ingest/actors/actors_phrases.h"

namespace annals {
namespace {

/// The figure that says something outside the quotation marks of each sentence.
std::vector<std::optional<std::int32_t>> speakers(const Analysis& analysis,
                                                  const std::vector<std::vector<bool>>& quoted,
                                                  const std::vector<Spoken>& spoken) {
  std::vector<std::optional<std::int32_t>> found(analysis.sentences.size());
  for (const auto& place : spoken) {
    if (!place.speaks || quoted[place.sentence][static_cast<std::size_t>(place.token)]) continue;
    if (!found[place.sentence]) found[place.sentence] = place.figure;
  }
  return found;
}

}  // namespace

std::vector<FirstPerson> first_persons(const Analysis& analysis, const Quotations& quotations,
                                       const std::vector<bool>& read,
                                       const std::vector<Spoken>& spoken) {
  const auto& quoted = quotations.inside;
  const auto said_by = speakers(analysis, quoted, spoken);
  std::vector<FirstPerson> found;
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    if (!read[s]) continue;
    const auto& tokens = analysis.sentences[s].tokens;
    for (std::size_t t = 0; t < tokens.size(); ++t) {
      if (!quoted[s][t] || tokens[t].upos != Upos::PRON) continue;
      const std::string word = lowered(tokens[t].form);
      const bool singular = word == "i" || word == "me" || word == "my";
      const bool plural = word == "we" || word == "us" || word == "our" || word == "ours";
      if (!singular && !plural) continue;
      std::optional<std::int32_t> speaker = said_by[s];
      if (!speaker) speaker = said_by[quotations.opened[s]];  // Malik told them: "One. Two. ..."
      // A quotation that ends with its sentence goes on from who spoke before; one that is still
      // open is told after: "Yes. No," he said.
      const bool open = quotations.is_open_after(s);
      for (std::uint32_t near = 1; near <= 3 && !speaker; ++near) {
        const auto after =
            s + near < said_by.size() && read[s + near] ? said_by[s + near] : std::nullopt;
        const auto before = s >= near && read[s - near] ? said_by[s - near] : std::nullopt;
        speaker = open ? (after ? after : before) : (before ? before : after);
      }
      if (speaker)
        found.push_back({.sentence = s,
                         .token = static_cast<std::int32_t>(t),
                         .speaker = *speaker,
                         .plural = plural});
    }
  }
  return found;
}

}  // namespace annals
