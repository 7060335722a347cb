//! Names of folders as IMAP writes them (RFC 3501 §5.1.3: modified UTF-7).

const SYMBOLS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,";

/// A name as it goes over the wire.
pub(super) fn encoded(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut waiting: Vec<u16> = Vec::new();
    for letter in name.chars() {
        if matches!(letter, ' '..='~') {
            flush(&mut waiting, &mut out);
            out.push(letter);
            if letter == '&' {
                out.push('-');
            }
        } else {
            let mut units = [0; 2];
            waiting.extend_from_slice(letter.encode_utf16(&mut units));
        }
    }
    flush(&mut waiting, &mut out);
    out
}

/// What was not ASCII, in base 64 between `&` and `-`.
fn flush(waiting: &mut Vec<u16>, out: &mut String) {
    if waiting.is_empty() {
        return;
    }
    out.push('&');
    let (mut held, mut bits) = (0_u32, 0);
    let mut put = |value: u32| out.push(char::from(SYMBOLS[value as usize & 63]));
    for unit in waiting.drain(..) {
        held = ((held & 0x3f) << 16) | u32::from(unit);
        bits += 16;
        while bits >= 6 {
            bits -= 6;
            put(held >> bits);
        }
    }
    if bits > 0 {
        put(held << (6 - bits));
    }
    out.push('-');
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn names_are_written_as_in_the_rfc() {
        assert_eq!(encoded("INBOX"), "INBOX");
        assert_eq!(encoded("~peter/mail/\u{53f0}\u{5317}/\u{65e5}\u{672c}\u{8a9e}"), "~peter/mail/&U,BTFw-/&ZeVnLIqe-");
        assert_eq!(encoded("Antworten & R\u{fc}ckfragen"), "Antworten &- R&APw-ckfragen");
    }
}
