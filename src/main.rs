//! Arguments → settings → logs → start; no logic.

use std::process::ExitCode;

fn main() -> ExitCode {
    clio::cli::main()
}
