#pragma once
#include <map>
#include <string>

#include "study/data.hpp"

namespace jingwei {

/// By the names of networks and analyses the keys of what they give: SHA-256 over all that it depends on.
/// These are the program itself (the executable and the versions of its libraries), CRS and precision; of an
/// analysis its name, its parameters and what it reads: the content of inputs, the keys of networks, and of
/// another analysis' output the key of that analysis; of a network its sources, options and timetables
/// (network_key.hpp). Two runs in which a key is the same get the same, to the last bit.
struct AnswerKeys {
  std::map<std::string, std::string, std::less<>> networks, analyses;
};

/// \pre the inputs are read, nothing is answered yet
AnswerKeys answer_keys(const Study& study, const StudyData& data);

}  // namespace jingwei
