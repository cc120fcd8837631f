package org.hashaven.image;

import org.hashaven.image.bmp.BmpCodec;
import org.hashaven.image.bmp.BmpHeader;
import org.hashaven.image.bmp.IcoPicture;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageHeader;
import org.hashaven.image.gif.GifCodec;
import org.hashaven.image.gif.GifHeader;
import org.hashaven.image.heif.HeifCodec;
import org.hashaven.image.heif.HeifHeader;
import org.hashaven.image.jpeg.JpegCodec;
import org.hashaven.image.jpeg.JpegHeader;
import org.hashaven.image.jpeg2000.Jpeg2000Codec;
import org.hashaven.image.jpeg2000.Jpeg2000Header;
import org.hashaven.image.png.PngCodec;
import org.hashaven.image.png.PngHeader;
import org.hashaven.image.tiff.TiffCodec;
import org.hashaven.image.tiff.TiffHeader;
import org.hashaven.image.webp.WebpCodec;
import org.hashaven.image.webp.WebpHeader;

/** The picture formats that are read here, each with the parser of its header and the codec for its pixels. */
public enum ImageFormat {
	JPEG, PNG, WEBP, GIF, BMP, TIFF, HEIC, AVIF, JPEG_2000, ICO;

	/** Reads what a file claims; total, and takes no memory for the picture. */
	ImageHeader readHeader(Bytes bytes) throws ImageException {
		return switch (this) {
			case JPEG -> JpegHeader.read(bytes);
			case PNG -> PngHeader.read(bytes);
			case WEBP -> WebpHeader.read(bytes);
			case GIF -> GifHeader.read(bytes);
			case BMP -> BmpHeader.read(bytes);
			case TIFF -> TiffHeader.read(bytes);
			case HEIC, AVIF -> HeifHeader.read(bytes);
			case JPEG_2000 -> Jpeg2000Header.read(bytes);
			case ICO -> IcoPicture.read(bytes);
		};
	}

	/** Makes the pixels, once the header's claims are within the limits. */
	RgbImage decode(Bytes bytes, ImageHeader header, ImageLimits limits) throws ImageException {
		return switch (this) {
			case JPEG -> JpegCodec.decode(bytes, header);
			case PNG -> PngCodec.decode(bytes, header);
			case WEBP -> WebpCodec.decode(bytes, header, limits);
			case GIF -> GifCodec.decode(bytes, header, limits);
			case BMP -> BmpCodec.decode(bytes, header);
			case TIFF -> TiffCodec.decode(bytes, header);
			case HEIC, AVIF -> HeifCodec.decode(bytes, header, limits);
			case JPEG_2000 -> Jpeg2000Codec.decode(bytes, header);
			case ICO -> IcoPicture.decode(bytes, header);
		};
	}
}
