//! Writing XML: elements of text, with what XML 1.0 cannot hold left out.

use std::io;

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};

/// A document, or a part of one, being written. Memory cannot fail, so nothing here does.
pub struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A whole document, with its declaration.
    pub fn document() -> io::Result<Self> {
        let mut xml = Self::part();
        xml.0
            .write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(xml)
    }

    /// Something that stands inside a document.
    pub fn part() -> Self {
        Self(Writer::new(Vec::new()))
    }

    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.0.write_event(Event::Start(start))
    }

    pub fn close(&mut self, name: &str) -> io::Result<()> {
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// `<name>text</name>`.
    pub fn element(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.open(name, &[])?;
        let text = without_controls(text);
        self.0.write_event(Event::Text(BytesText::new(&text)))?;
        self.close(name)
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner()
    }
}

/// Characters outside of XML 1.0's `Char` (2.2) have no way to be written, not even escaped.
fn without_controls(text: &str) -> String {
    let can_be = |letter: &char| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(can_be).collect()
}
