//! The test provider'"s

use leptos::prelude::*;

page:
