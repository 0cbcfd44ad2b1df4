//! Native tests: rules, plays, letters, packets, stored shapes, and our own source.
