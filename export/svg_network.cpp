// The network of the actors as a picture.

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "export/picture.h"
#include "export/projection.h"
#include "export/words.h"

namespace annals {
namespace {

struct Dot {
  double x = 0;
  double y = 0;
};

/// Places by repulsion and springs from a fixed start: the same picture every time.
/// Method: Fruchterman and Reingold, Graph drawing by force-directed placement (1991), 300 rounds.
std::vector<Dot> layout(std::size_t count,
                        const std::map<std::pair<std::size_t, std::size_t>, std::size_t>& ties) {
  std::vector<Dot> dots(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double angle = static_cast<double>(i) * 2.399963;
    const double far =
        std::sqrt(static_cast<double>(i) + 0.5) / std::sqrt(static_cast<double>(count));
    dots[i] = {std::cos(angle) * far, std::sin(angle) * far};
  }
  const double k = 1.6 / std::sqrt(static_cast<double>(std::max<std::size_t>(count, 1)));
  for (int round = 0; round < 300; ++round) {
    std::vector<Dot> push(count);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = i + 1; j < count; ++j) {
        const double dx = dots[i].x - dots[j].x;
        const double dy = dots[i].y - dots[j].y;
        const double force = k * k / (dx * dx + dy * dy + 1e-4);
        push[i] = {push[i].x + dx * force, push[i].y + dy * force};
        push[j] = {push[j].x - dx * force, push[j].y - dy * force};
      }
      push[i] = {push[i].x - dots[i].x * 0.5, push[i].y - dots[i].y * 0.5};
    }
    for (const auto& [pair, events] : ties) {
      const auto [a, b] = pair;
      const double dx = dots[a].x - dots[b].x;
      const double dy = dots[a].y - dots[b].y;
      const double force = std::sqrt(dx * dx + dy * dy) / k * 0.5;
      push[a] = {push[a].x - dx * force, push[a].y - dy * force};
      push[b] = {push[b].x + dx * force, push[b].y + dy * force};
    }
    const double step = 0.1 * (1 - round / 300.0) + 0.002;
    for (std::size_t i = 0; i < count; ++i) {
      const double size = std::sqrt(push[i].x * push[i].x + push[i].y * push[i].y) + 1e-9;
      const double go = std::min(size, step) / size;
      dots[i] = {dots[i].x + push[i].x * go, dots[i].y + push[i].y * go};
    }
  }
  return dots;
}

/// Stretches the places over a box.
void fit(std::vector<Dot>& dots, double left, double top, double right, double bottom) {
  Dot least{1e9, 1e9};
  Dot most{-1e9, -1e9};
  for (const auto& dot : dots) {
    least = {std::min(least.x, dot.x), std::min(least.y, dot.y)};
    most = {std::max(most.x, dot.x), std::max(most.y, dot.y)};
  }
  const double width = std::max(1e-6, most.x - least.x);
  const double height = std::max(1e-6, most.y - least.y);
  for (auto& dot : dots) {
    dot = {left + (dot.x - least.x) / width * (right - left),
           top + (dot.y - least.y) / height * (bottom - top)};
  }
}

/// A node of the picture: its circle, and the room that its name takes below.
struct Spot {
  Dot at;
  double radius = 4;
  std::string name;

  [[nodiscard]] double half_width() const {
    return std::max(radius, 3.1 * static_cast<double>(name.size())) + 3;
  }
};

/// Moves spots apart until no name covers another, each time along the shorter way.
void separate(std::vector<Spot>& spots) {
  for (int round = 0; round < 200; ++round) {
    bool moved = false;
    for (std::size_t i = 0; i < spots.size(); ++i) {
      for (std::size_t j = i + 1; j < spots.size(); ++j) {
        auto& a = spots[i];
        auto& b = spots[j];
        const double dx = b.at.x - a.at.x;
        const double dy = b.at.y - a.at.y;
        const double over_x = a.half_width() + b.half_width() - std::abs(dx);
        const double over_y = a.radius + b.radius + 18 - std::abs(dy);
        if (over_x <= 0 || over_y <= 0) continue;
        moved = true;
        if (over_x < over_y) {
          const double push = (dx < 0 ? -over_x : over_x) / 2;
          a.at.x -= push;
          b.at.x += push;
        } else {
          const double push = (dy < 0 ? -over_y : over_y) / 2;
          a.at.y -= push;
          b.at.y += push;
        }
      }
    }
    if (!moved) return;
  }
}

/// What lies between two actors of the picture.
struct Tie {
  std::size_t events = 0;
  Stack kinds{};
  bool happened = false;
};

using Ties = std::map<std::pair<std::size_t, std::size_t>, Tie>;

Ties ties_of(const Chronicle& chronicle, const std::map<ActorId, std::size_t>& places) {
  Ties ties;
  for (const auto& entry : chronicle.entries) {
    for (const auto& pair : pairs_of(entry.event->participants)) {
      const auto a = places.find(pair.from);
      const auto b = places.find(pair.to);
      if (a == places.end() || b == places.end()) continue;
      auto& tie = ties[std::minmax(a->second, b->second)];
      ++tie.events;
      ++tie.kinds[colour_of(entry.event->type)];
      tie.happened = tie.happened || entry.event->status == Status::happened;
    }
  }
  return ties;
}

/// Of these actors those with a tie among them, numbered anew in the same order.
std::map<ActorId, std::size_t> tied_of(const Chronicle& chronicle,
                                       const std::map<ActorId, std::size_t>& all) {
  std::vector<bool> tied(all.size());
  for (const auto& [pair, tie] : ties_of(chronicle, all))
    tied[pair.first] = tied[pair.second] = true;
  std::map<ActorId, std::size_t> places;
  for (const auto& appearance : chronicle.actors) {
    const auto at = all.find(appearance.actor->id);
    if (at != all.end() && tied[at->second]) places.emplace(at->first, places.size());
  }
  return places;
}

/// The busiest actors that have to do with each other; alone they tell nothing in a network.
std::map<ActorId, std::size_t> places_of(const Chronicle& chronicle, std::size_t most) {
  std::map<ActorId, std::size_t> all;
  for (const auto& appearance : chronicle.actors) all.emplace(appearance.actor->id, all.size());
  auto places = tied_of(chronicle, all);
  std::erase_if(places, [most](const auto& place) { return place.second >= most; });
  return tied_of(chronicle, places);
}

std::vector<Spot> spots_of(const Chronicle& chronicle, const std::map<ActorId, std::size_t>& places,
                           const Ties& ties) {
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> weights;
  for (const auto& [pair, tie] : ties) weights[pair] = tie.events;
  auto dots = layout(places.size(), weights);
  fit(dots, 90, 90, page_width - 90, 640);
  std::vector<Spot> spots(places.size());
  for (const auto& appearance : chronicle.actors) {
    const auto place = places.find(appearance.actor->id);
    if (place == places.end()) continue;
    spots[place->second] = {
        .at = dots[place->second],
        .radius = std::min(4 + 2 * std::sqrt(static_cast<double>(appearance.entries.size())), 18.0),
        .name = shown_name(appearance.actor->name, 28)};
  }
  separate(spots);
  return spots;
}

}  // namespace

void draw_network(std::ostream& out, const Chronicle& chronicle, std::size_t most) {
  const auto places = places_of(chronicle, most);
  const Ties ties = ties_of(chronicle, places);
  auto spots = spots_of(chronicle, places, ties);
  double low = 1e9;
  double left = 1e9;
  double right = -1e9;
  double bottom = picture_top + 20;
  for (const auto& spot : spots) {
    low = std::min(low, spot.at.y - spot.radius);
    left = std::min(left, spot.at.x - spot.half_width());
    right = std::max(right, spot.at.x + spot.half_width());
  }
  const double squeeze = std::min(1.0, (page_width - 16) / std::max(1.0, right - left));
  Picture picture;
  picture.legend("dashed: nothing told as having happened");
  for (auto& spot : spots) {
    spot.at = {8 + (spot.at.x - left) * squeeze, spot.at.y - low + picture_top + 8};
    bottom = std::max(bottom, spot.at.y + spot.radius + 24);
  }
  for (const auto& [pair, tie] : ties) {
    const auto colour = static_cast<std::size_t>(
        std::max_element(tie.kinds.begin(), tie.kinds.end()) - tie.kinds.begin());
    const auto& a = spots[pair.first].at;
    const auto& b = spots[pair.second].at;
    picture.line(a.x, a.y, b.x, b.y, picture_colours[colour],
                 1 + std::log2(static_cast<double>(tie.events)), !tie.happened);
  }
  for (const auto& appearance : chronicle.actors) {
    const auto place = places.find(appearance.actor->id);
    if (place == places.end()) continue;
    const auto& spot = spots[place->second];
    picture.circle(
        spot.at.x, spot.at.y, spot.radius,
        appearance.actor->name + ": " + counted(appearance.entries.size(), "event", "events"));
    picture.text(spot.at.x, spot.at.y + spot.radius + 12, spot.name, "middle",
                 " stroke=\"#fdfcf9\" stroke-width=\"3\" paint-order=\"stroke\"");
  }
  const auto alone = chronicle.actors.size() - places.size();
  if (alone > 0) {
    picture.text(12, bottom + 12,
                 "Not drawn: " + counted(alone, "actor", "actors") + " with fewer events or no tie",
                 "start", " fill=\"#5b5a55\"");
  }
  picture.write(out, bottom + 24, chronicle.title);
}

}  // namespace annals
