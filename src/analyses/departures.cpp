#include "analyses/departures.hpp"

#include "analyses/describe.hpp"

namespace jingwei {

Description departure_window_description() {
  return describe<DepartureWindow>("departure window")
      .option("departure", &DepartureWindow::departure,
              {"首个出发时刻（时:分），按时刻表出行时", "by timetable: the first departure (hours:minutes)"},
              between("00:00", "23:59"))
      .option(
          "window", &DepartureWindow::window,
          {"出发时段：其间每分钟各出发一次", "by timetable: for how long one may depart, once each minute"},
          between("1 min", "24 h"))
      .option("max-rides", &DepartureWindow::max_rides,
              {"最多乘车次数", "by timetable: at most so many rides one after the other"}, between("0", "20"))
      .option("walk-limit", &DepartureWindow::walk_limit,
              {"每段步行（骑行网络：骑行）的上限：到站、换乘、离站及全程",
               "by timetable: the longest of each walk, or ride on a bike network, to, between and from "
               "rides, and all the way"},
              between("0 min", "24 h"))
      .by_timetable();
}

Description departures_description() {
  return describe<Departures>("departures")
      .includes(&Departures::when, departure_window_description())
      .option("percentile", &Departures::percentile,
              {"百分位：多少百分比的出发能在所报时间内到达",
               "by timetable: the share of departures, in %, that make it in the time given"},
              between("1", "100"))
      .by_timetable();
}

TransitOptions transit_options(const DepartureWindow& when) {
  TransitOptions options;
  options.departure = midnight + when.departure.s * 1000;
  options.window = to_cost(when.window);
  options.walk_limit = to_cost(when.walk_limit);
  options.max_rides = static_cast<std::uint32_t>(when.max_rides);
  return options;
}

TransitOptions transit_options(const Departures& departures) {
  TransitOptions options = transit_options(departures.when);
  options.percentile = departures.percentile;
  return options;
}

}  // namespace jingwei
