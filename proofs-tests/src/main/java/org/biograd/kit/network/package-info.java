/** The operations of the integer network: each is answered by the code that trains. */
package org.biograd.kit.network;
