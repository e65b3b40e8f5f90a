//! Whatever a name is, wherever it stands and however it is disguised, it is found.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::{HitPlace, finds, sweep};

/// A name in one of many scripts.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8}){0,2}",
        "[A-Z][a-zà-öø-ÿąćęłńóśźżčšžřő]{2,8}([ '’-][A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{2,8}){0,2}",
        "[А-Я][а-яё]{2,8}( [А-Я][а-яё]{2,8})?",
        "[Α-ΡΣ-Ω][α-ωάέήίόύώς]{2,8}",
        "[ء-غف-ي]{3,8}( [ء-غف-ي]{3,8})?",
        "[क-ह][ा-ौ]?[क-ह][ा-ौ]?[क-ह]",
        "[\u{4e00}-\u{9fa5}]{2,4}",
        "[가-힣]{2,4}",
        "[ぁ-ゖ]{2,4}",
        "[0-9]{3,5}[ -][0-9]{3,6}",
    ]
}

/// What stands around it: anything at all, or ordinary prose.
fn surroundings() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,40}", "[a-zA-Z0-9 .,;:!?'\"()\n-]{0,60}", "[\u{4e00}-\u{9fa5}，。 ]{0,20}"]
}

/// What may happen to the characters of a name.
fn respelt(value: &str, how: usize) -> String {
    let between = |separator: &str| value.chars().map(String::from).collect::<Vec<_>>().join(separator);
    let spaced = |separator: &str| value.replace(' ', separator);
    match how {
        0 => value.to_uppercase(),
        1 => value.to_lowercase(),
        2 => value.nfd().collect(),
        3 => value.nfkd().collect(),
        4 => between("\u{ad}"),
        5 => between("\u{200b}"),
        6 => spaced("\u{a0}"),
        7 => spaced(" \r\n  "),
        8 => spaced("_"),
        9 => spaced("."),
        10 => value.chars().map(|c| if c.is_ascii_graphic() { char::from_u32(c as u32 + 0xfee0).unwrap() } else { c }).collect(),
        11 => value.to_uppercase().nfd().collect(),
        _ => value.to_owned(),
    }
}

fn references(text: &str, hexadecimal: bool) -> String {
    text.chars().map(|c| if hexadecimal { format!("&#x{:x};", c as u32) } else { format!("&#{};", c as u32) }).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let encode = |chunk: &[u8]| {
        let bits = (0..3).fold(0_usize, |bits, at| bits << 8 | usize::from(chunk.get(at).copied().unwrap_or(0)));
        (0..=chunk.len()).map(|at| char::from(ALPHABET[bits >> (18 - 6 * at) & 63])).collect::<String>()
    };
    bytes.chunks(3).map(encode).collect()
}

/// A file that holds `value` between `before` and `after`.
fn contained(value: &str, before: &str, after: &str, how: usize) -> (&'static str, Vec<u8>) {
    let text = format!("{before} {value} {after}");
    let page = escaped(&text);
    let (before, after) = (escaped(before), escaped(after));
    let (path, content) = match how {
        0 => ("a.html", format!("<p>{page}</p>")),
        1 => ("a.html", format!("<p>{before} {} {after}</p>", references(value, false))),
        2 => ("a.html", format!("<p>{before} {} {after}</p>", references(value, true))),
        3 => ("a.html", format!("<p>{before} {} {after}", value.chars().map(|c| format!("<b>{c}</b>")).collect::<String>())),
        4 => ("a.html", format!("<img title=\"{before} {} {after}\">", references(value, true))),
        5 => ("a.html", format!("<!-- {} -->", page.replace('-', ""))),
        6 => ("a.json", serde_json::json!({ "a": text }).to_string()),
        7 => ("a.js", text.encode_utf16().map(|unit| format!("\\u{unit:04X}")).collect()),
        8 => ("a.html", format!("<a href=\"?q={}\">", text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>())),
        9 => ("a.css", format!("a::after {{ content: '{}' }}", text.chars().map(|c| format!("\\{:x} ", c as u32)).collect::<String>())),
        10 => ("a.html", format!("<img src=\"data:text/html;base64,{}\">", base64(format!("<p>{page}").as_bytes()))),
        11 => ("feed.xml", format!("<content>{}</content>", escaped(&format!("<p>{page}</p>")))),
        12 => return ("a.txt", format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()),
        13 => return ("a.txt", format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect()),
        14 => {
            let length = (text.len() as u32 + 2).to_be_bytes();
            let image = [b"\x89PNG\r\n\x1a\n", length.as_slice(), b"tEXta\0", text.as_bytes(), b"abcd\0\0\0\0IEND\0\0\0\0"];
            return ("a.png", image.concat());
        }
        _ => ("a.txt", text.clone()),
    };
    (path, content.into_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_planted_value_is_found(value in value(), before in surroundings(), after in surroundings(), spelling in 0..13_usize, container in 0..16_usize) {
        let (path, bytes) = contained(&respelt(&value, spelling), &before, &after, container);
        prop_assert!(finds(&value, path, &bytes), "{:?} in {}", value, String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_value_in_a_name_is_found_and_masked(value in value(), spelling in 0..13_usize, before in "[a-z0-9]{0,5}", after in "[a-z0-9]{0,5}") {
        let (sweep, spelt) = (sweep(&[&value]), respelt(&value, spelling));
        let path = format!("{before}-{spelt}.{after}");
        let hits = sweep.route(&path, b"");
        prop_assert_eq!(hits.iter().map(|hit| hit.place).collect::<Vec<_>>(), [HitPlace::Name]);
        let masked = sweep.masked_name(&path);
        prop_assert!(!masked.contains(&spelt), "{}", masked);
        prop_assert_eq!(sweep.route(&masked, b""), []);
        prop_assert_eq!(masked, format!("{before}-●●●.{after}"));
    }

    #[test]
    fn nothing_told_holds_the_value(value in "[A-Z][a-z]{5,9}", path in "[a-z]{1,5}") {
        let told = format!("{:?}", sweep(&[&value]).route(&format!("{path}-{value}.txt"), value.as_bytes()));
        prop_assert!(!told.to_lowercase().contains(&value.to_lowercase()));
    }

    /// However wrongly a file is taken apart, no word of it gets lost.
    #[test]
    fn every_word_of_a_broken_file_is_read(
        before in broken(), after in broken(),
        path in prop::sample::select(vec!["a.html", "a.css", "a.js", "a.json", "a.txt", "a"]),
        word in prop::sample::select(vec!["Zqxv", "Éqxv", "王芳", "Юqxv"]),
    ) {
        let file = format!("{before} {word} {after}");
        prop_assert!(finds(word, path, &file), "{}", file);
    }

    #[test]
    fn any_bytes_are_swept(bytes: Vec<u8>, magic in prop::sample::select(vec![b"".as_slice(), b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"\xff\xfe", b"<"])) {
        let sweep = sweep(&["Zqxv Zqxv"]);
        prop_assert_eq!(sweep.route("a", &[magic, &bytes].concat()), []);
    }
}

/// A heap of what means something in some language.
fn broken() -> impl Strategy<Value = String> {
    let pieces = vec![
        "<",
        ">",
        "</",
        "/>",
        "<a ",
        "<b>",
        "</b>",
        "<x-y",
        "\"",
        "'",
        "=",
        "<!--",
        "-->",
        "<!",
        "<?",
        "<![CDATA[",
        "]]>",
        "<script>",
        "</script>",
        "<style>",
        "</style>",
        "&",
        "&amp;",
        "&lt;",
        "&#",
        "&#x",
        ";",
        "\\",
        "\\\"",
        "\\u",
        "\\x4",
        "\\u{",
        "%",
        "%3C",
        "%5",
        "{",
        "}",
        "/*",
        "*/",
        "url(",
        ")",
        "base64,",
        "data:x;base64,AAAA",
        "é",
        "王",
        "\u{301}",
        "\u{1}",
        " ",
        "\n",
        "a",
        "4",
        ".",
        "#",
        "--",
        "|",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..24).prop_map(|pieces| pieces.concat())
}
