package org.hashaven.video.luma;

import org.bytedeco.ffmpeg.avutil.AVComponentDescriptor;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * The luma (or the green) of a decoded frame of any kind as it lies in memory, a row at a time: to look at frames without converting them.
 */
public final class LumaPlane {

	private static final int GREEN = 1;

	private int format = avutil.AV_PIX_FMT_NONE;
	private @Nullable AVPixFmtDescriptor description;
	private BytePointer plane = new BytePointer();
	private int stride;
	private int step;
	private int offset;
	private int shift;
	private boolean wide;
	private int rowBytes;
	private byte[] row = new byte[0];

	/** Takes a frame until the next one; it must stay valid. False when its pixels do not lie in memory as they should. */
	public boolean take(AVFrame frame) {
		if (frame.format() != format) {
			format = frame.format();
			description = avutil.av_pix_fmt_desc_get(format);
		}
		if (description == null || (description.flags() & (avutil.AV_PIX_FMT_FLAG_BITSTREAM | avutil.AV_PIX_FMT_FLAG_HWACCEL)) != 0) {
			return false;
		}
		boolean rgb = (description.flags() & avutil.AV_PIX_FMT_FLAG_RGB) != 0 && description.nb_components() > GREEN;
		AVComponentDescriptor component = description.comp(rgb ? GREEN : 0);
		plane = frame.data(component.plane());
		stride = frame.linesize(component.plane());
		step = component.step();
		offset = component.offset();
		// Of samples of more than eight bits, which lie low byte first, the eight uppermost are taken.
		shift = Math.max(0, component.depth() + component.shift() - Byte.SIZE);
		wide = component.depth() + component.shift() > Byte.SIZE;
		rowBytes = (frame.width() - 1) * step + offset + (wide ? 2 : 1);
		if (row.length < rowBytes) {
			row = new byte[rowBytes];
		}
		return true;
	}

	/** Goes to a row. */
	public void read(int y) {
		plane.position((long) y * stride).get(row, 0, rowBytes);
	}

	/** A pixel of this row, 0..255. */
	public int level(int x) {
		int at = x * step + offset;
		int sample = wide ? (row[at] & 0xff) | ((row[at + 1] & 0xff) << Byte.SIZE) : row[at] & 0xff;
		return (sample >> shift) & 0xff;
	}
}
