#!/bin/sh
# Starts haven with the Java of its own folder. Writes nothing.
# Without these Java's own files would be opened in the place of a closed stream: read as names, or silently written over.
{ true 3<&0; } 2>/dev/null || exec </dev/null
{ true 3>&2; } 2>/dev/null || exec 2>/dev/null
{ true 3>&1; } 2>/dev/null || exec >/dev/full

self=$0
while [ -h "$self" ]; do
	link=$(readlink "$self")
	case $link in
		/*) self=$link ;;
		*) self=${self%/*}/$link ;;
	esac
done
case $self in
	*/bin/*) lib=${self%/bin/*}/lib ;;
	bin/*) lib=lib ;;
	*/*) lib=${self%/*}/../lib ;;
	*) lib=../lib ;;
esac
app=$lib/app

# A terminal gets colour, width and a progress bar.
terminal=
[ -t 1 ] && terminal=out
[ -t 2 ] && terminal=$terminal,err
columns=
[ -n "$terminal" ] && columns=$(stty size 2>/dev/null </dev/tty) && columns=${columns#* }

# In a locale that is not UTF-8, or not installed, Java could not open files with, say, Korean names. The language wished for goes aside.
HAVEN_LOCALE=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} LC_ALL=C.UTF-8
export HAVEN_LOCALE LC_ALL
# Options meant for another Java do not reach this one, and the native libraries neither talk nor start threads of their own.
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
OPENCV_LOG_LEVEL=SILENT
export OPENCV_LOG_LEVEL
# OpenCV is there without OpenBLAS, whose functions it never calls.
unset LD_BIND_NOW

# Two AOT caches: small ones start faster. Hashing is over before the optimising compiler would pay; searching may not be.
case ${1:-} in
	index|match|evaluate|demo) cache=index tier=4 ;;
	*) cache=hash tier=1 ;;
esac

# The service has libraries of its own, which no other command has on its class path, and logs to stderr.
classpath="@CLASSPATH@"
for word; do
	case $word in
		-* | en | ko) ;;
		serve)
			cache=index tier=4
			for jar in "$app"/server/*.jar; do
				classpath=$classpath:$jar
			done
			HAVEN_JAVA_OPTIONS="-XX:-UseSerialGC -XX:+UseG1GC -Djava.util.logging.config.file=$app/server/logging.properties \
				-Dorg.sqlite.lib.path=$app/server -Dorg.sqlite.lib.name=libsqlitejdbc.so ${HAVEN_JAVA_OPTIONS:-}"
			break
			;;
		*) break ;;
	esac
done

# HAVEN_JAVA_OPTIONS, for engineers, is meant to be split into words.
# shellcheck disable=SC2086
exec "$lib/runtime/bin/java" \
	@OPTIONS@ \
	"-XX:AOTCache=$app/$cache.aot" "-XX:TieredStopAtLevel=$tier" \
	"-Dhaven.worker.cache=$app/worker.aot" "-Dhaven.worker.tier=$tier" \
	"-Dhaven.terminal=$terminal" "-Dhaven.columns=$columns" ${HAVEN_JAVA_OPTIONS:-} \
	-cp "$classpath" @MAIN@ "$@"
