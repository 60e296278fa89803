//! Tests of the whole from outside.

mod annotated;
mod bidi;
mod classes;
mod cli;
mod data;
mod dates;
mod doctor;
mod events;
mod export;
mod extraction_laws;
mod hostile;
mod layering;
mod layout_laws;
mod names;
mod participants;
mod properties;
mod pty;
mod reader;
mod reading;
mod readme;
mod screen;
mod segmentation;
mod titles;
mod tty;
mod vectors;
