//! `emic schema`: prints what an editor has to know to complete and check a study's YAML.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::{Console, End};
use crate::schema::{self, Which};

#[derive(Args)]
pub struct SchemaArgs {
    /// Whose schema [default: all five in one object, by these names]
    #[arg(value_name = "FILE", value_parser = PossibleValuesParser::new(Which::WORDS).try_map(|word| Which::from_word(&word).ok_or("no such schema")))]
    which: Option<Which>,
}

pub fn run(args: &SchemaArgs, console: &Console) -> End {
    console.result(args.which.map_or_else(schema::all, Which::text).trim_end_matches('\n'));
    End::Done
}
