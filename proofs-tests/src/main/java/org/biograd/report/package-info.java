/** What a verification leaves behind: a summary for machines, a page for people and a table for the terminal. */
package org.biograd.report;
