//! Which bytes of a text are ASCII letters and digits: one bit each, so that where a plain word ends is told in one step.

/// Bytes that are looked at in one step.
const STEP: usize = 64;

/// The letters and digits of a text, or of several texts one behind the other.
#[derive(Debug, Default)]
pub(in crate::notes) struct Plain {
    /// A bit for each byte, eight in one, the first lowest; and eight bytes without bits behind them.
    bits: Vec<u8>,
}

impl Plain {
    /// The letters and digits of `text`.
    pub(in crate::notes) fn of(text: &[u8]) -> Self {
        let mut plain = Self {
            bits: vec![0; (text.len() / STEP + 2) * 8],
        };
        let is_plain = |byte: u8| {
            let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
            letter | (byte.wrapping_sub(b'0') < 10)
        };
        for (found, eight) in bits(text, is_plain).zip(plain.bits.chunks_exact_mut(8)) {
            eight.copy_from_slice(&found);
        }
        plain
    }

    /// The first byte from `at` on that is neither letter nor digit.
    #[inline]
    pub(super) fn end(&self, at: usize) -> usize {
        let mut end = at;
        loop {
            let bits = self.bits.get(end / 8..end / 8 + 8);
            let bits = bits.and_then(|bits| bits.try_into().ok()).unwrap_or([0; 8]);
            let run = (u64::from_le_bytes(bits) >> (end % 8)).trailing_ones() as usize;
            end += run;
            // Up to seven bits were of bytes before it.
            if run <= 64 - 8 {
                return end;
            }
        }
    }
}

/// A bit for each byte of `text` that `is` something, the first lowest: 64 in one step, and behind the last byte none.
#[inline]
pub(in crate::notes) fn bits(
    text: &[u8],
    is: impl Fn(u8) -> bool,
) -> impl Iterator<Item = [u8; STEP / 8]> {
    let (steps, rest) = text.as_chunks::<STEP>();
    let mut last = [0; STEP];
    last[..rest.len()].copy_from_slice(rest);
    let step = move |bytes: &[u8; STEP]| bits_of_step(bytes, &is);
    let last = step(&last);
    steps.iter().map(step).chain([last])
}

/// Two loops without a way out, the first of which takes many bytes at once.
#[inline]
fn bits_of_step(bytes: &[u8; STEP], is: impl Fn(u8) -> bool) -> [u8; STEP / 8] {
    let found = bytes.map(|byte| u8::from(is(byte)));
    let mut bits = [0; STEP / 8];
    for (eight, bits) in found.as_chunks().0.iter().zip(&mut bits) {
        // Brings the low bits of all bytes together in the highest byte.
        *bits = (u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u8;
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told_for_what_it_is() {
        let all: Vec<u8> = (0..=u8::MAX).cycle().take(700).collect();
        let plain = Plain::of(&all);
        for (at, byte) in all.iter().enumerate() {
            let bit = plain.bits[at / 8] >> (at % 8) & 1;
            assert_eq!(bit == 1, byte.is_ascii_alphanumeric(), "{at}: {byte:#x}");
        }
    }

    #[test]
    fn a_word_ends_where_its_letters_do() {
        let long = "x".repeat(300);
        for text in ["", "a", "a b", "Kennedy, 1962", "naïve", long.as_str()] {
            for before in [0, 1, 7, 8, 60, 63, 64, 65] {
                let text = format!("{}{text}", " ".repeat(before));
                let plain = Plain::of(text.as_bytes());
                for at in before..=text.len() {
                    let n = text.as_bytes()[at..].iter();
                    let n = n.take_while(|byte| byte.is_ascii_alphanumeric()).count();
                    assert_eq!(plain.end(at), at + n, "{text:?} from {at}");
                }
            }
        }
    }
}
