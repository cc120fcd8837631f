package org.hashaven.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.testdata.broken.Blob;
import org.jspecify.annotations.Nullable;

/** Pictures as the JDK holds them, and the files its encoders make: another hand than the codecs that are tested. */
public final class JdkImages {

	private JdkImages() {
	}

	/** The picture as the JDK holds colour. */
	static BufferedImage rgb(Picture picture) {
		BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < picture.height(); y++) {
			for (int x = 0; x < picture.width(); x++) {
				image.setRGB(x, y, (picture.sample(x, y, 0) << 16) | (picture.sample(x, y, 1) << 8) | picture.sample(x, y, 2));
			}
		}
		return image;
	}

	/** The picture as the JDK holds grey. */
	static BufferedImage grey(Picture picture) {
		BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
		image.getRaster().setDataElements(0, 0, picture.width(), picture.height(), picture.toGrey().samples());
		return image;
	}

	/** The picture's green channel as indexes into a palette of unlike colours. */
	public static BufferedImage indexed(Picture picture, int bits) {
		int colours = 1 << bits;
		byte[][] channels = new byte[3][colours];
		for (int i = 0; i < colours; i++) {
			channels[0][i] = (byte) (i * 37 + 11);
			channels[1][i] = (byte) (200 - i * 3);
			channels[2][i] = (byte) (i * 91);
		}
		IndexColorModel model = new IndexColorModel(bits, colours, channels[0], channels[1], channels[2]);
		WritableRaster raster = bits == 1 || bits == 2 || bits == 4
				? Raster.createPackedRaster(DataBuffer.TYPE_BYTE, picture.width(), picture.height(), 1, bits, null)
				: Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, picture.width(), picture.height(), 1, null);
		for (int y = 0; y < picture.height(); y++) {
			for (int x = 0; x < picture.width(); x++) {
				raster.setSample(x, y, 0, picture.sample(x, y, 1) >> (8 - bits));
			}
		}
		return new BufferedImage(model, raster, false, null);
	}

	/** The colours of a palette picture. */
	static RgbImage shown(BufferedImage image) {
		Blob samples = new Blob();
		for (int y = 0; y < image.getHeight(); y++) {
			for (int x = 0; x < image.getWidth(); x++) {
				int rgb = image.getRGB(x, y);
				samples.u8(rgb >> 16, rgb >> 8, rgb);
			}
		}
		return RgbImage.ofRgb(image.getWidth(), image.getHeight(), samples.toBytes());
	}

	/** The file that the JDK's encoder makes; without a compression its usual one. */
	public static byte[] write(BufferedImage image, String format, @Nullable String compression, boolean interlaced)
			throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
		ImageWriteParam param = writer.getDefaultWriteParam();
		if (compression != null && !compression.equals("none")) {
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionType(compression);
		}
		if (param.canWriteProgressive()) {
			param.setProgressiveMode(interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
		}
		return write(new IIOImage(image, null, null), writer, param);
	}

	/** The file that an encoder with these settings makes. */
	static byte[] write(IIOImage image, ImageWriter writer, ImageWriteParam param) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			writer.write(null, image, param);
		} finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}
}
