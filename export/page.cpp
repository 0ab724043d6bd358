#include "export/page.h"

namespace annals {
namespace {

// Made by the build from export/page/.
constexpr std::string_view script =
#include "page_script.inc"
    ;
constexpr std::string_view styles =
#include "page_styles.inc"
    ;

}  // namespace

std::string_view page_script() { return script; }
std::string_view page_styles() { return styles; }

}  // namespace annals
