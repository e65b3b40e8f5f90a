//! `emic new`: a small study that builds at once, to write one's own over.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::{Console, End};
use crate::compile::{Cache, check};
use crate::load;
use crate::model::settings::Method;
use crate::new_study::{Answers, Given, NewFolder, answers, files};
use crate::system::SystemError;

#[derive(Args)]
pub struct NewArgs {
    /// The folder to make; it may be there, and empty
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The study's title [default: the folder's name]
    #[arg(long, value_parser = answers::title, allow_hyphen_values = true)]
    title: Option<String>,
    /// The school of analysis [default: other]
    #[arg(long, value_parser = PossibleValuesParser::new(Method::WORDS).try_map(|word| answers::method(&word)))]
    method: Option<Method>,
    /// The language the site is written in, as a BCP 47 tag: en, zh, pt-BR … [default: en]
    #[arg(long, value_name = "TAG", value_parser = answers::language)]
    language: Option<String>,
    /// Whether the study holds health data [default: yes]
    #[arg(long, value_parser = PossibleValuesParser::new(["yes", "no"]).try_map(|word| answers::yes_no(&word)))]
    health: Option<bool>,
    /// Ask nothing: take the defaults for what no flag says
    #[arg(long)]
    yes: bool,
}

pub fn run(args: &NewArgs, console: &Console) -> End {
    End::report(create(args), console)
}

fn create(args: &NewArgs) -> Result<String, SystemError> {
    let folder = NewFolder::free(&args.folder)?;
    let given = Given { title: args.title.clone(), method: args.method, language: args.language.clone(), health: args.health };
    let default = Answers::default_for(&folder.name());
    let asks = !args.yes && std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    let answers = if asks {
        answers::ask(given, default, &mut std::io::stdin().lock(), &mut std::io::stderr())
            .map_err(|e| SystemError::new(format!("the questions were not answered ({e}); nothing was written")))?
    } else {
        given.or(default)
    };
    let files = files(&answers);
    let in_memory = files.iter().map(|(name, text)| ((*name).to_owned(), text.clone().into_bytes()));
    if let Some(wrong) = check(load::memory(in_memory), &mut Cache::default()).diagnostics.iter().find(|d| d.is_error()) {
        return Err(SystemError::new(format!("with these answers the study would not build: {}", wrong.message)));
    }
    folder.write(&files)?;
    Ok(format!(
        "wrote a study to `{}`; in that folder:\n\n\
         \x20 emic check    tells what is wrong or unfinished\n\
         \x20 emic serve    shows its site while you write\n\
         \x20 emic build    writes its site into `output/`\n\n\
         Begin with `study.yaml`; README.md says how to go on.",
        folder.folder().display()
    ))
}
