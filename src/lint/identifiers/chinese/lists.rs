//! Surnames, the characters of given names, and what everybody shares.

use std::collections::HashSet;
use std::sync::LazyLock;

use fake::locales::{Data, ZH_CN, ZH_TW};

static SURNAMES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let mut names: HashSet<&str> = ZH_CN::NAME_LAST_NAME.iter().chain(ZH_TW::NAME_LAST_NAME).copied().collect();
    names.extend(MORE_SURNAMES.split(' '));
    NO_SURNAMES.split(' ').for_each(|word| {
        names.remove(word);
    });
    names
});

static GIVEN: LazyLock<HashSet<&'static str>> = LazyLock::new(|| ZH_CN::NAME_FIRST_NAME.iter().chain(ZH_TW::NAME_FIRST_NAME).copied().collect());

static GIVEN_CHARS: LazyLock<HashSet<char>> = LazyLock::new(|| {
    let mut chars: HashSet<char> = GIVEN.iter().flat_map(|name| name.chars()).chain(OF_NAMES.chars()).chain(ALSO_OF_NAMES.chars()).collect();
    NOT_OF_NAMES.chars().for_each(|c| {
        chars.remove(&c);
    });
    chars
});

static STRICT_CHARS: LazyLock<HashSet<char>> = LazyLock::new(|| OF_NAMES.chars().collect());

pub fn is_surname(text: &str) -> bool {
    SURNAMES.contains(text)
}

pub fn is_given(text: &str) -> bool {
    GIVEN.contains(text)
}

/// A character that given names are made of, among other things.
pub fn is_given_char(c: char) -> bool {
    GIVEN_CHARS.contains(&c)
}

/// A character that is hardly met outside given names.
pub fn is_name_char(c: char) -> bool {
    STRICT_CHARS.contains(&c)
}

/// Countries, provinces, the largest cities, and regions.
pub fn is_public_place(text: &str) -> bool {
    let stem = text.trim_end_matches(['省', '市']);
    PUBLIC.split_whitespace().any(|place| place == text || place == stem) || text.ends_with('国') || text.ends_with('洲')
}

const MORE_SURNAMES: &str = "欧阳 上官 司马 诸葛 令狐 皇甫 尉迟 公孙 慕容 司徒 夏侯 东方 端木 独孤 南宫 西门 宇文 长孙 轩辕 百里 呼延 澹台 欧 栗 韦 邱 章 蓝 仇 屈 柯 卞 苗 娄 鲍 史 唐 费 廉 岑 薛 雷 贺 倪 汤 滕 殷 罗 毕 郝 邬 乐 时 傅 皮 卞 齐 康 伍 余 元 卜 顾 孟 平 \
黄 和 穆 萧 尹 姚 邵 湛 汪 祁 毛 禹 狄 米 贝 明 臧 计 伏 成 戴 谈 宋 茅 庞 熊 纪 舒 屈 项 祝 董 梁 杜 阮 蓝 闵 席 季 麻 强 贾 路 娄 危 江 童 颜 郭 梅 盛 林 刁 钟 徐 邱 骆 高 夏 蔡 田 樊 胡 凌 霍 虞 万 支 柯 昝 管 卢 莫 经 房 裘 缪 干 解 应 宗 丁 宣 贲 邓 郁 单 杭 洪 包 诸 左 石 崔 吉 \
钮 龚 程 嵇 邢 滑 裴 陆 荣 翁 荀 羊 惠 甄 曲 封 储 靳 焦 牧 隗 谷 车 侯 宓 蓬 全 班 仰 秋 仲 伊 宫 宁 栾 甘 厉 祖 武 符 刘 景 詹 束 龙 叶 幸 司 韶 黎 薄 印 宿 白 怀 蒲 索 咸 籍 赖 卓 蔺 屠 蒙 池 乔 阴 胥 能 苍 双 闻 莘 党 翟 谭 贡 劳 逄 姬 申 扶 堵 冉 宰 雍 桑 桂 牛 寿 通 边 扈 燕 冀 浦 尚 农 温 别 庄 晏 柴 瞿 阎 充 慕 连 茹 习 艾 鱼 \
容 向 古 易 慎 戈 廖 庾 终 暨 居 衡 步 都 耿 满 弘 匡 文 寇 广 禄 阙 东 沃 利 蔚 越 夔 隆 巩 聂 晁 勾 敖 融 冷 訾 辛 阚 那 简 饶 空 曾 沙 养 鞠 须 丰 巢 关 蒯 相 查 后 荆 红 游 竺 权 盖 益 桓 公 肖 涂 佟 关 覃 邹 \
張 劉 陳 楊 趙 黃 吳 孫 馬 郭 羅 鄭 謝 許 韓 馮 鄧 蕭 馮 彭 曾 蔣 賈 葉 閻 餘 範 鐘 譚 鄒 龔 賴 龍 萬 嚴 錢 湯 莊 歐";

/// Surnames that are rather small words.
const NO_SURNAMES: &str = "师 和 有 那 时 从 同 与 对 向 就 都 还 叫 让 跟 见 由 给 能 通 经 别 后 相 全 须 终 公 东 空 应 过 在 是 不 又 也 再 把 被 会 要 干 双 红 解 充 养 越 利 单 连 益 幸 容 居 怀 满 平 司 广 支 查 关 秋 强";

/// Characters of given names, and of little else.
const OF_NAMES: &str = "娟琴霞丽敏静磊洋艳娜婷婧玲珍芳萍莉兰凤洁梅琳素莲荣妹莺媛佳嘉琼珠玉瑶怡婵雁蓓君韵融园艺咏卿聪澜纯毓昭冰爽琬茗羽希宁欣飘育滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜可姬舒影荔枝思丽薇菁岚苑婕馨瑗琰韦\
伟强军杰涛超刚勇毅俊峰辉鹏斌彬波浩宇轩涵梓晨博睿鑫淼焱森炜煜烨烁晖晗昊旭昱晟曦晔璐璇琪琦瑾瑜珊珂玥玮珏玺钰铭钧锋锐铮钊栋桐楠榕柏松柯梓槿枫蓉芷芊苒茜荷莹菡萱蕾薇蕊雯霖霏雪露云飞翔鸿雁鹤凯恺恒恩慧惠慈懿志忠念怀恬悦愉\
秀桂翠英淑华建国庆福贵祥瑞禄寿喜财发根生茂盛兴旺昌隆胜利民富康泰宝晶畅健坤岩航帆凌颖倩妍彤宸皓铠骏骁杨";

/// Characters of given names that are met in any text.
const ALSO_OF_NAMES: &str = "红春夏秋冬梅香月花金银海江河山川林木石青蓝紫白明亮光阳天星辰文武学礼义仁信德贤良善美爱友亲家邦正清平安顺和永长远大小成功立新春东西南北中一二三子之如若诗书画乐心田雨风云晴朗景彩虹奇伦尔丹妮莎拉维琳达";

/// Of no given name, whatever a list says.
const NOT_OF_NAMES: &str = "的了是在有不来去上下这那就都也和我你他她它们着过吗呢吧啊说看要会能把被让叫给跟对从到很太还又再没别";

const PUBLIC: &str = "北京 上海 天津 重庆 广州 深圳 成都 武汉 南京 杭州 西安 苏州 郑州 青岛 沈阳 哈尔滨 大连 济南 长沙 东莞 佛山 香港 澳门 台湾 台北 \
河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 \
中国 中华 美国 英国 法国 德国 日本 韩国 朝鲜 俄罗斯 印度 加拿大 澳大利亚 澳洲 新西兰 新加坡 马来西亚 泰国 越南 菲律宾 印尼 意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 丹麦 芬兰 希腊 土耳其 埃及 以色列 伊朗 伊拉克 巴西 阿根廷 墨西哥 古巴 \
欧洲 亚洲 非洲 美洲 欧美 东南亚 东北 西北 华北 华东 华南 华中 西南 东南 江南 江北 南方 北方 西方 东方 长江 黄河 内地 大陆 海外 全国 世界";
