#pragma once

#include <functional>

#include "query/select.h"
#include "query/tell.h"

namespace annals {

/// Makes the cells of an event's row.
using Cells = std::function<std::vector<std::string>(AnswerBuilder&, const Event&)>;

/// The rows of a selection: what was asked for, then, when the request names no status, what is
/// planned under a heading of its own, and, when nothing happened, the other statuses too. What is
/// left out is counted in a note. Sort and limit of the request are applied to the first part.
[[nodiscard]] Answer list_selection(const Store& store, const Request& request, Selection selection,
                                    std::vector<std::string> columns, const Cells& cells);

/// `answer`; when it has no row and the request names two actors, also what one of them is told to
/// have done in a sentence that names the other, under a heading of its own: a reader of sentences
/// may have missed who it was done with.
[[nodiscard]] Answer or_named_together(const Store& store, const Request& request, Answer answer,
                                       const std::vector<std::string>& columns, const Cells& cells);

/// date, event, status, sentence, article, id: what a timeline shows of each event.
[[nodiscard]] const std::vector<std::string>& timeline_columns();
[[nodiscard]] std::vector<std::string> timeline_cells(AnswerBuilder& answer, const Event& event);

/// Adds the rows, events and all else of `more` to `answer`; notes and columns of `more` are
/// dropped.
void append_answer(Answer& answer, Answer more);

}  // namespace annals
