import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Copies of jars as the application ships them: small, and with classes that the AOT cache can hold.
 *
 * <p>
 * Left out are files that are not used and the names of local variables, which only a debugger reads. The JVM archives no class below
 * version 50 ("Old class has been linked"); picocli's are version 49, for Java 5. They get a stack map and a newer version number, their
 * code stays as it is.
 */
final class SmallClasses {

	private static final int OLDEST_ARCHIVED_VERSION = ClassFile.JAVA_6_VERSION;
	private static final int NEW_VERSION = ClassFile.JAVA_17_VERSION;

	private static final ClassTransform WITHOUT_VARIABLE_NAMES = ClassTransform.transformingMethodBodies((code, element) -> {
		if (!(element instanceof LocalVariable || element instanceof LocalVariableType)) {
			code.with(element);
		}
	});
	private static final ClassTransform NEWER = (builder, element) -> {
		if (element instanceof ClassFileVersion) {
			builder.withVersion(NEW_VERSION, 0);
		} else {
			builder.with(element);
		}
	};

	private final ClassFile classFile;
	private final Pattern unused;

	/**
	 * @param jars
	 *            all jars of the application: a stack map depends on the classes that a class uses
	 * @param unused
	 *            the names of files that are left out
	 */
	SmallClasses(List<Path> jars, Pattern unused) {
		this.unused = unused;
		URL[] urls = jars.stream().map(SmallClasses::url).toArray(URL[]::new);
		ClassHierarchyResolver classes = ClassHierarchyResolver.ofResourceParsing(new URLClassLoader(urls))
				.orElse(ClassHierarchyResolver.defaultResolver()).cached();
		// A new constant pool: the old one would keep the names.
		classFile = ClassFile.of(ClassFile.ConstantPoolSharingOption.NEW_POOL, ClassFile.ClassHierarchyResolverOption.of(classes));
	}

	private static URL url(Path jar) {
		try {
			return jar.toUri().toURL();
		} catch (MalformedURLException e) {
			throw new IllegalArgumentException(e);
		}
	}

	void copy(Path from, Path to) throws IOException {
		try (JarFile jar = new JarFile(from.toFile()); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
			out.setLevel(Deflater.BEST_COMPRESSION);
			for (JarEntry entry : jar.stream().filter(each -> !unused.matcher(each.getName()).matches()).toList()) {
				byte[] content = jar.getInputStream(entry).readAllBytes();
				ZipEntry copy = new ZipEntry(entry.getName());
				copy.setTime(entry.getTime());
				out.putNextEntry(copy);
				out.write(entry.getName().endsWith(".class") ? small(content) : content);
			}
		}
	}

	private byte[] small(byte[] content) {
		ClassModel model = classFile.parse(content);
		if (model.majorVersion() < OLDEST_ARCHIVED_VERSION) {
			return classFile.withOptions(ClassFile.StackMapsOption.GENERATE_STACK_MAPS).transformClass(model,
					WITHOUT_VARIABLE_NAMES.andThen(NEWER));
		}
		try {
			return classFile.transformClass(model, WITHOUT_VARIABLE_NAMES);
		} catch (IllegalArgumentException e) {
			// It uses a class of a library that the application does not have, and so is not used itself.
			return content;
		}
	}
}
