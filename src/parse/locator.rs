//! `at:` of a quote: where in its source it is. A time, a page or a line, and nothing else, since it is published beside the quote.

/// The most digits that the number of a page or line may have: more would be a telephone's or a record's.
const MOST_DIGITS: usize = 5;

/// What pages, lines and paragraphs are called, without a full stop, in small letters.
const UNITS: &[&str] = &[
    "p",
    "pp",
    "pg",
    "page",
    "pages",
    "l",
    "ll",
    "line",
    "lines",
    "para",
    "paras",
    "paragraph",
    "paragraphs",
    "¶",
    "§",
    "s",
    "seite",
    "seiten",
    "z",
    "zeile",
    "zeilen",
    "absatz",
    "ligne",
    "lignes",
    "página",
    "páginas",
    "línea",
    "líneas",
    "linha",
    "linhas",
];

/// Units of Chinese, behind their number: 第3页, 12行.
const COUNTERS: &[char] = &['页', '頁', '行', '段'];

/// Whether a text is a time (`00:14:05`, `14:05`, with tenths), a page or a line (`p. 12`, `line 88`, `12`, `第3页`), a range of
/// them, or several: `p. 3, line 12`.
pub fn is_locator(text: &str) -> bool {
    text.split([',', ';', '，', '、']).all(|part| is_range(part.trim()))
}

fn is_range(part: &str) -> bool {
    let mut ends = part.split(['-', '–', '—', '−', '~', '～']).map(str::trim);
    let first = ends.next().unwrap_or_default();
    let last = ends.next();
    ends.next().is_none()
        && if is_time(first) {
            last.is_none_or(is_time)
        } else {
            is_numbered(first) && last.is_none_or(|last| is_number(last) || is_numbered(last))
        }
}

/// `14:05`, `00:14:05`, `00:14:05.2`; hours may be many, minutes and seconds below sixty.
fn is_time(text: &str) -> bool {
    let (whole, tenths) = text.split_once(['.', ',']).map_or((text, None), |(whole, tenths)| (whole, Some(tenths)));
    let digits = |part: &str, most: usize| !part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = whole.split([':', '：']).collect();
    let below_sixty = |part: &&str| digits(part, 2) && part.parse::<u32>().is_ok_and(|n| n < 60);
    (2..=3).contains(&parts.len())
        && digits(parts[0], 3)
        && parts[1..].iter().all(below_sixty)
        && tenths.is_none_or(|tenths| digits(tenths, 3))
}

/// A number with or without the unit that it counts.
fn is_numbered(text: &str) -> bool {
    if let Some(chinese) = text.strip_suffix(COUNTERS) {
        return is_number(chinese.strip_prefix('第').unwrap_or(chinese).trim());
    }
    let at = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let unit = text[..at].trim().trim_end_matches('.').to_lowercase();
    (unit.is_empty() || UNITS.contains(&unit.as_str())) && is_number(&text[at..])
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= MOST_DIGITS && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_pages_and_lines_are_places_in_a_source() {
        for text in [
            "00:14:05",
            "14:05",
            "1:02:03.5",
            "00:14:05–00:15:10",
            "14:05 - 14:30",
            "p. 3",
            "pp. 3–4",
            "page 12",
            "line 88",
            "lines 88-92",
            "L12",
            "12",
            "¶ 4",
            "S. 7",
            "Zeile 12",
            "第3页",
            "第12行",
            "12 页",
            "p. 3, line 12",
            "p. 3; l. 12",
        ] {
            assert!(is_locator(text), "{text}");
        }
    }

    #[test]
    fn anything_else_is_not() {
        for text in [
            "",
            "at home",
            "Mary Holt",
            "07911 123456",
            "07911123456",
            "123456",
            "14:75",
            "14:05 with her sister",
            "St Mary’s",
            "3 March",
            "p.",
            "12:00:00:00",
            "p. 3 Leeds",
            "1-2-3",
            "00:14:05,",
        ] {
            assert!(!is_locator(text), "{text}");
        }
    }
}
