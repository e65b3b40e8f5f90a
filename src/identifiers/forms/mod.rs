//! Forms and checksums that belong to no one language: numbers, dates, addresses of the web and of streets, ages.

pub mod ages;
pub mod dates;
pub mod numbers;
pub mod places;
pub mod spelt;
pub mod web;
