package org.biograd.cli.terminal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;

/** Puts into words what the file system says by class names, and adds what helps. */
public final class Problems {

    /** What the system says, in the words of glibc, and what helps. */
    private static final Map<String, String> ADVICE = Map.of(
            "No space left on device", "no space left: free some there, or name a place on another disk",
            "Disk quota exceeded", "the quota is used up: free some space there, or name a place on another disk",
            "Read-only file system", "the file system can only be read: name a place on another",
            "Is a directory", "it is a folder; a file is needed",
            "Not a directory", "what should be a folder in it is a file",
            "File name too long", "the name is too long for the file system",
            "Too many levels of symbolic links", "the links in it lead in a circle",
            "Too many open files", "too many files are open: close some, or raise the limit (ulimit -n)",
            "Broken pipe", "the reader is gone");

    private Problems() {}

    /** What is wrong, with the file that it is wrong with where one is known. */
    public static String describe(IOException error) {
        String file = error instanceof FileSystemException ? ((FileSystemException) error).getFile() : null;
        return file == null ? reason(error) : file + ": " + reason(error);
    }

    /** What is wrong, without the name of a file. */
    public static String reason(IOException error) {
        if (error instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (error instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (error instanceof FileAlreadyExistsException || error instanceof NotDirectoryException) {
            return "not a folder";
        }
        if (error instanceof DirectoryNotEmptyException) {
            return "a folder stands in its place";
        }
        String told = error instanceof FileSystemException file ? file.getReason() : error.getMessage();
        String reason = told != null ? told : error.getMessage();
        return reason == null ? error.getClass().getSimpleName() : ADVICE.getOrDefault(reason, reason);
    }
}
