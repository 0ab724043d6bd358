// Measures linking on articles made for the purpose: how it grows with their number, and what one
// article more costs.
//
//   linking_bench FOLDER [ARTICLES [form]]     doubles up to ARTICLES (100,000 when not given)
//
// An article tells of five events of its day, each told by about four articles in words of their
// own, or, with "form", all in one and the same sentence; actors are as unevenly known as in the
// news. Ten more articles come one after the other, and at the last size the graph must be the same
// as that of all at once.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "link/link.h"
#include "tests/bench/cpu_time.h"
#include "tests/support/link_words.h"

namespace annals::bench {
namespace {

/// The same numbers on every machine (splitmix64).
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed) {}
  std::uint64_t below(std::uint64_t limit) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t value = state_;
    value = (value ^ value >> 30U) * 0xBF58476D1CE4E5B9U;
    value = (value ^ value >> 27U) * 0x94D049BB133111EBU;
    return (value ^ value >> 31U) % limit;
  }
  /// Small numbers often, large ones seldom.
  std::uint64_t uneven(std::uint64_t limit) { return below(1 + below(1 + below(limit))); }

 private:
  std::uint64_t state_;
};

/// A name of so many syllables, so that few of many are one another's spellings.
std::string name_of(std::uint64_t number, int syllables) {
  constexpr const char* all[] = {"ba",  "ko",  "ri", "tan", "mel", "su", "vor", "il",
                                 "den", "cha", "gu", "pe",  "nas", "lo", "wim", "yar"};
  Numbers numbers(number);
  std::string name;
  while (syllables-- > 0) name += all[numbers.below(std::size(all))];
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

Actor actor_numbered(std::uint64_t number) {
  Actor actor{.kind = ActorKind::person,
              .name = name_of(number % 97, 2) + " " + name_of(1000 + number, 5),
              .country = number % 2 == 0 ? "SWE" : "EGY"};
  actor.id = actor_id(actor.kind, actor.name);
  return actor;
}

/// Event `number` as any article tells it: what and who follow from the number alone.
Mention mention_of(std::uint64_t number, Facts& facts) {
  Numbers numbers(number);
  constexpr const char* types[][2] = {
      {"CONSULT", "042"}, {"ACCUSE", "112"}, {"ASSAULT", "190"}, {"AGREE", "057"}};
  const auto& kind = types[numbers.below(4)];
  Mention mention{.article = facts.article.id, .type = kind[0], .cameo = kind[1]};
  for (const Role role : {Role::source, Role::target}) {
    const Actor actor = actor_numbered(numbers.uneven(20000));
    facts.actors.push_back(actor);
    mention.participants.push_back({.actor = actor.id, .role = role});
  }
  mention.date = day_date(*parse_day("2001-01-01") + date::days{static_cast<int>(number / 40)});
  mention.date_basis = DateBasis::expression;
  mention.confidence = 0.8;
  return mention;
}

/// Words for an event: some that all articles use of it, some of the article's own.
std::string words_of(std::uint64_t event, Numbers& own) {
  std::string words;
  Numbers common(event + 77);
  for (int i = 0; i < 4; ++i) words += name_of(common.below(3000), 3) + " ";
  for (int i = 0; i < 4; ++i) words += name_of(own.below(3000), 3) + " ";
  return words;
}

/// Thirty-two articles a day, five tellings each: forty events.
Facts article_numbered(std::uint64_t number, bool form) {
  Numbers numbers(number * 31 + 7);
  Facts facts;
  const std::uint64_t day = number / 32;
  facts.article.name = "article " + std::to_string(number);
  facts.article.path = facts.article.name;
  facts.article.source = "Outlet " + std::to_string(number % 12);
  facts.article.published =
      day_date(*parse_day("2001-01-01") + date::days{static_cast<int>(day) + 1});
  std::vector<std::uint64_t> told;
  for (int i = 0; i < 5; ++i) {
    told.push_back(day * 40 + numbers.below(40));
    const auto begin = static_cast<std::uint32_t>(facts.article.text.size());
    facts.article.text +=
        "Sentence " +
        (form ? "of always the same eight longer words" : words_of(told.back(), numbers)) + ".\n";
    const auto end = static_cast<std::uint32_t>(facts.article.text.size());
    facts.sentences.push_back({begin, end});
  }
  facts.article.id = ArticleId{hash_of({facts.article.text, facts.article.name})};
  for (std::size_t i = 0; i < told.size(); ++i) {
    const Span sentence = facts.sentences[i];
    Mention mention = mention_of(told[i], facts);
    mention.sentence = mention.evidence = sentence;
    mention.trigger = {sentence.begin, sentence.begin + 8};
    mention.id = mention_id(mention);
    facts.mentions.push_back(mention);
  }
  std::sort(facts.actors.begin(), facts.actors.end(), [](auto& a, auto& b) { return a.id < b.id; });
  facts.actors.erase(std::unique(facts.actors.begin(), facts.actors.end()), facts.actors.end());
  return facts;
}

Store fill(const std::string& folder, std::uint64_t articles, bool form) {
  Store store = Store::open(folder, OpenMode::create);
  for (std::uint64_t i = 0; i < articles; ++i) store.add(article_numbered(i, form));
  return store;
}

/// Articles that come one after the other, and what linking each of them takes on average.
struct OneMore {
  static constexpr std::uint64_t articles = 10;
  double ms = 0;
  double tellings = 0;  ///< linked anew
};

OneMore measure_one_more(Store& store, std::uint64_t articles, bool form) {
  OneMore sum;
  for (std::uint64_t i = 0; i < OneMore::articles; ++i) {
    store.add(article_numbered(articles + i, form));
    const double before = cpu_ms();
    sum.tellings += static_cast<double>(link_store(store, test::link_words()).mentions);
    sum.ms += cpu_ms() - before;
  }
  return {sum.ms / OneMore::articles, sum.tellings / OneMore::articles};
}

int run(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: linking_bench FOLDER [ARTICLES [form]]\n";
    return 2;
  }
  const std::uint64_t most = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 100000;
  const bool form = argc > 3 && std::string(argv[3]) == "form";
  std::printf("%10s %10s %10s %12s %14s %14s %14s\n", "articles", "tellings", "events", "link, s",
              "us an article", "one more, ms", "tellings of it");
  for (std::uint64_t articles = std::max<std::uint64_t>(most / 8, 1); articles <= most;
       articles *= 2) {
    const std::string folder = std::string(argv[1]) + "/" + std::to_string(articles);
    Store store = fill(folder, articles, form);
    const double before = cpu_ms();
    const LinkReport report = link_store(store, test::link_words());
    const double all = (cpu_ms() - before) / 1e3;
    const auto events = store.counts().events;
    const OneMore more = measure_one_more(store, articles, form);
    std::printf("%10llu %10zu %10llu %12.2f %14.1f %14.1f %14.0f\n",
                static_cast<unsigned long long>(articles), report.mentions,
                static_cast<unsigned long long>(events), all,
                all * 1e6 / static_cast<double>(articles), more.ms, more.tellings);
    std::fflush(stdout);
    if (articles * 2 <= most) continue;
    Store anew = fill(folder + "-anew", articles + OneMore::articles, form);
    link_store(anew, test::link_words());
    if (anew.graph() != store.graph() || anew.notes() != store.notes()) {
      std::cerr << "articles one after the other gave another graph than all at once\n";
      return 1;
    }
  }
  return 0;
}

}  // namespace
}  // namespace annals::bench

int main(int argc, char** argv) { return annals::bench::run(argc, argv); }
