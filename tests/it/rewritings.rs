//! What is the document after all, however much of it is new, is told at the second look; nothing real is lost.

use crate::confirm::Watched;
use crate::pages::{
    BUILDS, Build, COOKIES, DEVELOPERS, TERMS, TERMS_ANEW, TERMS_ANEW_DE, TERMS_DE, body, document, page,
};

/// What comes of two looks at what follows a document.
fn then(before: &str, after: &str) -> [String; 2] {
    let mut page = Watched::new();
    assert_eq!(page.look(before), "first");
    [page.look(after), page.look(after)]
}

fn is_told_at_the_second_look(before: &str, after: &str) {
    let [first, second] = then(before, after);
    assert_eq!(first, "candidate", "{after}");
    assert!(second.starts_with("told: "), "{second}");
}

#[test]
fn a_document_that_is_written_anew_under_another_name_is_told_at_the_second_look() {
    for (lang, old, new) in [("en", TERMS, TERMS_ANEW), ("de", TERMS_DE, TERMS_ANEW_DE)] {
        for before in BUILDS {
            for after in BUILDS {
                is_told_at_the_second_look(&document(before, lang, old), &document(after, lang, new));
                is_told_at_the_second_look(&document(before, lang, new), &document(after, lang, old));
            }
        }
        // Without the name of the site, and without any name.
        is_told_at_the_second_look(
            &page(Build::Semantic, lang, "Plaudernetz", &body(old)),
            &page(Build::Semantic, lang, "Plaudernetz", &body(new)),
        );
    }
}

#[test]
fn another_document_is_none_of_it_however_long_it_stands_for_another() {
    for build in BUILDS {
        for (old, new) in [(COOKIES, DEVELOPERS), (DEVELOPERS, COOKIES), (TERMS_ANEW, COOKIES)] {
            let mut page = Watched::new();
            page.look(&document(build, "en", old));
            for _ in 0..30 {
                assert_eq!(page.look(&document(build, "en", new)), "other_document");
            }
            assert_eq!(page.look(&document(build, "en", old)), "unchanged");
        }
    }
}

#[test]
fn a_document_that_is_shortened_by_two_fifths_is_told_at_the_second_look() {
    for (lang, text) in [("en", TERMS), ("de", TERMS_DE)] {
        for build in BUILDS {
            let lines: Vec<_> = text.lines().collect();
            // A name, an introduction, and sections of a heading and a paragraph each; the middle ones go.
            let gone = lines.len() * 3 / 10..lines.len() * 7 / 10;
            let start = gone.start - gone.start % 2;
            let short = [&lines[..start], &lines[gone.end - gone.end % 2..]].concat().join("\n");
            is_told_at_the_second_look(&document(build, lang, text), &document(build, lang, &short));
        }
    }
}

#[test]
fn a_document_that_only_gains_an_invitation_to_sign_in_is_still_the_document() {
    let banner = "<div class=banner><p>Sign in to see more from Plaudernetz and to keep up with your friends.</p><input type=password>\
                  <button>Log in</button></div>";
    for build in BUILDS {
        let before = document(build, "en", TERMS);
        let after = before.replace("<h1>", &format!("{banner}<h1>"));
        let changed = after.replace("thirty days to object", "ten days to object");
        let mut page = Watched::new();
        page.look(&before);
        for _ in 0..3 {
            let outcome = page.look(&after);
            assert!(!["login_wall", "other_document"].contains(&outcome.as_str()), "{outcome}");
        }
        assert_eq!(page.look(&changed), "candidate");
        assert!(page.look(&changed).contains("ten days to object"));
    }
}

#[test]
fn a_policy_that_speaks_of_cookies_logins_captchas_and_errors_is_a_policy() {
    let talk = "# Errors, Logins and Cookies\n\
        This page tells what happens when you log in, when a captcha asks whether you are a human or a robot, and which cookies that sets.\n\
        ## Log in\n\
        You sign in with your password. When the login fails, an error says that the password was not found or that the account is not available.\n\
        ## Captchas\n\
        A security check against automated requests and unusual traffic may ask you to prove that you are human. It sets a cookie for an hour.\n\
        ## Error pages\n\
        A page that does not exist answers with error 404: oops, something went wrong. Pages may be temporarily unavailable, and we set no cookies then.\n\
        ## Cookies\n\
        Cookies remember that you are signed in. Other cookies count visits. You may delete cookies in your browser, and refuse all cookies but those.\n\
        ## Your duties\n\
        You may not get round the captcha, share your login, or cause errors on purpose. Whoever does so may lose the account after two warnings.";
    for build in BUILDS {
        let before = document(build, "en", talk);
        is_told_at_the_second_look(&before, &before.replace("after two warnings", "without any warning"));
        // Even where most of it is new.
        let anew = talk
            .replace(
                "You sign in with your password.",
                "Signing in takes your password and a code that we send you by message.",
            )
            .replace("It sets a cookie for an hour.", "Whoever fails three times has to wait for a day.")
            .replace("Other cookies count visits.", "We no longer count visits.")
            .replace(
                "You may not get round the captcha, share your login,",
                "Nobody may circumvent the captcha or lend a login,",
            );
        is_told_at_the_second_look(&before, &document(build, "en", &anew));
    }
}

#[test]
fn a_text_that_gives_way_to_a_short_note_stays_a_blind_spot_and_the_base() {
    let moved = "# Terms of Service\nThese terms have been replaced. Since the first of June the Member Agreement holds for everyone who uses \
        Plaudernetz, for private persons as well as for brands, agencies and creators, wherever they live.\nIf you do not agree with it, you may \
        close your account in the settings until the end of August; posts and pages that you have made until then are handed out to you on request.";
    for build in BUILDS {
        let mut page = Watched::new();
        page.look(&document(build, "en", TERMS));
        for _ in 0..30 {
            assert_eq!(page.look(&document(build, "en", moved)), "short_note");
        }
        assert_eq!(page.look(&document(build, "en", TERMS)), "unchanged");
    }
}

#[test]
fn a_page_that_differs_at_every_look_falls_silent_and_a_real_change_in_it_is_told_at_the_second_look() {
    let tips = [
        "Invite your friends to a group",
        "Give your page a cover",
        "Switch on the dark theme",
        "Pin what matters",
        "Try the new stickers",
    ];
    for build in BUILDS {
        let shown = |look: usize, text: &str| {
            let tip = tips[look % tips.len()];
            let teaser = format!(
                "<div class=t{look}><p>Tip of the day, number {look}: {tip}, and see what happens next to it.</p></div>"
            );
            document(build, "en", text).replace("<h2>Fees", &format!("{teaser}<h2>Fees"))
        };
        let mut page = Watched::new();
        page.look(&shown(0, TERMS));
        let outcomes: Vec<_> = (1..30).map(|look| page.look(&shown(look, TERMS))).collect();
        assert!(outcomes[10..].iter().all(|outcome| !outcome.starts_with("told")), "{outcomes:?}");
        assert!(outcomes.iter().filter(|outcome| outcome.starts_with("told")).count() <= 1, "{outcomes:?}");
        let changed = TERMS.replace("give you thirty days to object", "give you three days to object");
        assert!(!page.look(&shown(30, &changed)).starts_with("told"));
        assert!(page.look(&shown(31, &changed)).contains("three days to object"));
    }
}
