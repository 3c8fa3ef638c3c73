/** What a search and a study of many trainings have in common: their text, their samples and their threads. */
package org.biograd.train.trial;
