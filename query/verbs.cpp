#include "query/verbs.h"

#include <algorithm>
#include <array>

#include "query/meetings.h"
#include "query/parse.h"
#include "query/timeline.h"

namespace annals {
namespace {

constexpr std::array table = {
    Verb{.name = "who",
         .usage = "who TYPE [with|to|at|against|on] whom|who\n"
                  "who TYPE [with|to|at|against|on] ACTOR\n"
                  "who [was|were] TYPE",
         .summary = "who did it to whom, oldest first",
         .example = "who met whom in September 2011",
         .run = run_who},
    Verb{.name = "did",
         .usage = "did ACTOR TYPE [with|to|at|against|on] ACTOR",
         .summary = "whether one did it to the other, with what speaks for and against",
         .example = "did \"David Petraeus\" meet \"Zaheer ul-Islam\"",
         .run = run_did},
    Verb{.name = "timeline",
         .usage = "timeline of ACTOR [and ACTOR]\n"
                  "what happened\n"
                  "list TYPE\n"
                  "TYPE",
         .summary = "what happened, in the order of time",
         .example = "timeline of \"Haqqani network\" in 2011",
         .run = run_timeline},
};

}  // namespace

std::span<const Verb> verbs() { return table; }

Answer ask(const Store& store, std::string_view line, const AskOptions& options) {
  return answer_request(store, parse_request(store, line, options));
}

Answer answer_request(const Store& store, const Request& request) {
  const auto* const verb = std::find_if(table.begin(), table.end(),
                                        [&](const Verb& row) { return row.name == request.verb; });
  if (verb == table.end()) {
    throw Error(ErrorKind::query, "no question is called \"" + request.verb + "\"");
  }
  return verb->run(store, request);
}

}  // namespace annals
