package dev.baton.handbook;

/**
 * One finding in what an operator wrote.
 *
 * @param file the file as the operator named it, or {@link #ENVIRONMENT}
 * @param line counted from 1; 0 where there is no line
 * @param path where in the file, such as {@code timings.request.nudge}; of the environment, the variable; empty for the
 *     file as a whole
 * @param finding what is wrong and what would be right, as a clause that follows a colon
 */
public record Problem(String file, int line, String path, String finding) {
    public static final String ENVIRONMENT = "environment";

    /** A finding about one environment variable. The finding must not quote the value: it may be a secret. */
    public static Problem ofVariable(String variable, String finding) {
        return new Problem(ENVIRONMENT, 0, variable, finding);
    }

    @Override
    public String toString() {
        if (file.equals(ENVIRONMENT)) {
            return path + ": " + finding;
        }
        String place = line > 0 ? file + ":" + line : file;
        return place + (path.isEmpty() ? "" : " " + path) + ": " + finding;
    }
}
