/**
 * Relations between items: director, actor, genre, or whatever the graph has. Two items are related
 * when one relation leads from both to the same attribute, or from one to the other.
 */
package org.metarec.path;
