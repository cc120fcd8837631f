package org.hashaven.server.retro;

/** Ends a thread. */
final class Threads {

	private Threads() {
	}

	/** Interrupts a thread and returns when it has ended; who is interrupted meanwhile still is afterwards. */
	static void end(Thread thread) {
		thread.interrupt();
		boolean interrupted = false;
		while (thread.isAlive()) {
			try {
				thread.join();
			} catch (InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}
}
