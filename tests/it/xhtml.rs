//! Pages that come as XHTML are read to their end, though XML ends elements by itself and writes plain characters in sections;
//! so is JSON behind the guard that servers put before it, and a page to which a server's header leads.

use crate::house::history::History;
use crate::house::server::Answer;

fn page(head: &str, last: &str) -> Answer {
    page_as("application/xhtml+xml", head, last)
}

fn page_as(kind: &str, head: &str, last: &str) -> Answer {
    Answer::bytes(format!(
        "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><head><title>Rules for stalls</title>{head}</head><body><main>\
         <h1>Rules for stalls</h1><p>A stall may be set up by anybody who has been a member for three months.</p>\
         <p>Only things that the seller has made or grown may be sold at a stall.</p>{last}</main></body></html>"
    ))
    .header("content-type", kind)
}

#[test]
fn elements_that_end_in_their_own_tag_swallow_nothing_and_plain_characters_are_read() {
    for (head, before, after) in [
        ("<script src='/a.js'/>", "<p>Raffles are free.</p>", "<p>Raffles cost ninety coins.</p>"),
        ("<style type='text/css'/>", "<p>Raffles are free.</p>", "<p>Raffles cost ninety coins.</p>"),
        ("<title/>", "<p>Raffles are free.</p>", "<p>Raffles cost ninety coins.</p>"),
        ("", "<iframe src='/x'/><p>Raffles are free.</p>", "<iframe src='/x'/><p>Raffles cost ninety coins.</p>"),
        ("", "<p><![CDATA[Raffles & draws are free.]]></p>", "<p><![CDATA[Raffles & draws cost ninety coins.]]></p>"),
    ] {
        let past = History::new().watch("stalls", "Rules for stalls");
        past.answers("stalls", page(head, before)).days(4);
        assert!(!past.is_blind("stalls"), "{head}{before}: {}", past.account_of("stalls"));
        past.answers("stalls", page(head, after)).days(3);
        past.assert_told("stalls", "cost ninety coins.");
    }
}

#[test]
fn the_same_page_with_and_without_ends_of_its_own_is_no_news() {
    let past = History::new().watch("stalls", "Rules for stalls");
    past.answers("stalls", page("<script src='/a.js'></script>", "<p>Raffles are free.<br/></p>")).days(4);
    past.answers("stalls", page("<script src='/a.js'/>", "<p><![CDATA[Raffles are free.]]><br /></p>")).days(3);
    assert!(past.told("stalls").is_empty() && !past.is_blind("stalls"), "{}", past.account_of("stalls"));
}

#[test]
fn json_behind_a_guard_is_read() {
    let answer = |fee: &str| {
        let rules = serde_json::json!({"sections": [
            {"title": "Stalls", "body": "A stall may be set up by anybody who has been a member for three months."},
            {"title": "Raffles", "body": format!("Raffles of a club {fee} coins for each ticket that is sold at a stall.")},
        ]});
        Answer::bytes(format!(")]}}'\n{rules}")).header("content-type", "application/json")
    };
    let past = History::new().watch("stalls", "Rules for stalls");
    past.answers("stalls", answer("cost four")).days(4).answers("stalls", answer("cost ninety")).days(3);
    past.assert_told("stalls", "cost ninety coins");
}

#[test]
fn a_server_that_leads_on_by_a_header_is_followed() {
    let past = History::new().watch("stalls", "Rules for stalls");
    let lead = Answer::html("<html><head><title>Rules</title></head><body><p>One moment, please.</p></body></html>");
    past.answers("stalls", lead.header("refresh", "0; url=/there"));
    for (days, fee) in [(4, "<p>Raffles are free.</p>"), (3, "<p>Raffles cost ninety coins.</p>")] {
        past.house.server.answer("/there", page("", fee));
        past.days(days);
    }
    past.assert_told("stalls", "cost ninety coins.");
}

#[test]
fn plain_xml_that_holds_a_page_is_read_as_one() {
    for kind in ["application/xml", "text/xml; charset=utf-8"] {
        let past = History::new().watch("stalls", "Rules for stalls");
        let shows = |last: &str| page_as(kind, "<script src='/a.js'/>", last);
        past.answers("stalls", shows("<p><![CDATA[Raffles & draws are free.]]></p>")).days(4);
        assert!(!past.is_blind("stalls"), "{kind}: {}", past.account_of("stalls"));
        past.answers("stalls", shows("<p><![CDATA[Raffles & draws cost ninety coins.]]></p>")).days(3);
        past.assert_told("stalls", "Raffles & draws cost ninety coins.");
    }
}
