/** Files that commands read: models, searches and studies. */
package org.biograd.cli.file;
