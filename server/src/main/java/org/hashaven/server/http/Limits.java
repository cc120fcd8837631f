package org.hashaven.server.http;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What clients may use.
 *
 * @param maxBodyBytes
 *            largest body of a request; 413 beyond it
 * @param maxJsonBytes
 *            largest body that is JSON
 * @param maxHeaderBytes
 *            all headers of a request together
 * @param maxRequestLineBytes
 *            method and URL; a vPDQ signal in a URL is long
 * @param maxConnections
 *            connections at a time
 * @param maxRequests
 *            requests at a time
 * @param uploads
 *            uploads that are decoded at a time
 * @param waitingUploads
 *            uploads that may wait for that; 503 beyond it
 * @param maxUploadBytesInMemory
 *            of all uploads that are decoded or wait, together; 503 beyond it
 * @param bodyTimeout
 *            longest time that a body may take; then the connection is closed
 */
public record Limits(long maxBodyBytes, long maxJsonBytes, int maxHeaderBytes, int maxRequestLineBytes, int maxConnections, int maxRequests,
		int uploads, int waitingUploads, long maxUploadBytesInMemory, Duration bodyTimeout) {

	private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
	private static final int MB = 1 << 20;
	private static final int MAX_CONNECTIONS = 12_000;
	private static final int FALLBACK_CONNECTIONS = 2_000;

	/** Bodies up to 100 MB as HMA takes them; one upload a core, eight waiting for each; half of the heap for uploads. */
	public static final Limits DEFAULT = new Limits(100L * MB, 8L * MB, 16 << 10, 64 << 10, connections(), 1_000, PROCESSORS,
			8 * PROCESSORS,
			Math.max(210L * MB, Runtime.getRuntime().maxMemory() / 2), Duration.ofMinutes(2));

	/** Half of the files that the process may open, so that the index does not run out of them. */
	private static int connections() {
		return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
				? Math.clamp(system.getMaxFileDescriptorCount() / 2, 1, MAX_CONNECTIONS)
				: FALLBACK_CONNECTIONS;
	}

	/** These limits with another number of uploads at a time. */
	public Limits withUploads(int newUploads) {
		return new Limits(maxBodyBytes, maxJsonBytes, maxHeaderBytes, maxRequestLineBytes, maxConnections, maxRequests, newUploads,
				waitingUploads, maxUploadBytesInMemory, bodyTimeout);
	}

	/** These limits with another number of uploads that may wait. */
	public Limits withWaitingUploads(int newWaitingUploads) {
		return new Limits(maxBodyBytes, maxJsonBytes, maxHeaderBytes, maxRequestLineBytes, maxConnections, maxRequests, uploads,
				newWaitingUploads, maxUploadBytesInMemory, bodyTimeout);
	}

	/** These limits with another size of bodies. */
	public Limits withMaxBodyBytes(long newMaxBodyBytes) {
		return new Limits(newMaxBodyBytes, maxJsonBytes, maxHeaderBytes, maxRequestLineBytes, maxConnections, maxRequests, uploads,
				waitingUploads, maxUploadBytesInMemory, bodyTimeout);
	}

	/** These limits with another time for bodies. */
	public Limits withBodyTimeout(Duration newBodyTimeout) {
		return new Limits(maxBodyBytes, maxJsonBytes, maxHeaderBytes, maxRequestLineBytes, maxConnections, maxRequests, uploads,
				waitingUploads, maxUploadBytesInMemory, newBodyTimeout);
	}
}
