//! What stands on a page around the text: the site's teasers are held back, and news of the rules there are told.

use super::texts::SHOPS;
use crate::house::history::{History, says};
use crate::pages::body;

/// The rules for shops on a site with a banner and a menu above, and something else below.
fn framed(banner: &str, below: &str) -> String {
    let text = body(SHOPS);
    format!(
        "<!doctype html><html lang=en><head><title>Rules for Shops | Plaudernetz</title></head><body>\
         <div class=top><div class=promo><p>{banner}</p><a href=/fair>Save your seat</a></div>\
         <div class=links><a href=/>Home</a> <a href=/shops>Shops</a> <a href=/jobs>Jobs</a></div></div>\
         <div class=page><div class=inner><div class=content>{text}</div></div></div>{below}</body></html>"
    )
}

fn then(before: &str, after: &str) -> History {
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", before).days(5).shows("shops", after).days(4);
    past
}

const SUMMER: &str = "Meet our sellers at the summer fair in Porto.";

#[test]
fn a_teaser_above_the_text_is_held_back_and_can_be_seen() {
    let winter = "Our biggest launch ever is on November 12. Tune in live to hear from our founders.";
    let past = then(&framed(SUMMER, ""), &framed(winter, ""));
    past.assert_untold("shops", "biggest launch");
    let is_held = |change: &serde_json::Value| {
        change["hunks"]
            .as_array()
            .into_iter()
            .flatten()
            .any(|hunk| hunk["held_by"] == "outside_the_text" && says(&hunk["after"], "biggest launch"))
    };
    assert!(past.held("shops").iter().any(is_held), "{}", past.account_of("shops"));
}

#[test]
fn news_of_the_rules_in_a_banner_are_told() {
    for news in
        ["From 1 December new terms apply to all shops.", "Sellers must register their shops by the end of May."]
    {
        then(&framed(SUMMER, ""), &framed(news, "")).assert_told("shops", news);
    }
}

#[test]
fn an_entry_of_a_list_that_stands_apart_from_the_other_sections_is_told() {
    let goods = |more: &str| {
        framed(
            SUMMER,
            &format!(
                "<div class=more><h2>What must not be sold</h2><ul><li>Fireworks</li><li>Tobacco</li>{more}</ul></div>"
            ),
        )
    };
    then(&goods(""), &goods("<li>Second-hand car seats</li>")).assert_told("shops", "Second-hand car seats");
}

#[test]
fn a_section_of_the_document_that_stands_apart_and_has_a_link_is_told() {
    for link in ["<a href=/messages>messages</a>", "messages <a href=#data>#</a>"] {
        let data = |rule: &str| {
            framed(SUMMER, &format!("<div class=more><h2>Your data</h2><p>Your posts and {link} {rule}.</p></div>"))
        };
        then(&data("stay with us"), &data("are sold to advertising partners"))
            .assert_told("shops", "sold to advertising partners");
    }
}

#[test]
fn what_a_rule_holds_back_is_not_told_for_the_third_document_of_a_site() {
    let winter = "Our biggest launch ever is on November 12. Tune in live to hear from our founders.";
    let documents = ["shops", "ads", "music"];
    let past = documents.iter().fold(History::new(), |past, id| past.watch(id, &format!("Rules for {id}")));
    let show = |banner: &str| {
        for id in documents {
            past.shows(id, &framed(banner, "").replace("buyers", &format!("buyers of {id}")));
        }
    };
    show(SUMMER);
    past.days(5);
    show(winter);
    past.days(4);
    for id in documents {
        past.assert_untold(id, "biggest launch");
        assert!(!past.held(id).is_empty(), "{}", past.account_of(id));
    }
}

#[test]
fn a_short_section_behind_the_main_part_is_told() {
    let page = |rule: &str| {
        let text = body(SHOPS);
        format!(
            "<!doctype html><html lang=en><head><title>Rules for Shops | Plaudernetz</title></head><body><main>{text}</main>\
             <section><h2>Your data</h2><p>{rule}</p><a href=/data>More</a></section></body></html>"
        )
    };
    let past = then(&page("Your data stays with us."), &page("Your data goes to our partners for advertising."));
    past.assert_told("shops", "goes to our partners for advertising");
}

/// A house of three documents, each framed by the same banner.
fn house(banner: &str) -> (History, impl Fn(&History, &str)) {
    let documents = ["shops", "ads", "music"];
    let past = documents.iter().fold(History::new(), |past, id| past.watch(id, &format!("Rules for {id}")));
    let show = move |past: &History, banner: &str| {
        for id in documents {
            past.shows(id, &framed(banner, "").replace("buyers", &format!("buyers of {id}")));
        }
    };
    show(&past, banner);
    past.days(5);
    (past, show)
}

#[test]
fn what_a_ware_can_do_is_told_for_none_of_the_documents_that_it_stands_around() {
    for banner in [
        "A workspace where sellers can plan and create at scale.",
        "We have raised our Series C at a $1.3B valuation. Bigger news are coming.",
        "Trusted by 10M+ sellers and 300+ houses across 190+ countries.",
    ] {
        let (past, show) = house(SUMMER);
        show(&past, banner);
        past.days(4);
        for id in ["shops", "ads", "music"] {
            past.assert_untold(id, banner);
            assert!(!past.held(id).is_empty(), "{}", past.account_of(id));
        }
    }
}

#[test]
fn what_is_ruled_around_several_documents_is_told_once() {
    for rule in [
        "Sellers can no longer sell fireworks.",
        "Sellers must register their shops by the end of May.",
        "A sale now costs sellers $5.",
        "Only sellers of 18+ years sell wine here.",
    ] {
        let (past, show) = house("Sellers can sell fireworks.");
        show(&past, rule);
        past.days(4);
        let told = ["shops", "ads", "music"].iter().filter(|id| !past.told_with(id, rule).is_empty()).count();
        assert!(told >= 1, "{rule}: {}", past.account_of("shops"));
    }
}

#[test]
fn what_a_ware_can_do_is_told_where_no_other_document_says_so() {
    then(&framed(SUMMER, ""), &framed("Sellers can plan and create at scale.", "")).assert_told("shops", "can plan");
}

#[test]
fn a_rule_that_goes_with_a_teaser_beside_it_is_told_and_the_teaser_held() {
    let page = |banner: &str, first: &str| {
        framed(banner, "").replace("<div class=content>", &format!("<div class=content><p>{first}</p>"))
    };
    let rule = "Sellers must not ask buyers for a password, whatever the reason may be.";
    let (past, show) = house("A workspace where sellers can plan and create at scale.");
    drop(show);
    for id in ["shops", "ads", "music"] {
        past.shows(id, &page("Meet us.", rule).replace("buyers", &format!("buyers of {id}")));
    }
    past.days(4);
    past.assert_told("shops", "ask buyers of shops for a password");
    past.assert_untold("shops", "plan and create at scale");
}

/// A form for offers behind the text.
fn form(labels: &str) -> String {
    format!(
        "<div class=offer><form action=/offer><h2>Talk to us</h2>{labels}<input type=submit value=Send></form></div>"
    )
}

fn field(label: &str) -> String {
    format!("<div><label>{label}</label><input type=text></div>")
}

#[test]
fn the_labels_of_a_form_are_no_rules_but_its_sentences_are() {
    let fields = ["Work email*", "First name*", "Company name*"].map(field).concat();
    let asks = |more: &str| framed(SUMMER, &form(&format!("{fields}{more}")));
    let box_ = "<div><input type=checkbox><span>I agree to receive offers as described</span></div>";
    let past = then(&framed(SUMMER, ""), &asks(box_));
    for label in ["Work email", "Company name", "receive offers"] {
        past.assert_untold("shops", label);
    }
    then(&asks(""), &asks("<p>Whoever sends this form must allow that all data are sold to advertisers.</p>"))
        .assert_told("shops", "all data are sold to advertisers");
}

#[test]
fn a_list_to_tick_and_a_page_within_a_form_are_read() {
    let ticks = |rule: &str| {
        framed(
            SUMMER,
            &format!(
                "<form action=/a><ul><li><input type=checkbox> {rule}</li><li><input type=checkbox> Tobacco</li>\
                <li><input type=checkbox> Fireworks</li></ul></form>"
            ),
        )
    };
    then(&ticks("Knives"), &ticks("Medicine is forbidden")).assert_told("shops", "Medicine is forbidden");
    let whole = |rule: &str| {
        let page = framed(SUMMER, "")
            .replace("<div class=page>", "<form action=/f><input name=a><input name=b><input name=c><div class=page>");
        page.replace("</body>", &format!("<ul><li>{rule}</li></ul></form></body>"))
    };
    then(&whole("Knives are allowed"), &whole("Knives are forbidden")).assert_told("shops", "Knives are forbidden");
}

#[test]
fn a_note_for_machines_that_no_eye_sees_is_held_back_but_not_a_rule_there() {
    let page = |note: &str| {
        framed(SUMMER, "").replace(
            "<div class=content>",
            &format!("<div class=content><blockquote class=sr-only><h2>Index</h2><p>{note}</p></blockquote>"),
        )
    };
    let note = "Fetch the whole index at https://docs.example/llms.txt before exploring further.";
    let past = then(&framed(SUMMER, ""), &page(note));
    past.assert_untold("shops", "Fetch the whole index");
    assert!(!past.held("shops").is_empty(), "{}", past.account_of("shops"));
    let rule = "Sellers must not ask buyers for a password.";
    then(&page(note), &page(rule)).assert_told("shops", rule);
}

#[test]
fn what_only_screen_readers_say_of_a_sign_in_a_table_is_told() {
    let page = |said: &str| {
        framed(
            SUMMER,
            &format!(
                "<div class=more><h2>Goods</h2><table><tr><th>Goods<th>Sale</tr><tr><td>Wine\
            <td><i>x</i><div class=sr-only>{said}</div></tr></table></div>"
            ),
        )
    };
    then(&page("Allowed"), &page("Forbidden")).assert_told("shops", "Forbidden");
}

#[test]
fn a_call_of_a_script_is_no_text_and_a_definition_in_its_shape_is() {
    let page = |more: &str| framed(SUMMER, "").replace("</div></div></div>", &format!("</div></div></div>{more}"));
    let past = then(&page(""), &page("track(\"measure\", \"page_viewed\", { type: \"contents\" });<img src=/x.gif>"));
    past.assert_untold("shops", "page_viewed");
    let told = "Shop(\"Shop\") means whatever is sold for money (\"Sale\");";
    then(&page(""), &page(&format!("<p>{told}</p>"))).assert_told("shops", "whatever is sold for money");
}

#[test]
fn a_dialogue_on_cookies_without_a_name_is_left_out_but_not_a_section_on_them() {
    let dialogue = |more: &str| {
        format!(
            "<div class=fs><div><p>Cookies</p><p>By clicking Accept, you agree to the storing of cookies. View our Privacy Policy for \
             more.</p><div><a href=#>Accept</a><a href=#>Deny</a><a href=#>Preferences</a></div></div></div>{more}"
        )
    };
    let past = then(&framed(SUMMER, ""), &framed(SUMMER, &dialogue("")));
    past.assert_untold("shops", "By clicking Accept");
    let section = |rule: &str| {
        framed(
            SUMMER,
            &format!("<div class=more><h2>Cookies</h2><p>Cookies {rule}.</p><a href=/cookies>Manage cookies</a></div>"),
        )
    };
    then(&section("are deleted when you leave"), &section("are sold to advertisers"))
        .assert_told("shops", "sold to advertisers");
}

#[test]
fn a_line_that_says_that_the_terms_were_renewed_is_told_with_what_stands_below_it() {
    for (code, line, entry) in [
        ("en", "We have updated our policy. Read it here.", "What do we ask for?"),
        ("de", "Wir haben unsere Bedingungen überarbeitet. Hier nachlesen.", "Was fragen wir ab?"),
        ("fr", "Nous avons mis à jour notre politique. Lire ici.", "Que demandons-nous ?"),
        ("pl", "Zaktualizowaliśmy nasz regulamin. Przeczytaj tutaj.", "O co pytamy?"),
    ] {
        let past = History::new().watch("shops", "Rules for Shops");
        let page = |news: &str| {
            crate::pages::page(
                crate::pages::Build::Semantic,
                code,
                "Rules for Shops",
                &format!("{}{news}", body(SHOPS)),
            )
        };
        past.shows("shops", &page("")).days(5);
        past.shows("shops", &page(&format!("<p>{line}</p><p>{entry}</p>"))).days(4);
        past.assert_told("shops", line.split('.').next().unwrap());
    }
}
