//! Tests of the whole from outside.

mod bidi;
mod data;
mod laws;
mod layering;
mod properties;
mod pty;
mod reader;
mod reading;
mod readme;
mod screen;
mod segmentation;
mod vectors;
