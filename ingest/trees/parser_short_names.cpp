#include "ingest/trees/parser_short_names.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "graph/calendar_names.h"
#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"
#include "ingest/trees/relations.h"

namespace annals {
namespace {

constexpr std::size_t longest_short_name = 8;
/// What the parser reads for each short name: one that it knows, and no word such as "IS" or "WHO".
constexpr std::string_view stand_in = "NATO";

/// "AU", "MoAC": letters alone, two of them capitals.
bool is_short_name(std::string_view form) {
  return form.size() <= longest_short_name &&
         std::count_if(form.begin(), form.end(), is_upper) >= 2 &&
         std::all_of(form.begin(), form.end(), [](char c) { return is_upper(c) || is_lower(c); });
}

/// True for what may go on after a name and its short form: "(AU) envoy", "(IMF) Managing
/// Director".
bool goes_on(const Token& next) {
  return (is_nominal(next) || next.upos == Upos::ADJ || is_upper(next.form[0])) &&
         !find_weekday(next.form);
}

/// True for the opening bracket of a short name after which the phrase goes on.
bool opens_short_name(const Sentence& sentence, std::int32_t word) {
  return word > 0 && word + 3 < sentence.size() && sentence.at(word).form == "(" &&
         is_short_name(sentence.at(word + 1).form) && sentence.at(word + 2).form == ")" &&
         goes_on(sentence.at(word + 3));
}

/// What a word gives to a short name: "Asia-Pacific" A and P, "Union" U, "of" nothing.
std::string initials_of(std::string_view form) {
  std::string letters;
  if (form.empty() || !is_upper(form[0])) return letters;
  for (std::size_t i = 0; i < form.size(); ++i)
    if (i == 0 || form[i - 1] == '-') letters += to_upper(form[i]);
  return letters;
}

/// The first word of the name that ends before `bracket` and has the initials of the short one;
/// `bracket` when those words do not give them.
std::int32_t first_of_long_name(const Sentence& sentence, std::int32_t bracket) {
  std::string letters;
  for (const char c : sentence.at(bracket + 1).form)
    if (is_upper(c)) letters += c;
  for (std::int32_t word = bracket - 1; word >= 0; --word) {
    const std::string_view form = sentence.at(word).form;
    const std::string initials = initials_of(form);
    if (initials.empty() &&
        !one_of(form, {"of", "for", "on", "in", "to", "and", "&", "the", ",", "'", "'s", "-"}))
      return bracket;
    if (!std::string_view(letters).ends_with(initials)) return bracket;
    letters.resize(letters.size() - initials.size());
    if (letters.empty()) return word;
  }
  return bracket;
}

/// The closing bracket of the pose that opens here: "(L)", "(2nd R)", "(far left)"; -1 for other
/// words.
std::int32_t end_of_pose(const Sentence& sentence, std::int32_t open) {
  constexpr std::int32_t most = 3;  // words in the brackets
  if (open == 0 || sentence.at(open).form != "(") return -1;
  bool says_where = false;
  for (std::int32_t word = open + 1; word < sentence.size() && word <= open + most + 1; ++word) {
    const std::string_view form = sentence.at(word).form;
    if (form == ")") return says_where ? word : -1;
    if (one_of(form, {"L", "R", "C", "left", "right", "center", "centre", "pictured"})) {
      says_where = true;
    } else if (!one_of(form, {"2nd", "3rd", "4th", "second", "third", "far", "front", "back", "top",
                              "bottom", "from", "row"})) {
      return -1;
    }
  }
  return -1;
}

void hang_bracket(Token& bracket, std::int32_t name, std::string_view tag) {
  bracket.upos = Upos::PUNCT;
  bracket.xpos = tag;
  bracket.feats = {};
  bracket.head = name;
  bracket.deprel = "punct";
}

/// The tree of a long name, whose head takes the place that the short one has in the sentence.
void put_back(Sentence& whole, const Shortened::Name& name, const Sentence& parsed) {
  Token& short_name = whole.at(name.bracket + 1);
  std::int32_t root = name.first;
  for (std::int32_t i = 0; i < parsed.size(); ++i) {
    Token& token = whole.at(name.first + i);
    token = parsed.at(i);
    if (token.head >= 0)
      token.head += name.first;
    else
      root = name.first + i;
  }
  for (Token& token : whole.tokens)
    if (token.head == name.bracket + 1) token.head = root;
  whole.at(root).head = short_name.head;
  whole.at(root).deprel = short_name.deprel;
  short_name.head = root;
  short_name.deprel = "appos";
  make_proper(short_name);
  hang_bracket(whole.at(name.bracket), name.bracket + 1, "-LRB-");
  hang_bracket(whole.at(name.bracket + 2), name.bracket + 1, "-RRB-");
}

/// The words of a pose, which say something of the word before.
void put_pose_back(Sentence& whole, const Shortened::Pose& pose) {
  for (std::int32_t word = pose.open + 1; word < pose.close; ++word) {
    Token& token = whole.at(word);
    token.upos = Upos::X;
    token.xpos = "LS";
    token.feats = {};
    token.head = word == pose.open + 1 ? pose.open - 1 : pose.open + 1;
    token.deprel = "dep";
  }
  hang_bracket(whole.at(pose.open), pose.open + 1, "-LRB-");
  hang_bracket(whole.at(pose.close), pose.open + 1, "-RRB-");
}

}  // namespace

Shortened with_short_names(Sentence& sentence) {
  Shortened result{
      .whole = &sentence, .rest = {}, .long_ones = {}, .names = {}, .poses = {}, .kept = {}};
  for (std::int32_t i = 0; i < sentence.size(); ++i) {
    if (const std::int32_t close = end_of_pose(sentence, i); close >= 0)
      result.poses.push_back({i, close});
    if (!opens_short_name(sentence, i)) continue;
    const std::int32_t first = first_of_long_name(sentence, i);
    if (first < i) result.names.push_back({first, i});
  }
  if (result.names.empty() && result.poses.empty()) return result;
  std::int32_t at = 0;
  const auto keep = [&](std::int32_t token) {
    const bool posed = std::any_of(
        result.poses.begin(), result.poses.end(),
        [&](const Shortened::Pose& pose) { return pose.open <= token && token <= pose.close; });
    if (posed) return;
    result.rest.tokens.push_back(sentence.at(token));
    result.kept.push_back(token);
  };
  for (const Shortened::Name& name : result.names) {
    while (at < name.first) keep(at++);
    Sentence& long_one = result.long_ones.emplace_back();
    for (; at < name.bracket; ++at) long_one.tokens.push_back(sentence.at(at));
    keep(name.bracket + 1);
    result.rest.tokens.back().form = stand_in;
    at = name.bracket + 3;
  }
  while (at < sentence.size()) keep(at++);
  return result;
}

void put_long_names_back(const Shortened& parsed) {
  Sentence& whole = *parsed.whole;
  for (std::size_t i = 0; i < parsed.kept.size(); ++i) {
    Token& token = whole.at(parsed.kept[i]);
    const std::string_view form = token.form;
    token = parsed.rest.tokens[i];
    token.form = form;
    if (token.head >= 0) token.head = parsed.kept[static_cast<std::size_t>(token.head)];
  }
  for (std::size_t i = 0; i < parsed.names.size(); ++i)
    put_back(whole, parsed.names[i], parsed.long_ones[i]);
  for (const Shortened::Pose& pose : parsed.poses) put_pose_back(whole, pose);
  whole.confidence = parsed.rest.confidence;
}

}  // namespace annals
