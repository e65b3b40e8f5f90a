//! The names that HTML, SVG and CSS give to things. Nobody is named by `<mark>` or `lang=`, whoever they are.

/// What a tag does to the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    /// It begins a new block.
    Block,
    /// It is within a line.
    Inline,
}

/// Looks up a tag's name.
pub(super) fn element(name: &str) -> Option<Element> {
    let name = pack(name);
    if BLOCKS.binary_search(&name).is_ok() { Some(Element::Block) } else { INLINES.binary_search(&name).is_ok().then_some(Element::Inline) }
}

/// Whether an attribute's name is HTML's or SVG's.
pub(super) fn is_attribute(name: &str) -> bool {
    ATTRIBUTES.binary_search(&pack(name)).is_ok()
}

/// Whether CSS itself, or a style sheet for HTML, has this word.
pub(super) fn is_of_css(word: &str) -> bool {
    element(word).is_some() || is_attribute(word) || CSS.binary_search(&pack(word)).is_ok()
}

/// A name of up to 16 letters as a number, whatever its case, so that a page's thousands of names are quickly looked up.
/// Longer ones are none that is known here.
const fn pack(name: &str) -> u128 {
    let name = name.as_bytes();
    let mut packed = 0;
    let mut at = 0;
    while at < name.len() && name.len() <= 16 {
        packed = packed << 8 | name[at].to_ascii_lowercase() as u128;
        at += 1;
    }
    packed
}

/// The names in `list`, packed and in order.
const fn table<const N: usize>(list: [&str; N]) -> [u128; N] {
    let mut table = [0; N];
    let mut length = 0;
    while length < N {
        let name = pack(list[length]);
        let mut at = length;
        while at > 0 && table[at - 1] > name {
            table[at] = table[at - 1];
            at -= 1;
        }
        table[at] = name;
        length += 1;
    }
    table
}

#[rustfmt::skip]
static BLOCKS: [u128; 87] = table([
    "address", "article", "aside", "audio", "base", "blockquote", "body", "br", "button", "canvas", "caption", "center", "col",
    "colgroup", "dd", "desc", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "foreignobject", "form", "frame", "frameset", "g", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr",
    "html", "iframe", "input", "legend", "li", "link", "main", "menu", "meta", "metadata", "nav", "noframes", "noscript",
    "object", "ol", "optgroup", "option", "output", "p", "pre", "progress", "script", "search", "section", "select", "source",
    "style", "summary", "svg", "symbol", "table", "tbody", "td", "template", "text", "textarea", "tfoot", "th", "thead",
    "title", "tr", "track", "ul", "use", "video", "xmp",
]);

#[rustfmt::skip]
static INLINES: [u128; 62] = table([
    "a", "abbr", "acronym", "area", "b", "bdi", "bdo", "big", "circle", "cite", "clippath", "code", "data", "datalist", "defs",
    "del", "dfn", "ellipse", "em", "embed", "filter", "font", "i", "image", "img", "ins", "kbd", "label", "line", "map",
    "mark", "marker", "mask", "math", "meter", "nobr", "param", "path", "pattern", "picture", "polygon", "polyline", "q", "rb",
    "rect", "rp", "rt", "ruby", "s", "samp", "slot", "small", "span", "stop", "strike", "strong", "sub", "sup", "time",
    "tspan", "u", "wbr",
]);

#[rustfmt::skip]
static ATTRIBUTES: [u128; 125] = table([
    "abbr", "accept", "action", "align", "alt", "aria-controls", "aria-current", "aria-describedby", "aria-expanded",
    "aria-hidden", "aria-label", "aria-labelledby", "aria-live", "aria-pressed", "async", "autocomplete", "axis", "border",
    "charset", "checked", "cite", "class", "color", "cols", "colspan", "content", "controls", "coords", "crossorigin", "cx",
    "cy", "d", "data", "datetime", "default", "defer", "dir", "disabled", "download", "draggable", "dx", "dy", "enctype",
    "fill", "fill-opacity", "font-family", "font-size", "font-weight", "for", "form", "headers", "height", "hidden", "high",
    "href", "hreflang", "http-equiv", "id", "integrity", "ismap", "itemprop", "kind", "label", "lang", "language", "list",
    "loading", "low", "map", "max", "media", "method", "min", "muted", "name", "nonce", "offset", "opacity", "open", "optimum",
    "pattern", "placeholder", "points", "poster", "preload", "r", "readonly", "rel", "required", "rev", "role", "rows",
    "rowspan", "rx", "ry", "scope", "selected", "shape", "sizes", "slot", "span", "src", "srcset", "start", "step", "stroke",
    "stroke-width", "style", "summary", "tabindex", "target", "text-anchor", "title", "transform", "translate", "type",
    "value", "viewbox", "width", "wrap", "x", "x1", "x2", "xlink:href", "xmlns",
]);

/// Those words of CSS that people and places are called, too.
#[rustfmt::skip]
static CSS: [u128; 64] = table([
    "arial", "auto", "baskerville", "black", "blue", "bold", "book", "both", "brown", "calibri", "cambria", "case", "coral",
    "counter", "crimson", "crisp", "end", "fit", "flex", "garamond", "georgia", "gill", "gold", "gray", "green", "grid",
    "grow", "helvetica", "indigo", "inter", "ivory", "lavender", "lime", "linen", "long", "medium", "mix", "navy", "noto",
    "olive", "orange", "orchid", "page", "palatino", "peru", "pink", "place", "plum", "print", "purple", "red", "rose", "row",
    "salmon", "sans", "screen", "sienna", "silver", "snow", "tan", "times", "violet", "wait", "white",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_whatever_their_case() {
        assert_eq!(element("BlockQuote"), Some(Element::Block));
        assert_eq!(element("tspan"), Some(Element::Inline));
        assert_eq!(element("mary"), None);
        assert_eq!(element(""), None);
        assert!(is_attribute("viewBox") && is_attribute("aria-describedby") && !is_attribute("data-mary"));
        assert!(is_of_css("li") && is_of_css("max") && is_of_css("Georgia") && !is_of_css("mary"));
    }

    #[test]
    fn a_name_that_only_begins_like_another_is_not_that_one() {
        assert!(!is_attribute("aria-describedby-mary") && element("blockquotes").is_none());
    }
}
