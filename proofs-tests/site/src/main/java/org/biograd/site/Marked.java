package org.biograd.site;

/**
 * A piece of source that bears the mark of a clause.
 *
 * @param clause the clause
 * @param form PLAIN, PART or FAST
 * @param path its file, from the root of the project
 * @param line the line that it begins in
 * @param name what is marked: a class, method or field
 * @param code the source itself
 */
record Marked(String clause, String form, String path, long line, String name, String code) {}
