package org.hashaven.video.luma;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/**
 * The luma of 8-bit YUV frames: what PDQ's luma would be after the frame had been converted to 8-bit RGB, without making that picture.
 *
 * <p>
 * vPDQ's program converts with swscale and its default colours, the matrix of BT.601 whatever the video says; lists made by it can be
 * matched by the bit only if we do the same. The luma of the result is not simply Y: red, green and blue are rounded and clipped at 0 and
 * 255, which shows in dark and in strongly coloured pictures. So the three are computed, exactly as by swscale's tables (chroma is rounded
 * to steps of Y, one value serves all pixels of its block), in loops that the JIT vectorises.
 */
public final class YuvLuma implements LumaRows {

	/** swscale's coefficients of BT.601 times 2^16: red and blue of chroma, and green's of both, which are taken away. */
	private static final long RED_OF_V = 104_597;
	private static final long BLUE_OF_U = 132_201;
	private static final long GREEN_OF_U = -25_675;
	private static final long GREEN_OF_V = -53_279;
	private static final int CHROMA_LEVELS = 256;

	/** Tables for one range of Y: limited is 16..235, full 0..255. */
	private record Tables(int factor, int offset, int[] redOfV, int[] blueOfU, int[] greenOfU, int[] greenOfV) {

		static Tables of(boolean fullRange) {
			long factor = fullRange ? 1 << 16 : (1 << 16) * 255L / 219;
			// The limited range's table begins 326 steps before black, where 384 + 16 is taken for it: black is not quite 0.
			long offset = fullRange ? 0 : 326 * factor - (400L << 16);
			return new Tables((int) factor, (int) offset + (1 << 15), table(RED_OF_V, fullRange, factor),
					table(BLUE_OF_U, fullRange, factor), table(GREEN_OF_U, fullRange, factor), table(GREEN_OF_V, fullRange, factor));
		}

		/** What each value of chroma adds, in steps of Y. */
		private static int[] table(long coefficient, boolean fullRange, long factor) {
			long scaled = fullRange ? coefficient * 224 / 255 : coefficient;
			long steps = ((scaled << 16) + (1 << 15)) / factor;
			int[] table = new int[CHROMA_LEVELS];
			for (int value = 0; value < CHROMA_LEVELS; value++) {
				table[value] = (int) (((value * steps) >> 16) - (steps >> 9));
			}
			return table;
		}
	}

	private static final Tables LIMITED = Tables.of(false);
	private static final Tables FULL = Tables.of(true);

	private final BytePointer[] planes = new BytePointer[3];
	private final int[] strides = new int[3];
	private Tables tables = LIMITED;
	private int width;
	private int chromaShiftX;
	private int chromaShiftY;
	private int chromaRow;
	private byte[] bytes = new byte[0];
	private byte[] otherBytes = new byte[0];
	private int[] y = new int[0];
	private int[] red = new int[0];
	private int[] green = new int[0];
	private int[] blue = new int[0];

	/** Takes a frame if it is of a kind that is read here, until the next one; it must stay valid. */
	public boolean take(AVFrame frame) {
		int shifts = shifts(frame.format());
		if (shifts < 0) {
			return false;
		}
		chromaShiftX = shifts >> 4;
		chromaShiftY = shifts & 0xf;
		tables = isFullRange(frame) ? FULL : LIMITED;
		for (int i = 0; i < planes.length; i++) {
			planes[i] = frame.data(i);
			strides[i] = frame.linesize(i);
		}
		chromaRow = -1;
		if (width != frame.width()) {
			width = frame.width();
			// One more than the width: chroma of an odd width covers it.
			bytes = new byte[width + 1];
			otherBytes = new byte[width + 1];
			y = new int[width + 1];
			red = new int[width + 1];
			green = new int[width + 1];
			blue = new int[width + 1];
		}
		return true;
	}

	/** Shifts of the chroma planes, across in the upper four bits, down in the lower; -1 for another format. */
	private static int shifts(int format) {
		if (format == avutil.AV_PIX_FMT_YUV420P || format == avutil.AV_PIX_FMT_YUVJ420P) {
			return 0x11;
		}
		if (format == avutil.AV_PIX_FMT_YUV422P || format == avutil.AV_PIX_FMT_YUVJ422P) {
			return 0x10;
		}
		if (format == avutil.AV_PIX_FMT_YUV444P || format == avutil.AV_PIX_FMT_YUVJ444P) {
			return 0;
		}
		return -1;
	}

	/** Old formats have the range in their name. */
	static boolean isFullRange(AVFrame frame) {
		int format = frame.format();
		return frame.color_range() == avutil.AVCOL_RANGE_JPEG || format == avutil.AV_PIX_FMT_YUVJ420P
				|| format == avutil.AV_PIX_FMT_YUVJ422P || format == avutil.AV_PIX_FMT_YUVJ444P;
	}

	@Override
	public void read(int row, float[] luma) {
		if (row >> chromaShiftY != chromaRow) {
			chromaRow = row >> chromaShiftY;
			readChroma();
		}
		copy(0, row, bytes, width);
		widen(bytes, y, width);
		luma(y, red, tables.factor, tables.offset, 0.299f, luma, width);
		addLuma(y, green, tables.factor, tables.offset, 0.587f, luma, width);
		addLuma(y, blue, tables.factor, tables.offset, 0.114f, luma, width);
	}

	private void readChroma() {
		int chromaWidth = (width + (1 << chromaShiftX) - 1) >> chromaShiftX;
		copy(1, chromaRow, bytes, chromaWidth);
		copy(2, chromaRow, otherBytes, chromaWidth);
		for (int i = 0; i < chromaWidth; i++) {
			int u = bytes[i] & 0xff;
			int v = otherBytes[i] & 0xff;
			int at = i << chromaShiftX;
			red[at] = tables.redOfV[v];
			green[at] = tables.greenOfU[u] + tables.greenOfV[v];
			blue[at] = tables.blueOfU[u];
			if (chromaShiftX == 1) {
				red[at + 1] = red[at];
				green[at + 1] = green[at];
				blue[at + 1] = blue[at];
			}
		}
	}

	private void copy(int plane, int row, byte[] to, int count) {
		planes[plane].position((long) row * strides[plane]).get(to, 0, count);
	}

	private static void widen(byte[] from, int[] to, int count) {
		for (int i = 0; i < count; i++) {
			to[i] = from[i] & 0xff;
		}
	}

	private static void luma(int[] y, int[] chroma, int factor, int offset, float weight, float[] luma, int count) {
		for (int i = 0; i < count; i++) {
			luma[i] = weight * Math.max(0, Math.min(255, ((y[i] + chroma[i]) * factor + offset) >> 16));
		}
	}

	private static void addLuma(int[] y, int[] chroma, int factor, int offset, float weight, float[] luma, int count) {
		for (int i = 0; i < count; i++) {
			luma[i] += weight * Math.max(0, Math.min(255, ((y[i] + chroma[i]) * factor + offset) >> 16));
		}
	}
}
