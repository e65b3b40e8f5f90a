//! Numbers as they are written in running text.

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// `14`, `fourteen`, `twenty-one`; in lower case.
pub fn english(word: &str) -> Option<u32> {
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return word.parse().ok();
    }
    let place = |words: &[&str], word: &str| words.iter().position(|w| *w == word).map(|at| at as u32);
    let tens = |word: &str| place(&TENS, word).map(|at| (at + 2) * 10);
    place(&ONES, word).or_else(|| tens(word)).or_else(|| {
        let (ten, one) = word.split_once('-')?;
        Some(tens(ten)? + place(&ONES, one).filter(|n| (1..10).contains(n))?)
    })
}

/// The number at the beginning of a Chinese text, and its length: `14`, `十四`, `两`, `二十`.
pub fn chinese(text: &str) -> Option<(u32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return Some((text[..digits].parse().ok()?, digits));
    }
    let digit = |c: char| "零一二三四五六七八九".chars().position(|d| d == c).map(|n| n as u32).or((c == '两').then_some(2));
    let (mut whole, mut last, mut length) = (0, None, 0);
    for c in text.chars() {
        match (c, digit(c)) {
            (_, Some(n)) => last = Some(n),
            ('十', _) => whole += last.take().unwrap_or(1) * 10,
            ('百', _) => whole += last.take()? * 100,
            _ => break,
        }
        length += c.len_utf8();
    }
    (length > 0).then(|| (whole + last.unwrap_or(0), length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (word, n) in [("14", 14), ("fourteen", 14), ("twenty", 20), ("twenty-one", 21), ("ninety-nine", 99)] {
            assert_eq!(english(word), Some(n));
        }
        for word in ["p04", "14th", "twenty-ten", "often", "-", "one-off"] {
            assert_eq!(english(word), None, "{word}");
        }
        for (word, n) in [("14名", 14), ("十四", 14), ("两位", 2), ("二十名", 20), ("二十一", 21), ("一百二十", 120)] {
            assert_eq!(chinese(word).map(|(n, _)| n), Some(n), "{word}");
        }
        assert_eq!(chinese("名"), None);
    }
}
