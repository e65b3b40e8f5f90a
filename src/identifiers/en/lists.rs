//! Which words are names, and which are not: the lists of crates, and short ones of our own.

use std::collections::HashSet;
use std::sync::LazyLock;

use diceware_wordlists::{EFF_LONG_WORDLIST, EFF_SHORT_WORDLIST_1, EFF_SHORT_WORDLIST_2_0, MINILOCK_WORDLIST};
use fake::locales::{CY_GB, DE_DE, Data, EN, FR_FR, IT_IT, NL_NL, PT_BR, TR_TR};

type Words = HashSet<String>;

fn lower(lists: &[&[&str]]) -> Words {
    lists.iter().flat_map(|list| list.iter()).map(|word| word.to_lowercase()).collect()
}

/// Given names of English and its neighbours.
static GIVEN: LazyLock<Words> = LazyLock::new(|| {
    let mut words = lower(&[
        EN::NAME_FIRST_NAME,
        DE_DE::NAME_FIRST_NAME,
        FR_FR::NAME_FIRST_NAME,
        IT_IT::NAME_FIRST_NAME,
        PT_BR::NAME_FIRST_NAME,
        NL_NL::NAME_FIRST_NAME,
        TR_TR::NAME_FIRST_NAME,
        CY_GB::NAME_FIRST_NAME,
    ]);
    words.extend(SHORT_NAMES.split(' ').map(str::to_owned));
    // What a generator calls a name and nobody is called.
    NO_NAMES.split(' ').for_each(|word| {
        words.remove(word);
    });
    words
});

static FAMILY: LazyLock<Words> = LazyLock::new(|| {
    lower(&[
        EN::NAME_LAST_NAME,
        DE_DE::NAME_LAST_NAME,
        FR_FR::NAME_LAST_NAME,
        IT_IT::NAME_LAST_NAME,
        NL_NL::NAME_LAST_NAME,
        CY_GB::NAME_LAST_NAME,
    ])
});

/// Ordinary English words, without names; and all that an English list has.
static ORDINARY: LazyLock<Words> = LazyLock::new(|| {
    let mut words = lower(&[&EFF_LONG_WORDLIST, &EFF_SHORT_WORDLIST_1, &EFF_SHORT_WORDLIST_2_0]);
    words.extend(SMALL_WORDS.split_whitespace().map(str::to_owned));
    words
});

static SMALL: LazyLock<HashSet<&str>> = LazyLock::new(|| SMALL_WORDS.split_whitespace().collect());

/// In small letters as it is.
static ENGLISH: LazyLock<HashSet<&str>> = LazyLock::new(|| MINILOCK_WORDLIST.iter().copied().collect());

static CITIES: LazyLock<Words> = LazyLock::new(|| {
    let mut words: Words = cities::all().iter().map(|city| city.city.to_lowercase()).collect();
    // Where so many people live, a place tells nothing.
    LARGEST.split(", ").for_each(|city| {
        words.remove(city);
    });
    words
});

static PUBLIC: LazyLock<Words> = LazyLock::new(|| {
    let mut words = lower(&[EN::ADDRESS_COUNTRY, EN::ADDRESS_STATE]);
    words.extend(PUBLIC_WORDS.split_whitespace().chain(LARGEST.split(", ")).map(str::to_owned));
    words
});

pub fn is_given(word: &str) -> bool {
    GIVEN.contains(word)
}

pub fn is_family(word: &str) -> bool {
    FAMILY.contains(word)
}

pub fn is_city(words: &str) -> bool {
    CITIES.contains(words)
}

/// Names that everybody shares: countries, peoples, languages, feasts, months, weekdays, public bodies, media, diseases, drugs.
pub fn is_public(word: &str) -> bool {
    PUBLIC.contains(word) || is_people(word)
}

/// Poles are Polish: a people, or its language.
fn is_people(word: &str) -> bool {
    const ENDS: &[&str] = &["ish", "ese", "ians", "ian"];
    ENDS.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end))
        && !is_given(word)
        && (!word.ends_with("ian") || ENGLISH.contains(word))
}

/// Whether a word is one of the small ones that hold a sentence together.
pub fn is_small(word: &str) -> bool {
    SMALL.contains(word)
}

/// Whether a word is one of the language, in some form of it, put together of such, or of a kind that is no name.
pub fn is_ordinary(word: &str) -> bool {
    let known = |word: &str| ORDINARY.contains(word);
    known(word)
        || stems(word).any(|stem| known(&stem))
        || word.contains('-') && word.split('-').all(|part| part.chars().count() < 2 || is_ordinary(part))
        || LEARNED.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end))
        || !word.contains(|c: char| !c.is_ascii() || "aeiouy".contains(c))
}

/// Ends of learned words: specialities, diseases and operations.
const LEARNED: &[&str] = &[
    "ology",
    "ologist",
    "ologists",
    "itis",
    "ectomy",
    "ostomy",
    "otomy",
    "oscopy",
    "therapy",
    "therapist",
    "pathy",
    "iatrics",
    "iatry",
    "osis",
    "aemia",
    "emia",
    "tion",
    "tions",
    "ness",
    "ment",
    "ments",
    "ship",
    "graphy",
    "metry",
];

pub fn is_english(word: &str) -> bool {
    let known = |word: &str| ENGLISH.contains(word);
    is_ordinary(word) || known(word) || stems(word).any(|stem| known(&stem))
}

/// Words that are names too: where one begins a sentence, it is rather the word.
pub fn is_double(word: &str) -> bool {
    DOUBLES.split_whitespace().any(|double| double == word) || is_ordinary(word)
}

/// What a word could be a form of.
fn stems(word: &str) -> impl Iterator<Item = String> + '_ {
    const FORMS: &[(&str, &[&str])] = &[
        ("'s", &[""]),
        ("ies", &["y"]),
        ("es", &["", "e"]),
        ("s", &[""]),
        ("ied", &["y"]),
        ("ed", &["", "e"]),
        ("ing", &["", "e"]),
        ("ly", &["", "le"]),
        ("er", &["", "e"]),
        ("est", &["", "e"]),
        ("n't", &[""]),
        ("'ll", &[""]),
        ("'d", &[""]),
        ("'re", &[""]),
        ("'ve", &[""]),
        ("'m", &[""]),
    ];
    FORMS.iter().filter_map(|(end, others)| Some((word.strip_suffix(end)?, others))).filter(|(stem, _)| stem.len() > 1).flat_map(
        |(stem, others)| {
            let doubled = stem.len() > 3 && stem.as_bytes()[stem.len() - 1] == stem.as_bytes()[stem.len() - 2];
            let single = doubled.then(|| stem[..stem.len() - 1].to_owned());
            others.iter().map(move |other| format!("{stem}{other}")).chain(single)
        },
    )
}

/// Forms that people are called by and the lists leave out.
const SHORT_NAMES: &str = "faith jimmy matthew steven scott tammy gary ronald bryan melanie jill cheryl debra katie nancy phillip kristen todd carl leah jenna kathy ann corey kelsey alyssa luke joanna glenn \
rhonda terri caitlin kerry shelby brianna carly sherry tonya martha rodney calvin iain graeme leigh gemma georgia eleanor georgina kirsty kate lynda harriet jemma katy jenny shelley debbie omar marilyn jeremiah clive antony \
martyn lynne beverley kimberley hilary alastair ciaran colm conor cormac dermot donal eamon eoghan euan fergus niall sean zac aine aisling aoibhinn brid caitriona caoimhe ciara clodagh deirdre eilis emer grainne maeve nuala orla \
ebony priyanka kev tiffany brenda donna sheila wendy maureen doreen norma edna elsie winifred marjorie kenneth derek trevor keith nigel stuart neil barry graham malcolm leslie cyril wilfred mohammed muhammad mohamed fatima khadija aisha priya rahul sanjay sunita gurpreet harpreet jaspreet singh kaur deepak anil ravi vijay lakshmi ngozi chidi emeka \
ade yemi olu kwame kofi ama abena siobhan niamh aoife saoirse ciaran eoin sinead roisin padraig oisin gethin rhys dylan carys bronwen angharad ewan hamish morag fiona isla callum \
kasia agnieszka malgorzata piotr pawel krzysztof tomasz wojciech zofia ionut andrei mihai elena ioana dumitru olga svetlana irina oksana dmitri sergei yuri natasha tatiana \
yuki hiroshi kenji haruto sakura minh linh thanh nguyen tran wei ming xiu mei ling jing fang hao jun yan hui xiaoling pradeep rajesh suresh amit neha pooja kavita \
jose juan maria carmen luis miguel pilar rosario guadalupe jesus joao ana ines tia lola nan sal stu dev kev trev tel baz gaz shaz dez jez";

/// In a generator's list, and no names.
const NO_NAMES: &str = "baby brain general may will mark art bell berry brown bud buddy buck buster chance christ columbus dee delta easter ever gay golden green guy henriette hope icie \
ima joy king lord loyal madison major man marge martin merl mr mrs nat okey ole olive orange or pearl pinkie precious price prince queen ray rich river rose royal sage santa sister sky soft \
sterling sunny sun trace tyree van ward watson west wilson winter winters words you young zion an in as so do al bo la le ma my no on to we he it is me at be by go up us";

/// Words that are names and more often words.
const DOUBLES: &str = "faith hope summer autumn winter spring april may june august rose grace joy dawn grant frank bill jack sue pat rob art gene ray penny ruby amber crystal violet daisy lily ivy \
holly heather iris olive pearl ginger sandy misty charity patience chance chase hunter mason carter cooper baker miles dean earl duke prince king angel christian cliff dale glen heath brook lane \
reed stone wade drew nick max victor guy gay buck bud buddy brown gray green white young long short little major general royal true precious blessing mercy serenity trinity destiny harmony \
melody candy honey star sky skye rain river forest mark will bob dot don christ wren robin sterling page parker porter ward west north rich sunny happy merry bliss noble justice \
constance prudence verity felicity clarity amity sage basil rosemary herb fern hazel willow aspen laurel myrtle jasmine poppy marigold opal coral garnet jade diamond sapphire peg reg \
pepper cherry clementine apple peaches lance pierce colt gunner archer fisher shepherd abbot pope bishop deacon priest chuck norm pip rod skip stew tad \
trip tucker woody worth eve";

/// What people live in that tells nothing: more than five million of them.
const LARGEST: &str = "tokyo, delhi, shanghai, são paulo, sao paulo, mexico city, cairo, mumbai, beijing, dhaka, osaka, new york, new york city, karachi, buenos aires, chongqing, istanbul, \
kolkata, manila, lagos, rio de janeiro, tianjin, kinshasa, guangzhou, los angeles, moscow, shenzhen, lahore, bangalore, bengaluru, paris, bogota, jakarta, chennai, lima, bangkok, seoul, nagoya, \
hyderabad, london, tehran, chicago, chengdu, nanjing, wuhan, ho chi minh city, luanda, ahmedabad, kuala lumpur, xi'an, hong kong, dongguan, hangzhou, foshan, shenyang, riyadh, baghdad, santiago, surat, madrid, \
suzhou, pune, harbin, houston, dallas, toronto, dar es salaam, miami, belo horizonte, singapore, philadelphia, atlanta, fukuoka, khartoum, barcelona, johannesburg, saint petersburg, qingdao, dalian, washington, \
yangon, alexandria, jinan, guadalajara";

const PUBLIC_WORDS: &str = "colaizzi husserl heidegger giorgi moustakas glaser strauss corbin charmaz cronbach cohen fleiss krippendorff bonferroni nvivo maxqda dedoose taguette atlas.ti \
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march april may june july \
august september october november december jan feb mar apr jun jul aug sept sep oct nov dec easter christmas xmas lent advent pentecost ramadan eid diwali hanukkah passover halloween thanksgiving \
god lord jesus christ christian christians catholic protestant methodist baptist anglican muslim muslims islam islamic jewish jew jews hindu hindus sikh sikhs buddhist buddhists bible quran koran mass \
allah buddha england scotland wales britain uk usa us america american americans british english scottish welsh irish ireland northern europe european africa african asia asian caribbean jamaica jamaican \
german germans germany french france dutch greek greece thai swiss czech arab arabs arabic hindi urdu punjabi bengali mandarin cantonese latin taiwan russia russian korea korean vietnam iran iraq syria \
palestine israel scots brit brits pole poles turk turks kurd kurdish afghan pakistani indian chinese japanese italian italians covid coronavirus omicron nhs bbc itv cnn facebook google \
youtube netflix amazon zoom teams skype whatsapp twitter instagram tiktok uber ikea tesco asda sainsbury sainsburys lidl aldi boots walmart costco internet wifi english maths paracetamol ibuprofen \
aspirin morphine oramorph tramadol fentanyl oxycontin oxycodone gabapentin pregabalin humira enbrel herceptin tamoxifen prozac valium xanax ritalin insulin metformin warfarin heparin methadone codeine \
zomorph ketamine naproxen calpol nurofen viagra botox macmillan samaritans medicare medicaid parliament congress senate brexit whitehall nice oxfam unicef unesco who hiv aids ms copd adhd ocd ptsd mri ct ecg icu gp gps a&e ed \
er ok tv dvd cd pc ipad iphone internet likert";

/// The small words that every sentence is made of, and that lists of dictionaries leave out.
const SMALL_WORDS: &str = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand uh um hm hmm er erm ah oh aw huh eh ha haha auntie aunty nana nanna papa mama mam mommy grandpa granddad ma pa sis bro hubby metadata login logins website email app apps laptop data dataset organization organisation commission committee council authority agency association department ministry government a about above after again against ago ah all almost alone along already also although always am among an and another any anybody anyone anything anyway are aren't around as ask at away back bad \
be because been before began behind being believe below best better between big both bring but by bye call came can can't cannot care carer come could couldn't dad daddy day days dear did didn't do doctor doctors does doesn't doing don't done \
down each either else end enough especially even evening eventually ever every everybody everyone everything except family far father feel felt few finally find fine first five for four friend from funny further gave get getting girl give go god goes going gone gonna good got gran grandad \
grandma great had hadn't half hang hard has hasn't hate have haven't having he he's hear heard hello help her here hers herself hey hi him himself his home honestly hospital hours house how however husband i i'd i'll i'm i've if imagine in inside instead into is isn't it it's its itself just keep kept kids knew \
know last later least left less let let's life like likewise listen little long look looking lost lot love lucky made make many maybe me mean meanwhile men might mind mine moment months more morning most mother much mum mummy mom must my myself nan near nearly neither never new next nice night nine no nobody none nor \
normally not nothing now nowadays nurse nurses obviously of off oh okay old on once one ones only or originally other others otherwise ought our ours ourselves out outside over own pain pardon part people perhaps person please plus possibly probably put quite rather really right said same saw say says second see seem seems seen seven \
several shall shan't she she's should shouldn't since sister six small so some somebody somehow someone something sometimes somewhere son soon sorry sort still stop such suddenly suppose sure take talk tell ten thank thanks that that's the their theirs them themselves then there there's therefore these they they're thing things \
think this those though thought three through thus till time times to today together told tomorrow tonight too took towards tried true try turned twice two under unless unlike until up upon us use used usually very wait walk want wanted was wasn't way we we'd we'll we're we've week weeks well went were weren't what what's whatever when \
whenever where whereas wherever whether which whichever while who who's whoever whole whose why wife will with within without woman women won't wonder word work would wouldn't wow yeah year years yep yes yesterday yet you you'd you'll you're you've young your yours yourself ward bay room bed unit clinic clinics team staff consultant registrar matron \
surgeon physio dietitian receptionist caregiver caregivers carers participants participant interviewer researchers relatives patient patients interview interviews theme themes quote quotes finding findings study methods";
