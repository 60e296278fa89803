//! Tests of the whole from outside.

mod annotated;
mod bidi;
mod data;
mod dates;
mod doctor;
mod events;
mod export;
mod extraction_laws;
mod layering;
mod layout_laws;
mod names;
mod properties;
mod pty;
mod reader;
mod readme;
mod screen;
mod segmentation;
mod tty;
mod vectors;
