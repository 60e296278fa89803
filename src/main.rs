//! The `qari` binary: everything lives in the library.

fn main() -> std::process::ExitCode {
    qari::cli::main()
}
