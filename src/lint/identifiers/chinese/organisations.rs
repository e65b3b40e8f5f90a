//! Organisations, whole: from the first word of the name to what it is.

use super::super::{Kind, Marks};
use super::Word;
use super::lists::is_public_place;

const ENDS: &[&str] = &[
    "社区卫生服务中心", "卫生服务中心", "服务中心", "卫生服务站", "卫生院", "卫生所", "保健院", "疗养院", "康复中心", "医学中心", "医院", "医院", "诊所", "中学", "小学", "大学", "学院", "幼儿园", "学校", "高中", "初中", "技校", "职校", "养老院", "敬老院", "福利院",
    "孤儿院", "派出所", "研究所", "研究院", "设计院", "药房", "药店", "商场", "商店", "超市", "酒店", "饭店", "餐厅", "银行", "公司", "集团", "工厂", "机械厂", "钢铁厂", "汽车厂", "纺织厂", "化工厂", "教会", "教堂", "清真寺", "农场", "林场", "矿", "厂", "寺", "庙", "部队", "电视台", "报社", "出版社",
    "合作社", "工作室", "事务所", "俱乐部", "基金会", "协会", "中心",
];

/// What does not make a name before an end: which, how large, of what kind.
const GENERAL: &[&str] = &[
    "大", "小", "好", "老", "新", "县", "市", "省", "区", "乡", "镇", "村", "中", "西", "公立", "私立", "民营", "综合", "三甲", "当地", "附近", "别的", "其他", "其它", "专科", "儿童", "妇产", "妇幼", "中医", "西医", "精神", "精神病", "肿瘤", "传染病", "社区", "乡镇", "城里", "省里", "市里", "县里",
    "这家", "那家", "一家", "几家", "两家", "这个", "那个", "一个", "哪个", "哪家", "某", "某个", "家", "个", "所", "间", "我们", "他们", "你们", "单位", "整个", "全", "各", "各个", "很多", "许多", "有些", "保险", "医药", "私人", "国有", "国营", "外地", "本地", "正规", "普通", "重点", "职业", "技术", "高等", "体检", "康复",
    "购物", "服务", "活动", "急救", "健康", "管理", "网吧", "培训", "老年", "国家", "省级", "市级", "县级", "地方", "民办", "疾控", "疾病", "预防", "控制", "血液", "科研", "红十字",
];

pub fn mark(text: &str, words: &[Word], marks: &mut Marks) {
    let mut end_at = 0;
    for end in 0..words.len() {
        if words[end].range.end <= end_at {
            continue;
        }
        let Some(kind) = ENDS.iter().find(|kind| words[end].text.ends_with(**kind)) else { continue };
        // 医院 may be followed by more of the name: 医院分院, or be a part of a longer end that comes behind.
        if words.get(end + 1).is_some_and(|next| ENDS.contains(&next.text) && next.chars() > 1) {
            continue;
        }
        let mut start = end;
        while start > 0 && words[start - 1].range.end == words[start].range.start && is_part(&words[start - 1]) && end - start < 5 {
            start -= 1;
        }
        let name = &text[words[start].range.start..words[end].range.end - kind.len()];
        let parts: Vec<&str> = words[start..end].iter().map(|w| w.text).chain(std::iter::once(&words[end].text[..words[end].text.len() - kind.len()])).filter(|p| !p.is_empty()).collect();
        let telling = parts.iter().any(|part| !GENERAL.contains(part) && !is_public_place(part));
        if name.is_empty() || !telling || *kind == "中心" && parts.len() < 2 {
            continue;
        }
        end_at = words[end].range.end;
        marks.push((Kind::Org, words[start].range.start..end_at));
    }
}

/// Nouns, names, ordinals, adjectives and what is in no dictionary.
fn is_part(word: &Word) -> bool {
    let is_ordinal = word.text.starts_with('第');
    let by_tag = match word.tag.chars().next() {
        Some('n' | 'j' | 'b' | 'a' | 's') => true,
        Some('v') => word.chars() > 1 && matches!(word.tag, "vn" | "v") && !STOPS.contains(&word.text),
        Some('x') => word.text.chars().all(super::is_cjk),
        Some('t' | 'z' | 'i' | 'l' | 'f') => word.chars() > 1,
        _ => false,
    };
    (is_ordinal || by_tag) && !STOPS.contains(&word.text)
}

/// Words that a sentence has before a name.
const STOPS: &[&str] = &[
    "医生", "护士", "爱人", "先生", "妈妈", "爸爸", "女儿", "儿子", "老公", "老婆", "孩子", "人家", "大家", "家里", "后来", "时候", "以前", "现在", "当时", "那时", "那时候", "离开", "回到", "来到", "进入", "送到", "转到", "住进", "开始", "觉得", "知道", "看到", "听说", "工作", "上班", "退休", "转院", "住院",
    "附近", "旁边", "对面", "隔壁", "昨天", "今天", "明天", "去年", "今年", "每天", "毕业", "考上", "全", "整个", "没有", "就是", "还是", "所有", "老家", "地方", "问题", "东西", "事情", "看病", "治疗", "经过",
];
