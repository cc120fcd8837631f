package org.hashaven.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.image.ImageDecoder;
import org.hashaven.image.RgbImage;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.MatchOptions;
import org.hashaven.matcher.UploadMatcher;
import org.hashaven.media.InProcessHasher;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.region.RegionHasher;

/** A platform whose libraries are named modules: lists a photo with its regions, and matches it. */
final class ModularPlatform {

	private ModularPlatform() {
	}

	/** Arguments: an empty folder, a photo. */
	public static void main(String[] args) throws IOException {
		Path photo = Path.of(args[1]);
		try (HashIndex index = HashIndex.create(Path.of(args[0]))) {
			RgbImage picture = new ImageDecoder().decode(photo);
			PdqResult hash = PdqHasher.hash(picture);
			index.add(Bank.DEFAULT.name(),
					List.of(HashRecord.ofPhoto(hash.hash(), hash.quality()).withRegions(RegionHasher.ofListed(picture))));
			boolean blocks = new UploadMatcher(index, new InProcessHasher(), MatchOptions.DEFAULT).match(photo).blocks();
			System.out.println(UploadMatcher.class.getModule().getName() + " blocks: " + blocks);
		}
	}
}
