//! The names behind the numbers of a turned matrix.

use super::super::document::LINE;
use super::super::element::Shape;
use super::super::label::{Label, ThemeName, place};
use super::super::medium::Width;
use super::data::MatrixRow;

/// Space under a name, over a main theme, between two columns of names, and under all.
const SPACE: (f64, f64, f64, f64) = (4.0, 8.0, 28.0, 10.0);

/// A name with its place: the left edge, and the middle of its first line.
pub(super) struct KeyName<'a> {
    label: Label<'a>,
    x: f64,
    y: f64,
}

impl KeyName<'_> {
    /// The shapes of the name.
    pub(super) fn parts(&self) -> Vec<Shape> {
        self.label.parts(self.x, self.y)
    }
}

/// Places the names of themes from `top` down, in one column or two; gives them and where they end.
pub(super) fn key(rows: &[MatrixRow], width: Width, top: f64) -> (Vec<KeyName<'_>>, f64) {
    let themes: Vec<ThemeName<'_>> = rows.iter().map(MatrixRow::theme).collect();
    let two = width == Width::Wide && themes.len() > 3;
    let room = if two { (width.units() - SPACE.2) / 2.0 } else { width.units() };
    let labels = place(&themes, room, true);
    let turn = if two { turn(&labels) } else { labels.len() };

    let (mut x, mut foot, mut lowest) = (0.0, top, top);
    let mut names = Vec::with_capacity(labels.len());
    for (i, label) in labels.into_iter().enumerate() {
        if i == turn {
            (x, foot) = (room + SPACE.2, top);
        } else if i > 0 && label.main() {
            foot += SPACE.1;
        }
        let y = foot + LINE / 2.0;
        foot += label.height() + SPACE.0;
        lowest = f64::max(lowest, foot);
        names.push(KeyName { label, x, y });
    }
    (names, lowest + SPACE.3)
}

/// Where the second column of a key begins: where it leaves both about as high, at a main theme if
/// that costs little, and never between a theme and its first subtheme.
fn turn(labels: &[Label<'_>]) -> usize {
    let high = |labels: &[Label<'_>]| -> f64 {
        labels.iter().map(|label| label.height() + SPACE.0 + if label.main() { SPACE.1 } else { 0.0 }).sum()
    };
    let total = high(labels);
    let cost = |place: usize| {
        let first = labels.get(..place).map_or(0.0, high);
        let taller = first.max(total - first);
        let main = labels.get(place).is_some_and(Label::main);
        taller + if main { 0.0 } else { 4.0 * LINE }
    };
    let places = (1..labels.len()).filter(|&place| labels.get(place - 1).is_some_and(|last| !last.parent));
    places.min_by(|&one, &other| cost(one).total_cmp(&cost(other))).unwrap_or(labels.len())
}
