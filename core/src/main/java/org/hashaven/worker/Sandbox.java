package org.hashaven.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashaven.worker.linux.Landlock;
import org.hashaven.worker.linux.LinuxCalls;
import org.hashaven.worker.linux.Processor;
import org.hashaven.worker.linux.Seccomp;
import org.hashaven.worker.linux.Syscall;

/**
 * The kernel features that confine a worker to its two pipes; which of them are in force depends on the system.
 *
 * @param seccomp
 *            whether the kernel filters its system calls, see {@link Seccomp}
 * @param landlock
 *            ABI version of the Landlock domain it is in, see {@link Landlock}; 0 for none
 * @param limits
 *            whether the kernel limits its memory, and forbids core dumps and writing to files
 */
public record Sandbox(boolean seccomp, int landlock, boolean limits) {

	/** No feature: the worker is a process of its own, and no more. */
	public static final Sandbox NONE = new Sandbox(false, 0, false);

	private static final int PR_SET_PDEATHSIG = 1;
	private static final int PR_SET_NO_NEW_PRIVS = 38;
	private static final int SIGKILL = 9;

	private static final Pattern DATA_SIZE = Pattern.compile("VmData:\\s*(\\d+) kB");

	private static final int RLIMIT_FSIZE = 1;
	private static final int RLIMIT_DATA = 2;
	private static final int RLIMIT_CORE = 4;

	/** Which features to use: all, except in tests that attack each of them alone. */
	enum Layers {
		ALL, SECCOMP, LANDLOCK
	}

	/**
	 * Confines this process; there is no way back. File descriptors that are open stay open, and nothing can be opened afterwards, so
	 * everything that will be needed must be loaded before. Landlock covers the calling thread and those it starts, the rest covers all.
	 *
	 * @param memoryBytes
	 *            maximum size of writable memory, in addition to what the process has by now
	 */
	static Sandbox enter(Layers layers, long memoryBytes) {
		Processor here = Processor.HERE;
		if (here == null) {
			return NONE;
		}
		// If the program is killed, its workers must not outlive it.
		LinuxCalls.call(Syscall.PRCTL, PR_SET_PDEATHSIG, SIGKILL);
		boolean limits = limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_DATA, dataBytes() + memoryBytes);
		LinuxCalls.call(Syscall.PRCTL, PR_SET_NO_NEW_PRIVS, 1);
		int landlock = layers == Layers.SECCOMP ? 0 : Landlock.apply();
		boolean seccomp = layers != Layers.LANDLOCK && Seccomp.apply(here);
		return new Sandbox(seccomp, landlock, limits);
	}

	/**
	 * Forbids this process to create sockets, if the system allows that: for programs that need no network, but load libraries that probe
	 * for it, as the JDK does when a file channel is first opened. There is no way back.
	 *
	 * @return whether it is in force
	 */
	public static boolean denySockets() {
		Processor here = Processor.HERE;
		if (here == null) {
			return false;
		}
		LinuxCalls.call(Syscall.PRCTL, PR_SET_NO_NEW_PRIVS, 1);
		return Seccomp.denySockets(here);
	}

	/** Size of the writable memory of this process, most of which an idle JVM has only reserved. */
	private static long dataBytes() {
		try (FileInputStream status = new FileInputStream("/proc/self/status")) {
			Matcher line = DATA_SIZE.matcher(new String(status.readAllBytes(), StandardCharsets.US_ASCII));
			return line.find() ? Long.parseLong(line.group(1)) << 10 : 0;
		} catch (IOException e) {
			return 0;
		}
	}

	/** Does what entering does, as far as it has no effect: for the training run of an AOT cache. */
	static void rehearse() {
		Processor here = Processor.HERE;
		if (here != null) {
			Seccomp.rehearse(here);
			limit(RLIMIT_CORE, 0);
			dataBytes();
			Landlock.version();
		}
	}

	private static boolean limit(int resource, long value) {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment both = arena.allocate(16, 8);
			both.setAtIndex(ValueLayout.JAVA_LONG, 0, value);
			both.setAtIndex(ValueLayout.JAVA_LONG, 1, value);
			return LinuxCalls.call(Syscall.PRLIMIT64, 0, resource, both.address(), 0) == 0;
		}
	}

	void write(DataOutputStream out) throws IOException {
		out.writeBoolean(seccomp);
		out.writeByte(landlock);
		out.writeBoolean(limits);
	}

	static Sandbox read(DataInputStream in) throws IOException {
		return new Sandbox(in.readBoolean(), in.readUnsignedByte(), in.readBoolean());
	}
}
