//! A process that may take so much and no more.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use kernel::{Error, Result};
use tokio::io::AsyncReadExt as _;
use tokio::process::{Child, ChildStdin, Command};

/// How much a process may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How long it may run.
    pub time: Duration,
    /// How much memory it may have.
    pub megabytes: u64,
}

/// What came of it.
#[derive(Debug)]
pub(crate) struct Ended {
    /// None where it was stopped because its time was over.
    pub status: Option<ExitStatus>,
    /// What it wrote.
    pub said: String,
}

/// The most that is listened to, in bytes: a line for each page of the longest file.
const MOST_SAID: u64 = 4 * 1024 * 1024;

/// Starts a program within limits, with nothing of ours around it: no environment, no input but what it is given.
pub(crate) fn start(program: &Path, arguments: &[&OsStr], folder: &Path, limits: Limits, input: bool) -> Result<Child> {
    // The shell sets the limits for itself and then becomes the program: data in kilobytes, time of the processor in seconds.
    let mut command = Command::new("/bin/sh");
    command.arg("-c").arg("ulimit -c 0; ulimit -d \"$1\"; ulimit -t \"$2\"; shift 2; exec \"$@\"").arg("sh");
    command.arg((limits.megabytes * 1024).to_string()).arg(limits.time.as_secs().max(1).to_string()).arg(program).args(arguments);
    command.env_clear().env("PATH", "/usr/local/bin:/usr/bin:/bin").env("LANG", "C.UTF-8").env("HOME", folder).env("TMPDIR", folder);
    command.current_dir(folder).stdin(if input { Stdio::piped() } else { Stdio::null() }).stdout(Stdio::piped()).stderr(Stdio::null());
    // A group of its own, so that whatever it starts ends with it.
    #[cfg(unix)]
    command.process_group(0);
    command.kill_on_drop(true).spawn().map_err(|error| Error::fault(format!("{} cannot be started: {error}", program.display())))
}

/// Waits for a process, and ends it with all that it started when its time is over.
pub(crate) async fn wait(mut child: Child, limits: Limits, feed: impl Future<Output = Result<()>>) -> Result<Ended> {
    let group = Group(child.id());
    let mut said = Vec::new();
    let output = child.stdout.take();
    let listen = async {
        if let Some(output) = output {
            output.take(MOST_SAID).read_to_end(&mut said).await.map_err(Error::fault)?;
        }
        Ok::<_, Error>(())
    };
    let work = async {
        let (fed, heard) = tokio::join!(feed, listen);
        // Whoever reads no further has seen enough; how it ended says the rest.
        if let Err(error) = fed {
            tracing::debug!(%error, "a contained process stopped listening");
        }
        heard?;
        child.wait().await.map_err(Error::fault)
    };
    let status = match tokio::time::timeout(limits.time, work).await {
        Ok(status) => Some(status?),
        Err(_) => None,
    };
    drop(group);
    Ok(Ended { status, said: String::from_utf8_lossy(&said).into_owned() })
}

/// A process and all that it started: none of them outlives whoever waits for it, nor the wait that is given up.
struct Group(Option<u32>);

impl Drop for Group {
    fn drop(&mut self) {
        #[cfg(unix)]
        if let Some(leader) = self.0.and_then(|id| rustix::process::Pid::from_raw(id.cast_signed())) {
            match rustix::process::kill_process_group(leader, rustix::process::Signal::KILL) {
                // They ended by themselves.
                Ok(()) | Err(rustix::io::Errno::SRCH) => {}
                Err(error) => tracing::warn!(%error, "a process that took too much could not be ended"),
            }
        }
    }
}

/// Gives a process what it is to read.
pub(crate) async fn feed(input: Option<ChildStdin>, mut content: store::Content) -> Result<()> {
    use tokio::io::AsyncWriteExt as _;
    let Some(mut input) = input else { return Ok(()) };
    loop {
        let piece = content.piece().await?;
        if piece.is_empty() {
            return input.shutdown().await.map_err(Error::fault);
        }
        input.write_all(&piece).await.map_err(Error::fault)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a process runs that was started with these words.
    fn runs(words: &str) -> bool {
        let lines = std::fs::read_dir("/proc").into_iter().flatten().flatten().filter_map(|one| std::fs::read(one.path().join("cmdline")).ok());
        lines.into_iter().any(|line| line.split(|byte| *byte == 0).any(|word| word == words.as_bytes()))
    }

    async fn gone(words: &str) -> bool {
        for _ in 0..500 {
            if !runs(words) {
                return true;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        false
    }

    /// A shell that starts a long sleep behind itself and waits for it.
    fn sleeper(seconds: &str, then: &str) -> (Child, Limits) {
        let limits = Limits { time: Duration::from_millis(200), megabytes: 100 };
        let script = format!("sleep {seconds} >/dev/null & {then}");
        let arguments = ["-c", script.as_str()].map(OsStr::new);
        (start(Path::new("/bin/sh"), &arguments, &std::env::temp_dir(), limits, false).unwrap(), limits)
    }

    #[tokio::test]
    async fn what_a_stopped_process_started_is_stopped_with_it() {
        let (child, limits) = sleeper("76543.25", "echo begun; wait");
        let ended = wait(child, limits, async { Ok(()) }).await.unwrap();
        assert_eq!((ended.status, ended.said.as_str()), (None, "begun\n"));
        assert!(gone("76543.25").await);
    }

    #[tokio::test]
    async fn what_an_ended_process_left_running_is_stopped() {
        let (child, limits) = sleeper("76543.5", "echo done");
        let ended = wait(child, limits, async { Ok(()) }).await.unwrap();
        assert!(ended.status.is_some_and(|status| status.success()));
        assert_eq!(ended.said, "done\n");
        assert!(gone("76543.5").await);
    }

    #[tokio::test]
    async fn a_process_that_nobody_waits_for_any_more_is_stopped_with_all_that_it_started() {
        let (child, limits) = sleeper("76543.75", "wait");
        let waiting = wait(child, Limits { time: Duration::from_secs(60), ..limits }, async { Ok(()) });
        assert!(tokio::time::timeout(Duration::from_millis(200), waiting).await.is_err());
        assert!(gone("76543.75").await);
    }
}
