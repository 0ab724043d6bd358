#pragma once

#include <string>
#include <string_view>

#include "graph/facts.h"

namespace annals {

/// Records as bytes. Equal values give equal bytes, and decoding gives the value back.
/// docs/store.md lists the fields. The decoders throw Error(store) for bytes that no encoder made.
[[nodiscard]] std::string encode_article(const Article& article);
[[nodiscard]] Article decode_article(std::string_view bytes);
/// Everything but the article.
[[nodiscard]] std::string encode_statements(const Facts& facts);
/// Facts whose article is left empty.
[[nodiscard]] Facts decode_statements(std::string_view bytes);
[[nodiscard]] std::string encode_actor(const Actor& actor);
[[nodiscard]] Actor decode_actor(std::string_view bytes);
[[nodiscard]] std::string encode_event(const Event& event);
[[nodiscard]] Event decode_event(std::string_view bytes);

}  // namespace annals
