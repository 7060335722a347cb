//! `hausrecht show`: one change in full.

use jiff::tz::TimeZone;

use super::{Exit, Failure, General, change_json, change_text, setup};

/// Show one change in full.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The change's id, or the beginning of it
    #[arg(value_name = "CHANGE")]
    change: String,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let Some(store) = setup::store_to_read(general)? else {
        return Err(Failure::usage(anyhow::anyhow!("nothing is recorded yet")));
    };
    let found = store.changes_by_id(&args.change)?;
    let change = match found.as_slice() {
        [change] => change,
        [] => {
            return Err(Failure::usage(anyhow::anyhow!(
                "there is no change `{}`\nhint: `hausrecht log` lists them",
                args.change
            )));
        }
        _ => {
            return Err(Failure::usage(anyhow::anyhow!(
                "`{}` begins more than one change's id\nhint: write one letter more",
                args.change
            )));
        }
    };
    if args.json {
        say!("{}", change_json::value(change));
    } else {
        put!("{}", change_text::whole(change, &TimeZone::system()));
    }
    Ok(Exit::Fine)
}
