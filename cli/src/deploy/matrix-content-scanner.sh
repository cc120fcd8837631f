#!/bin/sh
# The script of matrix-content-scanner: 0 lets a file in, everything else keeps it out.
#   HAVEN_INDEX   folder of the index
#   HAVEN         the program, unless it is on the PATH
"${HAVEN:-haven}" match "${HAVEN_INDEX:?}" "$1" >/dev/null
status=$?
case $status in
	1) exit 0 ;; # judged, and nothing matched
	0) exit 1 ;; # a match
	*) exit "$status" ;; # 3: not judged, 2: fatal; not to be cached
esac
