/** Photos and videos to hashes. */
module org.hashaven.core {
	requires static transitive org.jspecify;
	requires transitive org.hashaven.hash;
	requires transitive org.bytedeco.ffmpeg;
	requires org.bytedeco.javacpp;
	requires transitive org.bytedeco.opencv;
	requires static org.bytedeco.javacv;

	exports org.hashaven.image;
	exports org.hashaven.javacv;
	exports org.hashaven.media;
	exports org.hashaven.pdq;
	exports org.hashaven.region;
	exports org.hashaven.video;
	exports org.hashaven.view;
	exports org.hashaven.worker;
}
