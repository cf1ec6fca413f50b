/** One objective of the fourth quarter of 2026, told in events for the tests of every model that measures it. */
package io.okrledger.query.measure;
