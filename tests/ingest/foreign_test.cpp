#include "ingest/pages/foreign.h"

#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

namespace annals {
namespace {

const PageWords& words() {
  static const PageWords loaded = [] {
    LanguageOptions options;
    options.data = std::filesystem::path(ANNALS_SOURCE_DIR) / "ingest/data/english";
    return PageWords::load(options);
  }();
  return loaded;
}

bool foreign(const std::string& text) {
  Article article;
  article.text = text;
  article.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::body});
  return is_foreign(article, words());
}

TEST_CASE("an article in another language is told from an English one", "[ingest][foreign]") {
  struct Row {
    const char* name;
    const char* text;
    bool is;
  };
  const auto row = GENERATE(values<Row>({
      {"English",
       "The foreign minister met his colleague in the capital on Tuesday, and the two agreed that "
       "talks on the border should go on.",
       false},
      {"Spanish",
       "El ministro se reunió el martes con los embajadores de los países vecinos para hablar de "
       "la crisis, pero no hubo acuerdo entre las partes, según una fuente del gobierno.",
       true},
      {"German",
       "Der Minister traf sich am Dienstag mit den Botschaftern der Nachbarländer, und die "
       "Gespräche wurden auch von einer Delegation des Parlaments begleitet; das ist nicht neu.",
       true},
      {"French",
       "Le ministre a rencontré mardi les ambassadeurs des pays voisins dans la capitale, et une "
       "réunion est prévue pour jeudi avec des députés qui ont été invités par le gouvernement.",
       true},
      {"Russian",
       "Министр иностранных дел встретился во вторник с послами соседних стран, сообщило агентство "
       "со ссылкой на источник в правительстве.",
       true},
      {"Chinese",
       "外交部长星期二在首都会见了邻国大使，双方讨论了边境局势，并同意继续举行会谈。据政府消息人士"
       "说，"
       "下一轮会谈将于下个月举行，届时双方将讨论贸易和安全问题以及其他共同关心的问题。",
       true},
      {"English with foreign names",
       "The president of the Banco de la Nacion, Juan de los Rios, and the mayor of Ciudad del "
       "Este "
       "met the head of the Comision de las Aguas in Rio de Janeiro.",
       false},
      {"English with a quotation in Greek letters",
       "The minister said that the word \"δημοκρατία\" was his answer to those who had asked him.",
       false},
      {"a table", "Team A 3 1 4\nTeam B 2 2 1\nTeam C 0 0 9\nTeam D 7 7 7\nTeam E 1 1 1\n", false},
      {"code", "int main() { for (int i = 0; i < n; ++i) { die(el, los, del); } return run(x); }",
       false},
      {"too little to tell", "Los del Rio: los temas del año", false},
      {"nothing", "", false},
      {"bytes that are no text", "\xff\xfe\x80\x81", false},
  }));
  CAPTURE(row.name);
  CHECK(foreign(row.text) == row.is);
}

TEST_CASE("comments of readers do not make an article foreign", "[ingest][foreign]") {
  const std::string body = "The two sides met on Monday, and they agreed to meet again. ";
  const std::string comment = "El artículo es muy bueno para los que viven en las islas del sur. ";
  Article article;
  article.text = body;
  for (int i = 0; i < 20; ++i) article.text += comment;
  const auto size = static_cast<std::uint32_t>(article.text.size());
  const auto end = static_cast<std::uint32_t>(body.size());
  article.blocks = {{{0, end}, BlockKind::body}, {{end, size}, BlockKind::comment}};
  CHECK_FALSE(is_foreign(article, words()));
}

}  // namespace
}  // namespace annals
