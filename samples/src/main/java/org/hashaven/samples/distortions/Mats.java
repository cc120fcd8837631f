package org.hashaven.samples.distortions;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.hashaven.samples.pictures.Picture;

/** Pictures to OpenCV's matrices and back; OpenCV has blue first. */
final class Mats {

	private Mats() {
	}

	/** Runs an operation of OpenCV on a picture: its source is the first matrix, its target the second. */
	static Picture through(Picture picture, BiConsumer<Mat, Mat> operation) {
		return scoped(() -> {
			Mat target = new Mat();
			operation.accept(toMat(picture), target);
			return toPicture(target);
		});
	}

	/** Lets an operation of OpenCV draw on a copy of the picture, in colour. */
	static Picture on(Picture picture, Consumer<Mat> drawing) {
		return scoped(() -> {
			Mat mat = toMat(picture.toRgb());
			drawing.accept(mat);
			return toPicture(mat);
		});
	}

	/** Runs something that takes memory from OpenCV; all of it is given back at the end. */
	static <T> T scoped(Supplier<T> work) {
		PointerScope scope = new PointerScope();
		try {
			return work.get();
		} finally {
			scope.close();
		}
	}

	static Mat toMat(Picture picture) {
		boolean grey = picture.channels() == 1;
		Mat mat = new Mat(picture.height(), picture.width(), grey ? opencv_core.CV_8UC1 : opencv_core.CV_8UC3);
		byte[] samples = grey ? picture.samples() : swapped(picture.samples());
		try (BytePointer data = mat.data()) {
			data.put(samples, 0, samples.length);
		}
		return mat;
	}

	static Picture toPicture(Mat mat) {
		if (!mat.isContinuous() || mat.depth() != opencv_core.CV_8U) {
			throw new IllegalArgumentException("a picture has 8 bits a sample, row after row");
		}
		byte[] samples = new byte[Math.toIntExact(mat.total() * mat.channels())];
		try (BytePointer data = mat.data()) {
			data.get(samples, 0, samples.length);
		}
		return switch (mat.channels()) {
			case 1 -> Picture.ofGrey(mat.cols(), mat.rows(), samples);
			case 3 -> Picture.ofRgb(mat.cols(), mat.rows(), swapped(samples));
			default -> throw new IllegalArgumentException("a picture has one or three channels, not " + mat.channels());
		};
	}

	/** Moves what an affine matrix of doubles makes by so many pixels. */
	static void shift(Mat affine, double right, double down) {
		try (BytePointer data = affine.data(); DoublePointer entries = new DoublePointer(data)) {
			entries.put(2, entries.get(2) + right);
			entries.put(5, entries.get(5) + down);
		}
	}

	/** A colour from {@code 0xrrggbb}. */
	static Scalar colour(int rgb) {
		return new Scalar(rgb & 255, rgb >> 8 & 255, rgb >> 16 & 255, 0);
	}

	private static byte[] swapped(byte[] samples) {
		byte[] swapped = new byte[samples.length];
		for (int i = 0; i < samples.length; i += 3) {
			swapped[i] = samples[i + 2];
			swapped[i + 1] = samples[i + 1];
			swapped[i + 2] = samples[i];
		}
		return swapped;
	}
}
