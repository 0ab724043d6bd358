#include "query/gist.h"

#include <algorithm>
#include <string_view>

#include "graph/names.h"
#include "query/gist_pieces.h"
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

  std::optional<Gist> read() {
    find_main();
    for (at_ = 0; at_ < pieces_.size() && !broken_; ++at_) take(pieces_[at_]);
    if (broken_ || topic_.size() > most_topic_words) return std::nullopt;
    if (main_ == pieces_.size() && by_.size() + to_.size() + with_.size() == 0) return std::nullopt;
    gist_.about = join_words(topic_);
    if (main_ == pieces_.size() && !says_) gist_.leans_on_topic = true;
    if (!write()) return std::nullopt;
    return std::move(gist_);
  }

 private:
  [[nodiscard]] const GistPiece* before(std::size_t count = 1) const {
    return at_ >= count ? &pieces_[at_ - count] : nullptr;
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
        passive_ = true;
      }
    }
    if (main_ == pieces_.size() || passive_) return;
    bool be = false;
    for (std::size_t i = 0; i < main_; ++i) {
      const GistPiece& piece = pieces_[i];
      if (piece.kind == Kind::auxiliary)
        be = is_one_of(piece.words.front(), {"is", "are", "was", "were", "be", "been", "being",
                                             "got", "get", "gets", "getting"});
    }
    const bool led = main_ + 1 < pieces_.size() && is_link(pieces_[main_ + 1], {"by"});
    passive_ = (be || led) && is_participle(pieces_[main_].words);
  }

  void take(const GistPiece& piece) {
    switch (piece.kind) {
      case Kind::ask:
        return take_question(piece);
      case Kind::auxiliary:
        if (at_ == 0) ask_ = "did";
        return;
      case Kind::doers:
        if (counts() && stands_in(WordList::counted, piece.words.front())) {
          counted_ = piece.words;
        } else if (at_ < main_) {
          doers_ = piece.words;
        } else if (!most_ || !stands_in(WordList::counted, piece.words.front())) {
          append(topic_, piece.words);
        }
        return;
      case Kind::order:
        gist_.newest_first = piece.what == "last";
        gist_.limit = std::max<std::size_t>(gist_.limit, 1);
        return;
      case Kind::number:
        if (gist_.limit > 0) {
          gist_.limit = std::stoul(piece.what);
        } else if (gist_.refusal.empty()) {
          broken_ = true;
        }
        return;
      case Kind::say:
        says_ = says_ || at_ < main_ || main_ == pieces_.size();
        return;
      case Kind::pronoun:
        if (by_.size() + to_.size() + with_.size() > 0)
          return;  // "Abe and Ban: what did they agree on"
        gist_.refusal = "whom is meant by \"" + piece.words.front().text + "\"? Write the name";
        gist_.refused_at = piece.words.front().begin;
        return;
      case Kind::status:
        gist_.status = piece.what;
        return;
      case Kind::most:
        most_ = true;
        return;
      case Kind::type:
        return take_type(piece);
      case Kind::link:
        if (is_one_of(piece.words.front(), {"before", "after", "around"})) broken_ = true;
        if (is_one_of(piece.words.front(), {"both"})) both_ = true;
        return;
      case Kind::actor:
        return take_name(piece);
      case Kind::topic:
        gist_.leans_on_topic = gist_.leans_on_topic || stands_for_name();
        if (stands_in(WordList::join, piece.words.front())) {
          joins_ = true;
        } else if (counts() && stands_in(WordList::counted, piece.words.front())) {
          counted_ = piece.words;
        } else {
          append(topic_, piece.words);
        }
        return;
      case Kind::refused:
        if (gist_.refusal.empty()) {
          gist_.refusal = piece.what;
          gist_.refused_at = piece.words.front().begin;
        }
        return;
    }
  }

  /// A noun where a name is wanted: "who met generals", "attacks by Redcoats".
  [[nodiscard]] bool stands_for_name() const {
    const GistPiece& piece = pieces_[at_];
    if (at_ == 0 || at_ < main_ || piece.words.front().folded.ends_with("ing") ||
        is_participle(piece.words))
      return false;
    const bool ahead = at_ == main_ + 1 || is_link(*before(), {"by", "with", "of", "against", "to",
                                                               "on", "from", "between"});
    const bool alone = at_ + 1 == pieces_.size() || pieces_[at_ + 1].kind == Kind::link;
    return ahead && alone;
  }

  [[nodiscard]] bool counts() const { return ask_ == "how many" && counted_.empty(); }

  void take_question(const GistPiece& piece) {
    if (ask_.empty()) {
      ask_ = piece.what == "whom" ? "who" : piece.what;
      asks_doer_ = at_ > 0 && is_link(*before(), {"by", "from"});
      return;
    }
    const bool joined = at_ > 0 && is_link(*before(), {"and"});
    const bool ends = at_ + 1 == pieces_.size();
    if (ends && (joined || piece.what == "when" || piece.what == "where")) return;
    // "anyone from the CIA who met Pakistanis"
    if (!joined && at_ < main_) return;
    if (ends && at_ > 0 && is_link(*before(), {"by"})) {  // "who was arrested by whom"
      asks_doer_ = true;
      ask_ = "who";
      return;
    }
    if (ends && (ask_ == "who" || ask_ == "did")) return;  // "who met whom"
    gist_.refusal = "these are two questions; ask them one after the other";
    gist_.refused_at = piece.words.front().begin;
  }

  void take_type(const GistPiece& piece) {
    if (at_ == main_) {
      type_ = piece.words;
      return;
    }
    if (at_ < main_) return;  // "did", "spoken" of "spoken by phone"
    if (find_type(piece.words)->word == find_type(type_)->word) return;  // "the deal was signed"
    const bool joined = is_link(*before(), {"and", "or"}) && at_ == main_ + 2;
    if (joined) {
      append(type_, before()->words);
      append(type_, piece.words);
    } else if (is_link(*before(), {"of", "for"}) && find_type(type_)->word->type == "ACCUSE" &&
               second_.empty()) {
      second_ = piece.words;
    } else {
      // "the Iran deal" is a thing and no doing of Iran's
      if (last_part_ != nullptr && before()->kind == Kind::actor && last_name_ + 1 == at_) {
        append(topic_, {last_part_->back()});
        last_part_->pop_back();
        last_part_ = nullptr;
      }
      append(topic_, piece.words);
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
         (ahead->kind == Kind::type && ahead != &pieces_[main_] && second_.empty()));
    const bool tells_topic =
        link != nullptr && (is_link(*link, {"about", "over", "regarding", "concerning", "in",
                                            "near", "inside", "for"}) ||
                            (of_topic && !is_link(*link, {"by", "against"})));
    if (tells_topic || (link == nullptr && of_topic && ahead->kind == Kind::topic)) {
      append(topic_, piece.words);
      return;
    }
    if (link != nullptr && is_link(*link, {"and", "or"}) && last_part_ != nullptr &&
        last_name_ + 2 == at_)
      return place(piece, *last_part_);
    place(piece, part_of(link));
  }

  Words& part_of(const GistPiece* link) {
    if (main_ == pieces_.size() || both_ || !second_.empty()) return with_;
    if (link != nullptr) {
      if (is_link(*link, {"by"})) return by_;
      if (is_link(*link, {"between", "among", "amongst", "involving"})) return with_;
      if (is_link(*link, {"of"})) return at_ < main_ ? by_ : with_;
      if (is_link(*link, {"from"}))
        return passive_ || at_ < main_ || ask_.empty() || ask_ == "how many" ? by_ : to_;
      if (is_link(*link, {"with"})) return by_.empty() && ask_ != "who" ? with_ : to_;
      if (at_ > main_) return to_;
    }
    if (at_ < main_) return passive_ ? to_ : by_;
    // "every meeting the Pope had": only a list names somebody so
    const bool lists = ask_.empty() || ask_ == "list" || ask_ == "what" || ask_ == "how many";
    return lists && !is_participle(pieces_[main_].words) ? by_ : to_;
  }

  bool write() {
    if (asks_doer_) passive_ = false;
    if (main_ == pieces_.size() && !says_) return write_names();
    std::string asks = says_ ? "say" : ask_;
    if (asks == "how often") asks = "how many";
    if (both_ && with_.size() == 2 && asks == "who") asks = "both";
    if (!second_.empty()) asks = "accused";
    if (most_ && (asks == "who" || asks == "which" || asks == "what" || asks == "how many")) {
      asks = "most";
      if (by_.size() + to_.size() + with_.size() > 0) gist_.unit = "actor";
    } else if (most_) {
      return false;
    }
    if (!doers_.empty() && (asks == "who" || asks == "what" || asks.empty() || asks == "which"))
      asks = "which";
    else if (asks == "which")
      asks = "what";
    if (asks == "how many" && !counted_.empty()) asks = "toll";
    if (asks_doer_ && asks == "who" && to_.empty() && by_.size() == 1) std::swap(by_, to_);
    static const std::vector<WordRow> rows = rows_of(WordTable::gists);
    for (const WordRow& row : rows) {
      const bool fits = (row[0] == asks || row[0] == "any") &&
                        (row[1] == "any" || (row[1] == "passive") == passive_) &&
                        by_.size() == std::size_t(row[2][0] - '0') &&
                        to_.size() == std::size_t(row[3][0] - '0') &&
                        with_.size() == std::size_t(row[4][0] - '0');
      if (!fits) continue;
      write_row(row[5]);
      return true;
    }
    return false;
  }

  void write_row(std::string_view question) {
    any_word(question, [&](std::string_view word) {
      write_word(word);
      return false;
    });
  }

  void write_word(std::string_view word) {
    const auto name = [&](const Words& part, std::size_t at) { append(gist_.words, {part[at]}); };
    if (word == "TYPE") return append(gist_.words, type_);
    if (word == "TYPE2") return append(gist_.words, second_);
    if (word == "DOERS") return append(gist_.words, doers_);
    if (word == "COUNTED") return append(gist_.words, counted_);
    if (word == "BY") return name(by_, 0);
    if (word == "BY2") return name(by_, 1);
    if (word == "TO") return name(to_, 0);
    if (word == "TO2") return name(to_, 1);
    if (word == "WITH") return name(with_, 0);
    if (word == "WITH2") return name(with_, 1);
    Word plain = pieces_.front().words.front();
    plain.quoted = false;
    rename(plain, std::string(word));
    gist_.words.push_back(std::move(plain));
  }

  /// No word for events: what is told of the names.
  bool write_names() {
    if (with_.size() > 2 || ask_.starts_with("how") || ask_ == "when") return false;
    const bool who = ask_ == "who" && with_.size() == 1;
    if (who || (joins_ && with_.size() < 2)) return false;
    write_row(joins_                   ? "path from WITH to WITH2"
              : both_ && ask_ == "who" ? "common contacts of WITH and WITH2"
              : with_.size() == 2      ? "timeline of WITH and WITH2"
              : ask_ == "where"        ? "where was WITH"
                                       : "timeline of WITH");
    return true;
  }

  std::vector<GistPiece> pieces_;
  std::size_t at_ = 0;
  std::size_t main_ = 0;
  bool passive_ = false;
  bool both_ = false;
  bool most_ = false;
  bool says_ = false;
  bool joins_ = false;
  bool asks_doer_ = false;
  bool broken_ = false;
  std::string ask_;
  Words type_, second_, doers_, counted_, topic_, by_, to_, with_;
  Words* last_part_ = nullptr;  ///< where the last name went
  std::size_t last_name_ = 0;   ///< which piece that is
  Gist gist_;
};

}  // namespace

std::optional<Gist> gist_of(const NameBook& names, const std::vector<Word>& words) {
  constexpr std::size_t most_words = 40;
  if (words.size() > most_words) return std::nullopt;
  return GistReader(gist_pieces(names, words)).read();
}

}  // namespace annals
