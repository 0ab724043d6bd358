#include <utility>

#include "graph/error.h"
#include "ingest/pages/reader.h"
#include "ingest/text/characters.h"
#include "ingest/text/encoding.h"

namespace annals {

void read_text(ByteStream& bytes, const Reading& reading) {
  if (const auto kind = binary_kind(bytes.peek(64))) {
    throw Error(ErrorKind::input, "not text but " + *kind);
  }
  Decoded decoded = decode(bytes.take_all(reading.options.max_article_bytes), reading.declared);
  if (decoded.text.find_first_not_of(" \t\r\n\f\v") == std::string::npos) {
    throw Error(ErrorKind::input, "nothing but white space; no article to read");
  }
  if (!decoded.doubt.empty()) reading.report(decoded.doubt, 0, true);
  Input input;
  input.article.text = std::move(decoded.text);
  input.article.url = reading.url;
  hand_over(std::move(input), reading);
}

}  // namespace annals
