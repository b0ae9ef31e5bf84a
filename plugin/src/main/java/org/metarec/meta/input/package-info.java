/** What a training is given: the graph, the embeddings, and what the live model knew before. */
package org.metarec.meta.input;
