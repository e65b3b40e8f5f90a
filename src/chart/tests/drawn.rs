//! A drawing read back from its SVG: which boxes stand where.

use roxmltree::Node;

use super::super::text::{Face, width};

/// A box in units.
#[derive(Clone, Debug)]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    /// The text, or the element's name.
    pub what: String,
    pub class: String,
}

/// What is drawn.
pub struct Drawn {
    pub size: (f64, f64),
    pub texts: Vec<Area>,
    pub marks: Vec<Area>,
    pub rects: Vec<Area>,
    /// Links: address and name.
    pub links: Vec<(String, String)>,
}

impl Drawn {
    pub fn read(svg: &str) -> Self {
        let tree = roxmltree::Document::parse(svg).unwrap();
        let root = tree.root_element();
        let mut drawn = Self {
            size: (number(root, "width"), number(root, "height")),
            texts: Vec::new(),
            marks: Vec::new(),
            rects: Vec::new(),
            links: Vec::new(),
        };
        for node in root.descendants() {
            match node.tag_name().name() {
                "text" => drawn.texts.push(text(node)),
                "rect" if node.attribute("width") != Some("100%") => drawn.shape(rect(node)),
                "circle" => drawn.shape(circle(node)),
                "a" => {
                    let of = |name| node.attribute(name).unwrap().to_owned();
                    drawn.links.push((of("href"), of("aria-label")));
                }
                _ => {}
            }
        }
        drawn
    }

    fn shape(&mut self, area: Area) {
        if area.class.starts_with("c-mark") {
            self.marks.push(area.clone());
        }
        self.rects.push(area);
    }

    /// No two texts touch, no text touches a mark, and nothing leaves the drawing.
    pub fn assert_clear(&self, what: &str) {
        for (i, one) in self.texts.iter().enumerate() {
            assert!(one.left >= -0.1 && one.right <= self.size.0 + 0.1, "{what}: {one:?} leaves it");
            assert!(one.top >= -0.1 && one.bottom <= self.size.1 + 0.1, "{what}: {one:?} leaves it");
            let others = self.texts.iter().skip(i + 1).chain(&self.marks);
            for other in others {
                assert!(!one.touches(other), "{what}: {one:?}\n{other:?}");
            }
        }
        for mark in &self.rects {
            assert!(mark.left >= 0.0 && mark.right <= self.size.0, "{what}: {mark:?} leaves it");
        }
    }
}

impl Area {
    pub fn touches(&self, other: &Self) -> bool {
        let (across, down) = (self.left < other.right, self.top < other.bottom);
        across && down && other.left < self.right && other.top < self.bottom
    }

    pub fn centre(&self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }
}

/// The box of a line of text by the width table: from the height of capitals to the foot of a g.
fn text(node: Node<'_, '_>) -> Area {
    let class = class(node);
    let size = match class.as_str() {
        "c-small" => 11.0,
        "c-badge" => 12.0,
        _ => node.attribute("font-size").map_or(13.0, |size| size.parse().unwrap()),
    };
    let bold = matches!(class.as_str(), "c-head" | "c-badge") || node.attribute("font-weight") == Some("600");
    let content = node.text().unwrap_or_default();
    let long = width(content, Face { size, bold });
    let (x, baseline) = (number(node, "x"), number(node, "y"));
    let left = match node.attribute("text-anchor") {
        None => x,
        Some("middle") => x - long / 2.0,
        Some(other) => panic!("{other}"),
    };
    let (top, bottom) = (baseline - 0.74 * size, baseline + 0.22 * size);
    // Inside a group that is moved the box moves too, across by the margin; down is the same for
    // all.
    let moved = node.ancestors().find_map(|above| above.attribute("transform"));
    let (right, down) = moved.map_or((0.0, 0.0), shift);
    Area { left: left + right, top: top + down, right: left + long + right, bottom: bottom + down, what: content.to_owned(), class }
}

fn shift(transform: &str) -> (f64, f64) {
    let inner = transform.trim_start_matches("translate(").trim_end_matches(')');
    let (right, down) = inner.split_once(' ').unwrap();
    (right.parse().unwrap(), down.parse().unwrap())
}

fn rect(node: Node<'_, '_>) -> Area {
    let (left, top) = (number(node, "x"), number(node, "y"));
    let (right, bottom) = (left + number(node, "width"), top + number(node, "height"));
    Area { left, top, right, bottom, what: "rect".into(), class: class(node) }
}

fn circle(node: Node<'_, '_>) -> Area {
    let (x, y, r) = (number(node, "cx"), number(node, "cy"), number(node, "r"));
    let (left, top, right, bottom) = (x - r, y - r, x + r, y + r);
    Area { left, top, right, bottom, what: "circle".into(), class: class(node) }
}

fn class(node: Node<'_, '_>) -> String {
    node.attribute("class").unwrap_or_default().to_owned()
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}
