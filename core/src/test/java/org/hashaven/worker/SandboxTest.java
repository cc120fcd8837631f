package org.hashaven.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashaven.worker.linux.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What a compromised worker can reach, with all of the sandbox and with each layer alone. */
@EnabledIf("isLinuxOnX86")
class SandboxTest {

	/** What Landlock forbids by itself, from its first version on. */
	private static final List<String> FILES = List.of("read a file through Java", "read a file", "read a file, old call", "create a file",
			"create a folder", "delete a file");

	@TempDir
	private Path folder;

	static boolean isLinuxOnX86() {
		return Processor.HERE == Processor.X86_64;
	}

	@Test
	void compromisedWorker_allLayers_reachesNothing() throws IOException {
		Result result = attack(Sandbox.Layers.ALL);
		System.out.println("sandbox: " + result.sandbox);
		assertThat(result.sandbox.limits()).isTrue();
		if (result.sandbox.seccomp()) {
			assertThat(result.reached()).isEmpty();
		} else {
			assertThat(result.reached()).doesNotContainAnyElementsOf(FILES);
		}
		assertThat(result.tried).hasSizeGreaterThan(30);
	}

	@Test
	void compromisedWorker_seccompAlone_reachesNothing() throws IOException {
		Result result = attack(Sandbox.Layers.SECCOMP);
		assertThat(result.sandbox.landlock()).isZero();
		if (result.sandbox.seccomp()) {
			assertThat(result.reached()).isEmpty();
		}
	}

	@Test
	void compromisedWorker_landlockAlone_reachesNoFileNoHostAndNoProcess() throws IOException {
		Result result = attack(Sandbox.Layers.LANDLOCK);
		assertThat(result.sandbox.seccomp()).isFalse();
		List<String> forbidden = new ArrayList<>(result.sandbox.landlock() >= 1 ? FILES : List.of());
		if (result.sandbox.landlock() >= 4) {
			forbidden.add("connect by TCP");
		}
		if (result.sandbox.landlock() >= 6) {
			forbidden.add("signal the program");
		}
		System.out.println("sandbox: Landlock alone leaves " + result.reached());
		assertThat(result.reached()).doesNotContainAnyElementsOf(forbidden);
		// So the attack does what it says: without seccomp some of it succeeds.
		assertThat(result.reached()).contains("see a file's size", "make a UDP socket", "use memory that no limit counts", "fork")
				.doesNotContain("use more memory than its limit");
	}

	private record Result(Sandbox sandbox, Map<String, Boolean> tried) {

		List<String> reached() {
			return tried.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
		}
	}

	private Result attack(Sandbox.Layers layers) throws IOException {
		Path secret = Files.writeString(folder.resolve("secret"), "secret");
		try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				WorkerProcess worker = WorkerProcess.start(AttackingWorker.class, 1, Budget.DEFAULT, layers)) {
			Sandbox sandbox = worker.greet();
			Wire wire = worker.wire(0);
			DataOutputStream out = wire.begin(Message.HASH);
			out.writeInt(0);
			out.writeUTF(secret.toString());
			out.writeUTF(folder.resolve("created").toString());
			out.writeInt((int) ProcessHandle.current().pid());
			out.writeInt(listening.getLocalPort());
			wire.send();
			wire.expect(Message.DATA);
			Map<String, Boolean> tried = new LinkedHashMap<>();
			int count = wire.in().readInt();
			for (int i = 0; i < count; i++) {
				tried.put(wire.in().readUTF(), wire.in().readBoolean());
			}
			assertThat(secret).hasContent("secret");
			return new Result(sandbox, tried);
		}
	}
}
