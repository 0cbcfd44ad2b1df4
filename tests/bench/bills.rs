//! How long the page of what is owed takes to stand, as the bill and its EOB grow, beside the same page with one line.

use crate::browser::Browser;
use crate::find::button;
use crate::letter;

/// What comparing a bill of a thousand lines with its EOB may take beyond the page with one line, in milliseconds.
const LIMIT: f64 = 50.0;
const RUNS: usize = 5;

/// From the new address to the first task after the frame in which the page stands.
const WATCH: &str = "window.__took = null;
const start = performance.now();
location.hash = location.hash.replace(/[^/]*$/, 'owe');
const seen = () => {
    if (document.querySelector('h1')?.textContent !== 'What you really owe') return requestAnimationFrame(seen);
    requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { window.__took = performance.now() - start; };
        port2.postMessage(0);
    });
};
requestAnimationFrame(seen);";

/// Adds papers to a case until it has ten thousand lines on each side, and prints what the page takes on the way.
pub async fn measure(browser: &mut Browser) {
    letter::open_case(browser, false).await;
    browser.arrived("Call the insurer and find out who has to fix this").await;
    browser.script("location.hash = location.hash.replace(/[^/]*$/, 'bill')").await;
    browser.arrived("The bill").await;
    println!(
        "the page of what is owed, in milliseconds, median of {RUNS}; limit {LIMIT} beyond one line, at 1,000 lines\n"
    );
    println!("{:>8} {:>10} {:>14}", "lines", "page", "beyond one");
    let (mut lines, mut first) = (0_usize, 0.0_f64);
    for more in [1, 99, 900, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000] {
        for (name, columns) in [
            ("bill", "Date,Code,Description,Charges"),
            ("eob", "Date,Code,Description,Billed,Allowed,Plan Paid,Your Share"),
        ] {
            add(browser, name, columns, lines, more).await;
        }
        lines += more;
        let mut times = Vec::new();
        for _ in 0..RUNS {
            browser.script(WATCH).await;
            browser.until("the page to stand", async || browser.script("return __took").await.is_number()).await;
            times.push(browser.script("return __took").await.as_f64().unwrap_or(0.0));
            browser.script("location.hash = location.hash.replace(/[^/]*$/, 'bill')").await;
            browser.arrived("The bill").await;
        }
        times.sort_by(f64::total_cmp);
        let median = times[RUNS / 2];
        if lines == 1 {
            first = median;
        }
        let kept = if lines == 1_000 { if median - first <= LIMIT { "  kept" } else { "  MISSED" } } else { "" };
        println!("{lines:>8} {median:>10.1} {:>14.1}{kept}", median - first);
    }
}

/// Adds a paper as a person does: a table is chosen, its columns are confirmed, and it is looked at.
async fn add(browser: &mut Browser, name: &str, columns: &str, from: usize, count: usize) {
    let file = std::env::temp_dir().join(format!("recourse-bench-{name}-{from}.csv"));
    let row = |at: usize| {
        let (at, billed) = (from + at, 500 + (from + at) * 7_919 % 90_000);
        let day = 1 + at % 20;
        let code = 10_000 + at * 31 % 300;
        // Half of the lines agree in all things, the others only in some.
        let told = if at.is_multiple_of(2) { billed } else { billed + 3 };
        let cents = |cents: usize| format!("{}.{:02}", cents / 100, cents % 100);
        if name == "bill" {
            format!("2024-01-{day:02},{code},Service,{}", cents(billed))
        } else {
            format!(
                "2024-01-{day:02},{code},Service,{},{},{},{}",
                cents(told),
                cents(told / 2),
                cents(told / 4),
                cents(told / 2 - told / 4)
            )
        }
    };
    let rows: Vec<String> = (0..count).map(row).collect();
    let text = format!("{columns}\n{}\n", rows.join("\n"));
    std::fs::write(&file, text).expect("the folder for temporary files can be written");
    browser.put_file("#paper-file", &file).await;
    browser.reads("Check what each column holds").await;
    browser.click(&button("Read the table")).await;
    browser.reads("Yes, add it to the case").await;
    browser.click(&button("Yes, add it to the case")).await;
    browser.reads("added.").await;
    let _already_gone = std::fs::remove_file(&file);
}
