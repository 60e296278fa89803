//! Tests of the whole from outside.

mod layering;
mod reader;
mod readme;
