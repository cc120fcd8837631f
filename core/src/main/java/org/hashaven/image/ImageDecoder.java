package org.hashaven.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageHeader;
import org.hashaven.image.codec.PixelLimit;

/**
 * Decodes a picture from hostile bytes: upright, without alpha, within limits.
 *
 * <pre>
 *   bytes → FormatSniffer → the format's HeaderReader → ImageLimits → the format's Codec → RgbImage
 *            by content       size, orientation,         before any    pixels, turned
 *                             whole or cut off           memory        upright
 * </pre>
 *
 * <p>
 * Thread-safe and without state. Nothing is written to disk, no connection is opened, and every native object is closed before the call
 * returns.
 */
public final class ImageDecoder {

	private final ImageLimits limits;

	/** A decoder with the {@linkplain ImageLimits#DEFAULT default limits}. */
	public ImageDecoder() {
		this(ImageLimits.DEFAULT);
	}

	public ImageDecoder(ImageLimits limits) {
		this.limits = limits;
	}

	/**
	 * Decodes a file.
	 *
	 * @throws ImageException
	 *             when the content is not a picture that can be read within the limits
	 * @throws IOException
	 *             when the file itself cannot be read
	 */
	public RgbImage decode(Path file) throws IOException {
		try (ByteSource source = ByteSource.ofFile(file)) {
			return decode(source);
		}
	}

	/**
	 * Decodes a file that is open, which stays so.
	 *
	 * @throws ImageException
	 *             when the content is not a picture that can be read within the limits
	 * @throws IOException
	 *             when the file itself cannot be read
	 */
	public RgbImage decode(ByteSource file) throws IOException {
		return decode(read(file));
	}

	/**
	 * Decodes the content of a file.
	 *
	 * @throws ImageException
	 *             when the bytes are not a picture that can be read within the limits
	 */
	public RgbImage decode(byte[] content) throws ImageException {
		return decode(new Bytes(content));
	}

	/**
	 * Decodes what can be read of a file that is damaged or cut off; what is missing is black or grey. Its hash may be far from that of the
	 * whole picture: it is good for looking an upload up, and bad for a list.
	 *
	 * @throws ImageException
	 *             when nothing of it can be read within the limits
	 * @throws IOException
	 *             when the file itself cannot be read
	 */
	public RgbImage decodeDamaged(Path file) throws IOException {
		try (ByteSource source = ByteSource.ofFile(file)) {
			return decodeDamaged(source);
		}
	}

	/**
	 * Decodes what can be read of a file that is open, which stays so; likewise.
	 *
	 * @throws ImageException
	 *             when nothing of it can be read within the limits
	 * @throws IOException
	 *             when the file itself cannot be read
	 */
	public RgbImage decodeDamaged(ByteSource file) throws IOException {
		return decode(new Bytes(read(file)).tolerant());
	}

	private RgbImage decode(Bytes bytes) throws ImageException {
		limits.requireBytes(bytes.length());
		ImageFormat format = FormatSniffer.sniff(bytes);
		ImageHeader header = format.readHeader(bytes);
		PixelLimit.require(limits, header.width(), header.height());
		try {
			return format.decode(bytes, header, limits);
		} catch (OutOfMemoryError e) {
			// One array of pixels did not fit: the program is as sound as before.
			ImageException tooLarge = new ImageException(ImageException.Reason.TOO_MANY_PIXELS,
					"The picture needs more memory than this program may use.");
			tooLarge.initCause(e);
			throw tooLarge;
		}
	}

	/** Reads a whole file. */
	private byte[] read(ByteSource file) throws IOException {
		// What the system says of a file's size is enough to refuse it, before any of it is read.
		limits.requireBytes(file.sizeBytes());
		byte[] content = new byte[(int) file.sizeBytes()];
		int count = file.readFully(0, content, content.length);
		// A file may have shrunk or grown meanwhile: the end of a picture that is still being written is not there yet.
		return count < content.length ? Arrays.copyOf(content, count) : content;
	}
}
