//! Where in a file a name can stand.

use super::{HitPlace, finds, sweep};

const VALUE: &str = "María Okafor";

fn found(path: &str, bytes: impl AsRef<[u8]>) {
    assert!(finds(VALUE, path, &bytes), "not found in {path}: {}", String::from_utf8_lossy(bytes.as_ref()));
}

#[test]
fn in_the_text_of_a_page() {
    found("p.html", "<p>Ma<em>r</em>ía <b>Okafor</b></p>");
    found("p.html", "<b>María</b><b>Okafor</b>");
    found("p.html", "<td>María</td><td>Okafor</td>");
    found("p.html", "<p>Mar<!-- x -->ía Oka<wbr>for");
    found("p.html", "<p>Mar&iacute;a&nbsp;&#79;ka&shy;for</p>");
    found("p.html", "<p>&#x4D;ar&#xed;a Okafor</p>");
    found("p.svg", r#"<svg><text><tspan x="1">Mar</tspan><tspan x="9">ía</tspan> Okafor</text></svg>"#);
    found("p.svg", "<svg><title>María Okafor</title><desc/></svg>");
}

#[test]
fn in_attributes() {
    for attribute in ["alt", "title", "aria-label", "content", "data-name", "value", "placeholder", "id", "class"] {
        found("p.html", format!("<p {attribute}='x María&#32;Okafor'>"));
    }
    found("p.html", r#"<p id=mar&iacute;a-okafor>"#);
    found("p.html", r#"<a href="../participants/mar%C3%ADa%20okafor.html">"#);
    found("p.html", r#"<a href="?q=Mar%C3%ADa+Okafor&amp;x">"#);
    found("p.html", r#"<p data-tip="&lt;b&gt;Mar&lt;/b&gt;&amp;iacute;a Okafor">"#);
    found("p.html", r#"<p onclick="show('Mar\u00eda Okafor')">"#);
    found("p.html", r#"<p data-maria-okafor>"#);
    found("p.html", r#"<maria-okafor>"#);
}

#[test]
fn in_what_a_page_does_not_show() {
    found("p.html", "<!-- María Okafor -->");
    found("p.html", r#"<script type="application/json">{"a":"Mar\u00eda Okafor"}</script>"#);
    found("p.html", "<style>/* María Okafor */</style>");
    found("p.html", "<!DOCTYPE html SYSTEM 'María Okafor'>");
    found("p.html", "<?xml-stylesheet María Okafor?>");
    found("feed.xml", "<summary><![CDATA[<p>Mar<b>ía</b> Okafor]]></summary>");
    found("feed.xml", "<summary>&lt;p&gt;Mar&amp;iacute;a Okafor</summary>");
}

#[test]
fn in_data_and_scripts() {
    found("a.json", r#"{"a":"Mar\u00eda Okafor","b":"\ud83d\ude00"}"#);
    found("a.json", serde_json::json!({ "a": "<p title=\"x\">Mar<b>í</b>a Okafor</p>" }).to_string());
    found("a.js", r#"index["\x4dar\u{ed}a\nOkafor"]"#);
    found("a.js", "q = 'Mar\\\r\nía Okafor'");
    found("a.csv", "\u{feff}id,name\r\nP1,María Okafor\r\n");
    found("a.csv", "P1,María,Okafor\r\n");
    found("a.txt", r"C:\studies\maría okafor");
    found("a.css", r#".x::after { content: "Mar\ed a Okafor" } .y { background: url(mar%C3%ADa-okafor.png) }"#);
    found("a.css", ".maría-okafor {}");
}

#[test]
fn in_what_looks_like_a_tag_and_is_read() {
    assert!(finds("Mark", "a.txt", "<Mark> I was there."));
    assert!(finds("Mark", "a.html", "<p>&lt;Mark&gt; I was there."));
    assert!(finds("Zoe", "a.html", "<p><Zoe> I was there."));
}

#[test]
fn in_other_encodings() {
    let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
    let text = "\u{feff}<p>Mar<b>ía</b> Okafor</p>";
    found("a.html", units(text).iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<_>>());
    found("a.html", units(text).iter().flat_map(|unit| unit.to_be_bytes()).collect::<Vec<_>>());
    found("a.html", b"<p>Mar\xeda Okafor</p>");
    found("a.html", b"<p>\xff\xfe\xfd Mar\xc3\xada Okafor</p>");
}

#[test]
fn in_data_within_data() {
    // <svg><title>María Okafor</title></svg>
    let svg = "PHN2Zz48dGl0bGU+TWFyw61hIE9rYWZvcjwvdGl0bGU+PC9zdmc+";
    found("a.html", format!(r#"<img src="data:image/svg+xml;base64,{svg}">"#));
    found("a.css", format!("a {{ background: url(data:image/svg+xml;base64,{svg}) }}"));
    found("a.html", r#"<p style="background: url('data:image/svg+xml,%3Ctext%3EMar%26iacute;a%20Okafor')">"#);
}

#[test]
fn in_images() {
    let png = |kind: &[u8; 4], data: &[u8]| {
        let length = (data.len() as u32).to_be_bytes();
        [b"\x89PNG\r\n\x1a\n\0\0\0\x01IDATx1234".as_slice(), &length, kind, data, b"cccc"].concat()
    };
    found("a.png", png(b"iTXt", "Author\0\0\0\0\0María Okafor".as_bytes()));
    found("a.png", png(b"tEXt", b"Author\0Mar\xeda Okafor"));
    found("a.jpg", b"\xff\xd8\xff\xfe\0\x0eMar\xeda Okafor\xff\xda\0\0");
    let exif: Vec<u8> = "María Okafor".encode_utf16().flat_map(u16::to_le_bytes).collect();
    found("a.jpg", [b"\xff\xd8\xff\xe1\0\x1b!".as_slice(), &exif, b"\xff\xda\0\0"].concat());
    let packed = miniz_oxide::deflate::compress_to_vec_zlib("María Okafor".as_bytes(), 6);
    found("a.png", png(b"zTXt", &[b"Author\0\0".as_slice(), &packed].concat()));
    // A short name means something in a note, and nothing among pixels.
    let webp = |kind: &[u8; 4]| [b"RIFF\x14\0\0\0WEBP".as_slice(), kind, b"\x0a\0\0\0\xff\xfe\xff by Zoe"].concat();
    assert!(finds("Zoe", "a.webp", webp(b"XMP ")) && !finds("Zoe", "a.webp", webp(b"VP8 ")));
    let tiff = b"II*\0\x08\0\0\0\x01\0\x3b\x01\x02\0\x04\0\0\0Zoe\0\0\0\0\0\xff";
    assert!(finds("Zoe", "a.tif", tiff));
    found("a.gif", "GIF89a\0\0\u{1}\u{2}María Okafor\0;".as_bytes());
}

#[test]
fn in_the_name() {
    for path in ["f1-maría-okafor.html", "mari\u{301}a_okafor/x.html", "a/MARIA%20OKAFOR.png", "mar%C3%ADaokafor.js"] {
        let hits = sweep(&[VALUE]).route(path, b"");
        assert_eq!(hits.iter().map(|hit| hit.place).collect::<Vec<_>>(), [HitPlace::Name], "{path}");
    }
    assert_eq!(sweep(&[VALUE]).route("mari-okafor.html", b""), []);
}
