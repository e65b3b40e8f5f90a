//! Identity, health and tax numbers of countries, each by its form and its checksum.
//!
//! A number is told from any other of its length by what its form has of its own: letters, groups, a date. Where a plain number of
//! that length may be anything, a cue has to be near.

use super::checksums::{is_card, is_day, is_iban, is_nhs, is_vin, luhn, mod_11_10, rest, verhoeff, weighted};
use super::tokens::Token;
use crate::identifiers::finding::FindingKind;

/// What a token is by its own form.
pub fn kind(token: &Token) -> Option<FindingKind> {
    let digits: Vec<u32> = token.compact.chars().filter_map(|c| c.to_digit(10)).collect();
    if token.is_number() { numbers(token, &digits) } else { lettered(&token.compact, &digits) }
}

/// What a number is that a cue is near: many a number of eight to thirteen digits.
pub fn kind_with_cue(token: &Token) -> Option<FindingKind> {
    let digits: Vec<u32> = token.compact.chars().filter_map(|c| c.to_digit(10)).collect();
    let is = token.is_number()
        && match digits.len() {
            // The Netherlands' BSN, Portugal's NIF, Canada's SIN, Australia's TFN.
            9 => {
                let sum = weighted(&digits[..8], &[9, 8, 7, 6, 5, 4, 3, 2]);
                (sum + 11 * 9 - digits[8]).is_multiple_of(11)
                    || (11 - sum % 11) % 11 % 10 == digits[8]
                    || luhn(&digits)
                    || weighted(&digits, &[1, 4, 3, 7, 5, 8, 6, 9, 10]).is_multiple_of(11)
            }
            // Australia's Medicare; Austria's insurance number; Poland's NIP.
            10 => {
                weighted(&digits[..8], &[1, 3, 7, 9, 1, 3, 7, 9]) % 10 == digits[8]
                    || weighted(&digits, &[3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == digits[3]
                    || weighted(&digits[..9], &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == digits[9]
                    || is_nhs(&digits)
            }
            // Germany's tax number, Poland's PESEL, Brazil's CPF, Belgium's and Norway's.
            11 => mod_11_10(&digits) || is_pesel(&digits) || is_cpf(&digits) || is_belgian(&digits) || is_norwegian(&digits),
            12 => verhoeff(&digits),
            13 => rest(&digits, 10) < 10 && is_ahv(&digits),
            _ => false,
        };
    is.then_some(FindingKind::NationalId)
}

fn numbers(token: &Token, digits: &[u32]) -> Option<FindingKind> {
    let groups = token.groups();
    let is_grouped = |lengths: &[usize]| groups == lengths;
    let dashed = token.written.contains('-');
    let is_one = groups.len() == 1;
    let national = match digits.len() {
        // The United States' SSN.
        9 => dashed && is_grouped(&[3, 2, 4]) && !matches!(digits[..3], [0, 0, 0] | [6, 6, 6] | [9, ..]),
        // Denmark's and Sweden's, a day of birth and four digits.
        // Austria's insurance number is four digits and a day of birth.
        10 if is_grouped(&[4, 6]) => {
            !dashed && weighted(digits, &[3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == digits[3] && is_day(two(digits, 4), two(digits, 6))
        }
        10 => {
            dashed
                && is_grouped(&[6, 4])
                && (is_day(two(digits, 0), two(digits, 2)) || is_day(two(digits, 4), two(digits, 2)) && luhn(digits))
        }
        // Norway's by both of its check digits; Brazil's and Belgium's in their groups.
        11 => {
            (is_one || is_grouped(&[6, 5])) && is_norwegian(digits)
                || is_grouped(&[2, 3, 3, 3]) && mod_11_10(digits)
                || is_grouped(&[3, 3, 3, 2]) && is_cpf(digits)
                || is_grouped(&[2, 2, 2, 3, 2]) && is_belgian(digits)
        }
        // India's Aadhaar; Sweden's with the whole year.
        12 => {
            is_grouped(&[4, 4, 4]) && !dashed && digits[0] > 1 && verhoeff(digits)
                || is_grouped(&[8, 4]) && dashed && is_day(two(digits, 6), two(digits, 4)) && luhn(&digits[2..])
        }
        // Switzerland's; South Korea's; France's without its key has none.
        13 => is_ahv(digits) || is_grouped(&[6, 7]) && dashed && is_day(two(digits, 4), two(digits, 2)),
        // France's NIR.
        15 => matches!(digits[0], 1 | 2) && (1..=99).contains(&two(digits, 3)) && 97 - rest(&digits[..13], 97) == two(digits, 13),
        18 => is_resident(&token.compact),
        _ => false,
    };
    if national {
        return Some(FindingKind::NationalId);
    }
    if is_card(digits) && !token.written.contains(['(', '+', '.', '/']) {
        return Some(FindingKind::BankCard);
    }
    (is_nhs(digits) && (is_one || is_grouped(&[3, 3, 4]))).then_some(FindingKind::NhsNumber)
}

fn two(digits: &[u32], at: usize) -> u32 {
    digits[at] * 10 + digits[at + 1]
}

/// The shape of a token: `A` for a letter, `9` for a digit.
fn shape(compact: &str) -> String {
    compact.chars().map(|c| if c.is_ascii_digit() { '9' } else { 'A' }).collect()
}

fn lettered(compact: &str, digits: &[u32]) -> Option<FindingKind> {
    let bytes = compact.as_bytes();
    let letter = |at: usize| u32::from(bytes[at].saturating_sub(b'A'));
    let number = || digits.iter().fold(0u64, |number, digit| number * 10 + u64::from(*digit));
    let check = |table: &[u8], n: u64| table.get((n % table.len() as u64) as usize) == bytes.last();
    const SPANISH: &[u8] = b"TRWAGMYFPDXBNJZSQVHLCKE";
    let national = match shape(compact).as_str() {
        "99999999A" => check(SPANISH, number()),
        // Spain's number for foreigners, the first letter as a digit before the others.
        "A9999999A" if matches!(bytes[0], b'X' | b'Y' | b'Z') => {
            check(SPANISH, u64::from(letter(0) - letter_of(b'X')) * 10_000_000 + number())
        }
        // Singapore's.
        "A9999999A" if matches!(bytes[0], b'S' | b'T' | b'F' | b'G') => {
            let sum = weighted(digits, &[2, 7, 6, 5, 4, 3, 2]) + if matches!(bytes[0], b'T' | b'G') { 4 } else { 0 };
            let table: &[u8] = if matches!(bytes[0], b'S' | b'T') { b"JZIHGFEDCBA" } else { b"XWUTRQPNMLK" };
            check(table, u64::from(sum))
        }
        // Ireland's PPS.
        "9999999A" | "9999999AA" => {
            let extra = if bytes.len() == 9 { letter(8) + 1 } else { 0 };
            let sum = weighted(digits, &[8, 7, 6, 5, 4, 3, 2]) + extra * 9;
            matches!(bytes.get(8), None | Some(b'A'..=b'I' | b'W')) && bytes[7] == b"WABCDEFGHIJKLMNOPQRSTUV"[(sum % 23) as usize]
        }
        // Italy's codice fiscale.
        "AAAAAA99A99A999A" => is_codice_fiscale(bytes),
        // Finland's, the check of all nine digits.
        "999999A999A" if matches!(bytes[6], b'A'..=b'F' | b'U'..=b'Y') => check(b"0123456789ABCDEFHJKLMNPRSTUVWXY", number()),
        // India's PAN: the fourth letter says what sort of taxpayer.
        "AAAAA9999A" => matches!(bytes[3], b'P' | b'C' | b'H' | b'A' | b'B' | b'G' | b'J' | b'L' | b'F' | b'T'),
        // Germany's pension insurance: area, day of birth, first letter of the name.
        "99999999A999" => is_day(two(digits, 2) % 50, two(digits, 4)) && is_pension(bytes),
        // Taiwan's.
        "A999999999" if matches!(bytes[1], b'1' | b'2') => is_taiwanese(bytes, digits),
        // Mexico's CURP.
        "AAAA999999AAAAAA99" | "AAAA999999AAAAAAA9" => matches!(bytes[10], b'H' | b'M' | b'X') && is_day(two(digits, 4), two(digits, 2)),
        _ if digits.len() >= 2 && is_german_document(bytes) => true,
        // Britain's driving licence, and the national insurance number.
        "AA999999A" => is_insurance(bytes),
        _ if compact.len() == 16 && is_british_licence(bytes) => true,
        "99999999999999999A" => is_resident(compact),
        _ => false,
    };
    if national {
        return Some(FindingKind::NationalId);
    }
    if is_vin(compact) {
        return Some(FindingKind::Vehicle);
    }
    let is_health = match shape(compact).as_str() {
        // Germany's insured persons' number.
        "A999999999" => is_insured(bytes, digits),
        // The United States' Medicare number.
        "9AA9AA9AA99" | "9A99AA9AA99" | "9A99A99AA99" | "9AA9A99AA99" => true,
        _ => false,
    };
    if is_health {
        return Some(FindingKind::NhsNumber);
    }
    is_iban(compact).then_some(FindingKind::BankCard)
}

fn letter_of(byte: u8) -> u32 {
    u32::from(byte - b'A')
}

/// 17 digits and a check character; the 7th to 14th are a date of birth (GB 11643-1999, ISO 7064 MOD 11-2).
fn is_resident(compact: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let bytes = compact.as_bytes();
    if bytes.len() != 18 || !bytes[..17].iter().all(u8::is_ascii_digit) || !matches!(bytes[0], b'1'..=b'8') {
        return false;
    }
    let digits: Vec<u32> = bytes[..17].iter().map(|byte| u32::from(byte - b'0')).collect();
    let year = two(&digits, 6) * 100 + two(&digits, 8);
    (1850..=2100).contains(&year)
        && is_day(two(&digits, 12), two(&digits, 10))
        && bytes[17] == CHECKS[(weighted(&digits, &WEIGHTS) % 11) as usize]
}

fn is_pesel(digits: &[u32]) -> bool {
    is_day(two(digits, 4), two(digits, 2) % 20) && weighted(digits, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]).is_multiple_of(10)
}

fn is_cpf(digits: &[u32]) -> bool {
    let check = |n: usize| {
        let weights: Vec<u32> = (2..=n as u32 + 1).rev().collect();
        weighted(&digits[..n], &weights) * 10 % 11 % 10 == digits[n]
    };
    digits.iter().any(|n| *n != digits[0]) && check(9) && check(10)
}

/// Births from 2000 on have a 2 before their nine digits.
fn is_belgian(digits: &[u32]) -> bool {
    let check = two(digits, 9);
    let born_later = [&[2], &digits[..9]].concat();
    is_day(two(digits, 4), two(digits, 2)) && (97 - rest(&digits[..9], 97) == check || 97 - rest(&born_later, 97) == check)
}

fn is_norwegian(digits: &[u32]) -> bool {
    is_day(two(digits, 0) % 40, two(digits, 2))
        && weighted(digits, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]).is_multiple_of(11)
        && weighted(digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
}

/// Begins with the country's 756, and has the check digit of an EAN.
fn is_ahv(digits: &[u32]) -> bool {
    digits[..3] == [7, 5, 6] && weighted(digits, &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]).is_multiple_of(10)
}

fn is_codice_fiscale(bytes: &[u8]) -> bool {
    const ODD: [u32; 26] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    let value = |byte: u8| usize::from(if byte.is_ascii_digit() { byte - b'0' } else { byte - b'A' });
    let sum: u32 = bytes[..15].iter().enumerate().map(|(at, byte)| if at % 2 == 0 { ODD[value(*byte)] } else { value(*byte) as u32 }).sum();
    sum % 26 == letter_of(bytes[15])
}

/// Twelve digits, the letter as its two, with a digit sum of each product.
fn is_pension(bytes: &[u8]) -> bool {
    let letter = letter_of(bytes[8]) + 1;
    let plain = |byte: &u8| u32::from(byte - b'0');
    let digits: Vec<u32> = bytes[..8].iter().map(plain).chain([letter / 10, letter % 10]).chain(bytes[9..11].iter().map(plain)).collect();
    let sum: u32 = digits.iter().zip([2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]).map(|(n, w)| n * w / 10 + n * w % 10).sum();
    sum % 10 == plain(&bytes[11])
}

/// The letter as its two digits, by Luhn from the left.
fn is_insured(bytes: &[u8], digits: &[u32]) -> bool {
    let letter = letter_of(bytes[0]) + 1;
    let all = [&[letter / 10, letter % 10], &digits[..8]].concat();
    let sum: u32 = all.iter().enumerate().map(|(at, n)| if at % 2 == 0 { *n } else { n * 2 / 10 + n * 2 % 10 }).sum();
    sum % 10 == digits[8]
}

fn is_taiwanese(bytes: &[u8], digits: &[u32]) -> bool {
    const AREAS: [u32; 26] = [10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33];
    let area = AREAS[letter_of(bytes[0]) as usize];
    (area / 10 + area % 10 * 9 + weighted(digits, &[8, 7, 6, 5, 4, 3, 2, 1, 1])).is_multiple_of(10)
}

/// Germany's identity cards and passports: an authority of a letter, no vowels, and a check digit (ICAO 9303).
fn is_german_document(bytes: &[u8]) -> bool {
    let value = |byte: &u8| u32::from(if byte.is_ascii_digit() { byte - b'0' } else { byte - b'A' + 10 });
    let is_allowed = |byte: &u8| byte.is_ascii_digit() || !matches!(byte, b'A' | b'B' | b'D' | b'E' | b'I' | b'O' | b'Q' | b'S' | b'U');
    bytes.len() == 10
        && matches!(bytes[0], b'C' | b'F' | b'G' | b'H' | b'J'..=b'N' | b'P' | b'R' | b'T' | b'V'..=b'Z')
        && bytes[9].is_ascii_digit()
        && bytes[1..].iter().all(is_allowed)
        && bytes[..9].iter().zip([7, 3, 1].iter().cycle()).map(|(byte, weight)| value(byte) * weight).sum::<u32>() % 10 == value(&bytes[9])
}

/// QQ is the prefix of examples, and what people write who mean to be careful.
fn is_insurance(bytes: &[u8]) -> bool {
    let never = |byte: u8| matches!(byte, b'D' | b'F' | b'I' | b'Q' | b'U' | b'V');
    matches!(bytes[8], b'A'..=b'D') && (bytes.starts_with(b"QQ") || !never(bytes[0]) && !never(bytes[1]) && bytes[1] != b'O')
}

/// Five of the family name, the date of birth by its decade, month, day and year, two initials, three more.
fn is_british_licence(bytes: &[u8]) -> bool {
    let is_name = |byte: &u8| byte.is_ascii_uppercase() || *byte == b'9';
    let digit = |at: usize| u32::from(bytes[at].saturating_sub(b'0'));
    bytes[..5].iter().all(is_name)
        && bytes[0].is_ascii_uppercase()
        && bytes[5..11].iter().all(u8::is_ascii_digit)
        && is_day(digit(8) * 10 + digit(9), (digit(6) * 10 + digit(7)) % 50)
        && bytes[11..13].iter().all(is_name)
        && bytes[14..].iter().all(u8::is_ascii_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(written: &str) -> Option<FindingKind> {
        kind(&Token::new(written, 0..written.len()))
    }

    /// Numbers of public descriptions' examples, or made up by their rule.
    #[test]
    fn numbers_of_many_countries_are_known_by_their_form() {
        for number in [
            "12345678Z",
            "X1234567L",
            "S1234567D",
            "1234567T",
            "RSSMRA85T10A562S",
            "131052A308T",
            "ABCPE1234F",
            "15070649C103",
            "A123456789",
            "756.9217.0769.85",
            "111.444.777-35",
            "212-09-9999",
            "11010519491231002X",
            "MORGA657054SM9IJ",
            "AB 12 34 56 C",
            "1 85 05 78 006 084 91",
        ] {
            assert_eq!(of(number), Some(FindingKind::NationalId), "{number}");
        }
        assert_eq!(of("1EG4-TE5-MK73"), Some(FindingKind::NhsNumber));
        assert_eq!(of("1M8GDM9AXKP042788"), Some(FindingKind::Vehicle));
    }

    #[test]
    fn a_wrong_check_character_is_no_number_of_a_country() {
        for number in [
            "12345678A",
            "X1234567T",
            "S1234567A",
            "1234567B",
            "RSSMRA85T10A562T",
            "756.9217.0769.86",
            "111.444.777-36",
            "110105194912310021",
        ] {
            assert_eq!(of(number), None, "{number}");
        }
    }

    #[test]
    fn plain_numbers_need_a_cue() {
        let of = |written: &str| kind_with_cue(&Token::new(written, 0..written.len()));
        for number in ["111222333", "86095742719", "44051401359", "11144477735"] {
            assert_eq!(of(number), Some(FindingKind::NationalId), "{number}");
            assert_eq!(super::kind(&Token::new(number, 0..number.len())), None, "{number}");
        }
    }
}
