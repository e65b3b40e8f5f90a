//! Themes down, groups of participants across: where participants are not distinguished.

use crate::route::Route;
use crate::site::groups::large_enough;
use crate::site::html::{Html, escaped, put};
use crate::site::page_context::PageContext;

pub fn by_group(context: &PageContext) -> Html {
    let study = context.study();
    let groups = large_enough(study).unwrap_or_default();
    let mut out = String::from(
        "<table class=\"mx\" data-mode=\"presence\"><caption class=\"vh\">Groups by theme</caption><thead><tr><th scope=\"col\">Theme</th>",
    );
    for (name, _) in &groups {
        put(&mut out, format_args!("<th scope=\"col\">{}</th>", escaped(name.as_deref().unwrap_or_default())));
    }
    out.push_str("</tr></thead>");
    for main in study.main_themes() {
        put(&mut out, format_args!("<tbody class=\"t{}\">", study.theme(main).ink));
        for t in study.subtree(main) {
            let theme = study.theme(t);
            put(
                &mut out,
                format_args!(
                    "<tr><th scope=\"row\"><a href=\"{}\"><span class=\"k\">{}</span> <span>{}</span></a></th>",
                    escaped(&context.to(&Route::Theme(t))),
                    theme.number,
                    escaped(&theme.name)
                ),
            );
            for (name, members) in &groups {
                let some = members.iter().any(|p| context.analysis().cell(t, *p).is_some());
                if some {
                    put(
                        &mut out,
                        format_args!(
                            "<td class=\"c\" data-n=\"1\"><span class=\"vh\">{}: coded</span><i aria-hidden=\"true\"></i></td>",
                            escaped(name.as_deref().unwrap_or_default())
                        ),
                    );
                } else {
                    out.push_str("<td></td>");
                }
            }
            out.push_str("</tr>");
        }
        out.push_str("</tbody>");
    }
    out.push_str("</table>");
    Html(out)
}
