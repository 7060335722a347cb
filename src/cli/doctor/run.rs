//! `hausrecht doctor`: what is wrong here, or will be: with the watchlist, the machine, the data and the mail.

use super::super::{Exit, Failure, General, setup};
use super::folder::of_the_folder;
use super::mail::of_the_mail;
use super::rounds::of_the_rounds;
use super::service::of_the_service;
use super::watchlist::{of_the_passwords, of_the_watchlist};

/// Say what is wrong here, or will be: the watchlist, the machine, the data, the mail, and what cannot be read.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Ask neither the mail server nor the mailbox for replies
    #[arg(long)]
    offline: bool,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let watchlist = setup::watchlist(general)?;
    let now = setup::now();
    let mut found = of_the_watchlist(&watchlist, now);
    // Otherwise the way to the mail is gone, and shows it.
    if args.offline {
        found.extend(of_the_passwords(&watchlist));
    }
    found.extend(of_the_service(general, &watchlist));
    let folder = setup::data_folder(general)?;
    found.extend(of_the_folder(&folder));
    let store = setup::store_to_read(general)?;
    found.extend(of_the_rounds(&watchlist, store.as_ref(), now)?);
    found.extend(of_the_mail(&watchlist, store.as_ref(), args.offline)?);
    for finding in found.iter().filter(|finding| !(general.quiet && finding.is_good())) {
        finding.print();
    }
    // What keeps letters from going out weighs more than a mistake in the list, and that more than an unread page.
    let worst = |exit: Exit| found.iter().any(|finding| finding.is_bad(exit));
    let order = [Exit::Trouble, Exit::Usage, Exit::Unreadable];
    Ok(order.into_iter().find(|exit| worst(*exit)).unwrap_or(Exit::Fine))
}
