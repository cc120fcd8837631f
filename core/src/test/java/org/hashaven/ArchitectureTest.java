package org.hashaven;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.Set;

/**
 * The arrows of this module: hash ← image ← pdq ← video, and pdq ← region ← view; media on all of them, worker on media; javacv on video.
 */
@AnalyzeClasses(packages = "org.hashaven", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

	@ArchTest
	static final ArchRule ARROWS = layeredArchitecture().consideringOnlyDependenciesInLayers().layer("hash")
			.definedBy("org.hashaven.hash..").layer("image").definedBy("org.hashaven.image..").layer("pdq")
			.definedBy("org.hashaven.pdq..").layer("video").definedBy("org.hashaven.video..").layer("region")
			.definedBy("org.hashaven.region..").layer("view").definedBy("org.hashaven.view..").layer("media")
			.definedBy("org.hashaven.media..").layer("worker").definedBy("org.hashaven.worker..").layer("javacv")
			.definedBy("org.hashaven.javacv..").withOptionalLayers(true)
			.whereLayer("javacv").mayNotBeAccessedByAnyLayer().whereLayer("worker").mayNotBeAccessedByAnyLayer().whereLayer("media")
			.mayOnlyBeAccessedByLayers("worker")
			.whereLayer("video").mayOnlyBeAccessedByLayers("media", "worker", "javacv")
			.whereLayer("view").mayOnlyBeAccessedByLayers("media")
			.whereLayer("region").mayOnlyBeAccessedByLayers("view", "media", "worker")
			.whereLayer("pdq").mayOnlyBeAccessedByLayers("video", "region", "view", "media", "worker", "javacv")
			.whereLayer("image").mayOnlyBeAccessedByLayers("pdq", "video", "region", "view", "media", "worker", "javacv")
			.whereLayer("hash").mayOnlyBeAccessedByLayers("image", "pdq", "video", "region", "view", "media", "worker", "javacv");

	/** Sub-packages form no circles. */
	@ArchTest
	static final ArchRule NO_CYCLES_AMONG_SUB_PACKAGES = slices().matching("org.hashaven.(image|video|view|region|worker).(*)..").should()
			.beFreeOfCycles();

	@ArchTest
	static final ArchRule IMAGE_FACADE_IS_NOT_USED_FROM_BELOW = facadeIsNotUsedFromBelow("org.hashaven.image", "ImageDecoder",
			"ImageFormat",
			"FormatSniffer", "OtherFormats");

	@ArchTest
	static final ArchRule VIDEO_FACADE_IS_NOT_USED_FROM_BELOW = facadeIsNotUsedFromBelow("org.hashaven.video", "VideoHasher",
			"FrameStreamHasher", "FrameHasher", "HashingThread", "FrameViews");

	@ArchTest
	static final ArchRule VIEW_FACADE_IS_NOT_USED_FROM_BELOW = facadeIsNotUsedFromBelow("org.hashaven.view", "PhotoViews", "ViewSequence",
			"LazyViewIterator");

	@ArchTest
	static final ArchRule REGION_FACADE_IS_NOT_USED_FROM_BELOW = facadeIsNotUsedFromBelow("org.hashaven.region", "RegionHasher",
			"RepeatabilityFilter", "ListedPicker", "SpreadPicker", "UploadRegions");

	@ArchTest
	static final ArchRule WORKER_FACADE_IS_NOT_USED_FROM_BELOW = noClasses().that().resideInAPackage("org.hashaven.worker.*..").should()
			.dependOnClassesThat().resideInAPackage("org.hashaven.worker");

	/** JavaCV is an optional dependency: whatever else needed it would fail where it is missing. */
	@ArchTest
	static final ArchRule ONLY_ITS_PACKAGE_NEEDS_JAVACV = noClasses().that().resideOutsideOfPackage("org.hashaven.javacv..").should()
			.dependOnClassesThat().resideInAnyPackage("org.bytedeco.javacv..", "org.hashaven.javacv..");

	@ArchTest
	static final ArchRule NO_TESTDATA_IN_THE_PROGRAM = noClasses().that()
			.resideOutsideOfPackages("org.hashaven.testdata..", "org.hashaven.samples..").should()
			.dependOnClassesThat().resideInAnyPackage("org.hashaven.testdata..", "org.hashaven.samples..");

	@ArchTest
	static final ArchRule HASHING_OPENS_NO_CONNECTION = noClasses().that()
			.resideOutsideOfPackages("org.hashaven.testdata..", "org.hashaven.samples..").should()
			.dependOnClassesThat().resideInAnyPackage("java.net..", "javax.net..").orShould()
			.dependOnClassesThat().haveNameMatching("java\\.nio\\.channels\\..*(Socket|Datagram).*");

	/** Her picture is never shown and never written: no windows, no encoders. */
	@ArchTest
	static final ArchRule PICTURES_ARE_NEITHER_SHOWN_NOR_WRITTEN = noClasses().that()
			.resideOutsideOfPackages("org.hashaven.testdata..", "org.hashaven.samples..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..", "org.bytedeco.opencv.opencv_highgui..")
			.orShould().callMethodWhere(DescribedPredicate.describe("encode pictures",
					call -> call.getTarget().getName().matches("imwrite.*|imencode.*|imshow|avcodec_send_frame")));

	/**
	 * The façade of a package may use its sub-packages, the values beside it may not, and nothing below or beside uses the façade: so that
	 * no circle of classes runs through the package either.
	 */
	private static ArchRule facadeIsNotUsedFromBelow(String name, String... facadeClasses) {
		Set<String> names = Set.of(facadeClasses);
		DescribedPredicate<JavaClass> facade = DescribedPredicate.describe("the façade of " + name,
				each -> each.getPackageName().equals(name)
						&& names.contains(each.getName().substring(name.length() + 1).replaceFirst("\\$.*", "")));
		DescribedPredicate<JavaClass> values = resideInAPackage(name).and(not(facade)).as("the values of " + name);
		return CompositeArchRule
				.of(noClasses().that(resideInAPackage(name + "..").and(not(facade))).should().dependOnClassesThat(facade))
				.and(noClasses().that(values).should().dependOnClassesThat(resideInAPackage(name + ".*..")));
	}
}
