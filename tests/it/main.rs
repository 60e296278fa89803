//! Tests of the whole from outside.

mod annotated;
mod layering;
