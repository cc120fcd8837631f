package org.hashaven.index.regioncode;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.hash.RegionSet;

/** Random photos with regions, and queries that are near some of them. */
final class RegionPhotos {

	static final String FIELD = "regions";
	static final String NUMBER = "number";

	private final SplittableRandom random;
	private final List<byte[]> vectors = new ArrayList<>();
	private final long[] scenes;

	/** Photos whose regions vary a few codes and, every other one, are random. */
	RegionPhotos(int photos, long seed) {
		random = new SplittableRandom(seed);
		scenes = random.longs(20).toArray();
		for (int i = 0; i < photos; i++) {
			vectors.add(vector());
		}
	}

	int size() {
		return vectors.size();
	}

	/** The vector of a photo. */
	byte[] vector(int photo) {
		return vectors.get(photo);
	}

	private byte[] vector() {
		byte[] vector = new byte[RegionVector.BYTES];
		int count = random.nextInt(RegionSet.MIN_REGIONS, RegionSet.MAX_REGIONS + 1);
		vector[0] = (byte) (count | (random.nextBoolean() ? 0x80 : 0));
		for (int region = 0; region < count; region++) {
			RegionVector.setCode(vector, region, code());
			int place = place();
			for (int i = 0; i < 3; i++) {
				vector[RegionVector.placeOffset(region) + i] = (byte) (place >>> (16 - 8 * i));
			}
		}
		return vector;
	}

	private long code() {
		return random.nextBoolean() ? random.nextLong() : flipped(scenes[random.nextInt(scenes.length)], 0.08);
	}

	private int place() {
		int place;
		do {
			place = random.nextInt(1 << RegionGeometry.BITS);
		} while (!RegionGeometry.isPacked(place));
		return place;
	}

	private long flipped(long code, double probability) {
		long flipped = code;
		for (int bit = 0; bit < Region.CODE_BITS; bit++) {
			if (random.nextDouble() < probability) {
				flipped ^= 1L << bit;
			}
		}
		return flipped;
	}

	/** Queries, most of them with hits. */
	List<RegionQuery> queries(int count) {
		List<RegionQuery> queries = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			queries.add(query());
		}
		return queries;
	}

	private RegionQuery query() {
		long code = random.nextInt(10) == 0 ? random.nextLong() : scenes[random.nextInt(scenes.length)];
		float[] reliabilities = new float[Region.CODE_BITS];
		for (int bit = 0; bit < reliabilities.length; bit++) {
			reliabilities[bit] = (float) random.nextDouble();
			// The less reliable a bit, the likelier it differs.
			if (random.nextDouble() < 0.3 - reliabilities[bit]) {
				code ^= 1L << bit;
			}
		}
		return RegionQuery.of(code, reliabilities, new RegionGeometry(0, 0, 0.2));
	}

	/** The document of a photo. */
	Document document(int photo) {
		Document document = new Document();
		document.add(new KnnByteVectorField(FIELD, vector(photo), VectorSimilarityFunction.EUCLIDEAN));
		document.add(new NumericDocValuesField(NUMBER, photo));
		document.add(new StringField("id", "" + photo, Field.Store.NO));
		return document;
	}

	/** A document without regions. */
	static Document otherDocument(int number) {
		Document document = new Document();
		document.add(new NumericDocValuesField(NUMBER, number));
		return document;
	}

	/** The codec, writing tables from this many regions on. */
	static Codec codec(int minTableRows) {
		KnnVectorsFormat regions = new RegionVectorsFormat(minTableRows);
		KnnVectorsFormat vectors = new PerFieldKnnVectorsFormat() {
			@Override
			public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
				return regions;
			}
		};
		return new FilterCodec(RecordCodec.NAME, new Lucene104Codec()) {
			@Override
			public KnnVectorsFormat knnVectorsFormat() {
				return vectors;
			}
		};
	}
}
