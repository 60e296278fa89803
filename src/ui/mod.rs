//! From the model to cells.

pub mod canvas;

pub use canvas::Canvas;
