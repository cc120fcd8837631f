package org.hashaven.cli.session;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Random order from the operating system's random numbers, which cannot be computed or repeated.
 *
 * <p>
 * Reads the system's device. Java's {@link SecureRandom} first reads Java's settings for security through channels, which load the network
 * library, which opens sockets to see what the system has; hashing opens none. It is used only where there is no such device, as on
 * Windows.
 */
public final class SystemRandom {

	private static final File DEVICE = new File("/dev/urandom");

	private SystemRandom() {
	}

	/** Shuffles a list; all orders are equally likely. */
	public static void shuffle(List<?> list) {
		if (list.size() > 1) {
			shuffle(list, DEVICE);
		}
	}

	/** Shuffles a list by the random numbers of a device, or by {@link SecureRandom} where it cannot be read. */
	public static void shuffle(List<?> list, File device) {
		try (DataInputStream numbers = new DataInputStream(new BufferedInputStream(new FileInputStream(device)))) {
			RandomGenerator random = () -> next(numbers);
			Collections.shuffle(list, random);
		} catch (IOException | UncheckedIOException e) {
			Collections.shuffle(list, new SecureRandom());
		}
	}

	private static long next(DataInputStream numbers) {
		try {
			return numbers.readLong();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
