//! Owns the terminal: what kind it is, its modes, their undoing, input, event loop.
