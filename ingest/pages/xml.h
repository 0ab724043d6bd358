#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace annals {

/// Reads the tags and texts of an XML document one after the other, forgiving what feeds break.
/// Source: XML 1.0, without external entities and document types.
class XmlScanner {
 public:
  explicit XmlScanner(std::string_view document) : rest_(document) {}

  enum class Kind { open, close, text, end };

  /// Goes to the next tag or text. An empty element gives open and close. Comments, declarations
  /// and processing instructions are passed over.
  Kind next();

  /// Name of the tag without its prefix: "encoded" of <content:encoded>.
  [[nodiscard]] std::string_view name() const { return name_; }
  /// The text, with its entities resolved and CDATA sections as they are.
  [[nodiscard]] const std::string& text() const { return text_; }
  /// The value of an attribute of the open tag; "" without it.
  [[nodiscard]] std::string attribute(std::string_view name) const;

 private:
  Kind read_tag();

  std::string_view rest_;
  std::string_view tag_;
  std::string_view name_;
  std::string text_;
  bool close_next_ = false;
};

/// `text` with &amp;, &lt;, &#233; and the like resolved; unknown entities stay.
[[nodiscard]] std::string resolve_entities(std::string_view text);

}  // namespace annals
