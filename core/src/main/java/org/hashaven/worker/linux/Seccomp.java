package org.hashaven.worker.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The allow list of system calls: computing, and reading and writing what is open. A worker can open no file, look up no path, create no
 * socket, start no process, and signal none but itself.
 *
 * <p>
 * A classic BPF program over {@code struct seccomp_data} ({@code linux/seccomp.h}): system call number at byte 0, architecture at 4, 64-bit
 * arguments from 16. It is installed on every thread of the process, including those of the JVM that already run
 * ({@code SECCOMP_FILTER_FLAG_TSYNC}). Any other call fails with {@code EPERM}; a call through another architecture's interface kills the
 * process.
 */
public final class Seccomp {

	private static final int SET_MODE_FILTER = 1;
	private static final int TSYNC = 1;

	private static final int LOAD = 0x20;
	private static final int JUMP_IF_EQUAL = 0x15;
	private static final int JUMP_IF_AT_LEAST = 0x35;
	private static final int JUMP_IF_ANY_BIT = 0x45;
	private static final int RETURN = 0x06;

	private static final int NUMBER = 0;
	private static final int PROCESSOR = 4;
	private static final int ARGUMENTS = 16;

	private static final int ALLOW = 0x7fff0000;
	private static final int KILL_PROCESS = 0x80000000;
	private static final int ERROR = 0x00050000;
	private static final int EPERM = 1;
	private static final int ENOSYS = 38;

	/** First number of the x32 ABI, a second way to make system calls on x86-64. */
	private static final int X32 = 0x40000000;

	/** The flags with which glibc and musl start a thread, and no others: a process or a namespace would need different ones. */
	private static final int[] THREAD = {0x3d0f00, 0x7d0f00};
	private static final int MAP_SHARED_OR_GROWSDOWN = 0x101;
	private static final int MADV_HWPOISON = 100;
	private static final int FIONREAD = 0x541B;
	private static final int PR_SET_NAME = 15;
	private static final int PR_SET_VMA = 0x53564d41;

	/** Calls that are allowed on a condition, and those that set up the sandbox. */
	private static final Set<Syscall> RESTRICTED = EnumSet.of(Syscall.MMAP, Syscall.MADVISE, Syscall.CLONE, Syscall.CLONE3, Syscall.IOCTL,
			Syscall.TGKILL, Syscall.PRCTL,
			Syscall.PRLIMIT64, Syscall.SOCKET, Syscall.SECCOMP, Syscall.LANDLOCK_CREATE_RULESET, Syscall.LANDLOCK_RESTRICT_SELF);

	private record Instruction(int code, int ifTrue, int ifFalse, int value) {
	}

	private final Processor processor;
	private final List<Instruction> program = new ArrayList<>();

	private Seccomp(Processor processor) {
		this.processor = processor;
	}

	/**
	 * Installs the allow list on all threads of this process. The caller has set no_new_privs.
	 *
	 * @return false if the kernel or the container does not allow it
	 */
	public static boolean apply(Processor processor) {
		Seccomp filter = new Seccomp(processor);
		filter.buildAllowList((int) LinuxCalls.call(Syscall.GETPID));
		return filter.install();
	}

	/** Installs a filter that forbids sockets and nothing else; likewise. */
	public static boolean denySockets(Processor processor) {
		Seccomp filter = new Seccomp(processor);
		filter.begin();
		filter.add(JUMP_IF_EQUAL, 0, 1, Syscall.SOCKET.number(processor));
		filter.add(RETURN, 0, 0, ERROR | EPERM);
		filter.add(RETURN, 0, 0, ALLOW);
		return filter.install();
	}

	private boolean install() {
		try (Arena arena = Arena.ofConfined()) {
			return LinuxCalls.call(Syscall.SECCOMP, SET_MODE_FILTER, TSYNC, assemble(arena).address()) == 0;
		}
	}

	/** The allow list, without installing it. */
	public static void rehearse(Processor processor) {
		Seccomp filter = new Seccomp(processor);
		filter.buildAllowList((int) LinuxCalls.call(Syscall.GETPID));
		try (Arena arena = Arena.ofConfined()) {
			filter.assemble(arena);
		}
	}

	/** The program in memory, as a {@code struct sock_fprog}. */
	private MemorySegment assemble(Arena arena) {
		MemorySegment code = arena.allocate((long) Long.BYTES * program.size(), Long.BYTES);
		for (int i = 0; i < program.size(); i++) {
			Instruction each = program.get(i);
			// struct sock_filter { short code; byte ifTrue; byte ifFalse; int value } of a little-endian machine
			long bits = (long) each.value << 32 | each.ifFalse << 24 | each.ifTrue << 16 | each.code;
			code.setAtIndex(ValueLayout.JAVA_LONG, i, bits);
		}
		MemorySegment head = arena.allocate(2L * Long.BYTES, Long.BYTES);
		head.setAtIndex(ValueLayout.JAVA_LONG, 0, program.size());
		head.setAtIndex(ValueLayout.JAVA_LONG, 1, code.address());
		return head;
	}

	/** Leaves the number of the call loaded. */
	private void begin() {
		add(LOAD, 0, 0, PROCESSOR);
		add(JUMP_IF_EQUAL, 1, 0, processor.auditNumber());
		add(RETURN, 0, 0, KILL_PROCESS);
		add(LOAD, 0, 0, NUMBER);
		add(JUMP_IF_AT_LEAST, 0, 1, X32);
		add(RETURN, 0, 0, KILL_PROCESS);
	}

	private void buildAllowList(int ownPid) {
		begin();
		for (Syscall call : EnumSet.complementOf(EnumSet.copyOf(RESTRICTED))) {
			add(JUMP_IF_EQUAL, 0, 1, call.number(processor));
			add(RETURN, 0, 0, ALLOW);
		}
		// Threads, but no processes. The flags of clone3 lie in memory, which a filter cannot read: C libraries fall back to clone.
		for (int flags : THREAD) {
			on(Syscall.CLONE, 0, flags);
		}
		add(JUMP_IF_EQUAL, 0, 1, Syscall.CLONE3.number(processor));
		add(RETURN, 0, 0, ERROR | ENOSYS);
		// Signals to itself: abort() needs them.
		on(Syscall.TGKILL, 0, ownPid);
		// How Java asks how much is waiting in a pipe.
		on(Syscall.IOCTL, 1, FIONREAD);
		on(Syscall.PRCTL, 0, PR_SET_NAME);
		on(Syscall.PRCTL, 0, PR_SET_VMA);
		// Private memory only, which its limit counts; and no advice that harms the machine, which root may give.
		deny(Syscall.MMAP, 3, JUMP_IF_ANY_BIT, MAP_SHARED_OR_GROWSDOWN);
		deny(Syscall.MADVISE, 2, JUMP_IF_AT_LEAST, MADV_HWPOISON);
		// Reading its limits, not setting them: both halves of the address of the new limit are 0.
		add(JUMP_IF_EQUAL, 0, 8, Syscall.PRLIMIT64.number(processor));
		add(LOAD, 0, 0, argument(0));
		add(JUMP_IF_EQUAL, 0, 5, 0);
		add(LOAD, 0, 0, argument(2));
		add(JUMP_IF_EQUAL, 0, 3, 0);
		add(LOAD, 0, 0, argument(2) + 4);
		add(JUMP_IF_EQUAL, 0, 1, 0);
		add(RETURN, 0, 0, ALLOW);
		add(RETURN, 0, 0, ERROR | EPERM);
		add(RETURN, 0, 0, ERROR | EPERM);
	}

	/** Allows a call if the lower half of its argument has this value; else reloads the number for the next test. */
	private void on(Syscall call, int argument, int value) {
		add(JUMP_IF_EQUAL, 0, 4, call.number(processor));
		add(LOAD, 0, 0, argument(argument));
		add(JUMP_IF_EQUAL, 0, 1, value);
		add(RETURN, 0, 0, ALLOW);
		add(LOAD, 0, 0, NUMBER);
	}

	/** Allows a call unless the lower half of its argument passes a test; the number is loaded again for the next test. */
	private void deny(Syscall call, int argument, int test, int value) {
		add(JUMP_IF_EQUAL, 0, 4, call.number(processor));
		add(LOAD, 0, 0, argument(argument));
		add(test, 1, 0, value);
		add(RETURN, 0, 0, ALLOW);
		add(LOAD, 0, 0, NUMBER);
	}

	private static int argument(int index) {
		return ARGUMENTS + 8 * index;
	}

	private void add(int code, int ifTrue, int ifFalse, int value) {
		program.add(new Instruction(code, ifTrue, ifFalse, value));
	}
}
