#pragma once
#include <catch2/catch.hpp>
#include <string>

#include "base/error.hpp"

namespace jingwei {

/// The message of the Error of this kind that the call throws; the test fails where it throws none.
template <class Call>
std::string error_of(ErrorKind kind, const Call& call) {
  try {
    call();
  } catch (const Error& failure) {
    CHECK(failure.kind() == kind);
    return failure.what();
  }
  FAIL("no Error was thrown");
  return {};
}

template <class Call>
std::string input_error_of(const Call& call) {
  return error_of(ErrorKind::input, call);
}

}  // namespace jingwei
