//! Which bytes of a text are ASCII letters and digits: one bit each, so that where a plain word ends is told in one step.

use std::ops::Range;

/// Bytes that are looked at in one step.
const STEP: usize = 8;

/// The same byte eight times.
const fn eight(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; STEP])
}

/// The letters and digits of a text, or of several texts one behind the other.
#[derive(Debug, Default)]
pub(in crate::notes) struct Plain {
    /// A bit for each byte, the first lowest, and a word without bits behind them.
    bits: Vec<u64>,
}

impl Plain {
    /// The letters and digits of `text`.
    pub(in crate::notes) fn of(text: &[u8]) -> Self {
        let mut plain = Self::default();
        plain.read(text);
        plain
    }

    /// Becomes the letters and digits of `text`.
    pub(in crate::notes) fn read(&mut self, text: &[u8]) {
        self.bits.clear();
        self.bits.reserve(text.len() / 64 + 2);
        let mut words = text.chunks_exact(64);
        for word in &mut words {
            self.bits.push(bits(word));
        }
        let mut rest = [0; 64];
        rest[..words.remainder().len()].copy_from_slice(words.remainder());
        self.bits.extend([bits(&rest), 0]);
    }

    /// The first byte from `at` on that is neither letter nor digit.
    #[inline]
    pub(super) fn end(&self, at: usize) -> usize {
        let mut end = at;
        loop {
            let (word, bit) = (end / 64, end % 64);
            let [low, high] = self.pair(word);
            let run = (low >> bit | high << 1 << (63 - bit)).trailing_ones() as usize;
            end += run;
            if run < 64 {
                return end;
            }
        }
    }

    #[inline]
    fn pair(&self, word: usize) -> [u64; 2] {
        match self.bits.get(word..word + 2) {
            Some(&[low, high]) => [low, high],
            _ => [0; 2],
        }
    }
}

/// The bits of 64 bytes.
#[inline]
fn bits(bytes: &[u8]) -> u64 {
    let steps = bytes.chunks_exact(STEP).enumerate();
    steps.fold(0, |all, (step, bytes)| {
        let bytes = bytes.try_into().expect("a chunk has as many bytes");
        all | bits_of_step(u64::from_le_bytes(bytes)) << (STEP * step)
    })
}

/// The bits of eight bytes. The sums of bytes below 128 and of what is added stay within their bytes.
#[inline]
fn bits_of_step(bytes: u64) -> u64 {
    const TOPS: u64 = eight(0x80);
    let low = bytes & !TOPS;
    // The top bit of each byte: whether it is in the range.
    let within = |bytes: u64, range: Range<u8>| {
        (bytes + eight(0x80 - range.start)) & !(bytes + eight(0x80 - range.end))
    };
    let letters = within(low | eight(0x20), b'a'..b'z' + 1);
    let digits = within(low, b'0'..b'9' + 1);
    let found = (letters | digits) & !bytes & TOPS;
    // Brings the top bits of all bytes together in the highest byte.
    (found >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told_for_what_it_is() {
        let all: Vec<u8> = (0..=u8::MAX).cycle().take(700).collect();
        let plain = Plain::of(&all);
        for (at, byte) in all.iter().enumerate() {
            let bit = plain.bits[at / 64] >> (at % 64) & 1;
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
