//! Institutions with a name: 瑞金医院, 东风汽车厂, 第一人民医院, 和平社区卫生服务中心.
//!
//! A kind of institution is looked for, then the name before it. What only says which sort is meant (县医院, 三甲医院, 这家公司)
//! is no name.

use super::line::Line;
use super::list::List;
use super::stem;
use super::{Found, Kind};
use std::sync::LazyLock;

/// Kinds of institutions, by what is done in them.
static KINDS: LazyLock<List> = LazyLock::new(|| {
    List::new(
        "医院 卫生院 卫生所 卫生室 诊所 门诊部 卫生服务中心 卫生服务站 服务中心 服务站 妇幼保健院 保健院 疗养院 康复中心 护理院 养老院 敬老院 福利院 养老中心 \
    安养院 护老院 老年公寓 体检中心 医疗中心 医学中心 药店 药房 大药房 药铺 中医馆 附院 分院 总院 血站 临终关怀中心 安宁疗护中心 殡仪馆 透析中心 急救中心 \
    大学 学院 中学 小学 学校 幼儿园 托儿所 高中 初中 职高 技校 附中 附小 一中 二中 三中 四中 五中 六中 七中 八中 一小 二小 实验小学 实验中学 党校 师范 卫校 培训中心 \
    厂 总厂 分厂 工厂 公司 分公司 集团 银行 支行 矿 煤矿 农场 林场 合作社 超市 商场 商店 百货 饭店 酒店 宾馆 餐厅 饭馆 酒楼 茶楼 旅馆 招待所 市场 菜市场 \
    研究所 研究院 事务所 律所 法院 检察院 派出所 公安局 居委会 村委会 街道办 街道办事处 办事处 社保局 民政局 卫生局 教育局 税务局 车站 火车站 电视台 电台 报社 \
    出版社 杂志社 日报 晚报 基金会 协会 学会 慈善会 俱乐部 教会 教堂 寺 庙 清真寺 活动中心 图书馆 博物馆 公园 工作室 \
    醫院 診所 學校 中學 小學 大學 公司 幼稚園 銀行 廠 酒樓 護老院 服務中心",
    )
});

/// Words that say which sort of institution is meant, not which one.
static SORTS: LazyLock<List> = LazyLock::new(|| {
    List::new(
        "家 所 间 座 县 市 省 区 镇 乡 村 大 小 好 老 新 县城 市里 县里 镇上 乡镇 当地 本地 外地 公立 私立 民营 私人 综合 专科 三甲 二甲 三级 二级 一级 甲等 社区 儿童 妇产 妇产科 \
    肿瘤 肿瘤科 中医 西医 中西医 结合 精神病 精神 精神科 康复 人民 中心 普通 重点 国有 国营 定点 外资 上级 下级 基层 正规 大型 小型 连锁 网络 地方 综合性 部队 军区 野战 上市 跨国 物业 保险 \
    建筑 装修 快递 物流 旅游 保洁 家政 护理 保健 卫生 心理 口腔 牙科 眼科 骨科 胸科 传染病 结核病 结核 急救 血液 透析 化疗 放疗 疼痛 麻醉 体检 美容 整形 宠物 动物 妇幼 妇女 \
    职业 技术 师范 医科 医学 药科 艺术 体育 农业 理工 外国语 民办 公办 寄宿 全日制 寄宿制 希望 特殊 教育 聋哑 老年 成人 业余 夜 重点 附属 教学 实习 对口 研究 母 \
    化肥 水泥 纺织 服装 食品 电子 机械 钢铁 造纸 化工 印刷 塑料 玩具 鞋 糖 纱 砖 砖瓦 药 酒 制药 农贸 批发 便民 平价 西 中药 中 大型 农村 城市 城里 乡下 国家 国外 国内 个体 \
    食物 菜 蔬菜 海鲜 劳务 中介 人才 就业 婚姻 登记 志愿 志愿者 商业 工商 农业 农村 信用 投资 器械 设备 医疗 医疗器械 房地产 软件 互联网 外贸 贸易 运输 公交 \
    汽车 火车 长途 高铁 地铁 公共 森林 主题 湿地 植物 中央 百货 家具 建材 五金 街心 街边 路边 大 名牌 著名 知名 权威 有名 最好 高级 分 总 原 前 各 各大 全科 乡村 民间 行业 病友 患者 残疾人 \
    红十字 国立 国家级 市级 县级 省级 区级 省立 市立 州 校 院 厂 某 该 本 我 急诊 门诊 住院部 内科 外科 子 男 女 男子 女子 寄宿 方舱 临时 定点 流动 养老 安宁 疗护 临终 关怀",
    )
});

/// Beginnings of bodies of a whole country, which tell nothing.
const NATIONAL: [&str; 8] = ["国家", "中国", "全国", "世界", "中央", "联合国", "中华", "国际"];

/// The longest name, in characters, before the kind.
const MOST: usize = 12;

/// The institutions in a line.
pub(super) fn find(line: &Line) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for end in 1..=line.len() {
        let Some(kind) = kind_before(line, end) else { continue };
        // The kind may be the end of a word: 瑞金医院, 汽车厂.
        let inner = line.word_at(kind).map_or(kind, |word| line.words[word].start);
        let start = stem::begin(line, inner, MOST);
        if start < kind && is_name(line, start, kind) {
            // 北京大学第三医院 is one, longer than the university in it.
            if found.last().is_some_and(|last| last.chars.start >= start) {
                found.pop();
            }
            found.push(Found::new(Kind::Org, start, end));
        }
    }
    found
}

/// Where the kind of institution begins that ends at a place between two words.
fn kind_before(line: &Line, end: usize) -> Option<usize> {
    if !line.begins_word(end) {
        return None;
    }
    // 石佛寺村 is a village.
    let goes_on = matches!(line.at(end), '村' | '镇' | '路' | '街' | '乡' | '巷');
    KINDS.longest_before(line, end).filter(|_| !goes_on).map(|length| end - length)
}

/// Whether the words between two places are more than a sort.
fn is_name(line: &Line, start: usize, end: usize) -> bool {
    let name = line.slice(start, end);
    if NATIONAL.iter().any(|one| name.starts_with(one)) {
        return false;
    }
    !SORTS.covers(line, start, end, 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        let line = Line::new(text);
        let found = find(&line);
        found.iter().map(|one| line.slice(one.chars.start, one.chars.end)).collect()
    }

    fn table(cases: &[(&str, &[&str])]) {
        for (text, expected) in cases {
            assert_eq!(names(text), *expected, "{text}");
        }
    }

    #[test]
    fn an_institution_is_taken_from_the_first_character_of_its_name() {
        table(&[
            ("第一人民医院打电话来了。", &["第一人民医院"]),
            ("他在前进钢铁厂上班。", &["前进钢铁厂"]),
            ("转到中山大学附属第一医院。", &["中山大学附属第一医院"]),
            ("我退休前在国棉三厂。", &["国棉三厂"]),
        ]);
    }

    #[test]
    fn a_sort_of_institution_or_a_national_body_is_none() {
        table(&[
            ("县医院看不了。", &[]),
            ("三甲医院挂不上号。", &[]),
            ("那家公司倒闭了。", &[]),
            ("国家疾控中心说的。", &[]),
            ("我们学校。", &[]),
            ("石佛寺村。", &[]),
        ]);
    }
}
