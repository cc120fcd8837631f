package org.hashaven.worker.linux;

/**
 * The system calls that {@link Seccomp} allows, some of them on a condition, and those that set up the sandbox. Numbers for x86-64 and
 * aarch64 are from {@code asm/unistd_64.h} and {@code asm-generic/unistd.h}.
 */
public enum Syscall {

	READ(0, 63), WRITE(1, 64), READV(19, 65), WRITEV(20, 66), PREAD64(17, 67), CLOSE(3, 57), FSTAT(5, 80), LSEEK(8, 62), IOCTL(16, 29),
	// memory
	MMAP(9, 222), MPROTECT(10, 226), MUNMAP(11, 215), BRK(12, 214), MREMAP(25, 216), MINCORE(27, 232), MADVISE(28, 233),
	// threads, signals, time
	FUTEX(202, 98), SCHED_YIELD(24, 124), SCHED_GETAFFINITY(204, 123), GETCPU(309, 168), MEMBARRIER(324, 283), RSEQ(334,
			293), SET_ROBUST_LIST(273, 99), CLONE(56, 220), CLONE3(435, 435), EXIT(60, 93), EXIT_GROUP(231, 94), TGKILL(234,
					131), RT_SIGACTION(13, 134), RT_SIGPROCMASK(14, 135), RT_SIGRETURN(15, 139), SIGALTSTACK(131,
							132), RESTART_SYSCALL(219, 128), NANOSLEEP(35,
									101), CLOCK_GETTIME(228, 113), CLOCK_GETRES(229, 114), CLOCK_NANOSLEEP(230, 115), GETTIMEOFDAY(96, 169),
	// about the process and the machine
	GETPID(39, 172), GETPPID(110, 173), GETTID(186, 178), GETRUSAGE(98, 165), GETRLIMIT(97, 163), UNAME(63, 160), SYSINFO(99,
			179), GETRANDOM(318, 278), PRCTL(157, 167), PRLIMIT64(302, 261),
	// forbidden in a worker, and in programs that need no network
	SOCKET(41, 198),
	// setting up the sandbox
	SECCOMP(317, 277), LANDLOCK_CREATE_RULESET(444, 444), LANDLOCK_RESTRICT_SELF(446, 446);

	/** Most arguments that a call has here. */
	static final int MAX_ARGUMENTS = 6;

	private final int x86;
	private final int aarch64;

	Syscall(int x86, int aarch64) {
		this.x86 = x86;
		this.aarch64 = aarch64;
	}

	int number(Processor processor) {
		return processor == Processor.X86_64 ? x86 : aarch64;
	}
}
