package org.hashaven.server;

import java.io.IOException;
import java.nio.file.Path;

/** A process that runs a service: prints its port and waits to be killed. */
final class ServiceProgram {

	private ServiceProgram() {
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		int port = args.length > 1 ? Integer.parseInt(args[1]) : 0;
		HavenServer server = HavenServer.start(Path.of(args[0]), ServerOptions.DEFAULT.withPort(port));
		System.out.println(server.port());
		System.out.flush();
		Thread.currentThread().join();
	}
}
