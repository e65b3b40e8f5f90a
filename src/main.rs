use std::process::ExitCode;

fn main() -> ExitCode {
    emic::cli::run(std::env::args_os())
}
