//! The one table of outside tools: name, version, what needs it, how it is installed.
//! Everything but apt packages goes into a cache of our own, never into the checkout or the
//! person's own `~/.cargo/bin`, and is put first on the PATH of what we start.

use crate::problem::{Problem, Result};
use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::Command;

/// One outside tool.
pub struct Tool {
    /// Its name where it is installed from.
    pub name: &'static str,
    version: Version,
    /// What it is for, as the list shows it.
    needed_by: &'static str,
    from: Source,
}

enum Version {
    Exactly(&'static str),
    /// The version that `Cargo.lock` names for this crate: the two must match.
    OfCrate(&'static str),
    /// Whatever the system carries.
    Any,
}

enum Source {
    /// A target of the Rust toolchain.
    RustTarget,
    /// crates.io; `flags` go to `cargo install`, `program` is what it leaves in `bin/`.
    Crate { program: &'static str, flags: &'static [&'static str] },
    /// npm; `file` is what must be there afterwards, below `node_modules`.
    Npm { file: &'static str },
    /// `PyPI`; `module` is the folder that must be there afterwards.
    Python { module: &'static str },
    /// A Debian package, or any other install that puts one of `programs` on the PATH.
    System { programs: &'static [&'static str] },
}

/// Every outside tool of the project.
pub const TOOLS: &[Tool] = &[
    Tool {
        name: "wasm32-unknown-unknown",
        version: Version::Any,
        needed_by: "every build of the page",
        from: Source::RustTarget,
    },
    Tool {
        name: "trunk",
        // 0.22 wants a newer Rust than rust-toolchain.toml names.
        version: Version::Exactly("0.21.14"),
        needed_by: "every build of the page",
        from: Source::Crate { program: "trunk", flags: &["--locked"] },
    },
    Tool {
        name: "wasm-bindgen-cli",
        version: Version::OfCrate("wasm-bindgen"),
        needed_by: "every build of the page, tests in a browser",
        // Its own lock file does not resolve everywhere; the version alone is what must match.
        from: Source::Crate { program: "wasm-bindgen", flags: &[] },
    },
    Tool {
        name: "wasm_split_cli_support",
        version: Version::Exactly("0.2.3"),
        needed_by: "every build of the page: cuts it into wings",
        from: Source::Crate { program: "wasm-split-cli", flags: &["--locked", "--features", "build-binary"] },
    },
    Tool {
        name: "binaryen",
        version: Version::Exactly("132.0.0"),
        needed_by: "the published page (wasm-opt)",
        from: Source::Npm { file: ".bin/wasm-opt" },
    },
    Tool {
        name: "axe-core",
        version: Version::Exactly("4.14.1"),
        needed_by: "journeys: accessibility of every screen",
        from: Source::Npm { file: "axe-core/axe.min.js" },
    },
    Tool {
        name: "lighthouse",
        version: Version::Exactly("12.8.2"),
        needed_by: "bench: how fast the page is",
        from: Source::Npm { file: ".bin/lighthouse" },
    },
    Tool {
        name: "page-validation",
        version: Version::Exactly("0.11.0"),
        needed_by: "journeys: the packet as PDF/UA",
        from: Source::Python { module: "page" },
    },
    Tool {
        name: "icalendar",
        version: Version::Exactly("7.3.2"),
        needed_by: "journeys: the calendar file as a calendar reads it",
        from: Source::Python { module: "icalendar" },
    },
    Tool {
        name: "pikepdf",
        version: Version::Exactly("10.18.0"),
        needed_by: "packets: makes odd, locked and damaged files",
        from: Source::Python { module: "pikepdf" },
    },
    Tool {
        name: "reportlab",
        version: Version::Exactly("5.1.0"),
        needed_by: "packets: makes the pages of those files",
        from: Source::Python { module: "reportlab" },
    },
    Tool {
        name: "python-docx",
        version: Version::Exactly("1.2.0"),
        needed_by: "packets: the letter as a word processor reads it",
        from: Source::Python { module: "docx" },
    },
    Tool {
        name: "chromium",
        version: Version::Any,
        needed_by: "tests in a browser, journeys",
        from: Source::System { programs: &["chromium", "chromium-browser", "google-chrome"] },
    },
    Tool {
        name: "chromium-driver",
        version: Version::Any,
        needed_by: "tests in a browser, journeys",
        from: Source::System { programs: &["chromedriver"] },
    },
    Tool {
        name: "qpdf",
        version: Version::Any,
        needed_by: "journeys: the packet is a sound PDF",
        from: Source::System { programs: &["qpdf"] },
    },
    Tool {
        name: "poppler-utils",
        version: Version::Any,
        needed_by: "journeys: the words in the packet",
        from: Source::System { programs: &["pdftotext"] },
    },
];

/// What a build of the page needs.
pub const FOR_BUILD: &[&str] = &["wasm32-unknown-unknown", "trunk", "wasm-bindgen-cli", "wasm_split_cli_support"];

/// Tools that are there, and how to start programs with them on the PATH.
pub struct Toolbox {
    path: OsString,
}

impl Toolbox {
    /// Installs those of `names` that are missing.
    pub fn with(names: &[&str]) -> Result<Self> {
        let mut missing_packages = Vec::new();
        let mut folders = Vec::new();
        for tool in TOOLS.iter().filter(|tool| names.contains(&tool.name)) {
            tool.provide(&mut missing_packages)?;
            folders.extend(tool.folder_of_programs()?);
        }
        install_packages(&missing_packages)?;
        folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        let path = std::env::join_paths(folders).map_err(|cause| {
            Problem::new(format!("The PATH cannot be extended: {cause}. Choose a XDG_CACHE_HOME without a colon."))
        })?;
        Ok(Self { path })
    }

    /// A command that finds the tools first, run in the project's root.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.find(&[program]).unwrap_or_else(|| program.into()));
        command.env("PATH", &self.path).current_dir(root());
        command
    }

    /// The `cargo` that started us, so that one toolchain builds everything.
    pub fn cargo(&self) -> Command {
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        self.command(&cargo)
    }

    /// Where the first of these programs is.
    pub fn find(&self, programs: &[&str]) -> Option<PathBuf> {
        find_in(&self.path, programs)
    }
}

/// Runs a command to its end, with its output shown; `doing` names it if it fails.
pub fn run(command: &mut Command, doing: &str) -> Result {
    let status = command.status().map_err(|cause| {
        Problem::new(format!(
            "Could not start {}: {cause}. Install it, or check your PATH.",
            command.get_program().to_string_lossy()
        ))
    })?;
    if status.success() {
        Ok(())
    } else {
        Err(Problem::new(format!("{doing} failed ({status}). The lines above say why.")))
    }
}

/// The folder that holds `Cargo.toml` of the whole.
pub fn root() -> PathBuf {
    // `cargo run` sets it at run time; `env!` would write this machine's paths into the program.
    std::env::var_os("CARGO_MANIFEST_DIR")
        .and_then(|dir| PathBuf::from(dir).parent().map(Path::to_owned))
        .unwrap_or_else(|| PathBuf::from("."))
}

/// The installed place of a tool in our cache, below which its files stand.
pub fn installed(name: &str) -> Result<PathBuf> {
    let tool = TOOLS
        .iter()
        .find(|tool| tool.name == name)
        .ok_or_else(|| Problem::new(format!("{name} is not in the table in xtask/src/tools.rs. Add a row.")))?;
    tool.home()
}

/// Prints the table.
pub fn list() {
    println!("{:24} {:12} needed by", "tool", "version");
    for tool in TOOLS {
        let version = tool.version().unwrap_or_else(|_| "?".to_owned());
        println!("{:24} {version:12} {}", tool.name, tool.needed_by);
    }
}

impl Tool {
    fn version(&self) -> Result<String> {
        match self.version {
            Version::Exactly(version) => Ok(version.to_owned()),
            Version::OfCrate(name) => locked_version(name),
            Version::Any => Ok("any".to_owned()),
        }
    }

    fn home(&self) -> Result<PathBuf> {
        let cache = std::env::var_os("XDG_CACHE_HOME")
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
            .or_else(|| std::env::home_dir().map(|home| home.join(".cache")))
            .ok_or_else(|| Problem::new("No place for tools: neither XDG_CACHE_HOME nor HOME is set. Set one."))?;
        Ok(cache.join("recourse-tools").join(format!("{}-{}", self.name, self.version()?)))
    }

    /// What must exist for the tool to count as installed.
    fn proof(&self) -> Result<PathBuf> {
        let home = self.home()?;
        Ok(match self.from {
            Source::Crate { program, .. } => home.join("bin").join(program),
            Source::Npm { file } => home.join("node_modules").join(file),
            Source::Python { module } => home.join(module),
            Source::RustTarget | Source::System { .. } => home,
        })
    }

    fn folder_of_programs(&self) -> Result<Option<PathBuf>> {
        let home = self.home()?;
        Ok(match self.from {
            Source::Crate { .. } | Source::Python { .. } => Some(home.join("bin")),
            Source::Npm { .. } => Some(home.join("node_modules").join(".bin")),
            Source::RustTarget | Source::System { .. } => None,
        })
    }

    fn provide(&self, missing_packages: &mut Vec<&'static str>) -> Result {
        match self.from {
            Source::RustTarget => self.add_target(),
            Source::System { programs } => {
                let path = std::env::var_os("PATH").unwrap_or_default();
                if find_in(&path, programs).is_none() {
                    missing_packages.push(self.name);
                }
                Ok(())
            }
            Source::Crate { .. } | Source::Npm { .. } | Source::Python { .. } if self.proof()?.exists() => Ok(()),
            Source::Crate { flags, .. } => self.install(|version, into| {
                let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
                let mut command = Command::new(cargo);
                command.args(["install", self.name, "--version", version, "--root"]).arg(into).args(flags);
                command
            }),
            Source::Npm { .. } => self.install(|version, into| {
                let mut command = Command::new("npm");
                command
                    .args(["install", "--no-audit", "--no-fund", "--prefix"])
                    .arg(into)
                    .arg(format!("{}@{version}", self.name));
                command
            }),
            Source::Python { .. } => self.install(|version, into| {
                let mut command = Command::new("python3");
                command
                    .args(["-m", "pip", "install", "--quiet", "--target"])
                    .arg(into)
                    .arg(format!("{}=={version}", self.name));
                command
            }),
        }
    }

    /// Installs beside the final place and renames, so that a broken install never looks whole.
    fn install(&self, command: impl FnOnce(&str, &Path) -> Command) -> Result {
        let (home, version) = (self.home()?, self.version()?);
        let partial = home.with_file_name(format!(".{}-{version}.{}", self.name, std::process::id()));
        println!("Installing {} {version}, once; needed by: {}.", self.name, self.needed_by);
        std::fs::create_dir_all(&partial).map_err(|cause| Problem::file("create", &partial, &cause))?;
        run(
            // A folder without a Cargo.toml or package.json above it, so that none is obeyed.
            command(&version, &partial).current_dir(&partial),
            &format!("Installing {} {version}", self.name),
        )?;
        if home.exists() {
            std::fs::remove_dir_all(&home).map_err(|cause| Problem::file("replace", &home, &cause))?;
        }
        std::fs::rename(&partial, &home).map_err(|cause| Problem::file("create", &home, &cause))
    }

    fn add_target(&self) -> Result {
        let libraries = Command::new("rustc")
            .args(["--print", "target-libdir", "--target", self.name])
            .current_dir(root())
            .output();
        let there = libraries.is_ok_and(|output| Path::new(String::from_utf8_lossy(&output.stdout).trim()).exists());
        if there {
            return Ok(());
        }
        run(
            Command::new("rustup").args(["target", "add", self.name]).current_dir(root()),
            &format!("Adding the Rust target {}", self.name),
        )
    }
}

fn find_in(path: &OsString, programs: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(path).collect();
    programs.iter().find_map(|program| folders.iter().map(|folder| folder.join(program)).find(|file| file.is_file()))
}

/// The version of `name` in `Cargo.lock`.
fn locked_version(name: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).map_err(|cause| Problem::file("read", &path, &cause))?;
    let heading = format!("name = \"{name}\"");
    lock.lines()
        .skip_while(|line| *line != heading)
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| {
            Problem::new(format!("Cargo.lock names no version of {name}. Run `cargo check` once to write it."))
        })
}

/// apt as root on Debian in continuous integration; elsewhere the person decides.
fn install_packages(packages: &[&str]) -> Result {
    if packages.is_empty() {
        return Ok(());
    }
    let names = packages.join(" ");
    let debian = Path::new("/etc/debian_version").exists();
    let unattended = debian && is_root() && std::env::var("CI").is_ok_and(|ci| ci == "true");
    let install = format!("apt-get install -y --no-install-recommends {names}");
    if !debian {
        return Err(Problem::new(format!(
            "These programs are missing: {names} (names of Debian packages). Install them with your system's package manager, then run this again."
        )));
    }
    let sudo = if is_root() { "" } else { "sudo " };
    if !unattended && !agreed(&format!("Missing: {names}. Install them with `{sudo}{install}`?"))? {
        return Err(Problem::new(format!(
            "Missing: {names}. Run `{sudo}apt-get update && {sudo}{install}`, then this again."
        )));
    }
    let script = format!("{sudo}apt-get update -q && {sudo}{install}");
    run(
        Command::new("sh").args(["-c", &script]).env("DEBIAN_FRONTEND", "noninteractive"),
        &format!("Installing {names}"),
    )
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Asks on the terminal; without one the answer is no.
fn agreed(question: &str) -> Result<bool> {
    if !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    println!("{question} [y/n]");
    let mut answer = String::new();
    std::io::stdin()
        .read_line(&mut answer)
        .map_err(|cause| Problem::new(format!("The answer could not be read: {cause}. Run this again.")))?;
    Ok(answer.trim().eq_ignore_ascii_case("y"))
}
