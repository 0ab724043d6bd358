# Installs the project, builds examples/quickstart.cpp against the package, and asks the installed
# program's database with it: cmake -DBUILD=... -DSOURCE=... -DWORK=... -P run.cmake
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})

function(run what)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "${what}: exit ${code}\n${out}\n${err}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()

run("install" ${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/installed)
run("configure" ${CMAKE_COMMAND} -G Ninja -S ${SOURCE}/tests/package -B ${WORK}/build
    -DCMAKE_PREFIX_PATH=${WORK}/installed -DQUICKSTART=${SOURCE}/examples/quickstart.cpp
    -DCMAKE_BUILD_TYPE=Release)
run("build" ${CMAKE_COMMAND} --build ${WORK}/build)
# the installed program finds its data beside itself
run("ingest" ${CMAKE_COMMAND} -E env --unset=ANNALS_DATA ${WORK}/installed/bin/annals --db ${WORK}/db
    ingest -q ${SOURCE}/examples/articles)
run("ask" ${WORK}/build/quickstart ${WORK}/db "who met whom")
if(NOT out MATCHES "CONSULT" OR NOT out MATCHES "interpreted as: who")
  message(FATAL_ERROR "the quickstart answered:\n${out}")
endif()
file(REMOVE_RECURSE ${WORK})
