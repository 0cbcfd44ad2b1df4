//! Cuts the page's program into what the start needs and wings that are fetched when first opened.
//!
//! The program marks the cuts (`src/main.rs`) and is linked with its relocations (`src/rulebook/build.rs`). Trunk has bound
//! it whole; here it is cut, bound again, made small, and put in the place of Trunk's two files. Every file's name
//! changes with the contents of all, since they belong together.

use crate::build::Profile;
use crate::finish::hash;
use crate::html::tags;
use crate::problem::{Problem, Result};
use crate::tools::{self, Toolbox, run};
use std::path::{Path, PathBuf};

const PROGRAM: &str = "recourse";

/// The file that fetches the wings, as the cutting tool names it.
const LINK: &str = "__wasm_split.js";

/// Cuts the program that Trunk left in `stage`.
pub fn program(stage: &Path, profile: Profile, toolbox: &Toolbox) -> Result {
    let work = tools::root().join("target/stage/split");
    if work.exists() {
        std::fs::remove_dir_all(&work).map_err(|cause| Problem::file("empty", &work, &cause))?;
    }
    let bound = work.join("bound");
    std::fs::create_dir_all(&bound).map_err(|cause| Problem::file("create", &bound, &cause))?;

    let whole = built(profile);
    run(
        toolbox.command("wasm-split-cli").arg(&whole).arg(&work).args(["--out-name", PROGRAM]),
        "Cutting the program into wings",
    )?;
    run(
        toolbox
            .command("wasm-bindgen")
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", PROGRAM, "--out-dir"])
            .arg(&bound)
            .arg(work.join(format!("{PROGRAM}.wasm"))),
        "Binding the program to the browser",
    )?;
    let mut files: Vec<PathBuf> = wasm_files(&work)?;
    files.retain(|file| file.file_stem().is_some_and(|stem| stem != PROGRAM));
    for file in &files {
        std::fs::rename(file, bound.join(file.file_name().unwrap_or_default()))
            .map_err(|cause| Problem::file("move", file, &cause))?;
    }
    let mut modules = wasm_files(&bound)?;
    modules.sort();
    if profile == Profile::Release {
        for module in &modules {
            make_small(module, toolbox)?;
        }
    }
    put_in_place(stage, &work.join(LINK), &bound, &modules)
}

/// Where cargo leaves the program.
fn built(profile: Profile) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| tools::root().join("target"), PathBuf::from);
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => "release",
    };
    target.join("wasm32-unknown-unknown").join(folder).join(format!("{PROGRAM}.wasm"))
}

fn make_small(module: &Path, toolbox: &Toolbox) -> Result {
    let mut optimiser = toolbox.command("wasm-opt");
    // What Rust's own target turns on; the files carry no list of their features once they are cut.
    optimiser.args([
        "-Oz",
        "--enable-bulk-memory",
        "--enable-bulk-memory-opt",
        "--enable-call-indirect-overlong",
        "--enable-multivalue",
        "--enable-mutable-globals",
        "--enable-nontrapping-float-to-int",
        "--enable-reference-types",
        "--enable-sign-ext",
        "--strip-debug",
        "--strip-producers",
    ]);
    optimiser.arg(module).arg("-o").arg(module);
    run(&mut optimiser, &format!("Making {} small", module.display()))
}

/// Names every file by the contents of all, and puts them where Trunk's two files were.
fn put_in_place(stage: &Path, link: &Path, bound: &Path, modules: &[PathBuf]) -> Result {
    let script = bound.join(format!("{PROGRAM}.js"));
    let mut script_text = read_text(&script)?;
    let mut link_text = read_text(link)?;
    let mut everything = format!("{script_text}{link_text}").into_bytes();
    for module in modules {
        everything.extend(std::fs::read(module).map_err(|cause| Problem::file("read", module, &cause))?);
    }
    let mark = hash(&everything);
    let script_name = format!("{PROGRAM}-{mark}.js");
    let link_name = format!("wings-{mark}.js");

    let (old_script, old_module) = trunks_two(stage)?;
    let mut renamed = Vec::new();
    for module in modules {
        let name = module.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let new_name = if name == format!("{PROGRAM}_bg.wasm") {
            format!("{PROGRAM}-{mark}_bg.wasm")
        } else {
            format!("{}-{mark}.wasm", name.trim_end_matches(".wasm").trim_start_matches("split_"))
        };
        link_text = link_text.replace(&format!("./{name}"), &format!("./{new_name}"));
        script_text = script_text.replace(&name, &new_name);
        renamed.push((module, new_name));
    }
    link_text = link_text.replace(&format!("./{PROGRAM}.js"), &format!("./{script_name}"));
    // Only where it is imported: the module knows it by its first name.
    script_text = script_text.replace(&format!("from \"./{LINK}\""), &format!("from \"./{link_name}\""));
    if !script_text.contains(&link_name) || !link_text.contains(&script_name) {
        return Err(Problem::new(
            "The cut program's two scripts do not name each other. Compare the versions of wasm-bindgen and wasm-split in xtask/src/tools.rs with their notes.",
        ));
    }

    for old in [&old_script, &old_module] {
        let old = stage.join(old);
        std::fs::remove_file(&old).map_err(|cause| Problem::file("replace", &old, &cause))?;
    }
    for (module, name) in renamed {
        std::fs::rename(module, stage.join(name)).map_err(|cause| Problem::file("move", module, &cause))?;
    }
    write_text(&stage.join(&script_name), &script_text)?;
    write_text(&stage.join(&link_name), &link_text)?;
    let index = stage.join("index.html");
    let page = read_text(&index)?;
    let page = page.replace(&old_script, &script_name).replace(&old_module, &format!("{PROGRAM}-{mark}_bg.wasm"));
    write_text(&index, &page)
}

/// The names of the script and the module that Trunk left, from the mark that `Trunk.toml` has it write.
fn trunks_two(stage: &Path) -> Result<(String, String)> {
    let page = read_text(&stage.join("index.html"))?;
    let names = tags(&page).into_iter().find_map(|tag| {
        let name = |attribute| tag.get(attribute).map(|name: &str| name.trim_start_matches("./").to_owned());
        Some((name("data-app-js")?, name("data-app-wasm")?))
    });
    names.ok_or_else(|| Problem::new("The built page names no app. Check `pattern_script` in Trunk.toml."))
}

fn wasm_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).map_err(|cause| Problem::file("read", folder, &cause))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    Ok(paths.filter(|path| path.extension().is_some_and(|extension| extension == "wasm")).collect())
}

fn read_text(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|cause| Problem::file("read", path, &cause))
}

fn write_text(path: &Path, text: &str) -> Result {
    std::fs::write(path, text).map_err(|cause| Problem::file("write", path, &cause))
}
