import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Copies of jars whose class files the AOT cache can hold.
 *
 * <p>
 * The JVM archives no class below version 50 ("Old class has been linked"); picocli's are version 49, for Java 5. They get a stack map and
 * a newer version number, their code stays as it is.
 */
final class ModernClasses {

	private static final int OLDEST_ARCHIVED_VERSION = ClassFile.JAVA_6_VERSION;
	private static final int NEW_VERSION = ClassFile.JAVA_17_VERSION;

	private ModernClasses() {
	}

	/** Copies a jar, with its old classes made modern. */
	static void copy(Path from, Path to) throws IOException {
		try (JarFile jar = new JarFile(from.toFile());
				URLClassLoader loader = new URLClassLoader(new URL[]{from.toUri().toURL()});
				ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
			ClassFile classFile = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
					ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)
							.orElse(ClassHierarchyResolver.defaultResolver()).cached()));
			List<JarEntry> entries = jar.stream().toList();
			for (JarEntry entry : entries) {
				byte[] content = jar.getInputStream(entry).readAllBytes();
				ZipEntry copy = new ZipEntry(entry.getName());
				copy.setTime(entry.getTime());
				out.putNextEntry(copy);
				out.write(entry.getName().endsWith(".class") ? modern(classFile, content) : content);
			}
		}
	}

	private static byte[] modern(ClassFile classFile, byte[] content) {
		ClassModel model = classFile.parse(content);
		if (model.majorVersion() >= OLDEST_ARCHIVED_VERSION) {
			return content;
		}
		ClassTransform newVersion = (builder, element) -> {
			if (element instanceof ClassFileVersion) {
				builder.withVersion(NEW_VERSION, 0);
			} else {
				builder.with(element);
			}
		};
		// Passing each body through a transform, even an empty one, is what makes the library write its stack map.
		return classFile.transformClass(model, ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL).andThen(newVersion));
	}
}
