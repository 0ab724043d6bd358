#include "ingest/published.h"

namespace annals {

std::string find_published(Article&, const PageWords&) { return {}; }

}  // namespace annals
