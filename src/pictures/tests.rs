use super::notes::MOST_READ;
use super::*;

/// A TIFF of little endian with one directory: each field by number, type and value.
fn tiff(fields: &[(u16, u16, &[u8])]) -> Vec<u8> {
    let mut bytes = b"II*\0\x08\0\0\0".to_vec();
    directory(&mut bytes, fields);
    bytes
}

/// Appends a directory whose long values follow it.
fn directory(bytes: &mut Vec<u8>, fields: &[(u16, u16, &[u8])]) {
    let mut values_at = bytes.len() + 2 + fields.len() * 12 + 4;
    let mut values = Vec::new();
    bytes.extend(u16::try_from(fields.len()).unwrap().to_le_bytes());
    for (number, kind, value) in fields {
        let unit = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8][usize::from(*kind)];
        bytes.extend(number.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(u32::try_from(value.len() / unit).unwrap().to_le_bytes());
        if value.len() <= 4 {
            bytes.extend(value.iter().copied().chain([0; 4]).take(4));
        } else {
            bytes.extend(u32::try_from(values_at).unwrap().to_le_bytes());
            values_at += value.len();
            values.extend_from_slice(value);
        }
    }
    bytes.extend([0; 4]);
    bytes.extend(values);
}

const ASCII: u16 = 2;
const LONG: u16 = 4;
const RATIONAL: u16 = 5;

/// Exif of a photograph by Ada Quill, at 51° N 1° W.
fn located() -> Vec<u8> {
    let mut bytes = tiff(&[(0x13b, ASCII, b"Ada Quill\0"), (0x8825, LONG, &60_u32.to_le_bytes())]);
    assert!(bytes.len() <= 60);
    bytes.resize(60, 0);
    let degrees: Vec<u8> = [51_u32, 1, 0, 1, 0, 1].iter().flat_map(|n| n.to_le_bytes()).collect();
    directory(&mut bytes, &[(1, ASCII, b"N\0"), (2, RATIONAL, &degrees), (3, ASCII, b"W\0"), (4, RATIONAL, &degrees)]);
    bytes
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker][..], &length, data].concat()
}

fn jpeg(segments: &[Vec<u8>]) -> Vec<u8> {
    [b"\xff\xd8".to_vec(), segments.concat(), segment(0xda, b"scan"), b"\x12\xff\0\x34\xff\xd9".to_vec()].concat()
}

/// Checksums are wrong in all of them: browsers do not mind.
fn png(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let chunk =
        |(kind, data): &(&[u8; 4], &[u8])| [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], &kind[..], data, b"sums"].concat();
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunks.iter().map(chunk).collect::<Vec<_>>().concat()].concat()
}

fn webp(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let chunk = |(kind, data): &(&[u8; 4], &[u8])| {
        let pad = if data.len() % 2 == 1 { &[0][..] } else { &[] };
        [&kind[..], &u32::try_from(data.len()).unwrap().to_le_bytes(), data, pad].concat()
    };
    let chunks: Vec<u8> = chunks.iter().flat_map(chunk).collect();
    [&b"RIFF"[..], &u32::try_from(chunks.len() + 4).unwrap().to_le_bytes(), b"WEBP", &chunks].concat()
}

fn iso_box(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [&u32::try_from(body.len() + 8).unwrap().to_be_bytes()[..], kind, body].concat()
}

/// A HEIC without a picture, whose Exif lies in the box `idat`, and with XMP behind.
fn heic(exif: &[u8], xmp: &str) -> Vec<u8> {
    let item = iso_box(b"infe", b"\x02\0\0\0\0\x01\0\0Exif\0");
    let data = [&[0; 4][..], exif].concat();
    let mut location = b"\x01\0\0\0\x44\0\0\x01\0\x01\0\x01\0\0\0\x01".to_vec();
    location.extend(0_u32.to_be_bytes());
    location.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
    let meta =
        [&[0; 4][..], &iso_box(b"iinf", &[&b"\0\0\0\0\0\x01"[..], &item].concat()), &iso_box(b"iloc", &location), &iso_box(b"idat", &data)]
            .concat();
    [iso_box(b"ftyp", b"heic\0\0\0\0mif1heic"), iso_box(b"meta", &meta), iso_box(b"mdat", xmp.as_bytes())].concat()
}

const XMP: &str = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF><rdf:Description rdf:about='' exif:GPSLatitude='51,0N' \
                   photoshop:City='Wexcombe &amp; Tidmoor'><dc:creator><rdf:li>Zo&#235; Quill</rdf:li></dc:creator>\
                   </rdf:Description></rdf:RDF></x:xmpmeta>";

fn zlib(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(bytes, 6)
}

fn photoshop(records: &[(u8, &str)]) -> Vec<u8> {
    let records: Vec<u8> = records
        .iter()
        .flat_map(|(field, text)| [&[0x1c, 2, *field][..], &u16::try_from(text.len()).unwrap().to_be_bytes(), text.as_bytes()].concat())
        .collect();
    let length = u32::try_from(records.len()).unwrap().to_be_bytes();
    [&b"8BIM\x03\xed\0\0\0\0\0\x02xx8BIM\x04\x04\x03abc"[..], &length, &records].concat()
}

fn all_formats(exif: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let marked = [&b"Exif\0\0"[..], exif].concat();
    let hex: String = marked.iter().map(|byte| format!("{byte:02x}")).collect();
    let profile = format!("\nexif\n    {}\n{}\n", marked.len(), hex);
    vec![
        ("jpeg", jpeg(&[segment(0xe0, b"JFIF\0"), segment(0xe1, &marked)])),
        ("jpeg with fill bytes", [b"\xff\xd8\xff\xff\xff".to_vec(), segment(0xe1, &marked)].concat()),
        ("a picture behind a jpeg", [jpeg(&[]), jpeg(&[segment(0xe1, &marked)])].concat()),
        ("png", png(&[(b"IHDR", b"0123456789012"), (b"IDAT", b"xx"), (b"eXIf", exif)])),
        ("png by ImageMagick", png(&[(b"zTXt", &[&b"Raw profile type exif\0\0"[..], &zlib(profile.as_bytes())].concat())])),
        ("webp", webp(&[(b"VP8X", b"0123456789"), (b"VP8 ", b"xxx"), (b"EXIF", exif)])),
        ("webp with a prefix", webp(&[(b"EXIF", &marked)])),
        ("tiff", exif.to_vec()),
        ("heic", heic(exif, "")),
    ]
}

#[test]
fn who_took_a_photograph_and_where_is_found_in_every_format() {
    for (format, bytes) in all_formats(&located()) {
        let notes = read(&bytes);
        assert_eq!((notes.kinds, notes.has_position), (vec![NoteKind::Exif], true), "{format}");
        assert!(notes.texts.contains(&"Ada Quill".to_owned()), "{format}: {:?}", notes.texts);
        assert!(notes.blocks.iter().any(|block| memchr::memmem::find(block, b"Ada Quill").is_some()), "{format}");
    }
}

#[test]
fn exif_without_coordinates_is_no_place() {
    for (format, bytes) in all_formats(&tiff(&[(0x10f, ASCII, b"Camera works\0")])) {
        let notes = read(&bytes);
        assert_eq!((notes.has_position, notes.texts), (false, vec!["Camera works".to_owned()]), "{format}");
    }
}

#[test]
fn xmp_is_found_in_every_format() {
    let marked = [&b"http://ns.adobe.com/xap/1.0/\0"[..], XMP.as_bytes()].concat();
    let itxt = [&b"XML:com.adobe.xmp\0\0\0\0\0"[..], XMP.as_bytes()].concat();
    let packed = [&b"XML:com.adobe.xmp\0\x01\0en\0\0"[..], &zlib(XMP.as_bytes())].concat();
    for (format, bytes) in [
        ("jpeg", jpeg(&[segment(0xe1, &marked)])),
        ("png", png(&[(b"iTXt", &itxt)])),
        ("png, packed", png(&[(b"iTXt", &packed)])),
        ("webp", webp(&[(b"XMP ", XMP.as_bytes())])),
        ("tiff", tiff(&[(0x2bc, 1, XMP.as_bytes())])),
        ("heic", heic(&tiff(&[]), XMP)),
    ] {
        let notes = read(&bytes);
        assert!(notes.kinds.contains(&NoteKind::Xmp) && notes.has_position, "{format}");
        for text in ["Zoë Quill", "Wexcombe & Tidmoor"] {
            assert!(notes.texts.contains(&text.to_owned()), "{format}: {:?}", notes.texts);
        }
    }
}

#[test]
fn iptc_is_found_in_jpeg_and_tiff() {
    let resources = photoshop(&[(0, "\0\x02"), (80, "Ada Quill"), (90, "Wexcombe")]);
    for (format, bytes) in
        [("jpeg", jpeg(&[segment(0xed, &[&b"Photoshop 3.0\0"[..], &resources].concat())])), ("tiff", tiff(&[(0x8649, 1, &resources)]))]
    {
        let notes = read(&bytes);
        assert!(notes.kinds.contains(&NoteKind::Iptc), "{format}");
        assert_eq!(notes.texts, ["Ada Quill", "Wexcombe"], "{format}");
    }
}

#[test]
fn texts_of_a_png_are_found_packed_or_not_and_however_long() {
    let packed = [&b"Comment\0\0"[..], &zlib("王芳".as_bytes())].concat();
    let notes = read(&png(&[(b"tEXt", b"Author\0Zo\xeb Quill"), (b"zTXt", &packed), (b"iTXt", "Title\0\0\0fr\0Titre\0Été".as_bytes())]));
    assert_eq!(notes.kinds, [NoteKind::Text]);
    assert_eq!(notes.texts, ["Author", "Zoë Quill", "Comment", "王芳", "Titre", "Title", "Été"]);
}

#[test]
fn comments_are_found_also_between_scans() {
    let bytes = [b"\xff\xd8".to_vec(), segment(0xda, b"scan"), b"\xff\0\x12\xff\xd3".to_vec(), segment(0xfe, b"by Ada Quill")].concat();
    assert_eq!(read(&bytes).texts, ["by Ada Quill"]);
}

#[test]
fn what_windows_and_a_user_wrote_is_read_in_its_encoding() {
    let wide: Vec<u8> = "王芳\0".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let comment = [&b"UNICODE\0"[..], &wide].concat();
    let other_order: Vec<u8> = "the ward".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let other_order = [&b"UNICODE\0"[..], &other_order].concat();
    let notes =
        read(&tiff(&[(0x9c9d, 1, &wide), (0x9286, 7, &comment), (0x9286, 7, &other_order), (0x9286, 7, b"ASCII\0\0\0in the ward")]));
    assert_eq!(notes.texts, ["王芳", "王芳", "the ward", "in the ward"]);
}

#[test]
fn a_picture_that_is_cut_off_is_read_as_far_as_it_goes() {
    assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0\x10\0tEXtAuthor\0Zoe").texts, ["Author", "Zoe"]);
    assert_eq!(read(b"\xff\xd8\xff\xfe\xff\xffZoe").texts, ["Zoe"]);
    let packed = zlib("Ada Quill, ".repeat(500).as_bytes());
    let cut = [&b"Author\0\0"[..], &packed[..packed.len() - 6]].concat();
    assert!(read(&png(&[(b"zTXt", &cut)])).texts[1].starts_with("Ada Quill, Ada Quill"));
}

#[test]
fn a_picture_without_notes_has_none() {
    let plain = png(&[(b"IHDR", b"0123456789012"), (b"PLTE", b"Ada"), (b"IDAT", b"Ada Quill"), (b"IEND", b"")]);
    for bytes in [&plain[..], b"\xff\xd8\xff\xe0\0\x04ab\xff\xda", b"GIF89a", b"", b"\xff\xd8", b"RIFF\0\0\0\0WEBP", b"II*\0"] {
        let notes = read(bytes);
        assert_eq!((notes.kinds, notes.texts, notes.has_position), (Vec::new(), Vec::new(), false));
    }
    assert_eq!(read(&plain), ImageNotes::default());
}

#[test]
fn what_unpacks_to_gigabytes_is_read_up_to_the_bound() {
    let bomb = [&b"Author\0\0"[..], &zlib(&vec![b'a'; 2 * MOST_READ])].concat();
    let notes = read(&png(&[(b"zTXt", &bomb), (b"zTXt", &bomb), (b"zTXt", &bomb)]));
    assert!(notes.texts.iter().map(String::len).sum::<usize>() <= MOST_READ + 64);
}

#[test]
fn values_that_overlap_are_read_up_to_a_bound() {
    // Five thousand fields, each of which is the whole file.
    let count = 5_000_u16;
    let size = 8 + 2 + usize::from(count) * 12 + 4 + (1 << 20);
    let mut bytes = b"II*\0\x08\0\0\0".to_vec();
    bytes.extend(count.to_le_bytes());
    for number in 0..count {
        bytes.extend(number.to_le_bytes().into_iter().chain(7_u16.to_le_bytes()));
        bytes.extend(u32::try_from(size).unwrap().to_le_bytes().into_iter().chain(0_u32.to_le_bytes()));
    }
    bytes.resize(size, b'a');
    assert!(read(&bytes).texts.len() < 20);
}

#[test]
fn no_mutation_of_a_picture_panics_or_hangs() {
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % below as u64).unwrap()
    };
    let mut pictures = all_formats(&located());
    pictures.push(("xmp", webp(&[(b"XMP ", XMP.as_bytes())])));
    pictures.push(("iptc", jpeg(&[segment(0xed, &[&b"Photoshop 3.0\0"[..], &photoshop(&[(80, "Ada")])].concat())])));
    for (_, picture) in &pictures {
        for _ in 0..400 {
            let mut bytes = picture.clone();
            for _ in 0..=random(4) {
                let at = random(bytes.len());
                bytes[at] = [0, 0xff, 0x7f, 1, 0x80, bytes[at].wrapping_add(1)][random(6)];
            }
            bytes.truncate(bytes.len() - random(bytes.len() / 2));
            let notes = read(&bytes);
            assert!(notes.texts.iter().map(String::len).sum::<usize>() < 64 * picture.len());
        }
    }
}

#[test]
fn the_words_of_a_drawing_are_those_that_are_seen() {
    let svg = "<?xml version='1.0'?><!DOCTYPE svg><svg xmlns='http://www.w3.org/2000/svg'><style>.mary{}</style><title>A &amp; B</title>\
               <text>M<tspan>a</tspan>ry</text><text>O&#8217;Hara</text><script><![CDATA[let ada]]></script><desc><![CDATA[a<b]]></desc></svg>";
    assert_eq!(words_of_drawing(svg), "A & B\nMary\nO’Hara\na<b\n");
    assert_eq!(words_of_drawing("<svg><text>Mary</text><text>Ada < Quill</text></svg>").lines().next(), Some("Mary"));
    assert!(words_of_drawing("<svg><text>Mary</text><text>Ada <").contains("Ada"));
}
