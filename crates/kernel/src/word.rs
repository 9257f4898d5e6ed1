//! Words: small closed lists (the class of a seat, the state of minutes) stored and sent as one word.

/// A closed list whose members are each one word in the database, in JSON and in the locale.
pub trait Word: Sized + Copy + 'static {
    /// Every member, in the order a person would expect to choose from.
    const ALL: &'static [Self];
    /// The word.
    fn word(self) -> &'static str;
    /// Reads the word; `None` when it is not in the list.
    fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|member| member.word() == word)
    }
}

/// Declares a closed list: `words! { /// docs  pub enum Class { Voting = "voting", Adviser = "adviser" } }`.
#[macro_export]
macro_rules! words {
    ($(#[$doc:meta])* $vis:vis enum $name:ident { $($(#[$mdoc:meta])* $member:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $vis enum $name { $($(#[$mdoc])* $member),* }

        impl $crate::Word for $name {
            const ALL: &'static [Self] = &[$(Self::$member),*];
            fn word(self) -> &'static str {
                match self { $(Self::$member => $word),* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::Word::word(*self))
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, s: S) -> std::result::Result<S::Ok, S::Error> {
                s.serialize_str($crate::Word::word(*self))
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(d: D) -> std::result::Result<Self, D::Error> {
                let word = <std::borrow::Cow<'de, str> as $crate::serde::Deserialize>::deserialize(d)?;
                <Self as $crate::Word>::parse(&word).ok_or_else(|| {
                    $crate::serde::de::Error::unknown_variant(&word, &[$($word),*])
                })
            }
        }
    };
}
