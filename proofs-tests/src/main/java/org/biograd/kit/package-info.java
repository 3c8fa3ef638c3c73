/** Cases of the conformance kit: their form as lines of JSON, the operations that answer them, and the comparison of answers. */
package org.biograd.kit;
