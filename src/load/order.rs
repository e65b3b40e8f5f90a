//! The order of files as people count: `2-x` before `10-x`.

use std::cmp::Ordering;

/// Compares two paths folder by folder, runs of digits as numbers.
pub fn natural(a: &str, b: &str) -> Ordering {
    let mut a_parts = a.split('/');
    let mut b_parts = b.split('/');
    loop {
        match (a_parts.next(), b_parts.next()) {
            (None, None) => return a.cmp(b),
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(x), Some(y)) => match name(x, y) {
                Ordering::Equal => {}
                decided => return decided,
            },
        }
    }
}

fn name(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a, b);
    while !a.is_empty() && !b.is_empty() {
        let (x, y) = (digits(a), digits(b));
        if x > 0 && y > 0 {
            let (m, n) = (a[..x].trim_start_matches('0'), b[..y].trim_start_matches('0'));
            match m.len().cmp(&n.len()).then_with(|| m.cmp(n)) {
                Ordering::Equal => {}
                decided => return decided,
            }
            (a, b) = (&a[x..], &b[y..]);
            continue;
        }
        let (c, d) = (a.chars().next(), b.chars().next());
        match c.map(char::to_lowercase).into_iter().flatten().cmp(d.map(char::to_lowercase).into_iter().flatten()) {
            Ordering::Equal => {}
            decided => return decided,
        }
        (a, b) = (&a[c.map_or(0, char::len_utf8)..], &b[d.map_or(0, char::len_utf8)..]);
    }
    a.len().cmp(&b.len())
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_are_counted_not_spelt() {
        let mut names = ["content/10-x.md", "content/2-x.md", "content/1-x.md", "content/a.md", "content/01-y.md"];
        names.sort_by(|a, b| natural(a, b));
        assert_eq!(names, ["content/1-x.md", "content/01-y.md", "content/2-x.md", "content/10-x.md", "content/a.md"]);
    }
}
