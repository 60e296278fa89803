//! Tests of the whole from outside.

mod data;
mod layering;
mod vectors;
