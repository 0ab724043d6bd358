#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace annals::sample {

/// An element of a parsed document. `text` is all character data directly inside it.
struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::vector<Element> children;
  std::string text;

  [[nodiscard]] std::vector<const Element*> all(std::string_view wanted) const {
    std::vector<const Element*> out;
    for (const auto& child : children) {
      if (child.name == wanted) out.push_back(&child);
    }
    return out;
  }
  [[nodiscard]] const Element& one(std::string_view wanted) const {
    const auto found = all(wanted);
    if (found.size() != 1) throw std::runtime_error("not one <" + std::string(wanted) + ">");
    return *found.front();
  }
  [[nodiscard]] std::string at(const std::string& attribute) const {
    const auto found = attributes.find(attribute);
    return found == attributes.end() ? "" : found->second;
  }
};

/// Reads the XML that our writers make (XML 1.0 without DTD and processing instructions), strictly:
/// throws std::runtime_error for anything that is not well formed, characters that XML 1.0 forbids
/// included.
class XmlReader {
 public:
  static Element read(std::string_view text) {
    XmlReader reader(text);
    if (text.starts_with("<?xml")) reader.at_ = text.find("?>") + 2;
    reader.space();
    Element root = reader.element();
    reader.space();
    if (reader.at_ != text.size()) fail("text after the root");
    return root;
  }

 private:
  explicit XmlReader(std::string_view text) : text_(text) {
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20 && c != '\n' && c != '\t' && c != '\r') fail("a control character");
    }
  }

  [[noreturn]] static void fail(const std::string& what) {
    throw std::runtime_error("XML: " + what);
  }

  void space() {
    while (at_ < text_.size() &&
           std::string_view(" \n\t\r").find(text_[at_]) != std::string_view::npos)
      ++at_;
  }
  bool next(std::string_view wanted) {
    if (text_.substr(at_, wanted.size()) != wanted) return false;
    at_ += wanted.size();
    return true;
  }
  std::string name() {
    const auto end = text_.find_first_of(" =>/\n", at_);
    auto out = std::string(text_.substr(at_, end - at_));
    if (out.empty() || end == std::string_view::npos) fail("no name");
    at_ = end;
    return out;
  }
  std::string unescaped(std::string_view raw) {
    static const std::map<std::string_view, char> entities = {
        {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}};
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
      if (raw[i] == '<') fail("< in text");
      if (raw[i] != '&') {
        out += raw[i];
        continue;
      }
      const auto end = raw.find(';', i);
      const auto entity = entities.find(raw.substr(i + 1, end - i - 1));
      if (end == std::string_view::npos || entity == entities.end()) fail("an unknown entity");
      out += entity->second;
      i = end;
    }
    return out;
  }

  Element element() {
    if (!next("<")) fail("no element");
    Element out;
    out.name = name();
    for (space(); !next(">"); space()) {
      if (next("/>")) return out;
      const auto key = name();
      if (!next("=\"")) fail("no value");
      const auto end = text_.find('"', at_);
      if (end == std::string_view::npos) fail("an open value");
      if (!out.attributes.emplace(key, unescaped(text_.substr(at_, end - at_))).second)
        fail("an attribute twice");
      at_ = end + 1;
    }
    content(out);
    return out;
  }

  void content(Element& out) {
    while (!next("</")) {
      if (next("<![CDATA[")) {
        const auto end = text_.find("]]>", at_);
        if (end == std::string_view::npos) fail("open CDATA");
        out.text += text_.substr(at_, end - at_);
        at_ = end + 3;
      } else if (at_ < text_.size() && text_[at_] == '<') {
        out.children.push_back(element());
      } else {
        const auto end = text_.find('<', at_);
        if (end == std::string_view::npos) fail("an open element " + out.name);
        if (text_.substr(at_, end - at_).find("]]>") != std::string_view::npos) fail("]]> in text");
        out.text += unescaped(text_.substr(at_, end - at_));
        at_ = end;
      }
    }
    if (name() != out.name) fail("a wrong end tag");
    space();
    if (!next(">")) fail("a bad end tag");
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace annals::sample
