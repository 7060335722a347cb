//! Why rounds cannot do their work, and what mends it, in both languages.

use crate::model::Cause;

pub(super) fn english(cause: Cause, place: &str, detail: &str) -> String {
    match cause {
        Cause::Damaged => format!(
            "The history in {place} is damaged ({detail}). What could still be read was looked at and told; the rest is neither. \
             With a copy from a backup, `hausrecht restore FILE` mends it and keeps the damaged file beside it. Without one: move \
             the file away, and `hausrecht check --new` begins a new history. Please look at the pages by hand until then."
        ),
        Cause::Full => format!(
            "The disk that holds {place} is full. Until there is room again, nothing new is recorded, and nothing is told that is \
             not recorded; what was recorded is not lost."
        ),
        Cause::Unwritable => format!(
            "{place} cannot be used ({detail}). Until its owner and rights are as they should be, nothing is looked at and nothing \
             is told; what was recorded is not lost."
        ),
        Cause::Lost => format!(
            "The history in {place} is gone. Until it is back, nothing is looked at and nothing is told: `hausrecht restore FILE` \
             puts back a copy from a backup, and `hausrecht check --new` begins a new history on purpose."
        ),
        Cause::Other => format!(
            "A round did not come to its end: {detail}. Until this is mended, some or all of what changes may be neither seen nor \
             told; what was recorded is not lost."
        ),
    }
}

pub(super) fn german(cause: Cause, place: &str, detail: &str) -> String {
    match cause {
        Cause::Damaged => format!(
            "Der Verlauf in {place} ist beschädigt ({detail}). Was sich noch lesen ließ, wurde angesehen und gemeldet, alles \
             andere nicht. Mit einer Kopie aus der Sicherung behebt das `hausrecht restore DATEI`; die beschädigte Datei bleibt \
             daneben liegen. Ohne Kopie: die Datei beiseitelegen, dann beginnt `hausrecht check --new` einen neuen Verlauf. Bis \
             dahin bitte die Seiten von Hand ansehen."
        ),
        Cause::Full => format!(
            "Der Datenträger mit {place} ist voll. Bis wieder Platz ist, wird nichts Neues festgehalten und folglich auch nicht \
             gemeldet; was festgehalten wurde, geht nicht verloren."
        ),
        Cause::Unwritable => format!(
            "{place} ist nicht benutzbar ({detail}). Bis Eigentümer und Rechte wieder stimmen, wird nichts angesehen und nichts \
             gemeldet; was festgehalten wurde, geht nicht verloren."
        ),
        Cause::Lost => format!(
            "Der Verlauf in {place} ist verschwunden. Bis er wieder da ist, wird nichts angesehen und nichts gemeldet: \
             `hausrecht restore DATEI` stellt eine Kopie aus der Sicherung wieder her, `hausrecht check --new` beginnt mit Absicht \
             einen neuen Verlauf."
        ),
        Cause::Other => format!(
            "Ein Durchgang kam nicht ans Ende: {detail}. Bis das behoben ist, werden Änderungen womöglich nicht bemerkt oder nicht \
             gemeldet; was festgehalten wurde, geht nicht verloren."
        ),
    }
}
