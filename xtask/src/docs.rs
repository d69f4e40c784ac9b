//! `docs`: builds the API docs with warnings denied, and checks their links. The tests of the crate check the Markdown files.

use xshell::{Shell, cmd};

use crate::{Result, links, tools};

pub(crate) fn docs(sh: &Shell) -> Result {
    let docs = tools::target_directory(sh)?.join("doc");
    // A page of an earlier build would hide a broken link.
    sh.remove_path(docs.join("lts_log_dump"))?;
    cmd!(sh, "cargo doc --quiet --no-deps --all-features").env("RUSTDOCFLAGS", "-D warnings").run()?;
    links::check(&docs, "lts_log_dump")
}
