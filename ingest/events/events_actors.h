#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graph/span.h"
#include "ingest/actors/cast.h"
#include "ingest/trees/arguments.h"

namespace annals {

/// An actor as a slot of a trigger names it.
struct FoundActor {
  std::uint32_t actor = 0;  ///< index in Cast::actors
  Span span;                ///< the words that name it
  std::int32_t token = 0;   ///< the head of these words
  bool owner = false;       ///< found through what it owns or is part of: "its Kabul mission"
  bool territory = false;   ///< may be a mere place

  bool operator==(const FoundActor&) const = default;
};

/// How far the nearest actor may stand.
struct Nearness {
  bool places = true;     ///< also in what says where: "attacks on hotels in Amman"
  bool purposes = false;  ///< also in what says what for: "aid to help Chad"
};

/// The mentions of one sentence.
[[nodiscard]] std::span<const ActorMention> mentions_in(const Cast& cast, std::uint32_t sentence);

/// The actors that the phrases of one sentence mean. A loan of the sentence and the cast.
class SentenceActors {
 public:
  SentenceActors(const SentenceTree& tree, std::uint32_t sentence, const Cast& cast);
  /// As above, with the mentions of the sentence given; they outlive it too.
  SentenceActors(const SentenceTree& tree, std::span<const ActorMention> mentions,
                 const Cast& cast);

  /// The actors of the phrase headed by `token`, with those coordinated with it. A phrase that is
  /// no actor is asked for its owner, its modifiers and its of-phrase. Empty when it names nobody.
  [[nodiscard]] std::vector<FoundActor> in_phrase(std::int32_t token) const;
  /// The nearest actor anywhere below `top` that is none of `but`, clauses about something else
  /// aside: "withdraw its support for France" names France, "a treaty drawn up by Chad" Chad, and
  /// "a plan to visit Chad" nobody unless `reach` has purposes.
  [[nodiscard]] std::vector<FoundActor> anywhere_in(std::int32_t top, Nearness reach,
                                                    std::span<const FoundActor> but = {}) const;
  /// As in_phrase, for the phrase alone.
  [[nodiscard]] std::vector<FoundActor> of_token(std::int32_t token) const;
  /// Whom "anti-Syrian" is against; nobody for other words.
  [[nodiscard]] std::vector<FoundActor> against(std::int32_t token) const;
  /// "its Arab League partners": whom the phrase names beside `owner`, its possessor. Empty when
  /// `owner` possesses nothing or nobody else is named.
  [[nodiscard]] std::vector<FoundActor> beside_owner(const FoundActor& owner) const;
  /// Persons coordinated anywhere in the noun phrase of `token`: "Kuchma of Ukraine and Yeltsin of
  /// Russia", whatever the tree hangs "and" on.
  [[nodiscard]] std::vector<FoundActor> persons_below(std::int32_t token) const;
  /// The words to show for it: for a pronoun the nearest fuller mention of the same actor in the
  /// sentence.
  [[nodiscard]] Span telling_span(const FoundActor& found) const;
  /// The nearest actor named just before `token`: what a relative pronoun means when the tree is at
  /// a loss.
  [[nodiscard]] std::vector<FoundActor> before(std::int32_t token) const;
  [[nodiscard]] const Actor& actor(std::uint32_t index) const { return cast_->actors[index]; }

 private:
  void take_name(std::int32_t token, std::vector<FoundActor>& found) const;
  [[nodiscard]] bool stands_near(std::int32_t token) const;
  [[nodiscard]] bool names_maker(std::int32_t token) const;
  [[nodiscard]] bool leads_on(std::int32_t token, Nearness reach) const;
  [[nodiscard]] bool is_country(const FoundActor& found) const;
  [[nodiscard]] bool names_holder(std::int32_t token) const;
  void named(std::int32_t token, std::vector<FoundActor>& found) const;
  bool describes_place(std::int32_t token) const;
  bool joins_as_thing(std::int32_t token, std::size_t conjunct,
                      const std::vector<FoundActor>& before) const;
  void owners(std::int32_t token, int depth, std::vector<FoundActor>& found) const;

  const SentenceTree* tree_ = nullptr;
  const Cast* cast_ = nullptr;
  std::span<const ActorMention> mentions_;  ///< of this sentence
  std::vector<std::vector<std::uint32_t>>
      by_head_;  ///< mentions with that head token, the longest first
};

}  // namespace annals
