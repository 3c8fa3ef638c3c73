package org.biograd.cli.terminal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Puts into words what the file system says by class names. */
public final class Problems {

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
        if (error instanceof FileSystemException && ((FileSystemException) error).getReason() != null) {
            return ((FileSystemException) error).getReason();
        }
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }
}
