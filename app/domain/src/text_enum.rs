//! Enums that are stored as text: one list of variants and names, from which the database column, the wire and the
//! parser all follow. Used by every state machine of this crate.

use thiserror::Error;

/// A text that names no variant of the enum it was read as.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{value}` is not a known {kind}")]
pub struct UnknownName {
    /// The enum's type name.
    pub kind: &'static str,
    /// The text as it was read.
    pub value: String,
}

/// Declares a fieldless enum with `ALL`, `as_str`, `Display`, `FromStr` and serde, all by the same names.
macro_rules! text_enum {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every variant, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name used in database columns and on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::UnknownName;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err(crate::UnknownName { kind: stringify!($name), value: text.to_owned() }),
                }
            }
        }
    };
}
