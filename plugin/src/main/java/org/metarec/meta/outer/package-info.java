/**
 * The outer loop, which learns the prior. Begin with {@link org.metarec.meta.outer.OuterLoop}; a
 * {@link org.metarec.meta.outer.MetaStep} is what the room {@code tensor} does of it.
 */
package org.metarec.meta.outer;
