package org.hashaven.worker;

import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hashaven.worker.linux.LinuxCalls;
import org.hashaven.worker.linux.Syscall;

/**
 * A worker in someone else's hands: it tries whatever code in a process can try, and reports what succeeded. Its numbers are those of
 * x86-64.
 */
final class AttackingWorker {

	private static final int O_WRONLY_CREAT = 0101;
	private static final int AT_FDCWD = -100;
	private static final int AF_UNIX = 1;
	private static final int AF_INET = 2;
	private static final int STREAM = 1;
	private static final int DATAGRAM = 2;
	private static final int SIGCHLD = 17;
	private static final int PTRACE_ATTACH = 16;
	private static final int CLONE_NEWUSER = 0x10000000;
	private static final long TOO_MUCH = 8L << 30;

	private final Map<String, Boolean> reached = new LinkedHashMap<>();

	private AttackingWorker() {
	}

	/** Arguments: as {@link Worker#main}. */
	public static void main(String[] args) throws IOException {
		Worker.run(args, (pipes, sandbox) -> {
			Wire wire = pipes.wire(0);
			sandbox.write(wire.begin(Message.HELLO));
			wire.send();
			Thread attack = Thread.ofPlatform().start(() -> attack(wire));
			pipes.run();
			attack.interrupt();
		});
		Runtime.getRuntime().halt(0);
	}

	private static void attack(Wire wire) {
		try {
			wire.expect(Message.HASH);
			wire.in().readInt();
			String secret = wire.in().readUTF();
			String created = wire.in().readUTF();
			int victim = wire.in().readInt();
			int port = wire.in().readInt();
			AttackingWorker attacker = new AttackingWorker();
			try (Arena arena = Arena.ofConfined()) {
				attacker.attack(arena, secret, created, victim, port);
			}
			DataOutputStream out = wire.begin(Message.DATA);
			out.writeInt(attacker.reached.size());
			for (Map.Entry<String, Boolean> each : attacker.reached.entrySet()) {
				out.writeUTF(each.getKey());
				out.writeBoolean(each.getValue());
			}
			wire.send();
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private void attack(Arena arena, String secret, String created, int victim, int port) {
		long secretPath = arena.allocateFrom(secret).address();
		long createdPath = arena.allocateFrom(created).address();
		long shell = arena.allocateFrom("/bin/sh").address();
		long buffer = arena.allocate(4_096, 16).address();
		MemorySegment address = arena.allocate(16, 8);
		address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_INET);
		address.set(ValueLayout.JAVA_SHORT, 2, Short.reverseBytes((short) port));
		address.set(ValueLayout.JAVA_INT, 4, Integer.reverseBytes(0x7f000001));

		// files
		reached.put("read a file through Java", reads(secret));
		tries("read a file", 257, AT_FDCWD, secretPath, 0);
		tries("read a file, old call", 2, secretPath, 0);
		tries("create a file", 257, AT_FDCWD, createdPath, O_WRONLY_CREAT, 0600);
		tries("create a folder", 83, createdPath, 0700);
		tries("delete a file", 87, secretPath);
		tries("rename a file", 82, secretPath, createdPath);
		tries("link a file", 86, secretPath, createdPath);
		tries("change a file's mode", 90, secretPath, 0777);
		tries("see whether a file exists", 21, secretPath, 0);
		tries("see a file's size", 262, AT_FDCWD, secretPath, buffer, 0);
		tries("watch a folder", 253);
		tries("make a file in memory", 319, secretPath, 0);
		// network
		long tcp = tries("make an internet socket", 41, AF_INET, STREAM, 0);
		tries("connect by TCP", 42, tcp, address.address(), 16);
		tries("make a UDP socket", 41, AF_INET, DATAGRAM, 0);
		tries("make a local socket", 41, AF_UNIX, STREAM, 0);
		tries("make a pair of sockets", 53, AF_UNIX, STREAM, 0, buffer);
		// processes
		tries("signal the program", 62, victim, 0);
		tries("signal a thread of the program", 234, victim, victim, 0);
		tries("trace the program", 101, PTRACE_ATTACH, victim, 0, 0);
		tries("read the program's memory", 310, victim, buffer, 0, buffer, 0);
		tries("get a descriptor of the program", 434, victim, 0);
		tries("get a namespace of its own", 272, CLONE_NEWUSER);
		tries("share memory", 29, 0, 4_096, 01600);
		tries("make a message queue", 68, 0, 01600);
		tries("use io_uring", 425, 8, buffer);
		tries("load a BPF program", 321, 0, buffer, 48);
		tries("watch page faults", 323, 1);
		tries("raise its limits", 302, 0, 2, unlimited(arena), 0);
		tries("read the program's limits", 302, victim, 2, 0, buffer);
		tries("use more memory than its limit", 9, 0, TOO_MUCH, 3, 0x22);
		tries("use memory that no limit counts", 9, 0, 4_096, 3, 0x21);
		tries("use memory that grows by itself", 9, 0, 4_096, 3, 0x122);
		// last: a child would go on from here, and a program would take the place of this one
		fork("fork", 57);
		fork("fork by clone", 56, SIGCHLD);
		tries("start a program", 59, shell, 0, 0);
	}

	private static long unlimited(Arena arena) {
		MemorySegment both = arena.allocate(16, 8);
		both.setAtIndex(ValueLayout.JAVA_LONG, 0, -1);
		both.setAtIndex(ValueLayout.JAVA_LONG, 1, -1);
		return both.address();
	}

	private static boolean reads(String file) {
		try (FileInputStream in = new FileInputStream(file)) {
			return in.read() >= 0;
		} catch (IOException e) {
			return false;
		}
	}

	private long tries(String what, long call, long... arguments) {
		long result = LinuxCalls.call(call, arguments);
		reached.put(what, result >= 0);
		return result;
	}

	/** A child ends at once. */
	private void fork(String what, long call, long... arguments) {
		int own = (int) LinuxCalls.call(Syscall.GETPID);
		long child = LinuxCalls.call(call, arguments);
		if ((int) LinuxCalls.call(Syscall.GETPID) != own) {
			LinuxCalls.call(Syscall.EXIT_GROUP, 0);
		}
		reached.put(what, child >= 0);
	}

}
