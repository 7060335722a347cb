//! Text that a page keeps in templates, text areas and frames of its own house is read, and its changes are told.

use super::{INTRODUCTION, NEW_FEE, RULES, dearer, letters, markup, page, trouble, watched};
use crate::house::server::Answer;

/// The rules stand in something on the page, and change there.
fn is_told(kept: impl Fn(&str) -> String) {
    let past = watched();
    past.shows("stalls", &kept(RULES)).days(4);
    assert_eq!((trouble(&past), letters(&past)), (String::new(), Vec::new()), "read, and nothing to tell");
    past.shows("stalls", &kept(&dearer())).days(4);
    past.assert_told("stalls", NEW_FEE);
    past.assert_untold("stalls", "Quiet hours");
}

#[test]
fn what_changes_in_the_template_of_a_script_is_told() {
    for kind in ["text/template", "text/x-template", "text/html", "text/x-handlebars-template"] {
        is_told(|text| {
            let template = format!("<script type='{kind}' id=stalls-tpl>{}</script>", markup(text));
            page(INTRODUCTION, &format!("{template}<script src=/show.js></script>"))
        });
    }
}

#[test]
fn what_changes_in_a_template_is_told() {
    is_told(|text| page(&format!("{INTRODUCTION}<template id=t>{}</template>", markup(text)), ""));
}

#[test]
fn what_changes_in_a_text_area_is_told() {
    is_told(|text| {
        let lines = text.replace("# ", "").replace('#', "").replace('\n', "\n\n");
        page(
            &format!(
                "{INTRODUCTION}<form><textarea readonly rows=12>{lines}</textarea><button>I agree</button></form>"
            ),
            "",
        )
    });
}

#[test]
fn what_changes_in_a_frame_of_the_same_house_is_told() {
    let past = watched();
    let frame = |tag: &str| page(&format!("{INTRODUCTION}{tag}"), "");
    let tag = "<iframe src=/papers/stalls width=100% height=4000 title=Rules></iframe>";
    past.shows("stalls", &frame(tag)).shows("papers/stalls", &page(&markup(RULES), "")).days(4);
    assert_eq!((trouble(&past), letters(&past)), (String::new(), Vec::new()));
    past.shows("papers/stalls", &page(&markup(&dearer()), "")).days(4);
    past.assert_told("stalls", NEW_FEE);
}

#[test]
fn a_set_of_frames_is_read_by_the_frame_that_holds_the_text() {
    let past = watched();
    past.shows("stalls", "<html><head><title>Rules</title></head><frameset cols='200,*'><frame src=/menu><frame src=/papers/stalls></frameset></html>");
    past.shows("menu", "<a href=/a>Papers</a>").shows("papers/stalls", &page(&markup(RULES), "")).days(3);
    past.shows("papers/stalls", &page(&markup(&dearer()), "")).days(3);
    past.assert_told("stalls", NEW_FEE);
}

#[test]
fn a_frame_that_does_not_answer_takes_no_text_away() {
    let past = watched();
    let tag = "<iframe src=/papers/stalls width=100% height=4000></iframe>";
    past.shows("stalls", &page(&format!("{INTRODUCTION}{tag}"), ""));
    past.shows("papers/stalls", &page(&markup(RULES), "")).days(3);
    past.answers("papers/stalls", Answer::status(503)).days(1);
    assert_eq!(trouble(&past), "status");
    past.answers("papers/stalls", Answer::status(404)).days(1);
    assert_ne!(trouble(&past), "", "an introduction alone is not the document");
    past.shows("papers/stalls", &page(&markup(&dearer()), "")).days(3);
    past.assert_told("stalls", NEW_FEE);
    assert_eq!(past.told("stalls").len(), 1, "{}", past.account_of("stalls"));
}

#[test]
fn templates_of_a_page_that_says_all_itself_add_nothing() {
    let card = "<template><h3>A seller</h3><p>This seller has joined the house not long ago, and is waiting for a first guest.</p></template>";
    let again = format!("<script type=text/template>{}</script>", markup(RULES));
    let past = watched();
    past.shows("stalls", &page(&markup(RULES), card)).days(3);
    past.shows("stalls", &page(&markup(RULES), &again)).days(3);
    assert_eq!((trouble(&past), letters(&past), past.held("stalls").len()), (String::new(), Vec::new(), 0));
}
