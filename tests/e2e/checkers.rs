//! Files that the page made, read by programs that others wrote.

use std::path::Path;
use std::process::Command;

const PDF_UA: &str = "import sys, page
report = page.validate_pdf(sys.argv[1], profile=page.ValidationProfile.PDF_UA_1)
for failure in report.failures: print(failure)
sys.exit(0 if report.is_compliant else 1)";

const CALENDAR: &str = "import sys, icalendar
with open(sys.argv[1], 'rb') as file: calendar = icalendar.Calendar.from_ical(file.read())
events = calendar.walk('VEVENT')
assert not any(event.errors for event in events), [event.errors for event in events]
for event in events: print(event['UID'], event.decoded('DTSTART'), event['SEQUENCE'], len(event.walk('VALARM')))";

/// Fails unless the file is a tagged PDF that meets PDF/UA-1.
pub fn is_accessible(pdf: &Path) {
    python("RECOURSE_PDF_CHECK", PDF_UA, pdf);
}

/// What a calendar reads in the file: a line for each event with its name, day, number and alarms.
pub fn events(ics: &Path) -> Vec<String> {
    python("RECOURSE_ICALENDAR", CALENDAR, ics).lines().map(str::to_owned).collect()
}

/// What a script says of a file, with the modules of the folder that this variable names.
fn python(modules: &str, script: &str, file: &Path) -> String {
    let modules =
        std::env::var_os(modules).unwrap_or_else(|| panic!("{modules} is not set: run `cargo xtask test e2e`"));
    let ran = Command::new("python3").env("PYTHONPATH", modules).args(["-c", script]).arg(file).output();
    let ran = ran.expect("python3 starts");
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(ran.status.success(), "{}: {said}{}", file.display(), String::from_utf8_lossy(&ran.stderr));
    said
}
