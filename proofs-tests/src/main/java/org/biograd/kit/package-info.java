/** The conformance kit: answers, checks and generates cases; the operations by name. */
package org.biograd.kit;
