package org.hashaven.worker.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Landlock, Linux's sandbox for unprivileged programs (since 5.13): after {@link #apply} the calling thread and the threads it starts can
 * open no file and no folder, make no TCP connection (since 6.7), and reach no other process by signals or abstract sockets (since 6.12). A
 * second layer beside {@link Seccomp}, and the only one where a container forbids seccomp filters.
 */
public final class Landlock {

	private static final int VERSION = 1;

	/** Number of file access rights known to each ABI version; a right is a bit, counted from 0. */
	private static final int[] FILE_RIGHTS = {0, 13, 14, 15, 15, 16};
	private static final int TCP_SINCE = 4;
	private static final long TCP_BIND_AND_CONNECT = 3;
	private static final int SCOPES_SINCE = 6;
	private static final long SOCKETS_AND_SIGNALS = 3;

	private Landlock() {
	}

	/** The ABI version of this kernel; 0 if it has none. */
	public static int version() {
		return (int) Math.max(0, LinuxCalls.call(Syscall.LANDLOCK_CREATE_RULESET, 0, 0, VERSION));
	}

	/**
	 * Enters a domain without any rights. The caller has set no_new_privs.
	 *
	 * @return the ABI version; 0 if the kernel has no Landlock
	 */
	public static int apply() {
		int version = version();
		if (version == 0) {
			return 0;
		}
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment handled = arena.allocate(24, 8);
			handled.setAtIndex(ValueLayout.JAVA_LONG, 0, (1L << FILE_RIGHTS[Math.min(version, FILE_RIGHTS.length - 1)]) - 1);
			handled.setAtIndex(ValueLayout.JAVA_LONG, 1, version >= TCP_SINCE ? TCP_BIND_AND_CONNECT : 0);
			handled.setAtIndex(ValueLayout.JAVA_LONG, 2, version >= SCOPES_SINCE ? SOCKETS_AND_SIGNALS : 0);
			long known = version >= SCOPES_SINCE ? 24 : version >= TCP_SINCE ? 16 : 8;
			long rules = LinuxCalls.call(Syscall.LANDLOCK_CREATE_RULESET, handled.address(), known, 0);
			if (rules < 0) {
				return 0;
			}
			boolean stands = LinuxCalls.call(Syscall.LANDLOCK_RESTRICT_SELF, rules, 0) == 0;
			LinuxCalls.call(Syscall.CLOSE, rules);
			return stands ? version : 0;
		}
	}
}
