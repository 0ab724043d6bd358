#pragma once

#include "query/answer.h"
#include "query/request.h"

namespace annals {

// The functions behind the rows of verbs(), by the file that holds them. Each answers the forms of
// its row; Request::form tells which of them was asked.

// who.cpp: who did what to whom
[[nodiscard]] Answer run_who(const Store& store, const Request& request);
[[nodiscard]] Answer run_whom(const Store& store, const Request& request);
[[nodiscard]] Answer run_did(const Store& store, const Request& request);
[[nodiscard]] Answer run_who_of(const Store& store, const Request& request);

// when.cpp: dates, places and deeds of somebody
[[nodiscard]] Answer run_when(const Store& store, const Request& request);
[[nodiscard]] Answer run_where(const Store& store, const Request& request);
[[nodiscard]] Answer run_what(const Store& store, const Request& request);
[[nodiscard]] Answer run_said(const Store& store, const Request& request);

// timeline.cpp: events in the order of time
[[nodiscard]] Answer run_timeline(const Store& store, const Request& request);
[[nodiscard]] Answer run_directed(const Store& store, const Request& request);
[[nodiscard]] Answer run_until_next(const Store& store, const Request& request);
[[nodiscard]] Answer run_undated(const Store& store, const Request& request);
[[nodiscard]] Answer run_first(const Store& store, const Request& request);
[[nodiscard]] Answer run_last(const Store& store, const Request& request);

// counts.cpp: numbers of events
[[nodiscard]] Answer run_count(const Store& store, const Request& request);
[[nodiscard]] Answer run_pairs(const Store& store, const Request& request);
[[nodiscard]] Answer run_matrix(const Store& store, const Request& request);

// tolls.cpp: numbers that events tell
[[nodiscard]] Answer run_toll(const Store& store, const Request& request);

// lookups.cpp: actors, articles
[[nodiscard]] Answer run_actors(const Store& store, const Request& request);
[[nodiscard]] Answer run_show(const Store& store, const Request& request);
[[nodiscard]] Answer run_articles(const Store& store, const Request& request);
[[nodiscard]] Answer run_new(const Store& store, const Request& request);

// evidence.cpp: what speaks for an event
[[nodiscard]] Answer run_sources(const Store& store, const Request& request);
[[nodiscard]] Answer run_contested(const Store& store, const Request& request);
[[nodiscard]] Answer run_outcome(const Store& store, const Request& request);

// routes.cpp: who is joined to whom
[[nodiscard]] Answer run_path(const Store& store, const Request& request);
[[nodiscard]] Answer run_contacts(const Store& store, const Request& request);
[[nodiscard]] Answer run_top(const Store& store, const Request& request);
[[nodiscard]] Answer run_groups(const Store& store, const Request& request);
[[nodiscard]] Answer run_gaps(const Store& store, const Request& request);

// chains.cpp: what can have come from whom to whom in time
[[nodiscard]] Answer run_chain(const Store& store, const Request& request);
[[nodiscard]] Answer run_told(const Store& store, const Request& request);
[[nodiscard]] Answer run_reach(const Store& store, const Request& request);

}  // namespace annals
