//! The commands: the only place that prints and asks the clock.
