# cmake --install: the program, its data, and a package that find_package(annals) finds.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(rooms graph ingest link query export)
foreach(room ${rooms})
  set_target_properties(annals_${room} PROPERTIES EXPORT_NAME ${room})
  install(
    DIRECTORY ${room}
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/annals
    FILES_MATCHING
    PATTERN "*.h"
    PATTERN "data" EXCLUDE
    PATTERN "train" EXCLUDE
    PATTERN "page" EXCLUDE)
endforeach()
set_target_properties(annals_date PROPERTIES EXPORT_NAME date)
list(TRANSFORM rooms PREPEND annals_ OUTPUT_VARIABLE libraries)

install(TARGETS annals)
install(TARGETS ${libraries} annals_date EXPORT annals-targets)
install(DIRECTORY ingest/data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/annals)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/annals)
install(EXPORT annals-targets NAMESPACE annals:: DESTINATION ${package})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/annals-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES cmake/annals-config.cmake ${PROJECT_BINARY_DIR}/annals-config-version.cmake DESTINATION ${package})
