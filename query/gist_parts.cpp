#include "query/gist_parts.h"

#include <algorithm>
#include <string_view>

#include "graph/names.h"
#include "query/gist_main.h"
#include "query/gist_names.h"
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

/// Gives every piece its part in the question.
class GistReader {
 public:
  explicit GistReader(std::vector<GistPiece> pieces) : pieces_(std::move(pieces)) {}

  std::optional<GistParts> read() {
    const GistMain main = gist_main(pieces_);
    main_ = main.at;
    manner_ = main.manner;
    parts_.passive = main.passive;
    for (at_ = 0; at_ < pieces_.size() && !broken_; ++at_) take(pieces_[at_]);
    if (broken_ || parts_.topic.size() > most_topic_words) return std::nullopt;
    const bool lists = parts_.ask.empty() || parts_.ask == "list" || parts_.ask == "what";
    const bool on_topic = lists && !parts_.topic.empty();
    if (parts_.type.empty() && parts_.names() == 0 && !on_topic) return std::nullopt;
    if (parts_.type.empty() && !parts_.says && !parts_.topic.empty())
      parts_.unknown = parts_.topic.back();
    if (!parts_.type.empty() && parts_.names() == 0) parts_.says = false;  // "claimed attacks"
    if (parts_.most && names_thing_)
      refuse(pieces_.front(),
             "what was most cannot be asked so; `deadliest` and `sort by killed` put the largest "
             "first");
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
        } else if (at_ > 0 && before()->kind == Kind::actor) {
          return;  // "the FARC rebels"
        } else if (at_ < main_) {
          parts_.doers = piece.words;
        } else if (parts_.most && at_ == main_ + 1 && is_participle(pieces_[main_].words)) {
          parts_.doers = piece.words;  // "the most attacked country"
          parts_.passive = true;
        } else if (!parts_.most || !stands_in(WordList::counted, piece.words.front())) {
          append(parts_.topic, piece.words);
        }
        return;
      case Kind::order:
        parts_.newest_first = piece.what == "last";
        parts_.limit = std::max<std::size_t>(parts_.limit, 1);
        return;
      case Kind::number:
        // "the last three", "the three last ones"
        if (parts_.limit > 0 ||
            (at_ + 1 < pieces_.size() &&
             (pieces_[at_ + 1].kind == Kind::order || pieces_[at_ + 1].kind == Kind::doers))) {
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
        // "between the test and the sanctions", which no window is
        if (is_one_of(piece.words.front(), {"between"}) && at_ + 2 < pieces_.size() &&
            pieces_[at_ + 1].kind != Kind::actor && pieces_[at_ + 1].kind != Kind::doers)
          refuse(piece,
                 "what lies between two events is asked for by their days, or by their ids: "
                 "between 2006-10-09 and 2006-12-23");
        if (is_one_of(piece.words.front(), {"vs", "versus"}) && compares_kinds())
          refuse(piece, "two things cannot be compared in one question; ask for each of them");
        return;
      case Kind::actor:
        return take_name(piece);
      case Kind::topic:
        if (stands_for_name(pieces_, main_, at_)) parts_.unknown = piece.words.front();
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

  /// "their attacks vs our attacks"
  [[nodiscard]] bool compares_kinds() const {
    const auto here = pieces_.begin() + static_cast<std::ptrdiff_t>(at_);
    const auto is_type = [](const GistPiece& piece) { return piece.kind == Kind::type; };
    return std::any_of(pieces_.begin(), here, is_type) && std::any_of(here, pieces_.end(), is_type);
  }

  /// "how often did they meet on Somalia"
  [[nodiscard]] bool talks() const {
    return main_ < pieces_.size() && are_talks(*find_type(pieces_[main_].words)->word);
  }

  [[nodiscard]] bool counts() const { return parts_.ask == "how many" && parts_.counted.empty(); }

  void take_question(const GistPiece& piece) {
    if (parts_.ask.empty()) {
      parts_.ask = piece.what == "whom" ? "who" : piece.what;
      parts_.asks_doer = at_ > 0 && is_link(*before(), {"by", "from"});
      return;
    }
    if (is_one_of(piece.words.front(),
                  {"anyone", "anybody", "someone", "somebody", "everyone", "everybody", "those"})) {
      if (at_ < main_ && parts_.ask == "did") parts_.ask = "who";  // "did anybody mediate"
      return;
    }
    if (at_ == main_ + 1 && parts_.ask == "who") return;  // "who met whom"
    const bool joined = at_ > 0 && is_link(*before(), {"and"});
    if (joined && before(2)->kind == Kind::ask) return;  // "when and where"
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
    if (at_ < main_) {
      // "did", "spoken" of "spoken by phone", "received" of "received aid"
      const bool carries = manner_ || stands_in(WordList::empty, piece.words.front()) ||
                           stands_in(WordList::undergo, piece.words.front());
      if (!carries) take_thing(piece);
      return;
    }
    if (find_type(piece.words)->word->type.empty()) return;  // "sign anything"
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
      take_thing(piece);
    }
  }

  /// "the Iran deal" is a thing, and no doing of Iran's.
  void take_thing(const GistPiece& piece) {
    names_thing_ = true;
    if (last_part_ != nullptr && at_ > 0 && before()->kind == Kind::actor &&
        last_name_ + 1 == at_) {
      append(parts_.topic, {last_part_->back()});
      last_part_->pop_back();
      last_part_ = nullptr;
    }
    append(parts_.topic, piece.words);
  }

  void place(const GistPiece& piece, Words& part) {
    Word name = piece.words.front();
    name.text = piece.what;
    name.folded = fold(name.text);
    name.quoted = !names_office(name.text);  // an office is looked up by its words
    name.end = piece.words.back().end;
    if (parts_.names() >= 2 && parts_.second.empty())
      return refuse(piece, "no more than two names fit in one question");
    part.push_back(std::move(name));
    last_part_ = &part;
    last_name_ = at_;
  }

  void take_name(const GistPiece& piece) {
    if (at_ > 0 && before()->kind == Kind::refused) return;  // "besides Mullen"
    const GistPiece* link = at_ > 0 && before()->kind == Kind::link ? before() : nullptr;
    const GistPiece* ahead = link != nullptr ? before(2) : before();
    const bool of_topic =
        ahead != nullptr && main_ < pieces_.size() &&
        ((ahead->kind == Kind::topic && at_ > main_) ||
         (ahead->kind == Kind::type && ahead != &pieces_[main_] && parts_.second.empty()));
    const bool of_all =
        !parts_.says && parts_.names() == 0 &&
        (main_ == pieces_.size() || stands_in(WordList::empty, pieces_[main_].words.front()));
    if (of_all && link != nullptr && is_link(*link, {"about", "regarding", "concerning", "on"}))
      return place(piece, parts_.with);  // "everything about King Hussein"
    const bool tells_topic =
        link != nullptr && (is_link(*link, {"about", "over", "regarding", "concerning", "in",
                                            "near", "inside", "for"}) ||
                            (is_link(*link, {"on"}) && talks()) ||
                            (of_topic && is_link(*link, {"of", "on", "in", "at", "into"})));
    if (tells_topic || (link == nullptr && of_topic && ahead->kind == Kind::topic)) {
      append(parts_.topic, piece.words);
      return;
    }
    if (link != nullptr && is_link(*link, {"and", "or"}) && last_part_ != nullptr &&
        last_name_ + 2 == at_) {
      if (is_link(*link, {"or"}))
        return refuse(piece, "one or the other cannot be asked for at once; ask for each of them");
      return place(piece, *last_part_);
    }
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
    // "how many Palestinians did Israel kill"
    parts_.heads = parts_.heads || (at_ > 0 && before()->what == "how many");
    if (at_ > 0 && before()->what == "how many") return parts_.to;
    if (at_ < main_) return parts_.passive ? parts_.to : parts_.by;
    // "every meeting the Pope had": only a list names somebody so
    const bool lists = parts_.ask.empty() || parts_.ask == "list" || parts_.ask == "what" ||
                       parts_.ask == "how many";
    return lists && !is_participle(pieces_[main_].words) ? parts_.by : parts_.to;
  }

  std::vector<GistPiece> pieces_;
  std::size_t at_ = 0;
  std::size_t main_ = 0;  ///< the piece that is the word for events; the number of pieces for none
  bool manner_ = false;
  bool broken_ = false;
  bool names_thing_ = false;    ///< another word for events stands in what is left over
  Words* last_part_ = nullptr;  ///< where the last name went
  std::size_t last_name_ = 0;   ///< which piece that is
  GistParts parts_;
};

}  // namespace

std::optional<GistParts> gist_parts(std::vector<GistPiece> pieces) {
  return GistReader(std::move(pieces)).read();
}

}  // namespace annals
