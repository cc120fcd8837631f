package org.hashaven.worker;

import java.io.File;

/** The class path of a process that will not be able to open files. */
final class ClassPath {

	private static final String CLASS = ".class";

	private ClassPath() {
	}

	/**
	 * Opens every jar, so that classes can be loaded from it later, and loads every class of every folder, as there are in a build or an
	 * IDE.
	 */
	static void open() {
		ClassLoader.getSystemResource("none");
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
			File folder = new File(entry);
			if (folder.isDirectory()) {
				load(folder, "");
			}
		}
	}

	private static void load(File folder, String packagePrefix) {
		File[] files = folder.listFiles();
		for (File file : files == null ? new File[0] : files) {
			String name = file.getName();
			if (file.isDirectory()) {
				load(file, packagePrefix + name + ".");
			} else if (name.endsWith(CLASS)) {
				loadClass(packagePrefix + name.substring(0, name.length() - CLASS.length()));
			}
		}
	}

	private static void loadClass(String name) {
		try {
			Class.forName(name, false, ClassPath.class.getClassLoader());
		} catch (ClassNotFoundException | LinkageError e) {
			// package-info, module-info, or a class whose dependencies are not there: nothing here uses it
		}
	}
}
