//! In a language for which no rules are known much text that changed is told, and so is little text with a number or a sign.

use crate::house::history::History;
use crate::pages::{Build, document};

pub(super) const CHINESE: &str = "# 商店规则\n本规则适用于所有在本平台销售商品或门票的人，无论是一年一次的集市，还是每天营业的商店。\n## 谁可以开店\n协会、持有营业执照的商人以及出售手工制品的个人都可以开店。开店的人应提供姓名、地址和工作日有人接听的电话号码。\n## 价格和交货\n图片旁边的价格就是买家支付的价格，包括税款。包裹在五个工作日内发出。\n## 退货\n不喜欢所收到商品的买家可以在三周内退回，并自行支付邮费。\n## 评价\n评价由购买过商品的人撰写。卖家可以礼貌地回复一次评价。";
const RUSSIAN: &str = "# Правила для магазинов\nЭти правила действуют для всех, кто продаёт на площадке товары или билеты, один раз в год на ярмарке или каждый день в собственном магазине.\n## Кто может открыть магазин\nМагазин открывают объединения, торговцы и частные лица, которые продают сделанное своими руками.\n## Цены и доставка\nЦена рядом с картинкой является ценой, которую платит покупатель, включая налоги. Посылки отправляются в течение пяти рабочих дней.\n## Возврат\nПокупатель возвращает товар в течение трёх недель и сам платит за посылку.";

#[track_caller]
fn is_told(code: &str, text: &str, old: &str, new: &str, words: &str) {
    assert!(text.contains(old), "{old}");
    let past = History::new().watch_with("shops", "platform: Plaudernetz, document: Rules for Shops");
    let page = |text: &str| document(Build::Semantic, code, text);
    past.shows("shops", &page(text)).days(4).shows("shops", &page(&text.replacen(old, new, 1))).days(4);
    past.assert_told("shops", words);
}

#[test]
fn a_number_or_a_sign_that_changes_is_told() {
    is_told("zh", CHINESE, "三周内", "两周内", "两周内退回");
    is_told("zh", CHINESE, "可以礼貌地回复", "不得回复", "卖家不得回复");
    is_told("ru", RUSSIAN, "трёх недель", "двух недель", "двух недель");
}

#[test]
fn a_sentence_with_a_sign_that_comes_is_told() {
    is_told("zh", CHINESE, "还是每天营业的商店。", "还是每天营业的商店。禁止出售武器和药品。", "禁止出售武器和药品");
    is_told("ru", RUSSIAN, "включая налоги.", "включая налоги. Продажа оружия запрещена.", "Продажа оружия запрещена");
}

#[test]
fn much_text_that_comes_is_told() {
    let more = "## 关于我们的市场\n市场位于湖边的旧船屋旁，五位划船的人在那里相遇，他们想知道谁会来参加训练，后来有四十个城镇加入进来，从海边一直到山里，合唱团还为我们写了一首歌，灯光熄灭时大家都会哼唱，春天里人们在船屋前举行比赛，镇长鸣枪，大家一起喝汤，邻居们把桌子搬到广场上，孩子们在喷泉旁边画画，老人们讲述从前的故事。";
    is_told("zh", CHINESE, "## 退货", &format!("{more}\n## 退货"), "市场位于湖边的旧船屋旁");
}

#[test]
fn a_word_that_gives_way_to_another_is_told() {
    is_told("zh", CHINESE, "自行支付邮费", "自行承担邮费", "自行承担邮费");
    is_told("zh", CHINESE, "礼貌地回复", "公开地回复", "公开地回复");
}

#[test]
fn an_entry_that_comes_to_a_list_within_a_rule_is_told() {
    is_told("zh", CHINESE, "应提供姓名、地址", "应提供税号、姓名、地址", "税号");
    is_told("zh", CHINESE, "应提供姓名、地址", "应提供姓名、营业执照编号、地址", "营业执照编号");
}
