//! Writes the cases and so many documents, one on a line: `documents COUNT SEED`.

use std::io::{self, BufWriter, Write};

use agreement::{cases, random_documents};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<u64> = std::env::args().skip(1).map(|argument| argument.parse()).collect::<Result<_, _>>()?;
    let [count, seed] = arguments[..] else { return Err("usage: documents COUNT SEED".into()) };
    let mut output = BufWriter::new(io::stdout().lock());
    for document in cases().map(|(_, document)| document).chain(random_documents(seed).take(usize::try_from(count)?)) {
        writeln!(output, "{document}")?;
    }
    output.flush()?;
    Ok(())
}
