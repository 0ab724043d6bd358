#include "query/gist_parts.h"

#include <algorithm>
#include <string_view>

#include "graph/names.h"
#include "query/offices.h"
#include "query/type_words.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

using Kind = GistPiece::Kind;
using Words = std::vector<Word>;

constexpr std::size_t most_topic_words = 5;

void append(Words& words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
}

bool is_link(const GistPiece& piece, std::initializer_list<std::string_view> choices) {
  return piece.kind == Kind::link && is_one_of(piece.words.front(), choices);
}

/// "captured", "shot dead": a form that the passive has.
bool is_participle(const Words& type) {
  const Word& word = type.front();
  return word.folded.ends_with("ed") || word.folded.ends_with("en") ||
         stands_in(WordList::participle, word);
}

/// Gives every piece its part in the question.
class GistReader {
 public:
  explicit GistReader(std::vector<GistPiece> pieces) : pieces_(std::move(pieces)) {}

  std::optional<GistParts> read() {
    find_main();
    for (at_ = 0; at_ < pieces_.size() && !broken_; ++at_) take(pieces_[at_]);
    if (broken_ || parts_.topic.size() > most_topic_words) return std::nullopt;
    if (parts_.type.empty() && parts_.names() == 0) return std::nullopt;
    if (parts_.type.empty() && !parts_.says && !parts_.topic.empty())
      parts_.unknown = parts_.topic.back();
    if (parts_.says && parts_.ask == "who")
      refuse(pieces_.front(),
             "who said something of a kind cannot be asked for; ask what somebody said about it");
    return std::move(parts_);
  }

 private:
  [[nodiscard]] const GistPiece* before(std::size_t count = 1) const {
    return at_ >= count ? &pieces_[at_ - count] : nullptr;
  }

  void refuse(const GistPiece& piece, std::string advice) {
    if (!parts_.refusal.empty()) return;
    parts_.refusal = std::move(advice);
    parts_.refused_at = piece.words.front().begin;
  }

  [[nodiscard]] bool is_empty(std::size_t at) const {
    return stands_in(WordList::empty, pieces_[at].words.front());
  }

  /// The word for the event that is asked about: the first, but "by phone" tells more of "spoken
  /// by phone", and "aid" of "received aid".
  void find_main() {
    main_ = pieces_.size();
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].kind != Kind::type) continue;
      const bool manner = stands_in(WordList::link, pieces_[i].words.front());
      if (main_ == pieces_.size() || manner || is_empty(main_)) {
        main_ = i;
      } else if (main_ + 1 == i && pieces_[main_].words.size() == 1 &&
                 stands_in(WordList::undergo, pieces_[main_].words.front())) {
        main_ = i;
        parts_.passive = true;
      }
    }
    if (main_ == pieces_.size() || parts_.passive) return;
    bool be = false;
    for (std::size_t i = 0; i < main_; ++i) {
      const GistPiece& piece = pieces_[i];
      if (piece.kind == Kind::auxiliary)
        be = is_one_of(piece.words.front(), {"is", "are", "was", "were", "be", "been", "being",
                                             "got", "get", "gets", "getting"});
    }
    const bool led = main_ + 1 < pieces_.size() && is_link(pieces_[main_ + 1], {"by"});
    parts_.passive = (be || led) && is_participle(pieces_[main_].words);
  }

  void take(const GistPiece& piece) {
    switch (piece.kind) {
      case Kind::ask:
        return take_question(piece);
      case Kind::auxiliary:
        if (at_ == 0) parts_.ask = "did";
        return;
      case Kind::doers:
        if (counts() && stands_in(WordList::counted, piece.words.front())) {
          parts_.counted = piece.words;
        } else if (at_ < main_) {
          parts_.doers = piece.words;
        } else if (!parts_.most || !stands_in(WordList::counted, piece.words.front())) {
          append(parts_.topic, piece.words);
        }
        return;
      case Kind::order:
        parts_.newest_first = piece.what == "last";
        parts_.limit = std::max<std::size_t>(parts_.limit, 1);
        return;
      case Kind::number:
        if (parts_.limit > 0) {
          parts_.limit = std::stoul(piece.what);
        } else if (parts_.refusal.empty()) {
          broken_ = true;
        }
        return;
      case Kind::say:
        parts_.says = parts_.says || at_ < main_ || main_ == pieces_.size();
        return;
      case Kind::pronoun:
        if (parts_.names() > 0) return;  // "Abe and Ban: what did they agree on"
        return refuse(piece,
                      "whom is meant by \"" + piece.words.front().text + "\"? Write the name");
      case Kind::status:
        parts_.status = piece.what;
        return;
      case Kind::most:
        parts_.most = true;
        return;
      case Kind::type:
        return take_type(piece);
      case Kind::link:
        if (is_one_of(piece.words.front(), {"before", "after", "around"})) broken_ = true;
        // "attacks by"; but "what was he accused of"
        if (at_ + 1 == pieces_.size() && is_link(piece, {"by", "between", "against", "involving"}))
          broken_ = true;
        if (is_one_of(piece.words.front(), {"both"})) parts_.both = true;
        return;
      case Kind::actor:
        return take_name(piece);
      case Kind::topic:
        if (stands_for_name()) parts_.unknown = piece.words.front();
        if (stands_in(WordList::join, piece.words.front())) {
          parts_.joins = true;
        } else if (counts() && stands_in(WordList::counted, piece.words.front())) {
          parts_.counted = piece.words;
        } else {
          append(parts_.topic, piece.words);
        }
        return;
      case Kind::refused:
        return refuse(piece, piece.what);
    }
  }

  /// A noun where a name is wanted: "who met generals", "attacks by Redcoats".
  [[nodiscard]] bool stands_for_name() const {
    const GistPiece& piece = pieces_[at_];
    if (at_ == 0 || at_ < main_ || piece.words.front().folded.ends_with("ing") ||
        is_participle(piece.words))
      return false;
    const bool ahead =
        at_ == main_ + 1 || is_link(*before(), {"by", "with", "of", "against", "to", "on", "from",
                                                "between", "and", "both"});
    const bool alone = at_ + 1 == pieces_.size() || pieces_[at_ + 1].kind == Kind::link;
    return ahead && alone;
  }

  [[nodiscard]] bool counts() const { return parts_.ask == "how many" && parts_.counted.empty(); }

  void take_question(const GistPiece& piece) {
    if (parts_.ask.empty()) {
      parts_.ask = piece.what == "whom" ? "who" : piece.what;
      parts_.asks_doer = at_ > 0 && is_link(*before(), {"by", "from"});
      return;
    }
    const bool joined = at_ > 0 && is_link(*before(), {"and"});
    const bool ends = at_ + 1 == pieces_.size();
    if (ends && (joined || piece.what == "when" || piece.what == "where")) return;
    // "anyone from the CIA who met Pakistanis"
    if (!joined && at_ < main_) return;
    if (ends && at_ > 0 && is_link(*before(), {"by"})) {  // "who was arrested by whom"
      parts_.asks_doer = true;
      parts_.ask = "who";
      return;
    }
    if (ends && (parts_.ask == "who" || parts_.ask == "did")) return;  // "who met whom"
    refuse(piece, "these are two questions; ask them one after the other");
  }

  void take_type(const GistPiece& piece) {
    if (at_ == main_) {
      parts_.type = piece.words;
      return;
    }
    if (at_ < main_) return;  // "did", "spoken" of "spoken by phone"
    if (find_type(piece.words)->word == find_type(parts_.type)->word)
      return;  // "the deal was signed"
    const bool joined = is_link(*before(), {"and", "or"}) && at_ == main_ + 2;
    if (joined) {
      append(parts_.type, before()->words);
      append(parts_.type, piece.words);
    } else if (is_link(*before(), {"of", "for"}) &&
               find_type(parts_.type)->word->type == "ACCUSE" && parts_.second.empty()) {
      parts_.second = piece.words;
    } else {
      // "the Iran deal" is a thing and no doing of Iran's
      if (last_part_ != nullptr && before()->kind == Kind::actor && last_name_ + 1 == at_) {
        append(parts_.topic, {last_part_->back()});
        last_part_->pop_back();
        last_part_ = nullptr;
      }
      append(parts_.topic, piece.words);
    }
  }

  void place(const GistPiece& piece, Words& part) {
    Word name = piece.words.front();
    name.text = piece.what;
    name.folded = fold(name.text);
    name.quoted = !names_office(name.text);  // an office is looked up by its words
    name.end = piece.words.back().end;
    if (part.size() == 2) broken_ = true;
    part.push_back(std::move(name));
    last_part_ = &part;
    last_name_ = at_;
  }

  void take_name(const GistPiece& piece) {
    if (at_ > 0 && before()->kind == Kind::refused) return;  // "besides Mullen"
    const GistPiece* link = at_ > 0 && before()->kind == Kind::link ? before() : nullptr;
    const GistPiece* ahead = link != nullptr ? before(2) : before();
    const bool of_topic =
        ahead != nullptr && at_ > main_ &&
        (ahead->kind == Kind::topic ||
         (ahead->kind == Kind::type && ahead != &pieces_[main_] && parts_.second.empty()));
    const bool tells_topic =
        link != nullptr && (is_link(*link, {"about", "over", "regarding", "concerning", "in",
                                            "near", "inside", "for"}) ||
                            (of_topic && is_link(*link, {"of", "on", "in", "at", "into"})));
    if (tells_topic || (link == nullptr && of_topic && ahead->kind == Kind::topic)) {
      append(parts_.topic, piece.words);
      return;
    }
    if (link != nullptr && is_link(*link, {"and", "or"}) && last_part_ != nullptr &&
        last_name_ + 2 == at_)
      return place(piece, *last_part_);
    place(piece, part_of(link));
  }

  Words& part_of(const GistPiece* link) {
    if (main_ == pieces_.size() || parts_.both || !parts_.second.empty()) return parts_.with;
    if (link != nullptr) {
      if (is_link(*link, {"by"})) return parts_.by;
      if (is_link(*link, {"between", "among", "amongst", "involving"})) return parts_.with;
      if (is_link(*link, {"of"})) return at_ < main_ ? parts_.by : parts_.with;
      if (is_link(*link, {"from"}))
        return parts_.passive || at_ < main_ || parts_.ask.empty() || parts_.ask == "how many"
                   ? parts_.by
                   : parts_.to;
      if (is_link(*link, {"with"}))
        return parts_.by.empty() && parts_.ask != "who" ? parts_.with : parts_.to;
      if (at_ > main_) return parts_.to;
    }
    if (at_ < main_) return parts_.passive ? parts_.to : parts_.by;
    // "every meeting the Pope had": only a list names somebody so
    const bool lists = parts_.ask.empty() || parts_.ask == "list" || parts_.ask == "what" ||
                       parts_.ask == "how many";
    return lists && !is_participle(pieces_[main_].words) ? parts_.by : parts_.to;
  }

  std::vector<GistPiece> pieces_;
  std::size_t at_ = 0;
  std::size_t main_ = 0;  ///< the piece that is the word for events; the number of pieces for none
  bool broken_ = false;
  Words* last_part_ = nullptr;  ///< where the last name went
  std::size_t last_name_ = 0;   ///< which piece that is
  GistParts parts_;
};

}  // namespace

std::optional<GistParts> gist_parts(std::vector<GistPiece> pieces) {
  return GistReader(std::move(pieces)).read();
}

}  // namespace annals
