//! That an edit of the watchlist was taken, and what begins with it, in both languages.

use crate::model::ListEdit;

pub(super) fn english(document: &str, watch: &str, edit: &ListEdit) -> String {
    let begins = "What stands there now is the beginning: it is compared with nothing before, and what changes from now on is told.";
    match edit {
        ListEdit::Address => format!("{document} has another address in the watchlist. {begins}"),
        ListEdit::Language => format!("{document} is watched in another language. {begins}"),
        ListEdit::Region => format!("{document} is watched for another region. {begins}"),
        ListEdit::Renamed { from } => {
            format!("{document}: the watch “{from}” is called “{watch}” now. Its history goes on, and nothing is lost.")
        }
        ListEdit::Unclear { histories } => {
            let ids = histories.iter().map(|id| format!("“{id}”")).collect::<Vec<_>>().join(", ");
            let which = match histories.as_slice() {
                [_] => {
                    format!("A history of the same address lies unused, under {ids}; it is not clear where it goes on.")
                }
                _ => format!(
                    "Histories of the same address lie unused, under {ids}; it is not clear which of them goes on there."
                ),
            };
            format!(
                "{document}: the watch “{watch}” is new and begins without a history. {which} A watch with such an id has its \
                 history again."
            )
        }
        ListEdit::Beside { histories } => {
            let ids = histories.iter().map(|id| format!("“{id}”")).collect::<Vec<_>>().join(", ");
            let whose = if histories.len() == 1 { "whose history lies unused" } else { "whose histories lie unused" };
            let (first, it) =
                (histories.first().map_or("", String::as_str), if histories.len() == 1 { "it" } else { "one" });
            format!(
                "{document}: the watch “{watch}” is new and begins without a history, but its text is that of {ids}, {whose}: \
                 `hausrecht history {first}` shows {it}. To take it on, give the watch the id “{first}” again."
            )
        }
    }
}

pub(super) fn german(document: &str, watch: &str, edit: &ListEdit) -> String {
    let begins = "Was jetzt dort steht, ist der Anfang: Es wird mit nichts davor verglichen, und was sich von nun an ändert, wird gemeldet.";
    match edit {
        ListEdit::Address => format!("{document} hat in der Watchlist eine andere Adresse. {begins}"),
        ListEdit::Language => format!("{document} wird in einer anderen Sprache beobachtet. {begins}"),
        ListEdit::Region => format!("{document} wird für eine andere Region beobachtet. {begins}"),
        ListEdit::Renamed { from } => {
            format!(
                "{document}: Der Eintrag „{from}“ heißt jetzt „{watch}“. Sein Verlauf geht weiter, und nichts ging verloren."
            )
        }
        ListEdit::Unclear { histories } => {
            let ids = histories.iter().map(|id| format!("„{id}“")).collect::<Vec<_>>().join(", ");
            let which = match histories.as_slice() {
                [_] => format!(
                    "Ein Verlauf zur selben Adresse liegt ungenutzt da, unter {ids}; wo er weitergeht, ist nicht klar."
                ),
                _ => format!(
                    "Mehrere Verläufe zur selben Adresse liegen ungenutzt da, unter {ids}; welcher von ihnen hier weitergeht, ist \
                     nicht klar."
                ),
            };
            format!(
                "{document}: Der Eintrag „{watch}“ ist neu und beginnt ohne Verlauf. {which} Ein Eintrag mit einer solchen id hat \
                 seinen Verlauf wieder."
            )
        }
        ListEdit::Beside { histories } => {
            let ids = histories.iter().map(|id| format!("„{id}“")).collect::<Vec<_>>().join(", ");
            let first = histories.first().map_or("", String::as_str);
            let unused = match histories.len() {
                1 => format!("dessen Verlauf ungenutzt daliegt: `hausrecht history {first}` zeigt ihn"),
                _ => format!("deren Verläufe ungenutzt daliegen: `hausrecht history {first}` zeigt einen"),
            };
            format!(
                "{document}: Der Eintrag „{watch}“ ist neu und beginnt ohne Verlauf, zeigt aber den Text von {ids}, {unused}. Damit \
                 dieser Verlauf weitergeht, braucht der Eintrag wieder die id „{first}“."
            )
        }
    }
}
