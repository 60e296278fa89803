//! Tests of the whole from outside.

mod annotated;
mod bidi;
mod data;
mod dates;
mod events;
mod export;
mod laws;
mod layering;
mod properties;
mod pty;
mod reader;
mod readme;
mod screen;
mod segmentation;
mod tty;
mod vectors;
