//! The German of the letters: nobody is addressed as "Sie" or "du", so that it fits a person and a team.

use jiff::civil::Date;

use super::damages;
use super::days::{Days as _, grouped};
use super::edits;
use super::halts;
use super::messages::Words;
use crate::model::{Cause, Language, ListEdit, Loss, StakedBy, Tier};

/// German as it is written in Germany.
pub(in super::super) struct German;

/// "1 Änderung", "12 Änderungen".
fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{} {many}", grouped(number, '.')) }
}

impl Words for German {
    fn language(&self) -> Language {
        Language::German
    }
    fn tier(&self, tier: Tier) -> &'static str {
        match tier {
            Tier::Alert => "Wichtig",
            Tier::Fyi => "Zur Kenntnis",
            Tier::None => "Nebensache",
        }
    }
    fn new_terms(&self) -> &'static str {
        "neue Bedingungen"
    }
    fn reworded(&self) -> &'static str {
        "Wortlaut geändert"
    }

    fn since_when(&self, date: Date, days: i64, today: Date) -> String {
        let day = self.short_date(date, today);
        match days {
            0 => "ab heute".to_owned(),
            1 => format!("ab {day} (morgen)"),
            2.. => format!("ab {day} (noch {days}\u{a0}Tage)"),
            _ => format!("seit {day}"),
        }
    }
    fn hits(&self, names: &str, more: usize) -> String {
        match more {
            0 => format!("betrifft {names}"),
            1 => format!("betrifft {names} und 1 weiteres"),
            _ => format!("betrifft {names} und {more} weitere"),
        }
    }
    fn touched_by(&self, by: &StakedBy) -> Option<String> {
        match by {
            StakedBy::Keyword(keyword) => Some(format!("im Text: „{keyword}“")),
            StakedBy::Topic { topic, .. } => Some(format!("Thema: {}", self.topic(*topic))),
            StakedBy::Platform => None,
        }
    }
    fn and_more_changes(&self, more: usize) -> String {
        format!("(und {})", count(more, "weitere Änderung", "weitere Änderungen"))
    }
    fn subject_digest(&self, important: usize, rest: usize) -> String {
        self.title_changes(important, rest)
    }
    fn subject_quiet(&self, readable: usize, looked_at: usize) -> String {
        let pages = if looked_at == 1 { "Seite" } else { "Seiten" };
        format!("Hausregeln: alles ruhig, {} von {} {pages} gelesen", self.number(readable), self.number(looked_at))
    }
    fn subject_blind(&self, blind: usize) -> String {
        format!("hausrecht kann {} nicht lesen", count(blind, "Seite", "Seiten"))
    }
    fn subject_back(&self, back: usize) -> String {
        format!("hausrecht kann {} wieder lesen", count(back, "Seite", "Seiten"))
    }
    fn subject_test(&self) -> &'static str {
        "hausrecht: Testbrief"
    }

    fn title_changes(&self, important: usize, rest: usize) -> String {
        match (important, rest) {
            (0, rest) => count(rest, "Änderung zur Kenntnis", "Änderungen zur Kenntnis"),
            (important, 0) => count(important, "wichtige Änderung", "wichtige Änderungen"),
            _ => format!(
                "{}, davon {} wichtig",
                count(important + rest, "Änderung", "Änderungen"),
                self.number(important)
            ),
        }
    }
    fn title_quiet(&self) -> &'static str {
        "Alles ruhig"
    }
    fn quiet_line(&self, readable: usize, looked_at: usize, rarer: usize) -> String {
        format!("{} Keine ihrer Regeln hat sich geändert.", self.read_of(readable, looked_at, rarer))
    }
    fn next_date(&self, date: &str) -> String {
        format!("nächster Stichtag {date}")
    }
    fn todo(&self) -> &'static str {
        "Was zu prüfen ist, und bis wann"
    }
    fn documents(&self, count: usize) -> String {
        format!("{}\u{a0}Dokumente", self.number(count))
    }
    fn when_unknown(&self) -> &'static str {
        "Kein Datum genannt"
    }
    fn by(&self, date: &str) -> String {
        format!("Bis {date}")
    }
    fn in_force_since(&self, date: &str) -> String {
        format!("Gilt seit {date}")
    }

    fn applies_from(&self) -> &'static str {
        "Gilt ab"
    }
    fn no_date(&self) -> &'static str {
        "kein Datum genannt"
    }
    fn notice(&self) -> &'static str {
        "Vorlauf"
    }
    fn notice_given(&self, days: i64) -> String {
        match days {
            ..0 => format!(
                "keiner: erst {} nach dem Stichtag bemerkt",
                if days == -1 { "einen Tag".to_owned() } else { format!("{} Tage", -days) }
            ),
            _ => format!("{}, gerechnet ab Entdeckung", self.days(days)),
        }
    }
    fn duty(&self) -> &'static str {
        "Für die Rechtsabteilung"
    }
    fn duty_unknown(&self, id: &str) -> String {
        format!("Der Vorlauf ist kürzer, als die Pflicht „{id}“ verlangt.")
    }
    fn assets(&self) -> &'static str {
        "Betroffen"
    }
    fn asset_owner(&self, owner: &str) -> String {
        format!("zuständig: {owner}")
    }
    fn topics(&self) -> &'static str {
        "Themen"
    }
    fn back_to(&self, time: &str) -> String {
        format!("Diese Stellen lauten wieder wie am {time}.")
    }
    fn before(&self) -> &'static str {
        "Bisher"
    }
    fn after(&self) -> &'static str {
        "Jetzt"
    }
    fn only_after(&self) -> &'static str {
        "Neu"
    }
    fn only_before(&self) -> &'static str {
        "Gestrichen"
    }
    fn marks(&self) -> &'static str {
        "[-…-] ist gestrichen, {+…+} ist neu."
    }
    fn document_start(&self) -> &'static str {
        "Anfang des Dokuments"
    }
    fn more_clauses(&self, more: usize, minor: usize) -> String {
        match (more, minor) {
            (_, 0) => count(more, "weitere Stelle", "weitere Stellen"),
            (0, _) => count(minor, "nebensächliche Stelle", "nebensächliche Stellen"),
            _ => format!("{} und {}", self.more_clauses(more, 0), count(minor, "nebensächliche", "nebensächliche")),
        }
    }
    fn more_in_comparison(&self, more: usize, minor: usize) -> String {
        format!("{} (im beigelegten Vergleich)", self.more_clauses(more, minor))
    }
    fn cut_words(&self, words: usize) -> String {
        format!("[{}]", count(words, "weiteres Wort", "weitere Wörter"))
    }
    fn show(&self) -> &'static str {
        "Vollständig"
    }
    fn acknowledge(&self) -> &'static str {
        "Erledigt"
    }
    fn open_page(&self) -> &'static str {
        "Seite"
    }

    fn brief_title(&self, important: bool, rest: bool) -> &'static str {
        match (important, rest) {
            (true, false) => "Weitere wichtige Änderungen",
            (true, true) => "Weitere Änderungen",
            (false, _) => "Zur Kenntnis",
        }
    }
    fn open_title(&self) -> &'static str {
        "Bereits gemeldet und noch offen"
    }
    fn health_title(&self) -> &'static str {
        "Was hausrecht sehen konnte"
    }
    fn blind_title(&self, count: usize) -> String {
        self::count(count, "Seite ist nicht lesbar", "Seiten sind nicht lesbar")
    }
    fn still_title(&self, count: usize) -> String {
        self::count(count, "Seite ist weiterhin nicht lesbar", "Seiten sind weiterhin nicht lesbar")
    }
    fn refused_title(&self, count: usize) -> String {
        self::count(count, "Brief kam nicht an", "Briefe kamen nicht an")
    }
    fn refused_mend(&self) -> &'static str {
        "Bitte die Adresse in der Watchlist prüfen. Eine Woche lang wird die Zustellung täglich neu versucht, danach wöchentlich, \
         falls der Brief Änderungen meldet, die niemand bekommen hat. Diese kommen auch mit dem nächsten Brief."
    }
    fn undelivered(&self, subject: &str) -> String {
        format!("nicht zugestellt: „{subject}“")
    }
    fn server_said(&self, answer: &str) -> String {
        format!("Antwort des Servers: {answer}")
    }
    fn title_open(&self, count: usize) -> String {
        self::count(count, "wichtige Änderung ist noch offen", "wichtige Änderungen sind noch offen")
    }
    fn blind_since(&self, time: &str) -> String {
        format!("nicht lesbar seit dem {time}")
    }
    fn last_read(&self, time: &str) -> String {
        format!("zuletzt gelesen am {time}")
    }
    fn never_read(&self) -> &'static str {
        "noch nie gelesen"
    }
    fn blind_mend(&self, count: usize) -> &'static str {
        match count {
            1 => "Solange das so ist, bleiben Änderungen dort unbemerkt. Bitte die Seite bis dahin von Hand ansehen.",
            _ => "Solange das so ist, bleiben Änderungen dort unbemerkt. Bitte die Seiten bis dahin von Hand ansehen.",
        }
    }
    fn failed_title(&self) -> &'static str {
        "hausrecht arbeitet zurzeit nicht"
    }
    fn failed(&self, unit: &str) -> String {
        format!(
            "{unit} endete mit einem Fehler. Bis das behoben ist, wird womöglich nichts angesehen und nichts gemeldet; was \
             festgehalten wurde, geht nicht verloren. Woran es lag: journalctl -u {unit}"
        )
    }
    fn halted(&self, cause: Cause, place: &str, detail: &str) -> String {
        halts::german(cause, place, detail)
    }
    fn silent_title(&self, hours: i64, in_all: bool) -> String {
        let length = if hours >= 96 { self.days((hours + 12) / 24) } else { format!("{hours} Stunden") };
        let in_all = if in_all { "insgesamt " } else { "" };
        format!("hausrecht hat {in_all}{length} lang nichts angesehen")
    }
    fn silent(&self, since: &str, until: &str) -> String {
        format!("Zwischen dem {since}, und dem {until}, lief hausrecht nicht, obwohl Seiten fällig waren.")
    }
    fn silent_mend(&self) -> &'static str {
        "Was sich in dieser Zeit geändert hat, wird ab jetzt gemeldet. Ist der Timer eingeschaltet?"
    }
    fn edits_title(&self, count: usize) -> String {
        format!("Watchlist geändert: {}", self::count(count, "Eintrag", "Einträge"))
    }
    fn edited(&self, document: &str, watch: &str, edit: &ListEdit) -> String {
        edits::german(document, watch, edit)
    }
    fn damaged_title(&self, count: usize) -> String {
        self::count(count, "beschädigte Zeile im Verlauf", "beschädigte Zeilen im Verlauf")
    }
    fn damaged(&self, row: [&str; 3], document: &str, loss: Loss) -> String {
        damages::german(row, document, loss)
    }
    fn back_title(&self, count: usize) -> String {
        self::count(count, "Seite ist wieder lesbar", "Seiten sind wieder lesbar")
    }
    fn back_after_hours(&self, hours: i64) -> String {
        if hours == 1 {
            "wieder lesbar nach einer Stunde".to_owned()
        } else {
            format!("wieder lesbar nach {hours} Stunden")
        }
    }
    fn back_after_days(&self, days: i64) -> String {
        if days == 1 { "wieder lesbar nach einem Tag".to_owned() } else { format!("wieder lesbar nach {days} Tagen") }
    }
    fn proposals_title(&self, count: usize) -> String {
        self::count(count, "Vorschlag für die Watchlist", "Vorschläge für die Watchlist")
    }
    fn moved(&self, to: &str, alike: Option<u8>) -> String {
        let alike = match alike {
            None => String::new(),
            Some(100..) => ", mit demselben Text".to_owned(),
            Some(alike) => format!(", {alike}\u{a0}% des Textes sind gleich"),
        };
        format!("umgezogen nach {to}{alike}")
    }
    fn new_page(&self, title: &str) -> String {
        format!("neue Seite in der Übersicht: „{title}“")
    }
    fn accept(&self, id: &str) -> String {
        format!("übernehmen: hausrecht accept {id} · ablehnen: hausrecht accept {id} --no")
    }
    fn read_of(&self, readable: usize, looked_at: usize, rarer: usize) -> String {
        let read = if looked_at == 1 { "Seite wurde" } else { "Seiten wurden" };
        let daily = format!(
            "{} von {} {read} in den letzten 24 Stunden gelesen",
            self.number(readable),
            self.number(looked_at)
        );
        match rarer {
            0 => format!("{daily}."),
            1 => format!("{daily}, 1 weitere ist seltener an der Reihe."),
            _ => format!("{daily}, {} weitere sind seltener an der Reihe.", self.number(rarer)),
        }
    }
    fn not_read(&self, names: &str, others: usize) -> String {
        match others {
            0 => format!("Nicht gelesen: {names}."),
            1 => format!("Nicht gelesen: {names} und 1 weitere."),
            _ => format!("Nicht gelesen: {names} und {} weitere.", self.number(others)),
        }
    }

    fn you_own(&self, names: &[String]) -> String {
        let names: Vec<String> = names.iter().map(|name| format!("„{name}“")).collect();
        format!("Grund für diesen Brief: Zuständigkeit für {}.", names.join(", "))
    }
    fn you_follow(&self, what: &str) -> String {
        format!("Grund für diesen Brief: Abonniert sind {what}.")
    }
    fn you_get_all(&self, tier: Tier) -> String {
        match tier {
            Tier::Alert => "Grund für diesen Brief: Abonniert sind alle wichtigen Änderungen.".to_owned(),
            Tier::Fyi | Tier::None => "Grund für diesen Brief: Abonniert sind alle Regeländerungen.".to_owned(),
        }
    }
    fn you_operate(&self) -> &'static str {
        "Dieser Brief geht an alle, die hausrecht betreuen."
    }
    fn nobody_operates(&self) -> &'static str {
        "Dieser Brief kommt, weil in der Watchlist niemand steht, der hausrecht betreut."
    }
    fn zone(&self, zone: &str) -> String {
        format!("Alle Uhrzeiten: Zeitzone {zone}.")
    }
    fn automatic(&self) -> &'static str {
        "Geschrieben von hausrecht, das die Regeln der Plattformen liest. Es stellt fest, was sich geändert hat, und \
         ist keine Rechtsberatung."
    }
    fn leave(&self, contact: &str) -> String {
        format!("Weniger Briefe oder gar keine mehr: bitte an {contact} schreiben.")
    }
    fn places(&self, count: usize) -> String {
        format!("{} geänderte Stellen in:", self.number(count))
    }
    fn comparison_attached(&self) -> &'static str {
        "Der vollständige Vergleich, Stelle für Stelle, liegt bei."
    }
    fn comparison_file(&self) -> &'static str {
        "vergleich"
    }
    fn whole_comparison(&self) -> &'static str {
        "Der vollständige Vergleich"
    }
    fn calendar_attached(&self, count: usize, all: usize) -> String {
        if all > count {
            format!("{} von {} Terminen liegen als Kalendereinträge bei.", self.number(count), self.number(all))
        } else if count == 1 {
            "Der Stichtag liegt als Kalendereintrag bei.".to_owned()
        } else {
            format!("Die {} Stichtage liegen als Kalendereinträge bei.", self.number(count))
        }
    }

    fn calendar_alarm(&self, days: i64) -> String {
        if days == 1 { "Morgen".to_owned() } else { format!("In {days} Tagen") }
    }
    fn test_title(&self) -> &'static str {
        "Dieser Brief ist angekommen"
    }
    fn test_line(&self) -> &'static str {
        "Briefe von hausrecht kommen hier an. Mehr ist nicht zu tun."
    }
    fn id(&self) -> &'static str {
        "Kennung"
    }
    fn handed_in(&self) -> &'static str {
        "Eingereicht"
    }
    fn handed_in_on(&self, time: &str) -> String {
        format!("Jemand hat diese Seite am {time}, im Browser gespeichert und eingereicht.")
    }
}
