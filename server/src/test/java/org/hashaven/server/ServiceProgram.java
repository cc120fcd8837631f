package org.hashaven.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.hashaven.server.replica.ReplicaSource;

/** A process that runs a service: {@code FOLDER [PORT [PRIMARY]]}. Prints its port and waits to be killed. */
final class ServiceProgram {

	private ServiceProgram() {
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		int port = args.length > 1 ? Integer.parseInt(args[1]) : 0;
		OpsOptions ops = args.length > 2 ? OpsOptions.DEFAULT.withFollow(new ReplicaSource(URI.create(args[2]), "")) : OpsOptions.DEFAULT;
		HavenServer server = HavenServer.start(Path.of(args[0]), ServerOptions.DEFAULT.withPort(port).withOps(ops));
		System.out.println(server.port());
		System.out.flush();
		Thread.currentThread().join();
	}
}
