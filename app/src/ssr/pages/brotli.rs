//! A compressed page of which only the end differs: its beginning is compressed once, its end is appended as it is.
//!
//! RFC 7932: a stream is a sequence of meta-blocks; a flush ends one at a byte's border, an uncompressed meta-block carries
//! bytes verbatim (section 9.2), and an empty last one ends the stream.

use std::io::Write;

use axum::http::{HeaderMap, header};
use brotli::CompressorWriter;

/// Of 0 to 11: done once per page and change, and worth a millisecond or two.
const QUALITY: u32 = 5;
/// Logarithms of a window's size in bytes: one that holds the page, since as much memory is taken for each. Below 17 the encoder works in
/// another way, which takes much longer.
const WINDOWS: std::ops::RangeInclusive<u32> = 17..=20;
/// The most bytes of one meta-block whose length is written in four hexadecimal digits.
const MOST: usize = 1 << 16;

/// The beginning of a stream, up to a byte's border.
pub fn beginning(html: &[u8]) -> Vec<u8> {
    let holds = |window: &u32| html.len() < (1 << window) - 16;
    let window = WINDOWS.clone().find(holds).unwrap_or(*WINDOWS.end());
    let mut writer = CompressorWriter::new(Vec::new(), 4096, QUALITY, window);
    // Writing into memory does not fail.
    let _ = writer.write_all(html).and_then(|()| writer.flush());
    let compressed = writer.get_ref().clone();
    // Dropped with `writer`: the end of the stream, which is ours to write.
    compressed
}

/// The whole stream: `beginning`, then `tail` verbatim.
pub fn finish(beginning: &[u8], tail: &[u8]) -> Vec<u8> {
    let mut stream = Vec::with_capacity(beginning.len() + tail.len() + 8);
    stream.extend_from_slice(beginning);
    for chunk in tail.chunks(MOST) {
        // ISLAST 0, MNIBBLES 0 (four), MLEN - 1 in 16 bits, ISUNCOMPRESSED 1; from the lowest bit on, filled with zeros.
        let length = u32::try_from(chunk.len() - 1).unwrap_or_default();
        let header = (length << 3) | (1 << 19);
        stream.extend_from_slice(&header.to_le_bytes()[..3]);
        stream.extend_from_slice(chunk);
    }
    // ISLAST 1, ISLASTEMPTY 1.
    stream.push(3);
    stream
}

/// What was compressed.
///
/// # Errors
/// When it is no beginning of a stream, or was no text.
pub fn read(beginning: &[u8]) -> std::io::Result<String> {
    let stream = finish(beginning, &[]);
    let mut html = Vec::new();
    brotli::BrotliDecompress(&mut stream.as_slice(), &mut html)?;
    String::from_utf8(html).map_err(std::io::Error::other)
}

/// Whether the client reads Brotli: it is named and not weighted 0.
pub fn accepted(headers: &HeaderMap) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
            let refused = weight
                .trim()
                .strip_prefix("q=")
                .and_then(|weight| weight.parse::<f32>().ok())
                == Some(0.0);
            name.trim().eq_ignore_ascii_case("br") && !refused
        })
}
