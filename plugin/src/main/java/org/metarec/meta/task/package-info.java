/** What the outer loop learns from: tasks drawn from users, put together in batches. */
package org.metarec.meta.task;
