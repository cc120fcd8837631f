package org.hashaven.image;

/** The content of a file that is in memory already. */
final class MemorySource implements ByteSource {

	private final byte[] content;

	MemorySource(byte[] content) {
		this.content = content;
	}

	@Override
	public long sizeBytes() {
		return content.length;
	}

	@Override
	public int read(long position, byte[] to, int offset, int count) {
		if (position >= content.length) {
			return -1;
		}
		int read = Math.min(count, content.length - (int) position);
		System.arraycopy(content, (int) position, to, offset, read);
		return read;
	}

	/** Does nothing: there is nothing that stays open. */
	@Override
	public void close() {
		// nothing stays open
	}
}
