package org.hashaven.index.lookup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.util.ArrayUtil;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.index.region.Correspondences;
import org.hashaven.index.regioncode.RegionHitSink;

/** What the regions of an upload hit in one segment, column by column, and then photo by photo. */
public final class RegionHits implements RegionHitSink {

	private int[] documents = new int[64];
	private int[] places = new int[64];
	private byte[] listed = new byte[64];
	private short[] queries = new short[64];
	private short[] distances = new short[64];
	private int size;
	private long[] order = new long[0];

	/**
	 * The hits of one photo: those from {@code begin} to before {@code end}.
	 *
	 * @param document
	 *            of the photo
	 * @param queries
	 *            how many different regions of the upload are among them
	 */
	public record Group(int document, int begin, int end, int queries) {
	}

	@Override
	public void hit(int query, int photo, int document, int region, int packedPlace, int distance) {
		if (size == documents.length) {
			int more = ArrayUtil.oversize(size + 1, Integer.BYTES);
			documents = Arrays.copyOf(documents, more);
			places = Arrays.copyOf(places, more);
			listed = Arrays.copyOf(listed, more);
			queries = Arrays.copyOf(queries, more);
			distances = Arrays.copyOf(distances, more);
		}
		documents[size] = document;
		places[size] = packedPlace;
		listed[size] = (byte) region;
		queries[size] = (short) query;
		distances[size] = (short) distance;
		size++;
	}

	/** The photos hit by at least the given number of different regions, those with most of them first; no more hits may be added. */
	public List<Group> groups(int minQueries) {
		order = new long[size];
		for (int i = 0; i < size; i++) {
			order[i] = (long) documents[i] << Integer.SIZE | i;
		}
		Arrays.sort(order);
		List<Group> groups = new ArrayList<>();
		int begin = 0;
		while (begin < size) {
			int document = documents[(int) order[begin]];
			int end = begin;
			int different = 0;
			int last = -1; // hits come query after query, and their order is kept
			while (end < size && documents[(int) order[end]] == document) {
				int query = queries[(int) order[end]];
				different += query == last ? 0 : 1;
				last = query;
				end++;
			}
			if (different >= minQueries) {
				groups.add(new Group(document, begin, end, different));
			}
			begin = end;
		}
		groups.sort(Comparator.comparingInt(Group::queries).reversed().thenComparingInt(Group::document));
		return groups;
	}

	/** The hits of one photo, as places side by side. */
	public Correspondences pairs(Group group, List<RegionQuery> upload) {
		int count = group.end - group.begin;
		RegionGeometry[] uploadPlaces = new RegionGeometry[count];
		RegionGeometry[] listedPlaces = new RegionGeometry[count];
		int[] distance = new int[count];
		int[] uploadNumbers = new int[count];
		int[] listedNumbers = new int[count];
		for (int i = 0; i < count; i++) {
			int at = (int) order[group.begin + i];
			uploadPlaces[i] = upload.get(queries[at]).place();
			listedPlaces[i] = RegionGeometry.ofPacked(places[at]);
			distance[i] = distances[at];
			uploadNumbers[i] = queries[at];
			listedNumbers[i] = listed[at];
		}
		return new Correspondences(uploadPlaces, listedPlaces, distance, uploadNumbers, listedNumbers);
	}
}
