//! Who is asking, and what lets them through: sessions, signed links, passes, and the router that demands a pass.
//!
//! A handler's first argument is its pass: [`Anyone`], [`SignedIn`], [`May`] or [`ByLink`]. Passes have private fields and are
//! made only by their extractor; they carry the id they were granted for, and acts take the id from the [`Permit`] inside.
//! What runs without a person (jobs, commands, imports) holds [`System`], which names itself in the audit entry.

mod act;
mod address;
mod client;
mod house;
mod job;
mod link;
mod pass;
mod problem;
mod publish;
mod routes;
mod session;
mod throttle;
mod who;

pub use act::{Act, Judgement, Permit};
pub use address::Key;
pub use client::Client;
pub use house::{Hidden, House, Post, Replies, Secret, Security, Settings, Transport};
pub use job::{Job, JobFuture, Recurring};
pub use link::{LinkMade, end_links, end_links_to, link_of, link_path, make_link, make_links, read_link, reply_token, use_link};
pub use pass::{Anyone, ByLink, May, Pass, SignedIn, System, by_reply};
pub use problem::{Problem, Shown};
pub use publish::{Published, Visible};
pub use routes::{RouteLine, Routes, StartsWithPass};
pub use session::{SessionLine, begin_session, cookie_name, end_session, end_sessions_of, sessions_of};
pub use throttle::throttled;
pub use who::{Signed, Who};
