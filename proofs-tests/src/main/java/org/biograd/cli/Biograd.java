package org.biograd.cli;
/** x */
public final class Biograd { private Biograd() {} 
/** x */ public static void main(String[] a) { System.out.println("hi"); } }
