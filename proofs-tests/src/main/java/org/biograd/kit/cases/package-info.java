/** The form of a case: lines, JSON, fields, and what is wrong with them. */
package org.biograd.kit.cases;
