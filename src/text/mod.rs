//! stub
pub mod span;
pub mod stub;
pub use span::*;
pub use stub::*;
