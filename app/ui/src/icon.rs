//! The icons: one 24-unit grid, 1.6-unit strokes, the colour and size of the text around them.
//!
//! An icon never carries meaning alone: it is hidden from assistive technology, and the control around it has a name.

use leptos::prelude::*;

/// What an [`Icon`] shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    Alert,
    ArrowLeft,
    ArrowRight,
    Bell,
    Box,
    Cart,
    Chart,
    Check,
    CheckCircle,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    Clock,
    Close,
    Copy,
    Download,
    Edit,
    ExternalLink,
    Eye,
    Filter,
    Heart,
    HeartFilled,
    Image,
    Info,
    Lock,
    Mail,
    Menu,
    Minus,
    More,
    Percent,
    Pin,
    Plus,
    Receipt,
    Return,
    Search,
    Settings,
    Shield,
    SignOut,
    Spinner,
    Star,
    Store,
    Tag,
    Trash,
    Truck,
    Upload,
    User,
    Users,
    Wallet,
}

impl Glyph {
    /// Every glyph, for the page that shows them.
    pub const ALL: &'static [Self] = &[
        Self::Alert,
        Self::ArrowLeft,
        Self::ArrowRight,
        Self::Bell,
        Self::Box,
        Self::Cart,
        Self::Chart,
        Self::Check,
        Self::CheckCircle,
        Self::ChevronDown,
        Self::ChevronLeft,
        Self::ChevronRight,
        Self::Clock,
        Self::Close,
        Self::Copy,
        Self::Download,
        Self::Edit,
        Self::ExternalLink,
        Self::Eye,
        Self::Filter,
        Self::Heart,
        Self::HeartFilled,
        Self::Image,
        Self::Info,
        Self::Lock,
        Self::Mail,
        Self::Menu,
        Self::Minus,
        Self::More,
        Self::Percent,
        Self::Pin,
        Self::Plus,
        Self::Receipt,
        Self::Return,
        Self::Search,
        Self::Settings,
        Self::Shield,
        Self::SignOut,
        Self::Spinner,
        Self::Star,
        Self::Store,
        Self::Tag,
        Self::Trash,
        Self::Truck,
        Self::Upload,
        Self::User,
        Self::Users,
        Self::Wallet,
    ];

    const fn path(self) -> &'static str {
        match self {
            Self::Alert => "M12 4 2.8 19.5h18.4L12 4zM12 10v4.5M12 17.2v.01",
            Self::ArrowLeft => "M20 12H4M10.5 5.5 4 12l6.5 6.5",
            Self::ArrowRight => "M4 12h16M13.5 5.5 20 12l-6.5 6.5",
            Self::Bell => {
                "M6 10a6 6 0 0 1 12 0c0 5 2 6.5 2 6.5H4S6 15 6 10zM10 20a2.2 2.2 0 0 0 4 0"
            }
            Self::Box => "M12 3 4 7v10l8 4 8-4V7l-8-4zM4 7l8 4 8-4M12 11v10M8 5l8 4",
            Self::Cart => "M5.5 8.5h13l1 11.5h-15l1-11.5zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11",
            Self::Chart => "M4 4v16h16M8.5 16v-4M12.5 16V8M16.5 16v-6",
            Self::Check => "M5 12.5 10 17.5 19.5 7",
            Self::CheckCircle => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12.3l2.8 2.8L16 9.5",
            Self::ChevronDown => "M6 9.5 12 15.5 18 9.5",
            Self::ChevronLeft => "M14.5 6 8.5 12l6 6",
            Self::ChevronRight => "M9.5 6 15.5 12l-6 6",
            Self::Clock => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5V12l3 2",
            Self::Close => "M6 6l12 12M18 6 6 18",
            Self::Copy => "M9 9h11v11H9zM15 9V4H4v11h5",
            Self::Download => "M12 4v11M7 10.5 12 15.5l5-5M4.5 20h15",
            Self::Edit => "M4 20l1-4.5L16.5 4 20 7.5 8.5 19 4 20zM14 6.5 17.5 10",
            Self::ExternalLink => "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
            Self::Eye => {
                "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z"
            }
            Self::Filter => {
                "M4 7h9M19 7h1M4 17h1M11 17h9M16 4.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM8 14.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z"
            }
            Self::Heart | Self::HeartFilled => {
                "M12 20S3.5 15 3.5 9.2A4.6 4.6 0 0 1 12 6.8a4.6 4.6 0 0 1 8.5 2.4C20.5 15 12 20 12 20z"
            }
            Self::Image => "M4 5h16v14H4zM4 16l4.5-4.5 3.5 3.5 2.5-2.5L20 17.5M15.5 8.8v.01",
            Self::Info => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.8v.01",
            Self::Lock => "M5.5 10.5h13V20h-13zM8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3M12 14.3v2",
            Self::Mail => "M3.5 5.5h17v13h-17zM3.5 7l8.5 6.5L20.5 7",
            Self::Menu => "M4 7h16M4 12h16M4 17h16",
            Self::Minus => "M5 12h14",
            Self::More => {
                "M5.5 11.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6zM12 11.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6zM18.5 11.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6z"
            }
            Self::Percent => {
                "M18.5 5.5l-13 13M7.5 5.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM16.5 14.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4z"
            }
            Self::Pin => {
                "M12 21s-6.5-6.2-6.5-11.2a6.5 6.5 0 0 1 13 0C18.5 14.8 12 21 12 21zM12 7.5a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6z"
            }
            Self::Plus => "M12 5v14M5 12h14",
            Self::Receipt => {
                "M6 3.5h12v17l-2.4-1.6-1.8 1.6-1.8-1.6-1.8 1.6-1.8-1.6L6 20.5v-17zM9 8h6M9 12h6"
            }
            Self::Return => "M8.5 5 4.5 9l4 4M4.5 9h10a5 5 0 0 1 0 10H9",
            Self::Search => "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3 20.5 20.5",
            Self::Settings => {
                "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 3v2.5M12 18.5V21M3 12h2.5M18.5 12H21M5.6 5.6l1.8 1.8M16.6 16.6l1.8 1.8M5.6 18.4l1.8-1.8M16.6 7.4l1.8-1.8"
            }
            Self::Shield => {
                "M12 3.5 5 6v5.5c0 4.5 3 7.5 7 9 4-1.5 7-4.5 7-9V6l-7-2.5zM9 12l2.2 2.2L15.2 10"
            }
            Self::SignOut => "M10 4H4.5v16H10M9.5 12H20M15.5 7.5 20 12l-4.5 4.5",
            Self::Spinner => "M12 3.5a8.5 8.5 0 1 0 8.5 8.5",
            Self::Star => {
                "M12 3l2.75 5.9 6.45.76-4.76 4.43 1.25 6.37L12 17.3l-5.69 3.16 1.25-6.37L2.8 9.66l6.45-.76L12 3z"
            }
            Self::Store => {
                "M4.5 10.5V20h15v-9.5M3.5 8l2-4h13l2 4a2.8 2.8 0 0 1-5.67 0 2.8 2.8 0 0 1-5.66 0A2.8 2.8 0 0 1 3.5 8zM10 20v-5h4v5"
            }
            Self::Tag => "M4 4h8l8.5 8.5-8 8L4 12V4zM8 8v.01",
            Self::Trash => {
                "M4.5 6.5h15M9 6.5V4h6v2.5M6.5 6.5l.8 13.5h9.4l.8-13.5M10 10.5v5.5M14 10.5v5.5"
            }
            Self::Truck => {
                "M2.5 6h11.5v10.5H8.8M5.2 16.5H2.5V6M14 9.5h4l3.5 3.5v3.5h-1.7M16.2 16.5H14M7 15a1.8 1.8 0 1 0 0 3.6A1.8 1.8 0 0 0 7 15zM18 15a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z"
            }
            Self::Upload => "M12 16V5M7 9.5 12 4.5l5 5M4.5 20h15",
            Self::User => {
                "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5c.6-4 3.6-5.5 7.5-5.5s6.9 1.5 7.5 5.5"
            }
            Self::Users => {
                "M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 19.5c.5-3.5 3-5 6.5-5s6 1.5 6.5 5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 15c2 .6 3.2 2.1 3.5 4.5"
            }
            Self::Wallet => "M4 7.5V18.5h16V7.5H4zM4 7.5 15.5 4v3.5M16 13v.01",
        }
    }
}

/// A glyph of 1.25 em, in the colour of the text. Decorative: name the control around it.
#[component]
pub fn Icon(glyph: Glyph) -> impl IntoView {
    let class = match glyph {
        Glyph::HeartFilled => "icon icon-fill",
        Glyph::Spinner => "icon icon-spinner",
        // They point along the text, whichever way that runs.
        Glyph::ArrowLeft
        | Glyph::ArrowRight
        | Glyph::ChevronLeft
        | Glyph::ChevronRight
        | Glyph::Return
        | Glyph::SignOut
        | Glyph::Truck => "icon icon-along",
        _ => "icon",
    };
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=glyph.path() />
        </svg>
    }
}
