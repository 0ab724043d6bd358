#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graph/event.h"
#include "ingest/events/events_match.h"

namespace annals {

/// Types of acts that are done to somebody by saying: what is asked, blamed, refused, threatened.
[[nodiscard]] bool is_saying(std::string_view type);

/// "does not want to negotiate": true of rules that ask for the negation because with it a refusal
/// is told, which then did happen.
[[nodiscard]] bool refuses_by_not(const EventRule& rule);

/// True of the type of bare statements, CAMEO 01, which PLOVER does not have.
[[nodiscard]] bool is_statement(std::string_view type);

/// Types of acts that are done by saying, with praise, consent and statements.
[[nodiscard]] bool is_speech(std::string_view type);

/// An act of saying that follows from how another event is told.
struct SpeechAct {
  std::string type;  ///< PLOVER
  std::string code;  ///< CAMEO
  std::string mode;

  bool operator==(const SpeechAct&) const = default;
};

/// True of types of deeds that one refuses by saying that one will not do them.
[[nodiscard]] bool is_refusable(std::string_view type);

/// "analysts said Iran would not accept": who says so does not speak for who is to do it. Not true
/// where nobody known says so.
[[nodiscard]] bool is_said_of_others(const SentenceTree& tree, const SentenceActors& actors,
                                     const EventRules& rules, const Match& match);

/// "will not release them": to say that one will not yield, help or meet is to reject it. Nothing
/// for other events and for what is denied in another way. CAMEO 12.
[[nodiscard]] std::optional<SpeechAct> refusal_of(const SentenceTree& tree, const Match& match,
                                                  const Mention& told);

/// "said it would strike unless they left": force or sanctions on a condition are a threat. CAMEO
/// 13.
[[nodiscard]] std::optional<SpeechAct> threat_of(const SentenceTree& tree, const EventRules& rules,
                                                 const Match& match, const Mention& told);

/// "Give us the technology": what is told in the imperative is asked for. CAMEO 02.
[[nodiscard]] std::optional<SpeechAct> appeal_of(const SentenceTree& tree, const Match& match,
                                                 const Mention& told);

}  // namespace annals
