//! What a drawing is made for: how wide it is, and where its colours come from.

/// How much room a drawing is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// 836 units: names are to the left of what they name.
    Wide,
    /// 336 units: names are above what they name.
    Narrow,
}

impl Width {
    /// The width of the drawing, in units.
    pub const fn units(self) -> f64 {
        match self {
            Self::Wide => 836.0,
            Self::Narrow => 336.0,
        }
    }
}

/// Where the colours of a drawing come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The page's: the drawing carries classes only, and [`super::CSS`] colours it, light or dark.
    Page,
    /// The drawing's own, for a file that leaves the site: light colours and a font stack written
    /// in, on white, with the figure's title above.
    ///
    /// A link stays only where its address works outside the site (`http://…`, `https://…`); a mark
    /// without one keeps its name, and its number is set in ink, because a red number promises a
    /// link.
    Standalone {
        /// What is under the title: unit, N, order. May be empty.
        caption: String,
        /// The line at the foot: study, authors, licence. May be empty.
        source: String,
    },
}

impl Ink {
    /// Whether texts must be kept clear of hairlines with paper behind them.
    ///
    /// In the page a halo does it (`paint-order`), which word processors and drawing programs do
    /// not know.
    pub(super) fn covers(&self) -> bool {
        matches!(self, Self::Standalone { .. })
    }

    /// Whether a link to `href` is worth writing in this ink.
    pub(super) fn keeps(&self, href: &str) -> bool {
        match self {
            Self::Page => !href.is_empty(),
            Self::Standalone { .. } => href.starts_with("https://") || href.starts_with("http://"),
        }
    }
}
