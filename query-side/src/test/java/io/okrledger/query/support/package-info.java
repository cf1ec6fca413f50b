/** The fixture by which projections are proven, and the proof of the fixture itself. */
package io.okrledger.query.support;
