//! Writes the documents of the cases and COUNT random documents, one per line: `documents COUNT SEED`.

use std::io::{self, BufWriter, Write};

use agreement::{documents_of_cases, random_documents};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<u64> = std::env::args().skip(1).map(|argument| argument.parse()).collect::<Result<_, _>>()?;
    let [count, seed] = arguments[..] else { return Err("usage: documents COUNT SEED".into()) };
    let mut output = BufWriter::new(io::stdout().lock());
    let of_cases = documents_of_cases().map(|(_, document)| document);
    for document in of_cases.chain(random_documents(seed).take(usize::try_from(count)?)) {
        writeln!(output, "{document}")?;
    }
    output.flush()?;
    Ok(())
}
