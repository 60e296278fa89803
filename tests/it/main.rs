//! Tests of the whole from outside.

mod annotated;
mod data;
mod dates;
mod events;
mod export;
mod laws;
mod layering;
mod pty;
mod reader;
mod readme;
mod screen;
mod tty;
mod vectors;
