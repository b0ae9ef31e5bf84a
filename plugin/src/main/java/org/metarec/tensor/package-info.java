/**
 * The tensor engine (DJL with PyTorch): its start, its devices, the trainings as tensor programs.
 */
package org.metarec.tensor;
