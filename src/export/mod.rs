//! An article with its knowledge, in forms to take away.

pub mod json;
mod offsets;
