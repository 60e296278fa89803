//! Tests of the whole from outside.

mod layering;
mod pty;
mod reader;
mod readme;
mod tty;
