package org.hashaven.view;

import java.util.List;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.image.RgbImage;
import org.hashaven.region.RegionHasher;
import org.hashaven.region.UploadRegions;
import org.jspecify.annotations.Nullable;

/** The regions of an upload, computed once, on first use; not thread-safe. */
final class LazyRegions {

	private final RgbImage image;
	private @Nullable UploadRegions made;

	LazyRegions(RgbImage image) {
		this.image = image;
	}

	List<RegionQuery> upright() {
		return regions().upright();
	}

	List<RegionQuery> mirrored() {
		return regions().mirrored();
	}

	private UploadRegions regions() {
		UploadRegions known = made;
		if (known == null) {
			known = RegionHasher.ofUpload(image);
			made = known;
		}
		return known;
	}
}
