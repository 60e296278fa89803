//! `qari doctor`: which kind of terminal this is, what was asked and answered, and lines of which one must read right.

use std::{
    io::{self, IsTerminal, Write},
    process::ExitCode,
};

use anyhow::{Context, bail};
use serde_json::{Value, json};

use super::Failure;
use crate::{
    app::Background,
    locale::{Catalogue, Language, Msg},
    terminal::{
        self, Class,
        examine::{Examiner, Findings, Width},
        input::Reply,
    },
    ui::Colours,
};

/// How to report.
#[derive(Debug, clap::Args)]
#[group(id = "doctor")]
pub(super) struct Arguments {
    /// Print what was found as JSON, for a report, and ask nothing
    #[arg(long)]
    json: bool,
}

/// Examines the terminal.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    if !terminal::has_keys() {
        bail!("there is no terminal to examine");
    }
    let mut examiner = Examiner::open().context("the terminal cannot be opened")?;
    let findings = examiner.examine().context("the terminal failed")?;
    let mut out = io::stdout().lock();
    if arguments.json {
        let report = serde_json::to_string_pretty(&as_json(&findings))?;
        return super::written(writeln!(out, "{report}"));
    }
    out.write_all(as_text(&findings).as_bytes())?;
    out.flush()?;
    if io::stdout().is_terminal() { ask(&mut examiner, &findings) } else { Ok(ExitCode::SUCCESS) }
}

fn ask(examiner: &mut Examiner, findings: &Findings) -> Result<ExitCode, Failure> {
    // In English, like the report: how to show Arabic is what is asked.
    let catalogue = Catalogue::new(Language::English);
    let sample = catalogue.say(&Msg::DoctorSample);
    let question = catalogue.say(&Msg::DoctorQuestion);
    let found = findings.verdict.class;
    let chosen = examiner.ask_which_reads_right(&sample, &question, found).context("the terminal failed")?;
    let mut out = io::stdout().lock();
    let Some(chosen) = chosen else { return Ok(ExitCode::SUCCESS) };
    // Where line and finding are written alike the finding stands.
    let chosen = if is_written_alike(chosen, found) { found } else { chosen };
    examiner.remember(chosen).context("what you said cannot be kept")?;
    super::written(writeln!(
        out,
        "This terminal is remembered as '{chosen}'. --bidi and the configuration overrule it."
    ))
}

/// Whether the letters of two classes are written alike: VTE's mode does nothing in terminals that do not have it.
fn is_written_alike(chosen: Class, found: Class) -> bool {
    matches!((chosen, found), (Class::Plain | Class::Bdsm, Class::Plain | Class::Bdsm))
}

fn as_text(findings: &Findings) -> String {
    let verdict = &findings.verdict;
    let mut lines = vec![format!("qari {}", env!("CARGO_PKG_VERSION")), String::new()];
    lines.push(format!("class       {}: {}", verdict.class, verdict.reason));
    lines.push(format!("advice      {}", advice(verdict.class)));
    lines.push(format!(
        "marks       {}",
        if verdict.places_marks { "shown" } else { "hidden: not drawn on their letters" }
    ));
    lines.push(format!("size        {} columns, {} rows", findings.size.0, findings.size.1));
    lines.push(format!("colours     {}", colours(findings.colours)));
    lines.push(format!("background  {}", background(findings)));
    lines.push(format!("keyboard    {}", keyboard(findings)));
    lines.push(format!("clipboard   {}", clipboard(findings)));
    lines.push(format!(
        "frames      {}",
        if findings.evidence.synchronizes() { "synchronized" } else { "plain writes" }
    ));
    lines.push(format!("font        {FONT}"));
    lines.push(String::new());
    lines.push(match findings.took {
        Some(took) => format!("Answers, after {} ms:", took.as_millis()),
        None => "Not all questions were answered:".to_owned(),
    });
    lines.extend(findings.evidence.replies.iter().map(|reply| format!("  {}", answer(reply))));
    if let Some(outer) = &findings.evidence.outer {
        lines.push(format!("  around the multiplexer: {}", if outer.is_empty() { "nothing said" } else { outer }));
    }
    lines.push(String::new());
    lines.push("Environment:".to_owned());
    lines.extend(findings.evidence.environment.set().iter().map(|(name, value)| format!("  {name}={value}")));
    lines.push(String::new());
    lines.push("Widths, in cells:".to_owned());
    lines.extend(findings.widths.iter().map(width));
    lines.push(String::new());
    lines.join("\n")
}

const FONT: &str = "one with Arabic letters, as DejaVu Sans Mono; without, strokes break";

fn advice(class: Class) -> &'static str {
    match class {
        Class::Plain => "nothing to set: this terminal puts letters where it is told to",
        Class::Bdsm => "nothing to set: its reordering is off while qari runs",
        Class::Konsole => "nothing to set: bidirectional rendering is off while qari runs",
        Class::Mlterm => "nothing to set: use_ctl is off while qari runs",
        Class::Kitty => "words are sent reversed; if you set 'force_ltr yes' in kitty, use --bidi=plain",
        Class::Split => "each cell has a colour of its own by a 255th, so that nothing is reordered",
        Class::Putty => "rows are sent in logical order; if you switched bidirectional text off, use --bidi=plain",
        Class::Logical => "words are sent in logical order; not measured: say below whether it reads right",
    }
}

fn colours(colours: Colours) -> &'static str {
    match colours {
        Colours::None => "none",
        Colours::Sixteen => "16",
        Colours::Indexed => "256",
        Colours::True => "24 bits",
    }
}

fn background(findings: &Findings) -> String {
    let name = match findings.evidence.background() {
        Some(Background::Dark) => "dark",
        Some(Background::Light) => "light",
        None => return "not told: --theme chooses".to_owned(),
    };
    let [red, green, blue] = findings.evidence.colour(11).unwrap_or_default();
    format!("{name} (#{red:02x}{green:02x}{blue:02x})")
}

fn keyboard(findings: &Findings) -> &'static str {
    match findings.keyboard() {
        Some(_) => "knows kitty's protocol, which is not needed",
        None => "legacy",
    }
}

fn clipboard(findings: &Findings) -> &'static str {
    if findings.announces_clipboard() {
        "takes text by OSC 52"
    } else {
        "does not announce OSC 52; it may take it all the same"
    }
}

fn answer(reply: &Reply) -> String {
    match reply {
        Reply::PrimaryAttributes(attributes) => format!("DA1        {attributes}"),
        Reply::SecondaryAttributes(attributes) => format!("DA2        {attributes}"),
        Reply::Version(version) => format!("XTVERSION  {version}"),
        Reply::Mode { private, mode, state } => {
            format!("DECRPM     {}{mode}: {state}", if *private { "?" } else { "" })
        }
        Reply::Colour { which, rgb: [red, green, blue] } => format!("OSC {which}     #{red:02x}{green:02x}{blue:02x}"),
        Reply::Keyboard(flags) => format!("keyboard   {flags}"),
        Reply::Cursor { row, column } => format!("CPR        {row};{column}"),
        // What is not known may hold anything: it is shown escaped.
        Reply::Other(other) => format!("other      {other:?}"),
    }
}

fn width(width: &Width) -> String {
    let measured = width.measured.map_or_else(|| "?".to_owned(), |cells| cells.to_string());
    let note = if width.measured == Some(width.usual) { "" } else { "  (unusual)" };
    format!("  {:24} {measured}{note}", width.name)
}

fn as_json(findings: &Findings) -> Value {
    let evidence = &findings.evidence;
    let environment = evidence.environment.set().iter().map(|(name, value)| ((*name).to_owned(), json!(value)));
    let widths = findings
        .widths
        .iter()
        .map(|width| json!({ "text": width.name, "usual": width.usual, "measured": width.measured }));
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "class": findings.verdict.class.name(),
        "reason": findings.verdict.reason,
        "known": findings.verdict.known,
        "places_marks": findings.verdict.places_marks,
        "size": { "columns": findings.size.0, "rows": findings.size.1 },
        "colours": colours(findings.colours),
        "background": background(findings),
        "keyboard_flags": findings.keyboard(),
        "clipboard_announced": findings.announces_clipboard(),
        "synchronized_output": evidence.synchronizes(),
        "milliseconds": findings.took.map(|took| u64::try_from(took.as_millis()).unwrap_or(u64::MAX)),
        "answers": evidence.replies.iter().map(|reply| answer(reply).split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>(),
        "outside": evidence.outer,
        "environment": environment.collect::<serde_json::Map<_, _>>(),
        "widths": widths.collect::<Vec<_>>(),
    })
}
