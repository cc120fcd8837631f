package org.hashaven.server;

import io.helidon.webserver.WebServer;
import java.io.Closeable;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** Takes a renewed certificate for new connections, soon after its files changed. One that cannot be read changes nothing. */
final class TlsReloader implements Closeable {

	private static final System.Logger LOG = System.getLogger("org.hashaven.server");

	private final TlsFiles files;
	private final WebServer web;
	private final Thread thread;
	private List<FileTime> known;

	TlsReloader(TlsFiles files, WebServer web) {
		this.files = files;
		this.web = web;
		known = files.times();
		thread = Thread.ofVirtual().name("haven-tls").start(this::run);
	}

	private void run() {
		try {
			while (true) {
				Thread.sleep(files.checkPeriod());
				List<FileTime> now = files.times();
				if (!now.equals(known)) {
					known = now;
					reload();
				}
			}
		} catch (InterruptedException e) {
			// closed
		}
	}

	private void reload() {
		try {
			web.reloadTls(files.read());
			LOG.log(System.Logger.Level.INFO, "the TLS certificate was renewed");
		} catch (ServerException | RuntimeException e) {
			LOG.log(System.Logger.Level.WARNING, "the new TLS certificate cannot be read; the one before stays in use");
		}
	}

	@Override
	public void close() {
		thread.interrupt();
	}
}
