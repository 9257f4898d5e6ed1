//! Any text, read, checked, rendered and judged. `./test --long` runs this for ten minutes.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let reading = charter::read(text);
    let _ = charter::check(&reading.charter);
    let _ = charter::render(&reading.charter, charter::To::Html);
    let _ = charter::evaluate(&reading.charter, &charter::Record::default(), jiff::civil::date(2026, 3, 2));
});
