package dev.lanewise.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the system wants a program to keep what it can fetch again. */
final class UserCache {

    private UserCache() {}

    /** The user's cache folder on this system, which need not exist yet. */
    static Path folder() {
        return folder(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    static Path folder(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return absolute(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches");
        }
        return absolute(environment, "XDG_CACHE_HOME", home.resolve(".cache"));
    }

    /** The XDG base directory specification has relative paths ignored. */
    private static Path absolute(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return !value.isEmpty() && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
    }
}
