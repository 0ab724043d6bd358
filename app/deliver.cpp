#include "app/deliver.h"

#include <iostream>

#include "export/output.h"
#include "graph/error.h"
#include "query/verbs.h"

namespace annals {
namespace {

void count(Delivered& delivered, const Answer& piece) {
  delivered.rows += piece.rows.size();
  delivered.events += piece.events.size();
}

Delivered deliver_in_pieces(const Store& store, Request& request, const Format& format,
                            const FormatOptions& options, const std::filesystem::path& output,
                            bool force) {
  Delivered delivered;
  const AnswerPieces pieces = [&](const std::function<void(const Answer&)>& see) {
    const Pieces taken{.take = [&](const Answer& piece) {
      count(delivered, piece);
      see(piece);
    }};
    request.pieces = &taken;
    Answer last = answer_request(store, request);
    count(delivered, last);
    delivered.notes = last.notes;
    return last;
  };
  // The question is read before the file is made, so that one that fails leaves none.
  write_to(output, force, [&](std::ostream& out) { format.write_pieces(out, pieces, options); });
  return delivered;
}

/// The rest of the answer: everything, when it is short.
Answer gather_ids(const Store& store, Request& request, std::vector<EventId>& ids) {
  const auto add = [&](const Answer& piece) {
    for (const AnswerRow& row : piece.rows) {
      if (row.event) ids.push_back(*row.event);
    }
  };
  const Pieces taken{.only_ids = true, .take = add};
  request.pieces = &taken;
  Answer last = answer_request(store, request);
  if (!ids.empty()) add(last);
  return last;
}

}  // namespace

Delivered deliver_answer(const Store& store, Request request, const Format& format,
                         const FormatOptions& options, const std::filesystem::path& output,
                         bool force) {
  if (format.write_pieces != nullptr)
    return deliver_in_pieces(store, request, format, options, output, force);
  std::vector<EventId> ids;
  const Answer answer = format.write_events != nullptr ? gather_ids(store, request, ids)
                                                       : answer_request(store, request);
  Delivered delivered{.rows = answer.rows.size(),
                      .events = answer.events.size(),
                      .notes = answer.notes,
                      .remarks = {}};
  if (ids.empty()) {
    deliver(format, answer, options, output, force);
    if (format.remarks != nullptr) delivered.remarks = format.remarks(answer, options);
    return delivered;
  }
  delivered.rows = delivered.events = ids.size();
  write_to(output, force, [&](std::ostream& out) {
    delivered.remarks = format.write_events(out, store, std::move(ids), answer.understood, options);
  });
  return delivered;
}

bool is_standard_output(const std::filesystem::path& output) {
  return output.empty() || output == "-";
}

void flush_standard_output() {
  std::cout.flush();
  if (!std::cout) {
    throw Error(ErrorKind::input,
                "standard output cannot be written; is the disk full or the reader gone?");
  }
}

void write_to(const std::filesystem::path& output, bool force,
              const std::function<void(std::ostream&)>& writer) {
  if (!is_standard_output(output)) {
    write_file_atomically(output, force, writer);
    return;
  }
  writer(std::cout);
  flush_standard_output();
}

void deliver(const Format& format, const Answer& answer, const FormatOptions& options,
             const std::filesystem::path& output, bool force) {
  if (!is_standard_output(output)) {
    write_answer(format, answer, options, output, force);
    return;
  }
  format.write(std::cout, answer, options);
  flush_standard_output();
}

void remark(const Context& context, std::string_view words) {
  if (!context.quiet) std::cerr << "annals: " << words << '\n';
}

}  // namespace annals
