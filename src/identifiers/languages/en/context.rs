//! What the words around a name tell of it: whether somebody acts or is spoken to, or it is literature, a disease, a medicine, a
//! thing that was given a name, a place.

use super::lists::{
    COMMON_EPONYMS, EPONYM_THINGS, EPONYMS, INQUIRIES, KIN, NAMED_THINGS, PLACE_ENDINGS, ROLES, STREET_WORDS, is_family, is_given,
};
use crate::identifiers::pattern::pattern;

/// Whether what follows is what people do, or is theirs.
pub fn is_acting(ahead: &str) -> bool {
    let acts = pattern!(
        r"^(?:'s\b|,| and [A-Z]| (?:is|was|has|had|does|did|didn't|doesn't|wasn't|isn't|can|could|will|would|says?|said|told|asked|thinks?|thought|knows?|knew|comes?|came|goes|went|gets?|got|gives?|gave|takes?|took|makes?|made|held|helps?|helped|drove|drives|rang|rings|called|calls|sat|sits|looks?|looked|wants?|wanted|used|never|always|just|still|only|won't|couldn't|wouldn't|kept|keeps|died|lives?|lived|works?|worked|stayed|stays|left|brought|brings|found|cried|cries|laughed|put|puts|let|lets|speaks?|spoke|talks?|talked|thinks|means?|meant|plays?|played|runs?|ran|cooks?|cooked|cleans?|cleaned|feels?|felt|turned|opened|closed|wrote|writes|drew|made|smiled|nodded|shouted|whispered|insisted|suggested|explained|described|reported|recalled|noted|added|replied|answered|refused|agreed|moved|walked|fell|died|married|retired|stopped|started|began|finished|bought|sold|paid|met|joined|loves?|loved|hates?|hated|needs?|needed|tried|tries|visits?|visited|understood|understands|my|who|from|with)\b)"
    );
    acts.is_some_and(|p| p.is_match(ahead))
}

/// Whether a person is spoken to or of, by the word before or after.
pub fn is_addressed(behind: &str, ahead: &str) -> bool {
    let pattern = pattern!(
        r"(?i)\b(?:with|told|tell|to|by|from|for|and|asked|ask|called|named|call|met|meet|miss|missed|love|loved|about|at|thank|thanks|thanked|baby|son|daughter|wife|husband|brother|sister|friend|neighbour|neighbor|aunt|auntie|uncle|cousin|our|me and|had|hold|held|brought|found|heard|let|put|married|buried|watched|know|knew|helped|gave|lost|visit|remember|remembered|before|after|behind|beside|near|between|while|then|or|big|wee|young|vignette of|story of|case of|nurse|doctor|boy|girl|boss|partner|little|poor|old|dear|saw|see|rang|phoned|texted|visited|without|like|than|until|when|because|but|if|that|where),? $"
    );
    pattern.is_some_and(|p| p.is_match(behind))
        && (!behind.ends_with("to ") || ahead.starts_with([',', '.', '\'']) || !ahead.starts_with(" is"))
        || behind.ends_with(", ") && ahead.starts_with(',')
        || pattern!(r"(?i)\b(?:there was|there's|there is|there's|it were|it was|it's|that was|that's|this is|name is|name was|name's) $")
            .is_some_and(|p| p.is_match(behind))
            && (ahead.starts_with([',', '.', '!'])
                || pattern!(r"^ (?:who|that|on|from|at|in|next door|and)\b").is_some_and(|p| p.is_match(ahead)))
}

/// Whether what follows a word that begins a sentence is what only somebody does, so that the word is a name.
pub fn is_somebody(ahead: &str) -> bool {
    pattern!(r"^(?:'s (?:mum|dad|mother|father|wife|husband|daughter|son|sister|brother|house|mate|voice|face)\b| and (?:me|I|my (?:sister|brother|mum|dad|husband|wife))\b| (?:said|says|told|asked|rang|phoned|texted|visited|laughed|cried|shouted|whispered|nodded|smiled)\b| (?:next door|upstairs|downstairs|down the road|across the (?:road|street|hall|landing)|round the corner|at number)\b| from (?:the|next|across|down|up|our|my|work|church|school)\b| \(\d)")
        .is_some_and(|p| p.is_match(ahead))
}

/// Whether what follows is what only somebody does.
pub fn is_speaking(ahead: &str) -> bool {
    pattern!(r"^(?:'s (?:mum|dad|mother|father|wife|husband|daughter|son|sister|brother|house|mate|voice|face|hand|name|gone)\b| (?:and (?:me|I|him|her|my)\b|said|says|told|tells|asked|asks|thought|knew|came|comes|went|goes|gave|took|rang|phoned|texted|sat|looked|looks|laughed|cried|died|lives|lived|works|worked|read|drove|brought|found|wanted|wants|loved|loves|hated|needed|tried|visited|never|always|was (?:on|in|at|there|so|really|lovely|brilliant|great|born|sat|sitting|crying|standing|holding|saying|like|my|his|her|our)|is (?:my|our|his|her|lovely|brilliant|great)|has (?:been|a|her|his|never|always)|had (?:a|been|her|his|just|gone|to|never)|who|from|next door)\b| \(\d)")
        .is_some_and(|p| p.is_match(ahead))
}

/// `Surname (Year)` and `Surname et al.` are literature.
pub fn is_cited(ahead: &str) -> bool {
    pattern!(r"^(?:'s?)?,? (?:\((?:18|19|20)\d\d|(?:18|19|20)\d\d[a-z]?(?:[);,]|$)|et al|(?:and|&) (?:colleagues|others|co-workers|coworkers)|(?:and|&|, \p{Lu}[\p{L}\-]+,? (?:and|&)) \p{Lu}[\p{L}\-]+(?:'s?)?,? \(?(?:19|20)\d\d|\p{Lu}\.(?:[ \-]{0,2}\p{Lu}\.)*,? \()")
        .is_some_and(|p| p.is_match(ahead))
}

/// "Goffman's notion", "for Bourdieu", "what Sontag called": an author is spoken of by the name alone.
pub fn is_theory(behind: &str, ahead: &str) -> bool {
    pattern!(r"(?i)^'s? (?:\p{L}+ ){0,2}(?:notions?|concepts?|theory|theories|ideas?|frameworks?|models?|accounts?|terms?|typology|definition|argument|analysis|thesis|writings?|work on|sense of|phrase|formulation|metaphor|stages|hierarchy|approach|reading of|critique|steps|phases|guidance|method|gaze|habitus|capital)\b")
        .is_some_and(|p| p.is_match(ahead))
        || pattern!(r"^ (?:\([^)]{0,20}\) )?(?:argues?|argued|theori[sz]ed?|conceptuali[sz]ed?|proposed|posits?|coined|contends?|distinguish(?:es|ed)|writes (?:of|that)|wrote that|terms|termed|called the|calls the|defines?|defined)\b").is_some_and(|p| p.is_match(ahead))
        || pattern!(r"(?i)\b(?:(?:play|book|novel|poem|film|work|works|essay|essays|song|theory|paper|article|term|phrase|writings?|idea|notion|concept) (?:by|of|from)|following|drawing on|draws on|after|sensu|pace|cf\.?|borrowed from|informed by|in the spirit of) $").is_some_and(|p| p.is_match(behind))
}

/// Diseases, signs and scales that are called after those who described them.
pub fn is_disease(behind: &str, first: &str, written: &str, ahead: &str) -> bool {
    let is_name = is_given(first) || is_family(first);
    let thing = pattern!(&format!(r"(?i)^(?:'s?)? {}\b", EPONYM_THINGS.alternatives())).is_some_and(|p| p.is_match(ahead));
    if EPONYMS.contains(first) {
        let owns = written.contains("'s") || ahead.starts_with("'s");
        // "diagnosed with Wilson's, and": of a name that people have too the words around must say so.
        let suffers = || {
            pattern!(r"(?i)\b(?:had|has|have|having|got|getting|with|of|it was|it's|for|and|or|called|her|his|my|their|the|called it|to) $").is_some_and(|p| p.is_match(behind))
                && pattern!(r"^(?:'s)?(?:$|[,.;!?)]| (?:and|or|but|since|at|in|for|for ten|is|was|runs|does|means|makes|took|got|people|patients|nurse|nurses|group|clinic|team|charity|UK)\b)").is_some_and(|p| p.is_match(ahead))
        };
        let is_common = is_given(first) || COMMON_EPONYMS.contains(first);
        return !is_name || thing || owns && (!is_common || suffers());
    }
    let inquiry = pattern!(&format!(r"^ (?:\p{{Lu}}\p{{Ll}}+ )?(?i:{})\b", INQUIRIES.alternatives())).is_some_and(|p| p.is_match(ahead));
    let title = pattern!(
        r"^ (?:Report|Review|Inquiry|Enquiry|Judgment|Judgement|Principles|Guidelines|Criteria|Scale|Index|Questionnaire|Act|Law|Prize|Award)\b"
    );
    thing && !(ahead.starts_with("'s") && is_given(first)) || inquiry && !is_given(first) || title.is_some_and(|p| p.is_match(ahead))
}

/// "Mercy, my care worker": what follows says what somebody is.
pub fn is_apposed(ahead: &str) -> bool {
    let Some(rest) = ["'s ", ", my ", ", our ", ", his ", ", her ", ", the ", " was my ", " is my ", " was our ", " is our "]
        .iter()
        .find_map(|begin| ahead.strip_prefix(begin))
    else {
        return false;
    };
    let words: Vec<&str> =
        rest.split(|c: char| !c.is_alphabetic() && c != '-' && c != '\'').filter(|word| !word.is_empty()).take(4).collect();
    let is_role = |words: &[&str]| {
        let role = words.join(" ");
        let role = role.strip_suffix("'s").unwrap_or(&role);
        KIN.contains(role) || ROLES.contains(role)
    };
    (0..words.len().min(3)).any(|start| is_role(&words[start..=start]) || words.get(start..start + 2).is_some_and(is_role))
}

/// "the Wessex Research Ethics Committee", "the Millennium Cohort Study": what is cited, not who took part.
pub fn is_study(ahead: &str) -> bool {
    pattern!(r"^ (?:\p{Lu}\p{L}+ ){0,3}(?:Ethics Committee|Ethics Board|Ethics Panel|Cohort|Study|Survey|Trial|Collaboration|Consortium|Press|Model|Scale|Inventory|Checklist|Framework|Test|Method|Declaration|Convention|Agreement|Protocol|Awards?|Lecture|Medal|Report)\b")
        .is_some_and(|p| p.is_match(ahead))
}

/// "a play by Beckett": whoever wrote it.
pub fn is_literature(behind: &str) -> bool {
    pattern!(r"(?i)\b(?:play|book|novel|poem|film|movie|painting|works?|essays?|song|symphony|theory|paper|article|phrase|writings?|quote|quotation|album) (?:by|of|from) $")
        .is_some_and(|p| p.is_match(behind))
}

/// "I call my pump Percy": a thing is called so, not a person.
pub fn is_named_thing(behind: &str) -> bool {
    pattern!(&format!(r"(?i)\b(?:call(?:ed|s|ing)?|nam(?:e|ed|es)|nicknamed?|christened|dubbed)(?: (?:it|this|that)| (?:my|our|the|his|her|their|your) (?:\w+ ){{0,1}}{})(?:,)? $", NAMED_THINGS.alternatives()))
        .is_some_and(|p| p.is_match(behind))
}

/// A medicine: what one is put on, takes, or has so many milligrams of.
pub fn is_drug(behind: &str, ahead: &str) -> bool {
    pattern!(r"(?i)(?:\b(?:on|onto|off|started|starting|stopped|take|taking|took|takes|prescribed|prescribe|dose of|doses of|mg of|ml of|tablets? of|course of|patch(?:es)? of|injections? of|switched to|changed to|put (?:me|him|her|us) on|some|more|the) )$")
        .is_some_and(|p| p.is_match(behind))
        && pattern!(r"(?i)^(?: (?:since|for|now|every|twice|once|daily|tablets?|injections?|patch(?:es)?|pens?|made|helped|stopped|works?|worked|and then|\d+ ?m(?:g|cg|l))|[,.]? *(?:\d+ ?mg)|$)")
            .is_some_and(|p| p.is_match(ahead))
        && pattern!(r"(?i)\bon $|\b(?:take|taking|took|takes|prescribed|mg of|ml of|dose of|off|started|switched to|changed to|some|more) $").is_some_and(|p| p.is_match(behind))
}

pub fn is_place(behind: &str, name: &str, ahead: &str) -> bool {
    pattern!(r"(?i)\b(?:in|at|from|near|to|around|outside|through|towards|over in|up in|down in|left|visit|visited|of|via|past|town of|village of|city of|county|between) (?:the )?$").is_some_and(|p| p.is_match(behind))
        || pattern!(&format!(r"(?i)^ {}\b", STREET_WORDS.alternatives())).is_some_and(|p| p.is_match(ahead))
        || PLACE_ENDINGS
            .entries()
            .any(|end| name.len() > end.len() + 3 && name.ends_with(end))
            && !is_given(name)
            && !is_family(name)
}
