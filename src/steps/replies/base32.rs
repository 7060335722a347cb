//! Bytes as letters and digits that survive being retyped (Crockford's base 32: no I, L, O or U).

const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Five bytes make eight symbols.
pub(super) fn write(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(5) * 8);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            out.push(char::from(SYMBOLS[(held >> bits) as usize & 31]));
        }
    }
    out
}

/// What a symbol stands for; people take some letters for digits.
pub(super) fn value(symbol: char) -> Option<u8> {
    let symbol = match symbol.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    SYMBOLS.iter().position(|known| char::from(*known) == symbol).and_then(|value| u8::try_from(value).ok())
}

/// The symbol of a value.
pub(super) fn symbol(value: u8) -> char {
    char::from(SYMBOLS[usize::from(value) & 31])
}

/// Eight symbols make five bytes.
pub(super) fn read(values: &[u8]) -> Vec<u8> {
    let (mut held, mut bits) = (0_u32, 0);
    let mut out = Vec::with_capacity(values.len() * 5 / 8);
    for value in values {
        held = (held << 5) | u32::from(*value);
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from((held >> bits) & 0xff).unwrap_or_default());
        }
    }
    out
}
