//! A partnership's one colour, as a style sheet: `/theme/1c4f3f.css`. The address holds all it needs, so it is kept for ever.

use access::{Anyone, Problem};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::header;
use kernel::Error;

type Rgb = [u8; 3];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/// The page in the dark scheme.
const NIGHT: Rgb = [0x16, 0x19, 0x1a];

/// The address of the style sheet of a colour like `#1c4f3f`, for [`Brand::theme`](crate::Brand); `None` when it is not a
/// colour.
pub fn theme(colour: &str) -> Option<String> {
    let colour = colour.strip_prefix('#').unwrap_or(colour);
    read(colour).map(|_| format!("/theme/{}.css", colour.to_ascii_lowercase()))
}

pub(crate) async fn serve(_pass: Anyone, Path(name): Path<String>) -> Result<Response, Problem> {
    let colour = name.strip_suffix(".css").and_then(read).ok_or(Error::NotFound)?;
    let headers = [(header::CONTENT_TYPE, "text/css"), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, sheet(colour)).into_response())
}

fn read(colour: &str) -> Option<Rgb> {
    if colour.len() != 6 || !colour.is_ascii() {
        return None;
    }
    let channel = |at: usize| u8::from_str_radix(&colour[at..at + 2], 16).ok();
    Some([channel(0)?, channel(2)?, channel(4)?])
}

fn sheet(brand: Rgb) -> String {
    // Links stand on white and on the dark page: each is moved until it can be read there (WCAG 2.2, 1.4.3).
    let link = readable(brand, WHITE, BLACK);
    let link_at_night = readable(mixed(brand, WHITE, 40), NIGHT, WHITE);
    let day = [
        ("--folkmoot-brand", brand),
        ("--folkmoot-brand-tint", mixed(brand, WHITE, 90)),
        ("--folkmoot-button", link),
        ("--folkmoot-button-hover", mixed(link, BLACK, 25)),
        ("--folkmoot-button-shadow", mixed(link, BLACK, 60)),
        ("--govuk-brand-colour", brand),
        ("--govuk-link-colour", link),
        ("--govuk-link-hover-colour", mixed(link, BLACK, 50)),
    ];
    let night = [
        ("--folkmoot-brand", mixed(brand, BLACK, 30)),
        ("--folkmoot-brand-tint", mixed(brand, NIGHT, 82)),
        ("--govuk-brand-colour", link_at_night),
        ("--govuk-link-colour", link_at_night),
        ("--govuk-link-hover-colour", mixed(link_at_night, WHITE, 40)),
    ];
    let block = |pairs: &[(&str, Rgb)]| pairs.iter().map(|(name, [r, g, b])| format!("{name}:#{r:02x}{g:02x}{b:02x};")).collect::<String>();
    format!("@media screen{{:root{{{}}}}}@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}", block(&day), block(&night))
}

/// Moves a colour towards another by so many hundredths.
fn mixed(from: Rgb, to: Rgb, hundredths: u16) -> Rgb {
    let mix = |i: usize| u8::try_from((u16::from(from[i]) * (100 - hundredths) + u16::from(to[i]) * hundredths) / 100).unwrap_or(255);
    [mix(0), mix(1), mix(2)]
}

fn readable(mut colour: Rgb, on: Rgb, towards: Rgb) -> Rgb {
    for _ in 0..20 {
        if contrast(colour, on) >= 4.6 {
            break;
        }
        colour = mixed(colour, towards, 15);
    }
    colour
}

fn contrast(a: Rgb, b: Rgb) -> f64 {
    let light = |[r, g, b]: Rgb| {
        let channel = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
    };
    let (a, b) = (light(a), light(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_can_be_read_whatever_the_brand() {
        for brand in ["1c4f3f", "000000", "ffffff", "ffdd00", "5a0a6b", "808080"].map(|c| read(c).unwrap()) {
            assert!(contrast(readable(brand, WHITE, BLACK), WHITE) >= 4.5);
            assert!(contrast(readable(mixed(brand, WHITE, 40), NIGHT, WHITE), NIGHT) >= 4.5);
        }
    }

    #[test]
    fn only_a_colour_has_a_style_sheet() {
        assert_eq!(theme("#1C4F3F").as_deref(), Some("/theme/1c4f3f.css"));
        for wrong in ["", "#fff", "red", "#12345g", "#é234", "../../x"] {
            assert_eq!(theme(wrong), None, "{wrong}");
        }
        assert!(sheet([28, 79, 63]).contains("--folkmoot-brand:#1c4f3f;"));
    }
}
