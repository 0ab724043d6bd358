# What other programs make of our files. Each suite skips itself (exit 77) where its program is
# missing; `.ci/setup test` installs all of them, those of npm into build/npm.
add_executable(export_samples export/samples_main.cpp)
target_link_libraries(export_samples PRIVATE annals::export annals_warnings)
set(samples ${CMAKE_CURRENT_BINARY_DIR}/export_samples_files)
add_test(NAME "readers: samples" COMMAND export_samples ${samples})
set_tests_properties("readers: samples" PROPERTIES FIXTURES_SETUP export_samples LABELS readers)

# Debian's own Python has Debian's packages; another one that comes first in PATH does not.
find_program(DEBIAN_PYTHON3 python3 PATHS /usr/bin NO_DEFAULT_PATH)
if(NOT DEBIAN_PYTHON3)
  find_program(DEBIAN_PYTHON3 python3)
endif()
if(DEBIAN_PYTHON3)
  add_test(NAME "readers: networkx, igraph, graphviz, sqlite, xmllint"
           COMMAND ${DEBIAN_PYTHON3} ${CMAKE_CURRENT_SOURCE_DIR}/export/readers_test.py ${samples})
  set_tests_properties("readers: networkx, igraph, graphviz, sqlite, xmllint"
                       PROPERTIES FIXTURES_REQUIRED export_samples LABELS readers SKIP_RETURN_CODE 77)
endif()
find_program(NODE node)
if(NODE)
  add_test(NAME "readers: the page in Chromium"
           COMMAND ${NODE} ${CMAKE_CURRENT_SOURCE_DIR}/export/page_test.cjs ${samples})
  add_test(NAME "readers: the parsers of Gephi Lite"
           COMMAND ${NODE} ${CMAKE_CURRENT_SOURCE_DIR}/export/graphology_test.cjs ${samples})
  set_tests_properties("readers: the page in Chromium" "readers: the parsers of Gephi Lite"
                       PROPERTIES FIXTURES_REQUIRED export_samples LABELS readers SKIP_RETURN_CODE 77 TIMEOUT 240
                       ENVIRONMENT "NODE_PATH=${PROJECT_SOURCE_DIR}/build/npm/node_modules:$ENV{NODE_PATH}")
endif()
