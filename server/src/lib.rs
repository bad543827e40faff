//! The program around the application: configuration, web server, worker, and what operators need.
//!
//! `app` holds every rule of the shop; nothing here knows what a cart is.

pub mod api_docs;
pub mod config;
pub mod dev;
pub mod doctor;
pub mod health;
pub mod layers;
pub mod migrations;
pub mod redis;
pub mod router;
pub mod seed;
pub mod serve;
pub mod state;
pub mod statics;
pub mod telemetry;
pub mod worker;
