//! Days of effect: how they are written, counted and said of whom, in every language that hausrecht speaks.

use hausrecht::model::{Assessment, Because, Block, BlockKind, Document, DocumentKind, Language, Reason};
use hausrecht::steps::compare::compare;
use hausrecht::steps::compose;
use hausrecht::steps::judge::{Subject, Team, case, judge_change};
use jiff::civil::{Date, date};

/// The day of the first sight in these tests.
const TODAY: Date = date(2027, 1, 20);

fn document(language: Option<&str>, blocks: &[&str]) -> Document {
    let block = |text: &&str| Block {
        kind: BlockKind::Paragraph,
        text: (*text).to_owned(),
        links: Vec::new(),
        outside: text.starts_with("Banner"),
    };
    Document {
        language: language.map(str::to_owned),
        blocks: blocks.iter().map(block).collect(),
        ..Document::default()
    }
}

/// What comes of a page that got that text.
fn judged(language: Option<&str>, before: &[&str], after: &[&str]) -> Assessment {
    let comparison = compare(&document(language, before), &document(language, after));
    let subject = Subject { platform: "exampla", document: "Terms", kind: DocumentKind::Terms, ..Subject::default() };
    judge_change(case(subject, Team::default(), &comparison, TODAY)).assessment
}

/// The day of effect of a text that came.
fn day(text: &str) -> Option<Date> {
    judged(None, &["Entrants may be of any age."], &["Entrants must be adults.", text]).effective_date
}

/// All texts whose day is another one, so that a test names them all at once.
fn wrong(cases: &[(&str, Option<Date>)]) -> Vec<String> {
    let wrong = cases.iter().filter(|(text, wanted)| day(text) != *wanted);
    wrong.map(|(text, wanted)| format!("{text}: {:?} instead of {wanted:?}", day(text))).collect()
}

const MARCH: Option<Date> = Some(date(2027, 3, 1));
const THIRTY: Option<Date> = Some(date(2027, 2, 19));

#[test]
fn the_day_on_which_something_will_be_shut_down_is_a_day_of_effect_in_eight_languages() {
    let found = wrong(&[
        ("Version 3 of the interface will be shut down on 1 March 2027. Apps must use version 4 by then.", MARCH),
        ("Die Version 3 der Schnittstelle wird am 1. März 2027 abgeschaltet.", MARCH),
        ("La version 3 sera désactivée le 1er mars 2027.", MARCH),
        ("La versión 3 se desactivará el 1 de marzo de 2027.", MARCH),
        ("La versione 3 verrà disattivata il 1º marzo 2027.", MARCH),
        ("A versão 3 será desativada em 1 de março de 2027.", MARCH),
        ("Versie 3 wordt op 1 maart 2027 uitgeschakeld.", MARCH),
        ("Wersja 3 zostanie wyłączona 1 marca 2027.", MARCH),
        ("Version 2 was shut down on 1 March 2020.", None),
        ("Die Version 2 wurde am 1. März 2020 abgeschaltet.", None),
    ]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_day_that_another_takes_the_place_of_is_none_and_the_end_of_a_named_month_is_not_that_of_this_one() {
    let found = wrong(&[
        ("These terms take effect on 1 March 2027 rather than 1 February 2027.", MARCH),
        ("First planned for 1 February 2027, these terms take effect on 1 March 2027.", MARCH),
        ("These terms no longer take effect on 1 March 2027.", None),
        ("Die Bedingungen gelten statt am 1. Februar 2027 erst ab 1. März 2027.", MARCH),
        ("Die Bedingungen gelten nicht wie angekündigt am 1. Februar 2027, sondern ab dem 1. März 2027.", MARCH),
        ("Ces conditions s’appliquent à compter du 1er mars 2027 au lieu du 1er février 2027.", MARCH),
        ("Ces règles s’appliquent à la fin du mois de février 2027.", None),
        ("Diese Regeln gelten ab Ende des Monats Februar 2027.", None),
        ("These rules apply from the end of the year 2027.", None),
    ]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn days_are_counted_from_the_day_that_is_named() {
    let found = wrong(&[
        // A sentence that does not say that the terms are meant names no day, but today least of all.
        ("In 30 days from today, vouchers are forbidden as prizes.", None),
        ("In 30 Tagen ab heute sind Gutscheine als Preise verboten.", None),
        ("This change takes effect 30 days after 20 January 2027.", THIRTY),
        ("Diese Änderung wird 30 Tage nach ihrer Veröffentlichung am 20. Januar 2027 wirksam.", THIRTY),
        ("Cette modification entre en vigueur 30 jours après le 20 janvier 2027.", THIRTY),
        ("Ab 1.3.27 sind Gutscheine als Preise verboten.", MARCH),
        ("Zum 01.03.27 ändern wir diese Bedingungen.", MARCH),
        ("Section 1.3.27 is about vouchers.", None),
        ("Fees may change within 30 days from today until 1 March 2027.", None),
    ]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_day_that_was_planned_and_holds_no_more_is_none() {
    let found = wrong(&[
        ("The change planned for 16 February 2027 now takes effect on 1 March 2027.", MARCH),
        ("This change does not take effect on 16 February 2027 but on 1 March 2027.", MARCH),
        ("Die Änderung tritt nicht mehr am 16. Februar 2027 in Kraft; Gutscheine bleiben erlaubt.", None),
        ("On 1 March 2027 new terms take effect.", MARCH),
    ]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_full_date_is_one_of_effect_in_eight_languages() {
    let found = wrong(&[
        ("These terms take effect on 1 March 2027.", MARCH),
        ("Diese Bedingungen treten am 1. März 2027 in Kraft.", MARCH),
        ("Ces conditions entrent en vigueur le 1er mars 2027.", MARCH),
        ("Estas condiciones entrarán en vigor el 1 de marzo de 2027.", MARCH),
        ("Queste condizioni entrano in vigore il 1º marzo 2027.", MARCH),
        ("Deze voorwaarden treden op 1 maart 2027 in werking.", MARCH),
        ("Niniejszy regulamin wchodzi w życie 1 marca 2027.", MARCH),
        ("Estes termos entram em vigor em 1 de março de 2027.", MARCH),
        ("Estes termos aplicam-se a partir do dia 1 de março de 2027.", MARCH),
        ("更新日期：2027年1月15日 生效日期：2027年3月1日", MARCH),
        ("生效日期：2027年3月1日 更新日期：2027年1月15日", MARCH),
    ]);
    assert_eq!(found, [""; 0]);
}

#[test]
fn an_article_and_the_day_of_the_week_may_stand_before_a_date() {
    let found = wrong(&[
        ("As of the 1st of March 2027, sellers must carry a badge.", MARCH),
        ("From the 1st of March 2027 on, sellers must carry a badge.", MARCH),
        ("Starting Monday, March 1, 2027, sellers must carry a badge.", MARCH),
        ("Ab Montag, dem 1. März 2027, müssen Händler eine Marke tragen.", MARCH),
        ("Ab Montag, 1. März 2027, müssen Händler eine Marke tragen.", MARCH),
        ("À partir du lundi 1er mars 2027, les vendeurs doivent porter un badge.", MARCH),
        ("A partir del lunes 1 de marzo de 2027, los vendedores deben llevar una insignia.", MARCH),
        ("A partire da lunedì 1° marzo 2027 i venditori devono portare un distintivo.", MARCH),
        ("Vanaf maandag 1 maart 2027 moeten verkopers een badge dragen.", MARCH),
        ("Od poniedziałku 1 marca 2027 r. sprzedawcy muszą nosić identyfikator.", MARCH),
        ("A partir de segunda-feira, 1 de março de 2027, os vendedores devem usar um crachá.", MARCH),
        ("Until the 1st of March 2027, sellers may carry a badge.", None),
    ]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_day_without_a_year_gets_the_next_such_day() {
    let found = wrong(&[
        ("These terms take effect on March 1.", MARCH),
        ("The new terms are effective from January 20.", Some(TODAY)),
        ("The new terms are effective from 5 December.", Some(date(2027, 12, 5))),
        ("Diese Bedingungen treten am 1. März in Kraft.", MARCH),
        ("Ab dem 1.3. gelten diese Bedingungen.", MARCH),
        ("Ces conditions entrent en vigueur le 1er mars.", MARCH),
        ("Estas condiciones entrarán en vigor el 1 de marzo.", MARCH),
        ("Queste condizioni entrano in vigore il 1º marzo.", MARCH),
        ("Deze voorwaarden treden op 1 maart in werking.", MARCH),
        ("Niniejszy regulamin wchodzi w życie 1 marca.", MARCH),
        ("Estes termos entram em vigor em 1 de março.", MARCH),
        ("Last updated April 20th", None),
        ("Zuletzt aktualisiert am 20. April", None),
        ("Dernière mise à jour le 20 avril", None),
        ("Última actualización: 20 de abril", None),
        ("Ultimo aggiornamento: 20 aprile", None),
        ("Laatst bijgewerkt op 20 april", None),
        ("Ostatnia aktualizacja: 20 kwietnia", None),
        ("Última atualização: 20 de abril", None),
    ]);
    assert_eq!(found, [""; 0]);
}

#[test]
fn counted_days_are_counted_from_the_first_sight() {
    let found = wrong(&[
        ("These changes take effect in 30 days.", THIRTY),
        ("These terms take effect thirty days after publication.", THIRTY),
        ("Diese Bedingungen treten in 30 Tagen in Kraft.", THIRTY),
        ("Diese Bedingungen treten 30 Tage nach ihrer Veröffentlichung in Kraft.", THIRTY),
        ("Ces conditions entrent en vigueur dans 30 jours.", THIRTY),
        ("Ces conditions entrent en vigueur 30 jours après leur publication.", THIRTY),
        ("Estas condiciones entrarán en vigor en 30 días.", THIRTY),
        ("Estas condiciones entrarán en vigor 30 días después de su publicación.", THIRTY),
        ("Queste condizioni entrano in vigore tra 30 giorni.", THIRTY),
        ("Queste condizioni entrano in vigore 30 giorni dopo la pubblicazione.", THIRTY),
        ("Deze voorwaarden treden over 30 dagen in werking.", THIRTY),
        ("Deze voorwaarden treden 30 dagen na publicatie in werking.", THIRTY),
        ("Niniejszy regulamin wchodzi w życie za 30 dni.", THIRTY),
        ("Niniejszy regulamin wchodzi w życie po upływie 30 dni od publikacji.", THIRTY),
        ("Estes termos entram em vigor em 30 dias.", THIRTY),
        ("Estes termos entram em vigor 30 dias após a publicação.", THIRTY),
        ("Any changes take effect 30 days after publication.", None),
        ("We may change these terms. Changes take effect 30 days after they are posted.", None),
        ("Wir können diese Bedingungen ändern. Änderungen gelten 30 Tage nach Bekanntgabe.", None),
        ("Winners must answer in 30 days.", None),
    ]);
    assert_eq!(found, [""; 0]);
}

#[test]
fn effect_at_once_is_the_day_of_the_first_sight() {
    let now = Some(TODAY);
    let found = wrong(&[
        ("With immediate effect, ads for alcohol are banned.", now),
        ("These terms are effective immediately.", now),
        ("Werbung für Alkohol ist ab sofort verboten.", now),
        ("Avec effet immédiat, la publicité pour l’alcool est interdite.", now),
        ("Con efecto inmediato, se prohíbe la publicidad de alcohol.", now),
        ("Con effetto immediato la pubblicità di alcolici è vietata.", now),
        ("Met onmiddellijke ingang is reclame voor alcohol verboden.", now),
        ("Ze skutkiem natychmiastowym reklama alkoholu jest zabroniona.", now),
        ("Com efeito imediato, a publicidade de álcool é proibida.", now),
        ("We may end your contract with immediate effect.", None),
        ("Wir können den Vertrag mit sofortiger Wirkung kündigen.", None),
        ("Changes are effective immediately upon posting.", None),
    ]);
    assert_eq!(found, [""; 0]);
}

#[test]
fn quarters_and_ends_are_days() {
    let found = wrong(&[
        ("The new fees apply from Q2 2027.", Some(date(2027, 4, 1))),
        ("The new fees take effect in the second quarter of 2027.", Some(date(2027, 4, 1))),
        ("These terms take effect at the end of March 2027.", Some(date(2027, 3, 31))),
        ("These terms take effect at the end of the month.", Some(date(2027, 1, 31))),
        ("Diese Bedingungen gelten ab dem zweiten Quartal 2027.", Some(date(2027, 4, 1))),
        ("Diese Bedingungen treten zum Quartalsende in Kraft.", Some(date(2027, 3, 31))),
        ("Diese Bedingungen treten Ende März 2027 in Kraft.", Some(date(2027, 3, 31))),
        ("Ces conditions entrent en vigueur à la fin du mois.", Some(date(2027, 1, 31))),
        ("Ces conditions entrent en vigueur fin mars 2027.", Some(date(2027, 3, 31))),
        ("Estas condiciones entran en vigor a finales de marzo de 2027.", Some(date(2027, 3, 31))),
        ("Queste condizioni entrano in vigore alla fine del trimestre.", Some(date(2027, 3, 31))),
        ("Deze voorwaarden treden eind maart 2027 in werking.", Some(date(2027, 3, 31))),
        ("Niniejszy regulamin wchodzi w życie z końcem marca 2027.", Some(date(2027, 3, 31))),
        ("Estes termos entram em vigor no final do mês.", Some(date(2027, 1, 31))),
        ("Sie können zum Monatsende kündigen.", None),
        ("You may cancel at the end of the month.", None),
    ]);
    assert_eq!(found, [""; 0]);
}

#[test]
fn a_rule_that_only_ends_on_a_day_starts_on_none() {
    let found = wrong(&[
        ("The old terms apply until 1 March 2027.", None),
        ("This offer ends on 1 March 2027.", None),
        ("Die alten Bedingungen gelten bis zum 1. März 2027.", None),
        ("Bis zum 1. März 2027 gilt weiterhin die alte Fassung.", None),
        ("Die Aktion endet am 1. März 2027.", None),
        ("Les anciennes conditions restent en vigueur jusqu’au 1er mars 2027.", None),
        ("Las condiciones anteriores siguen en vigor hasta el 1 de marzo de 2027.", None),
        ("Le vecchie condizioni restano in vigore fino al 1º marzo 2027.", None),
        ("De oude voorwaarden blijven van kracht tot 1 maart 2027.", None),
        ("Dotychczasowy regulamin obowiązuje do 1 marca 2027.", None),
        ("Os termos anteriores permanecem em vigor até 1 de março de 2027.", None),
    ]);
    assert_eq!(found, [""; 0]);
}

#[test]
fn of_several_days_the_first_that_holds_for_the_reader_is_named_and_all_are_kept() {
    let (new, old) = (date(2027, 3, 1), date(2027, 5, 1));
    for text in [
        "These terms take effect for new users on 1 March 2027 and for all others on 1 May 2027.",
        "These terms apply to new users from 1 March, to all others from 1 May.",
        "Diese Bedingungen gelten für neue Nutzer ab dem 1. März 2027, für alle anderen ab dem 1. Mai 2027.",
        "Ces conditions s’appliquent aux nouveaux utilisateurs à partir du 1 mars 2027, à tous les autres à partir du 1 mai 2027.",
        "Estas condiciones se aplican a los nuevos usuarios a partir del 1 de marzo de 2027 y a todos los demás a partir del 1 de mayo de 2027.",
        "Queste condizioni si applicano ai nuovi utenti dal 1 marzo 2027, a tutti gli altri dal 1 maggio 2027.",
        "Deze voorwaarden gelden voor nieuwe gebruikers vanaf 1 maart 2027, voor alle anderen vanaf 1 mei 2027.",
        "Regulamin obowiązuje nowych użytkowników od 1 marca 2027, a wszystkich pozostałych od 1 maja 2027.",
        "Estes termos aplicam-se aos novos usuários a partir de 1 de março de 2027 e a todos os outros a partir de 1 de maio de 2027.",
        "These terms take effect on 1 March 2027 for new users and on 1 May 2027 for everybody else.",
    ] {
        let judged = judged(None, &["Entrants may be of any age."], &["Entrants must be adults.", text]);
        assert_eq!(judged.effective_date, Some(old), "{text}");
        let other = judged.reasons.iter().find_map(|reason| match &reason.because {
            Because::AlsoFrom { date, .. } => Some(*date),
            _ => None,
        });
        assert_eq!(other, Some(new), "{text}: {:?}", judged.reasons);
    }
    let also = Because::AlsoFrom { date: new, days: 40, quote: "New users from 1 March.".to_owned() };
    let reason = Reason::of_the_whole(also);
    assert_eq!(
        compose::reason(&reason, Language::English),
        "One rule names a day of its own, 1 March 2027: “New users from 1 March.”"
    );
    assert_eq!(
        compose::reason(&reason, Language::German),
        "Eine Regel nennt einen eigenen Tag, den 1. März 2027: „New users from 1 March.“"
    );
}

#[test]
fn terms_that_are_back_take_effect_on_no_day() {
    let rule = "Entrants must be adults.";
    let terms = |day: &str| format!("Effective: {day}");
    let day = |old: &str, new: &str| {
        judged(None, &["Entrants may be of any age.", &terms(old)], &[rule, &terms(new)]).effective_date
    };
    assert_eq!(day("1 March 2027", "1 December 2026"), None, "what was announced is taken back");
    assert_eq!(day("1 May 2026", "1 December 2026"), Some(date(2026, 12, 1)));
    assert_eq!(day("1 December 2026", "1 March 2027"), Some(date(2027, 3, 1)));
}

#[test]
fn a_day_of_one_rule_is_not_given_to_what_changed_beside_it() {
    let fee = "From 1 March 2027 pages pay a fee of six coins for each sale.";
    let judged = judged(None, &["Entrants may be of any age."], &["Entrants must be adults.", fee]);
    assert_eq!(judged.effective_date, Some(date(2027, 3, 1)));
    let of_days: Vec<_> = judged
        .reasons
        .iter()
        .filter(|reason| matches!(reason.because, Because::HoldsFrom { .. } | Because::AlsoFrom { .. }))
        .map(|reason| compose::reason(reason, Language::English))
        .collect();
    assert_eq!(of_days, [format!("One rule names a day of its own, 1 March 2027: “{fee}”")]);
}

#[test]
fn the_order_of_day_and_month_is_the_pages_or_there_is_no_date() {
    let rule = "Entrants must be adults.";
    let day = |language: Option<&str>, other: &str, line: &str| {
        judged(language, &[other, "Entrants may be of any age."], &[other, rule, line]).effective_date
    };
    let line = "These terms take effect on 02/03/2027.";
    let (february, march) = (Some(date(2027, 2, 3)), Some(date(2027, 3, 2)));
    assert_eq!(day(Some("en-US"), "Hello.", line), february);
    assert_eq!(day(Some("en-GB"), "Hello.", line), march);
    assert_eq!(day(Some("fr"), "Hello.", "Ces conditions entrent en vigueur le 02/03/2027."), march);
    assert_eq!(day(None, "Published on 01/15/2027.", line), february);
    assert_eq!(day(None, "Published on 15/01/2027.", line), march);
    assert_eq!(day(Some("en"), "Hello.", line), None);
    assert_eq!(day(Some("en-US"), "Published on 15/01/2027.", line), march, "another date of the page says more");
    assert_eq!(day(Some("en"), "Hello.", "These terms take effect on 02/25/2027."), Some(date(2027, 2, 25)));
    assert_eq!(day(Some("en"), "Hello.", "These terms take effect on 03/03/2027."), Some(date(2027, 3, 3)));
    // It became 12 March: an alert with notice.
    assert_eq!(day(Some("en"), "Hello.", "Last Modified: 12/03/2027"), None);
}

#[test]
fn no_day_is_taken_from_what_is_around_the_document() {
    let banner = "Banner: the new rules of our winter game take effect on 1 March 2027.";
    let judged = judged(None, &["Entrants may be of any age."], &[banner, "Entrants must be adults."]);
    assert_eq!(judged.effective_date, None);
}

/// In four weeks, and in a month.
const FOUR_WEEKS: Option<Date> = Some(date(2027, 2, 17));
const MONTH: Option<Date> = Some(date(2027, 2, 20));
const QUARTER: Option<Date> = Some(date(2027, 4, 1));

#[test]
fn a_line_that_says_how_old_a_text_is_names_no_day_of_effect() {
    let found = wrong(&[
        ("Stand: 18. Januar 2027", None),
        ("Stand 18.01.2027", None),
        ("Stand: Januar 2027", None),
        ("Version of 18 January 2027", None),
        ("Fassung vom 18. Januar 2027", None),
        ("En date du 18 janvier 2027", None),
        ("Versión del 18 de enero de 2027", None),
        ("Versione del 18 gennaio 2027", None),
        ("Versie van 18 januari 2027", None),
        ("Wersja z dnia 18 stycznia 2027", None),
        ("Versão de 18 de janeiro de 2027", None),
        // A language of which nothing is known: no day rather than a wrong one.
        ("எங்கள் குளிர்கால விளையாட்டு 02.03.2027 அன்று தொடங்குகிறது.", None),
    ]);
    assert_eq!(found, [""; 0]);
}

#[test]
fn weeks_and_months_are_counted_as_days_are() {
    let found = wrong(&[
        ("These changes take effect in four weeks.", FOUR_WEEKS),
        ("These changes take effect one month after they are posted.", MONTH),
        ("Diese Änderungen treten vier Wochen nach ihrer Bekanntgabe in Kraft.", FOUR_WEEKS),
        ("Diese Bedingungen gelten in einem Monat.", MONTH),
        ("Ces conditions entrent en vigueur dans quatre semaines.", FOUR_WEEKS),
        ("Ces conditions entrent en vigueur un mois après leur publication.", MONTH),
        ("Estas condiciones entrarán en vigor dentro de cuatro semanas.", FOUR_WEEKS),
        ("Estas condiciones entrarán en vigor un mes después de su publicación.", MONTH),
        ("Queste condizioni entrano in vigore tra quattro settimane.", FOUR_WEEKS),
        ("Queste condizioni entrano in vigore un mese dopo la pubblicazione.", MONTH),
        ("Deze voorwaarden treden over vier weken in werking.", FOUR_WEEKS),
        ("Deze voorwaarden treden een maand na publicatie in werking.", MONTH),
        ("Niniejszy regulamin wchodzi w życie za cztery tygodnie.", FOUR_WEEKS),
        ("Estes termos entram em vigor dentro de quatro semanas.", FOUR_WEEKS),
        ("Estes termos entram em vigor um mês após a publicação.", MONTH),
    ]);
    assert_eq!(found, [""; 0]);
}

#[test]
fn from_now_on_is_said_in_more_than_one_way() {
    let now = Some(TODAY);
    let found = wrong(&[
        ("As of today, ads for alcohol are banned.", now),
        ("Effective immediately, ads for alcohol are banned.", now),
        ("Ab heute ist Werbung für Alkohol verboten.", now),
        ("Mit sofortiger Wirkung ist Werbung für Alkohol verboten.", now),
        ("À partir d’aujourd’hui, la publicité pour l’alcool est interdite.", now),
        ("Dès à présent, la publicité pour l’alcool est interdite.", now),
        ("A partir de hoy se prohíbe la publicidad de alcohol.", now),
        ("Da oggi la pubblicità di alcolici è vietata.", now),
        ("Vanaf vandaag is reclame voor alcohol verboden.", now),
        ("Per direct is reclame voor alcohol verboden.", now),
        ("Od dziś reklama alkoholu jest zabroniona.", now),
        ("A partir de hoje a publicidade de álcool é proibida.", now),
    ]);
    assert_eq!(found, [""; 0]);
}

#[test]
fn quarters_and_ends_are_days_in_each_language() {
    let (march, year) = (Some(date(2027, 3, 31)), Some(date(2027, 12, 31)));
    let found = wrong(&[
        ("Die neuen Gebühren gelten ab Q2 2027.", QUARTER),
        ("Les nouveaux frais s’appliquent à partir du deuxième trimestre 2027.", QUARTER),
        ("Las nuevas tasas se aplican a partir del segundo trimestre de 2027.", QUARTER),
        ("Le nuove tariffe si applicano dal secondo trimestre 2027.", QUARTER),
        ("De nieuwe kosten gelden vanaf het tweede kwartaal van 2027.", QUARTER),
        ("Nowe opłaty obowiązują od drugiego kwartału 2027.", QUARTER),
        ("As novas taxas aplicam-se a partir do segundo trimestre de 2027.", QUARTER),
        ("Diese Bedingungen treten zum Jahresende in Kraft.", year),
        ("These terms take effect at the end of the year.", year),
        ("Queste condizioni entrano in vigore alla fine di marzo 2027.", march),
        ("Estes termos entram em vigor no final de março de 2027.", march),
        ("Diese Bedingungen treten zum 31. März in Kraft.", march),
    ]);
    assert_eq!(found, [""; 0]);
}

#[test]
fn what_expires_or_closes_on_a_day_starts_on_none() {
    let found = wrong(&[
        ("This offer is valid through 1 March 2027.", None),
        ("The programme closes on 1 March 2027.", None),
        ("The licence expires on 1 March 2027.", None),
        ("Das Programm läuft am 1. März 2027 aus.", None),
        ("Die Frist endet mit Ablauf des 1. März 2027.", None),
        ("L’offre prend fin le 1er mars 2027.", None),
        ("La oferta finaliza el 1 de marzo de 2027.", None),
        ("L’offerta termina il 1º marzo 2027.", None),
        ("De actie eindigt op 1 maart 2027.", None),
        ("Oferta kończy się 1 marca 2027.", None),
        ("A oferta termina em 1 de março de 2027.", None),
    ]);
    assert_eq!(found, [""; 0]);
}

#[test]
fn versions_sections_addresses_of_machines_and_prices_are_no_days_in_eight_languages() {
    let none = [
        "The rule applies from version 4.1.27 of the app.",
        "Version 2027.3.1 takes effect.",
        "Section 1.3.2027 takes effect.",
        "Applies to app versions from 4.1.27.",
        "Applies from 1.3.27 or later of our app.",
        "Access is allowed from 10.3.27.12 only.",
        "Requests apply from 10.3.27/24.",
        "Effective from € 1.03.27.",
        "It applies from 1.3.27 € on.",
        "Die Regel gilt ab Version 1.3.27 der App.",
        "Für App-Versionen ab 1.3.27 gilt ein Schlüssel.",
        "Gilt ab 1.3.27 oder höher.",
        "Ab 1.3.27 der App gilt die neue Grenze.",
        "Die App braucht Version 1.3.26; ab 1.3.27 gilt ein Schlüssel.",
        "Artikel 1.3.2027 tritt in Kraft.",
        "La version 1.3.2027 de l’application entre en vigueur.",
        "L’article 1.3.2027 entre en vigueur.",
        "La versión 1.3.2027 de la aplicación entra en vigor.",
        "La sección 1.3.2027 entra en vigor.",
        "La versione 1.3.2027 dell’app entra in vigore.",
        "L’articolo 1.3.2027 entra in vigore.",
        "Vanaf 1.3.27 van de app gelden nieuwe regels.",
        "Versie 1.3.2027 treedt in werking.",
        "Obowiązuje od 1.3.27 lub nowszej.",
        "Punkt 1.3.2027 wchodzi w życie.",
        "Esta regra aplica-se a partir de 1.3.27 ou superior.",
        "A versão 1.3.2027 entra em vigor.",
    ];
    let days = [
        "Version 5 applies from 1.3.27.",
        "Die Regel gilt ab 1.3.27.",
        "Version 5 gilt ab dem 1.3.2027.",
        "Die Fassung ab 1.3.27 gilt für alle.",
        "Ziffer 5 gilt ab 1.3.27.",
        "Die neue App gilt ab dem 1.3.27.",
        "La version 5 s’applique à partir du 1.3.2027.",
        "La versión 5 entra en vigor el 1.3.2027.",
        "La versione 5 è in vigore dal 1.3.27.",
        "Versie 5 geldt vanaf 1.3.27.",
        "Regulamin obowiązuje od 1.3.27.",
        "A versão 5 aplica-se a partir de 1.3.2027.",
    ];
    let all: Vec<_> =
        none.into_iter().map(|text| (text, None)).chain(days.into_iter().map(|text| (text, MARCH))).collect();
    assert_eq!(wrong(&all), Vec::<String>::new());
}

#[test]
fn a_date_below_a_heading_that_says_what_it_is_is_a_day_of_effect_in_eight_languages() {
    let found = wrong(&[
        ("11. Effective Date\n1 March 2027", MARCH),
        ("Wirksam ab\n1. März 2027", MARCH),
        ("Date d’effet\n1er mars 2027", MARCH),
        ("Fecha de vigencia\n1 de marzo de 2027", MARCH),
        ("In vigore\n1 marzo 2027", MARCH),
        ("Ingangsdatum\n1 maart 2027", MARCH),
        ("Obowiązuje\n1 marca 2027", MARCH),
        ("Entrada em vigor\n1 de março de 2027", MARCH),
        ("Last updated\n1 January 2027", None),
        ("Rules for the day\n1 January 2027", None),
    ]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn an_older_edition_says_its_own_day_and_an_announcement_that_is_taken_back_none() {
    let day = |before: &str, after: &str| {
        judged(None, &["Entrants may be of any age.", before], &["Entrants must be adults.", after]).effective_date
    };
    let older = day("Effective as of December 15, 2023", "Effective as of January 5, 2023");
    assert_eq!(older, Some(date(2023, 1, 5)));
    assert_eq!(day("Effective as of March 15, 2027", "Effective as of January 5, 2027"), None);
    let alone = judged(None, &["Effective as of December 15, 2023"], &["Effective as of January 5, 2023"]);
    assert_eq!(alone.effective_date, None);
}

#[test]
fn a_sentence_that_only_says_from_when_its_document_holds_is_heard_however_old_the_day() {
    let found = wrong(&[
        ("This addendum to the terms is effective September 27, 2026.", Some(date(2026, 9, 27))),
        ("We have changed the rows. The changes below are effective as of September 27, 2026.", None),
    ]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_day_between_two_labels_is_of_the_label_before_it_and_no_words_within_others_name_a_day() {
    let found = wrong(&[
        ("更新日期：2027年3月3日 生效日期：2027年3月10日", Some(date(2027, 3, 10))),
        ("更新日期：2027年3月3日，生效日期：2027年3月10日", Some(date(2027, 3, 10))),
        ("生效日期：2027年3月10日 更新日期：2027年1月3日", Some(date(2027, 3, 10))),
        // "fin de mes", the end of the month in Spanish, stands within "afin de mesurer".
        ("Les nouvelles règles s'appliquent afin de mesurer l'efficacité des annonces.", None),
        ("Las nuevas normas entran en vigor a fin de mes.", Some(date(2027, 1, 31))),
    ]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_day_with_two_digits_of_its_year_behind_sure_words_is_one_whatever_follows() {
    let found = wrong(&[
        ("Gültig ab 1.3.27 für die App.", MARCH),
        ("Version 1.3.2027 tritt am 1.3.2027 in Kraft.", MARCH),
        ("Effective 01/03/2027 for the app and the website.", None),
        ("App versions from 4.1.27 need a key.", None),
        ("Version 4.1.26 needs no key, from 4.1.27 on it needs one.", None),
    ]);
    assert_eq!(found, Vec::<String>::new());
}
