package org.hashaven.worker.linux;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Linux system calls, made through the C library's {@code syscall}. */
@SuppressWarnings("restricted") // native code, which the launcher allows
public final class LinuxCalls {

	private static final MethodHandle SYSCALL = Linker.nativeLinker().downcallHandle(
			Linker.nativeLinker().defaultLookup().findOrThrow("syscall"),
			FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
					ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));

	private LinuxCalls() {
	}

	/** Links the C library's function, which takes its time. Only where {@link Processor#HERE} is not null: others may not have it. */
	public static void load() {
		// the static initialiser has done it
	}

	/** Makes a call and returns its result, -1 on failure. */
	public static long call(Syscall call, long... arguments) {
		Processor here = Processor.HERE;
		return here == null ? -1 : call(call.number(here), arguments);
	}

	/** Makes the call with this number; likewise. */
	public static long call(long number, long... arguments) {
		long[] all = new long[Syscall.MAX_ARGUMENTS];
		System.arraycopy(arguments, 0, all, 0, arguments.length);
		try {
			return (long) SYSCALL.invokeExact(number, all[0], all[1], all[2], all[3], all[4], all[5]);
		} catch (Throwable e) {
			throw new IllegalStateException(e);
		}
	}
}
