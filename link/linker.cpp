#include "link/linker.h"

#include <algorithm>

#include "link/cluster.h"
#include "link/merge.h"

namespace annals {
namespace {

constexpr char anchor_note = 'Y';

std::string encode_anchor(const Anchor& anchor) {
  std::string bytes;
  put_varint(bytes, zigzag(anchor.day.time_since_epoch().count()));
  return bytes + anchor.reason;
}

Anchor decode_anchor(std::string_view bytes) {
  ByteReader in(bytes);
  Anchor anchor;
  anchor.day = date::sys_days{date::days{static_cast<int>(unzigzag(in.varint()))}};
  anchor.reason = in.bytes(in.left());
  return anchor;
}

}  // namespace

Linker::Linker(const LinkedStore& store, const Rulings& rulings, const LinkWords& words, bool fresh)
    : store_(store),
      rulings_(rulings),
      fresh_(fresh),
      actors_before_(store.actor),
      actors_(store.actor),
      actor_linker_(store.note, rulings, words, actors_before_, fresh),
      articles_(store.facts, rulings, words),
      copies_(store.note, articles_),
      linked_(
          articles_, rulings,
          [this](ActorId id, const std::string& under) { return actor_linker_.linked(id, under); },
          [this](ArticleId id) { return copies_.text_of(id); }),
      blocks_(store.note, fresh) {}

GraphChange Linker::link(std::vector<ChangedArticle> changes) {
  take(changes);
  GraphChange change;
  ActorChange actors = actor_linker_.link();
  for (const Actor& actor : actors.actors) actors_.set(actor.id, actor_facts(actor));
  change.actors = std::move(actors.actors);
  change.gone_actors = std::move(actors.gone);
  change.became = std::move(actors.became);
  changed_.merge(copies_.update());
  change_blocks(actors.moved);
  change_events(change);
  write_notes(change.notes);
  return change;
}

void Linker::take(std::vector<ChangedArticle>& changes) {
  for (ChangedArticle& each : changes) {
    if (each.before) {
      changed_.insert(each.before->id);
      apply_rulings(*each.before, rulings_);
      actor_linker_.remove(each.before->id, each.before->actors);
      copies_.remove(*each.before);
      const ArticleId id = each.before->id;
      before_.emplace(id, std::move(*each.before));
    }
    if (each.after) {
      changed_.insert(each.after->id);
      if (!each.before) new_.insert(each.after->id);
      actor_linker_.add(each.after->id, each.after->actors);
      copies_.add(*each.after);
      articles_.put(std::move(*each.after));
    }
  }
}

/// Takes the tellings of changed articles out of the blocks, and those whose actors are others now,
/// and puts them in as they are.
void Linker::change_blocks(const std::set<ActorId>& moved) {
  if (!fresh_) {
    for (const ActorId actor : moved) {
      for (const ArticleId id : actor_linker_.articles_with(actor)) changed_.insert(id);
    }
  }
  const LinkedActor linked_before = [this](ActorId id, const std::string& under) {
    return actor_linker_.linked_before(id, under);
  };
  for (const ArticleId id : changed_) {
    const LinkArticle* now = articles_.find(id);
    const auto changed = before_.find(id);
    const LinkArticle* before = changed != before_.end() ? &changed->second : now;
    if (!fresh_ && !new_.contains(id) && before != nullptr) {
      for (const auto& each : link_tellings(*before, 0, rulings_, linked_before))
        blocks_.remove(each, actors_before_);
    }
    if (now != nullptr) {
      for (const auto& each : linked_.of(id)) blocks_.add(each, actors_);
    }
  }
}

Linker::Tellings Linker::reached(Reach& reach) {
  Tellings tellings;
  if (fresh_) {
    for (const ArticleId id : changed_) {
      for (const LinkedTelling& each : linked_.of(id)) tellings.push_back(&each);
    }
  } else {
    for (const ArticleId id : changed_) reach.begin_with(id);
    reach.begin_with_changed_blocks();
    for (const auto& [id, article] : before_) {
      for (const Telling& each : article.tellings) reach.begin_with_joined(each.mention.id);
    }
    for (const auto& [article, mention] : reach.all())
      tellings.push_back(linked_.find(article, mention));
  }
  std::sort(tellings.begin(), tellings.end(),
            [](const LinkedTelling* a, const LinkedTelling* b) { return told_before(*a, *b); });
  return tellings;
}

void Linker::change_events(GraphChange& change) {
  const auto new_reach = [&] {
    return Reach(blocks_, linked_, actors_, rulings_, store_.article_of);
  };
  const auto cluster = [&](const Tellings& tellings) {
    return cluster_tellings(tellings, blocks_, linked_, actors_, rulings_);
  };
  Reach reach = new_reach();
  Tellings tellings = reached(reach);
  Groups groups = cluster(tellings);
  // once more with the months that have a year now
  const std::set<ArticleId> bounded = change_anchors(tellings, groups);
  const bool again = fresh_ ? !bounded.empty() : reach.met_yearless();
  linked_.bound_by([this](ArticleId id) { return anchor_of(id); });
  if (again) {
    Reach second = new_reach();
    for (const ArticleId id : bounded) {
      if (fresh_) break;
      for (const LinkedTelling& each : linked_.of(id)) second.begin_with_blocks_of(each);
    }
    tellings = reached(second);
    groups = cluster(tellings);
  }
  merge(tellings, groups, change);
}

/// Finds the anchors of articles without a date among these; gives those whose anchor is another
/// one now.
std::set<ArticleId> Linker::change_anchors(const Tellings& tellings, const Groups& groups) {
  const auto found = find_anchors(tellings, groups);
  std::set<ArticleId> changed;
  for (const LinkedTelling* each : tellings) {
    const ArticleId id = each->article->id;
    if (anchors_.contains(id) || !linked_.may_be_bounded(id)) continue;
    const auto before = fresh_ ? std::nullopt : anchor_of(id);
    const auto at = found.find(id);
    anchors_[id] = at == found.end() ? std::nullopt : std::optional(at->second);
    if (anchors_[id] != before) changed.insert(id);
  }
  return changed;
}

std::optional<Anchor> Linker::anchor_of(ArticleId id) {
  const auto known = anchors_.find(id);
  if (known != anchors_.end()) return known->second;
  const auto bytes = store_.note(key_of(anchor_note, id.value));
  return bytes ? std::optional(decode_anchor(*bytes)) : std::nullopt;
}

void Linker::merge(const Tellings& tellings, const Groups& groups, GraphChange& change) {
  tellings_ = tellings.size();
  std::set<EventId> gone;
  if (!fresh_) {
    const auto note_gone = [&](MentionId mention) {
      if (const auto event = store_.event_of(mention)) gone.insert(*event);
    };
    for (const LinkedTelling* each : tellings) note_gone(each->mention().id);
    for (const auto& [id, article] : before_) {
      for (const Telling& each : article.tellings) note_gone(each.mention.id);
    }
  }
  for (const auto& group : groups) {
    Tellings members;
    for (const std::size_t i : group) members.push_back(tellings[i]);
    change.events.push_back(merge_tellings(std::move(members), actors_));
    gone.erase(change.events.back().id);
  }
  std::sort(change.events.begin(), change.events.end(),
            [](const Event& a, const Event& b) { return a.id < b.id; });
  change.gone_events.assign(gone.begin(), gone.end());
}

void Linker::write_notes(std::vector<Note>& notes) {
  actor_linker_.write(notes);
  copies_.write(notes);
  blocks_.write(notes);
  for (const ArticleId id : changed_) anchors_.try_emplace(id);  // those that need none any more
  for (const auto& [id, anchor] : anchors_) {
    std::optional<std::string> bytes;
    if (anchor) bytes = encode_anchor(*anchor);
    const bool known = !fresh_ && store_.note(key_of(anchor_note, id.value)).has_value();
    if (bytes || known) notes.push_back({key_of(anchor_note, id.value), std::move(bytes)});
  }
}

}  // namespace annals
