package org.hashaven.image;

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
			case JPEG -> OpenCvCodec.decodeJpeg(bytes, header);
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
