#include "link/blocks.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

#include "link/acts.h"
#include "link/days.h"
#include "link/participants.h"
#include "link/wording.h"

namespace annals {
namespace {

/// Officials here and their country there have nobody in common, but a day and their countries; a
/// city and a day; or a month and the word for a rare act.
void add_dated_keys(const LinkedTelling& telling, const ActorTable& actors, const std::string& type,
                    std::vector<std::uint64_t>& keys) {
  if (is_vague(telling.date)) return;
  const std::string day = format_edtf(telling.date);
  const Mention& mention = telling.mention();
  if (!is_root_only(mention.cameo)) {
    const date::year_month_day first{telling.date.first};
    const std::string month = format_edtf(month_date(first.year() / first.month()));
    keys.push_back(hash_of({type, month, mention.cameo, telling.telling->trigger}));
    if (mention.cameo.size() == 4) keys.push_back(hash_of({type, month, mention.cameo}));
  }
  if (telling.date.precision != Precision::day) return;
  // a town, also one of which it is not known in which country it is
  if (mention.place && (mention.place->latitude || mention.place->country.empty()))
    keys.push_back(hash_of({type, day, "at", mention.place->name}));
  std::set<std::string> countries;
  for (const Participant& each : telling.participants) {
    const ActorFacts* actor = actors.find(each.actor);
    if (actor != nullptr && !actor->country.empty()) countries.insert(actor->country);
  }
  for (auto one = countries.begin(); one != countries.end(); ++one) {
    for (auto other = std::next(one); other != countries.end(); ++other)
      keys.push_back(hash_of({type, day, *one, *other}));
  }
}

/// Two of the three least hashes of a sentence's words are the same in copies and in most later
/// versions of it (Broder's min-wise sketches). Copies appear within days of each other, so a
/// sketch only counts for some weeks: a form that all articles of a source fill in would else make
/// one block of them all. The weeks begin anew every `reach` days, so that nothing apart by less is
/// torn apart.
void add_sketch_keys(const LinkedTelling& telling, const std::string& type,
                     std::vector<std::uint64_t>& keys) {
  const auto& words = telling.telling->words;
  if (words.size() < fewest_words_of_copies) return;
  const auto add = [&](const std::string& weeks) {
    for (const auto& [one, other] : {std::pair(0, 1), std::pair(0, 2), std::pair(1, 2)}) {
      keys.push_back(
          hash_of({type, "said", format_hex(words[one]), format_hex(words[other]), weeks}));
    }
  };
  const auto& published = telling.article->published;
  if (!published) return add("undated");
  constexpr int reach = 7;  // days
  const int turn = published->first.time_since_epoch().count() / reach;
  add(std::to_string(turn));
  add(std::to_string(turn + 1));
}

/// The first in order of the postings that there can be of a mention.
BlockPosting first_posting_of(const LinkedTelling& telling) {
  const auto& published = telling.article->published;
  return {.published = published ? published->first : last_day,
          .article = telling.article->id,
          .trigger = telling.mention().trigger,
          .mention = telling.mention().id,
          .date = day_date(first_day)};
}

BlockPosting posting_of(const LinkedTelling& telling, const ActorTable& actors) {
  BlockPosting posting = first_posting_of(telling);
  posting.date = telling.date;
  posting.planned = telling.mention().status == Status::planned;
  posting.day_of_paper =
      telling.basis == DateBasis::reporting_day || telling.basis == DateBasis::dateline_relative;
  posting.undated_dead =
      telling.basis != DateBasis::expression && is_told_with_known_dead(telling, actors);
  return posting;
}

void put_day(std::string& out, date::sys_days day) {
  put_varint(out, zigzag(day.time_since_epoch().count()));
}

date::sys_days take_day(ByteReader& in) {
  return date::sys_days{date::days{static_cast<int>(unzigzag(in.varint()))}};
}

/// By how many days a date may be off: nearly three, or one where talks were planned.
date::days slack_of(const BlockPosting& posting) {
  if (posting.date.approximate) return date::days{3};
  return date::days{posting.planned ? 1 : 0};
}

}  // namespace

void encode_posting(std::string& out, const BlockPosting& posting) {
  put_day(out, posting.published);
  put_number(out, posting.article.value, 8);
  put_varint(out, posting.trigger.begin);
  put_varint(out, posting.trigger.end);
  put_number(out, posting.mention.value, 8);
  put_day(out, posting.date.first);
  put_day(out, posting.date.last);
  put_varint(out, static_cast<std::uint64_t>(posting.date.precision));
  put_varint(out, posting.date.approximate ? 1 : 0);
  put_varint(out, posting.date.month);
  put_varint(out, posting.date.day);
  put_varint(out, (posting.planned ? 1U : 0U) | (posting.day_of_paper ? 2U : 0U) |
                      (posting.undated_dead ? 4U : 0U));
}

void decode_posting(ByteReader& in, BlockPosting& posting) {
  posting.published = take_day(in);
  posting.article = ArticleId{get_number(in.bytes(8), 8)};
  posting.trigger.begin = static_cast<std::uint32_t>(in.varint());
  posting.trigger.end = static_cast<std::uint32_t>(in.varint());
  posting.mention = MentionId{get_number(in.bytes(8), 8)};
  posting.date.first = take_day(in);
  posting.date.last = take_day(in);
  posting.date.precision = static_cast<Precision>(in.varint());
  posting.date.approximate = in.varint() != 0;
  posting.date.month = static_cast<std::uint8_t>(in.varint());
  posting.date.day = static_cast<std::uint8_t>(in.varint());
  const auto marks = in.varint();
  posting.planned = (marks & 1U) != 0;
  posting.day_of_paper = (marks & 2U) != 0;
  posting.undated_dead = (marks & 4U) != 0;
}

std::vector<std::uint64_t> block_keys(const LinkedTelling& telling, const ActorTable& actors) {
  const std::string type(family(telling.mention().type));
  std::vector<std::uint64_t> parts;
  for (const Participant& each : telling.participants) parts.push_back(each.actor.value);
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  std::vector<std::uint64_t> keys;
  const std::string article = format_hex(telling.article->id.value);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const ActorFacts* actor = actors.find(ActorId{parts[i]});
    const bool country = actor != nullptr && actor->kind == ActorKind::country;
    const bool anybody = is_anybody(ActorId{parts[i]}, actors);
    // a country alone is in too many events, beside another actor it still marks few; "soldiers"
    // are the same within an article
    if (anybody) {
      keys.push_back(hash_of({type, format_hex(parts[i]), article}));
    } else if (!country || parts.size() == 1) {
      keys.push_back(hash_of({type, format_hex(parts[i])}));
    }
    for (std::size_t j = i + 1; j < parts.size(); ++j) {
      if (anybody && is_anybody(ActorId{parts[j]}, actors)) continue;
      keys.push_back(hash_of({type, format_hex(parts[i]), format_hex(parts[j])}));
    }
  }
  add_sketch_keys(telling, type, keys);
  for (const Count& each : telling.mention().counts) {
    if (each.value > (each.what == "killed" ? telling_toll : telling_count))
      keys.push_back(hash_of({type, "count", each.what, std::to_string(each.value)}));
  }
  if (telling.basis == DateBasis::expression) add_dated_keys(telling, actors, type, keys);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

bool may_touch(const BlockPosting& a, const BlockPosting& b) {
  const bool printed_again = (a.day_of_paper || b.day_of_paper) && a.article != b.article;
  const bool of_dead = (a.undated_dead || b.undated_dead) && a.article != b.article;
  const date::days slack = std::max(slack_of(a) + slack_of(b), of_dead         ? longest_news
                                                               : printed_again ? one_news
                                                                               : date::days{0});
  return b.date.first <= a.date.last + slack && a.date.first <= b.date.last + slack;
}

Members exact_members(const Members& block) {
  Members exact;
  std::copy_if(block.begin(), block.end(), std::back_inserter(exact),
               [](const BlockPosting& each) { return !is_vague(each.date); });
  std::stable_sort(exact.begin(), exact.end(), [](const BlockPosting& a, const BlockPosting& b) {
    return a.date.first < b.date.first;
  });
  return exact;
}

void Blocks::remove(const LinkedTelling& telling, const ActorTable& actors) {
  const BlockPosting posting = posting_of(telling, actors);
  for (const std::uint64_t key : block_keys(telling, actors)) {
    if (!fresh_ && !before_.contains(key)) before_.emplace(key, postings_.find(key));
    postings_.remove(key, posting);
  }
}

void Blocks::add(const LinkedTelling& telling, const ActorTable& actors) {
  const BlockPosting posting = posting_of(telling, actors);
  for (const std::uint64_t key : block_keys(telling, actors)) {
    if (!fresh_ && !before_.contains(key)) before_.emplace(key, postings_.find(key));
    postings_.add(key, posting);
  }
}

Members Blocks::members(std::uint64_t key, LinkedArticles& articles) {
  Members block = postings_.find(key);
  bound_dates(block, articles);
  return block;
}

Members Blocks::near(std::uint64_t key, const LinkedTelling& telling, LinkedArticles& articles) {
  Members block = postings_.around(key, first_posting_of(telling), most_compared);
  bound_dates(block, articles);
  return block;
}

void bound_dates(Members& block, LinkedArticles& articles) {
  for (BlockPosting& each : block) {
    if (!is_yearless(each.date)) continue;
    if (const auto* telling = articles.find(each.article, each.mention)) each.date = telling->date;
  }
}

}  // namespace annals
