# All test programs of rooms.
add_custom_target(room_tests)

# room(<name> [ROOMS …] [LIBRARIES …] [EMBED glob]): one library jingwei_<name> from src/<name>/*.cpp that sees
# only the rooms it names, and one test program <name>_test from tests/<name>/*_test.cpp that links that room alone.
# EMBED compiles the text files that match its globs into the room, which reads them by embedded_<name>()
# (src/base/embedded.hpp).
function(room name)
  cmake_parse_arguments(arg "" "" "ROOMS;LIBRARIES;EMBED" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  if(arg_EMBED)
    list(TRANSFORM arg_EMBED PREPEND ${CMAKE_SOURCE_DIR}/)
    file(GLOB texts CONFIGURE_DEPENDS ${arg_EMBED})
    set(embedded ${CMAKE_BINARY_DIR}/embedded/${name}.cpp)
    list(JOIN texts "|" texts_joined)
    add_custom_command(OUTPUT ${embedded}
      COMMAND ${CMAKE_COMMAND} -DROOM=${name} -DOUT=${embedded} "-DTEXTS=${texts_joined}"
              -P ${CMAKE_SOURCE_DIR}/scripts/embed.cmake
      DEPENDS ${texts} ${CMAKE_SOURCE_DIR}/scripts/embed.cmake VERBATIM)
    list(APPEND sources ${embedded})
  endif()
  if(NOT sources)
    set(sources ${CMAKE_BINARY_DIR}/empty_${name}.cpp)
    file(CONFIGURE OUTPUT ${sources} CONTENT "")
  endif()
  list(TRANSFORM arg_ROOMS PREPEND jingwei_)
  add_library(jingwei_${name} STATIC ${sources})
  target_include_directories(jingwei_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(jingwei_${name} PUBLIC ${arg_ROOMS} Threads::Threads PRIVATE ${arg_LIBRARIES})

  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${name}/*_test.cpp)
  if(tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE jingwei_${name} Catch2::Catch2WithMain)
    target_include_directories(${name}_test PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_compile_options(${name}_test PRIVATE -O1)  # half the time to compile
    target_compile_definitions(${name}_test PRIVATE JINGWEI_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name}_test)
    add_dependencies(room_tests ${name}_test)
  endif()
endfunction()
