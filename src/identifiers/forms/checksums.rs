//! Numbers whose own digits say that they are somebody's.
//!
//! Sources are the numbers' public descriptions: ISO/IEC 7812 and 7064, ISO 13616, GB 11643-1999, the NHS Data Dictionary, and each
//! country's office; the rules are named where they are.

/// Luhn's sum.
pub fn luhn(digits: &[u32]) -> bool {
    let doubled = |n: u32| if n > 4 { 2 * n - 9 } else { 2 * n };
    let sum: u32 = digits.iter().rev().enumerate().map(|(at, n)| if at % 2 == 1 { doubled(*n) } else { *n }).sum();
    sum.is_multiple_of(10) && digits.iter().any(|n| *n != digits[0])
}

/// Verhoeff's check of the dihedral group of ten.
pub fn verhoeff(digits: &[u32]) -> bool {
    const FIRST: [u32; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    // The product of two elements of the group.
    let times = |a: u32, b: u32| match (a < 5, b < 5) {
        (true, true) => (a + b) % 5,
        (true, false) => (a + b - 5) % 5 + 5,
        (false, true) => (a - 5 + 5 - b) % 5 + 5,
        (false, false) => (a + 5 - b) % 5,
    };
    let permuted = |turns: usize, n: u32| (0..turns).fold(n, |n, _| FIRST[n as usize]);
    digits.iter().rev().enumerate().fold(0, |sum, (at, n)| times(sum, permuted(at % 8, *n))) == 0
}

/// The sum of digits times weights.
pub fn weighted(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// ISO 7064 MOD 11,10.
pub fn mod_11_10(digits: &[u32]) -> bool {
    let Some((check, rest)) = digits.split_last() else { return false };
    let product = rest.iter().fold(10, |product, digit| {
        let sum = (product + digit) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (11 - product) % 10 == *check
}

/// The rest of a number of any length by a small one.
pub fn rest(digits: &[u32], by: u32) -> u32 {
    digits.iter().fold(0, |rest, digit| (rest * 10 + digit) % by)
}

/// Whether a day and a month are there, in the common way of `DDMM` or `MMDD`.
pub fn is_day(day: u32, month: u32) -> bool {
    (1..=31).contains(&day) && (1..=12).contains(&month)
}

pub fn is_nhs(digits: &[u32]) -> bool {
    digits.len() == 10
        && digits.iter().any(|n| *n != digits[0])
        && (11 - weighted(&digits[..9], &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 == digits[9]
}

/// Of 13 to 19 digits, by Luhn.
pub fn is_card(digits: &[u32]) -> bool {
    (13..=19).contains(&digits.len()) && matches!(digits[0], 2..=6) && luhn(digits)
}

/// Fifteen to thirty-four letters and digits, MOD 97.
pub fn is_iban(compact: &str) -> bool {
    if !(15..=34).contains(&compact.len()) {
        return false;
    }
    let turned = compact.chars().skip(4).chain(compact.chars().take(4));
    turned.filter_map(|c| c.to_digit(36)).fold(0, |rest, value| (rest * if value > 9 { 100 } else { 10 } + value) % 97) == 1
}

/// A vehicle's number, of 17 letters and digits with its check digit in the middle (ISO 3779, 49 CFR 565.15).
pub fn is_vin(compact: &str) -> bool {
    const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    let value = |byte: u8| match byte {
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        b'A'..=b'H' => Some(u32::from(byte - b'A') + 1),
        b'J'..=b'N' => Some(u32::from(byte - b'J') + 1),
        b'P' => Some(7),
        b'R' => Some(9),
        b'S'..=b'Z' => Some(u32::from(byte - b'S') + 2),
        _ => None,
    };
    let values: Option<Vec<u32>> = compact.bytes().map(value).collect();
    let Some(values) = values.filter(|values| values.len() == 17) else { return false };
    let check = compact.as_bytes()[8];
    // Makers outside North America leave the check digit out: then its letters and digits, in about equal parts, must do.
    let letters = compact.bytes().filter(u8::is_ascii_alphabetic).count();
    if (5..=12).contains(&letters)
        && compact.as_bytes()[..3].iter().any(u8::is_ascii_alphabetic)
        && compact.as_bytes()[13..].iter().all(u8::is_ascii_digit)
    {
        return true;
    }
    let is_check = match weighted(&values, &WEIGHTS) % 11 {
        10 => check == b'X',
        n => u32::from(check) == u32::from(b'0') + n,
    };
    is_check && compact.bytes().any(|b| b.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(written: &str) -> Vec<u32> {
        written.chars().filter_map(|c| c.to_digit(10)).collect()
    }

    /// Each from the description of its number, or made up by its rule.
    #[test]
    fn sums_hold_and_a_changed_digit_breaks_them() {
        type Check = fn(&[u32]) -> bool;
        let checks: [(Check, &str); 5] = [
            (luhn, "4539148803436467"),
            (verhoeff, "2363"),
            (mod_11_10, "86095742719"),
            (is_nhs, "9434765919"),
            (is_card, "4539148803436467"),
        ];
        for (check, number) in checks {
            let mut digits = values(number);
            assert!(check(&digits), "{number}");
            let last = digits.len() - 1;
            digits[last] = (digits[last] + 1) % 10;
            assert!(!check(&digits), "{number}");
        }
        assert!(is_vin("1M8GDM9AXKP042788") && !is_vin("1M8GDM9A1KPO42788"));
        assert!(is_iban("GB82WEST12345698765432") && !is_iban("GB82WEST12345698765433"));
    }
}
