//! `frameworks`: runs the examples for frameworks against each other and the service, and compares their whole output.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

use xshell::{Shell, cmd};

use crate::{Result, tools};

const EXAMPLES: &str = "examples/frameworks";
const MAX_LINES: usize = 60;
const PROJECT: &str = "2a473356cca5487f8373be891bffc1cf";
const BODY: &str = r#"{"log_group_id":"d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053","log_stream_ids":["45e7f609-xxxx-4cd3-835b-xxxx4a124718"],"obs_bucket_name":"lts-test","type":"cycle","storage_format":"RAW","switch_on":true,"prefix_name":"fileprefixname","dir_prefix_name":"dirprefixname","period":5,"period_unit":"min"}"#;

/// A server that ends when it is dropped.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        _ = self.0.kill();
        _ = self.0.wait();
    }
}

struct Examples<'a> {
    sh: &'a Shell,
    /// The folder of the programs.
    programs: PathBuf,
    /// A folder for files that the examples read.
    work: PathBuf,
}

pub(crate) fn frameworks(sh: &Shell) -> Result {
    println!("each example has at most {MAX_LINES} lines");
    for file in sh.read_dir(EXAMPLES)?.iter().filter(|file| file.extension().is_some_and(|extension| extension == "rs"))
    {
        let lines = sh.read_file(file)?.lines().count();
        if lines > MAX_LINES {
            return Err(format!("{} has {lines} lines", file.display()).into());
        }
    }
    cmd!(sh, "cargo build --quiet --package frameworks --package service --bins").run()?;
    let work = sh.create_temp_dir()?;
    let programs = tools::target_directory(sh)?.join("debug");
    let examples = Examples { sh, programs, work: work.path().to_owned() };
    examples.command_line()?;
    sh.set_var("X_AUTH_TOKEN", "t".repeat(1000));

    println!("the client and the downstream test against the server on axum");
    let (_server, url) = examples.start("axum-server", &[])?;
    examples.client(&url)?;

    println!("the same against the service");
    let (_server, url) = examples.start("service", &["--listen", "127.0.0.1:0"])?;
    examples.client(&url)?;
    let again =
        "nothing to do: LTS.0207: Log stream id is associated by transfer: 45e7f609-xxxx-4cd3-835b-xxxx4a124718";
    examples.expect(0, again, "reqwest-client", &[&url, PROJECT, "examples/request.json"])?;
    let failing = examples.write("failing.json", "examples/request.json", "lts-test", "lts-failing")?;
    let started = Instant::now();
    examples.expect(1, "LTS.0010: Internal Server Error", "reqwest-client", &[&url, PROJECT, &failing])?;
    if started.elapsed() < Duration::from_secs(1 + 2 + 4) {
        return Err("reqwest-client does not repeat a request with a transient error".into());
    }

    println!("the downstream test with a server of its own");
    cmd!(sh, "cargo test --quiet --package frameworks --test proptest").env_remove("LTS_ENDPOINT").run()?;
    Ok(())
}

impl Examples<'_> {
    fn command_line(&self) -> Result {
        println!("the command line: TOML, YAML and JSON contain the same body");
        let files = ["examples/frameworks/request.toml", "examples/frameworks/request.yaml", "examples/request.json"];
        for file in files {
            self.expect(0, BODY, "clap-cli", &[file])?;
        }
        let other =
            BODY.replace("lts-test", "zhuanchu").replace(r#"5,"period_unit":"min""#, r#"1,"period_unit":"hour""#);
        self.expect(0, &other, "clap-cli", &[files[0], "--bucket", "zhuanchu", "--period", "1hour"])?;
        let error = "error: invalid value '7min' for '--period <PERIOD>'\n  [possible values: 2min, 5min, 30min, 1hour, 3hour, 6hour, 12hour]\n\nFor more information, try '--help'.";
        self.expect(2, error, "clap-cli", &["examples/request.json", "--period", "7min"])?;
        let message = self.message("obs_bucket_name LTS.1902")?;
        let error = format!(
            "error: invalid value 'x' for '--bucket <BUCKET>': {message} (expected 3 to 63 characters)\n\nFor more information, try '--help'."
        );
        self.expect(2, &error, "clap-cli", &["examples/request.json", "--bucket", "x"])?;
        let message = self.message("storage_format LTS.1901")?;
        for file in files {
            let wrong = self.write(Path::new(file).file_name().unwrap_or_default(), file, "RAW", "raw")?;
            self.expect(1, &message, "clap-cli", &[&wrong])?;
        }
        Ok(())
    }

    /// Sends the requests of the client and of the downstream test to a server.
    fn client(&self, url: &str) -> Result {
        let bucket = self.write("bucket.json", "examples/request.json", "lts-test", "zhuanchu")?;
        let group = self.write("group.json", "examples/request.json", "d9dba9f3", "00000000")?;
        let requests = [
            (0, "45fdc36b-xxxx-4567-xxxx-559xxxxdf968", PROJECT, "examples/request.json"),
            (1, "LTS.0416: obs bucket does not exist: zhuanchu", PROJECT, &bucket),
            (1, "LTS.0201: The log group does not existed", PROJECT, &group),
            (
                1,
                "Invalid projectId (expected exactly 32 characters of 0-9 A-Z a-z . _ ~ -)",
                "mine",
                "examples/request.json",
            ),
        ];
        for (status, output, project, file) in requests {
            self.expect(status, output, "reqwest-client", &[url, project, file])?;
        }
        let sh = self.sh;
        cmd!(sh, "cargo test --quiet --package frameworks --test proptest").env("LTS_ENDPOINT", url).run()?;
        Ok(())
    }

    /// Starts a server, which prints its address.
    fn start(&self, program: &str, arguments: &[&str]) -> Result<(Server, String)> {
        let log = self.work.join(program);
        let command = self.programs.join(program);
        let sh = self.sh;
        let mut command: Command = cmd!(sh, "{command} {arguments...}").into();
        let server = Server(command.stdout(fs::File::create(&log)?).spawn()?);
        for _ in 0..300 {
            if let Some((url, _)) = fs::read_to_string(&log)?.split_once('\n') {
                return Ok((server, url.into()));
            }
            sleep(Duration::from_millis(100));
        }
        Err(format!("{program} does not start").into())
    }

    /// Runs a program, and compares its status and its whole output.
    fn expect(&self, status: i32, output: &str, program: &str, arguments: &[&str]) -> Result {
        let command = self.programs.join(program);
        let sh = self.sh;
        let found = cmd!(sh, "{command} {arguments...}").quiet().ignore_status().output()?;
        let text = [found.stdout, found.stderr].concat();
        let text = String::from_utf8_lossy(&text);
        if text.trim_end_matches('\n') == output && found.status.code() == Some(status) {
            return Ok(());
        }
        let arguments = arguments.join(" ");
        Err(format!("{program} {arguments}: {}, not {status}; the output\n{text}\nis not\n{output}", found.status)
            .into())
    }

    /// Writes a changed copy of a file.
    fn write(&self, name: impl AsRef<Path>, file: &str, from: &str, to: &str) -> Result<String> {
        let path = self.work.join(name);
        self.sh.write_file(&path, self.sh.read_file(file)?.replace(from, to))?;
        Ok(path.to_string_lossy().into())
    }

    /// Returns the message of an error, which the crate has written into the cases.
    fn message(&self, error: &str) -> Result<String> {
        let cases = self.sh.read_file("tests/cases/errors.json")?;
        let line = cases.lines().find(|line| line.starts_with(&format!("\"{error}\": {{")));
        let message = line.and_then(|line| line.split_once("\"error_msg\":\"")?.1.split('"').next());
        Ok(message.ok_or(format!("tests/cases/errors.json has no {error}"))?.into())
    }
}
