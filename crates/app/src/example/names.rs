//! Names that belong to nobody: people, places and firms put together from lists. The same chance gives the same names.

use kernel::Chance;

/// One of a list.
pub fn one_of<'a, T: ?Sized>(chance: &Chance, list: &[&'a T]) -> &'a T {
    list[usize::try_from(chance.below(list.len() as u64)).unwrap_or(0)]
}

/// True once in so many times.
pub fn once_in(chance: &Chance, times: u64) -> bool {
    chance.below(times) == 0
}

/// A name for each number: the first are all different, later ones repeat a surname as towns do.
pub fn person(chance: &Chance, number: usize) -> String {
    let surname = SURNAMES[(number * 37 + usize::try_from(chance.below(SURNAMES.len() as u64)).unwrap_or(0)) % SURNAMES.len()];
    format!("{} {surname}", one_of(chance, GIVEN))
}

/// The invented county of this number and four towns in it. The first is Wealdshire.
pub fn county(number: usize) -> (String, [String; 4]) {
    let town = |at: usize| {
        let (head, tail) = (TOWN_HEADS[at % TOWN_HEADS.len()], TOWN_TAILS[(at / TOWN_HEADS.len() + at * 5) % TOWN_TAILS.len()]);
        format!("{head}{tail}")
    };
    let name = match number {
        0 => "Wealdshire".to_owned(),
        n if n < COUNTY_HEADS.len() => format!("{}shire", COUNTY_HEADS[n]),
        // Capitalised words alone: terms of reference name the county bare.
        n => format!("{} {}shire", PARTS[(n / COUNTY_HEADS.len() - 1) % PARTS.len()], COUNTY_HEADS[n % COUNTY_HEADS.len()]),
    };
    let at = number * 4;
    (name, [town(at), town(at + 1), town(at + 2), town(at + 3)])
}

const PARTS: &[&str] = &["North", "South", "East", "West", "Mid", "Upper", "Lower", "New", "Old", "Great", "Little", "Inner", "Outer"];

const GIVEN: &[&str] = &[
    "Adaeze",
    "Alan",
    "Amina",
    "Andrew",
    "Angharad",
    "Anjali",
    "Beatrice",
    "Ben",
    "Bronwen",
    "Carl",
    "Catherine",
    "Chidi",
    "Clive",
    "Daniel",
    "Deepak",
    "Denise",
    "Eleri",
    "Emeka",
    "Esther",
    "Farah",
    "Fiona",
    "Gareth",
    "Grace",
    "Harjit",
    "Helen",
    "Hugh",
    "Imran",
    "Ines",
    "Jacek",
    "Janet",
    "Jasmine",
    "Joan",
    "Kofi",
    "Kwame",
    "Leah",
    "Lucy",
    "Magda",
    "Marcus",
    "Mei",
    "Meera",
    "Mohammed",
    "Naomi",
    "Neil",
    "Nisha",
    "Olive",
    "Owen",
    "Parveen",
    "Patrick",
    "Petra",
    "Priya",
    "Rachel",
    "Rashid",
    "Rhys",
    "Ruth",
    "Samir",
    "Sanjay",
    "Siobhan",
    "Stella",
    "Tariq",
    "Tessa",
    "Thomas",
    "Uma",
    "Vera",
    "Victor",
    "Wanda",
    "Winston",
    "Yasmin",
    "Zainab",
    "Zofia",
];

const SURNAMES: &[&str] = &[
    "Abara",
    "Ackroyd",
    "Adeyemi",
    "Ahmed",
    "Ainscough",
    "Alderton",
    "Applegarth",
    "Ashdown",
    "Atherley",
    "Bagshawe",
    "Banerjee",
    "Barraclough",
    "Beckwith",
    "Blenkin",
    "Bowater",
    "Brackenbury",
    "Brightwell",
    "Broadbent",
    "Cadwallader",
    "Carrow",
    "Chaudhry",
    "Clitheroe",
    "Colquitt",
    "Copplestone",
    "Crowhurst",
    "Dallaway",
    "Danjuma",
    "Dhillon",
    "Dunmore",
    "Eastaugh",
    "Edevane",
    "Elphick",
    "Fairhurst",
    "Farrant",
    "Fenwick",
    "Fothergill",
    "Gale",
    "Gathercole",
    "Ghosh",
    "Goodeve",
    "Gorst",
    "Grewal",
    "Hallowes",
    "Hameed",
    "Harbottle",
    "Hathersage",
    "Heathcote",
    "Hesketh",
    "Hollis",
    "Iqbal",
    "Isherwood",
    "Jagger",
    "Jellicoe",
    "Kaczmarek",
    "Kershaw",
    "Kowalczyk",
    "Lambourne",
    "Latchford",
    "Leadbetter",
    "Lockyer",
    "Lovegrove",
    "Mahmood",
    "Malpas",
    "Marchbank",
    "Merriweather",
    "Mistry",
    "Mwangi",
    "Nettleship",
    "Nwosu",
    "Oakeshott",
    "Ogden",
    "Okafor",
    "Oldroyd",
    "Osei",
    "Padgett",
    "Pargeter",
    "Pemberton",
    "Penhaligon",
    "Pillai",
    "Quennell",
    "Rahman",
    "Ramsbottom",
    "Ravenscroft",
    "Ridley",
    "Sandhu",
    "Scrivener",
    "Shackleton",
    "Sidhu",
    "Skelton",
    "Sowerby",
    "Stanhope",
    "Swithinbank",
    "Tattersall",
    "Thackray",
    "Thistlewood",
    "Threlfall",
    "Tindall",
    "Tomkinson",
    "Trelawney",
    "Uddin",
    "Underhill",
    "Vaizey",
    "Venkatesan",
    "Wadlow",
    "Wainwright",
    "Warrender",
    "Whitlock",
    "Wigglesworth",
    "Wojcik",
    "Woolcott",
    "Yardley",
    "Yeboah",
    "Zielinski",
];

const COUNTY_HEADS: &[&str] = &[
    "Weald", "Alder", "Ashen", "Bracken", "Brook", "Calder", "Cold", "Dunmoor", "Elder", "Fell", "Fenmark", "Glen", "Hart", "Heath", "Holm",
    "Ironmere", "Kelder", "Larch", "Lindow", "Marl", "Mere", "Moss", "Nettle", "Oaken", "Peat", "Quarry", "Reed", "Rother", "Sallow", "Sedge",
    "Shale", "Slade", "Sorrel", "Stone", "Tarn", "Thorn", "Umber", "Vale", "Wharf", "Yew",
];

const TOWN_HEADS: &[&str] = &[
    "Ash", "Thorn", "Kel", "Hol", "Birch", "Dun", "Elm", "Farn", "Gor", "Hazel", "Ing", "Kirk", "Lang", "Mar", "Nether", "Over", "Pen", "Raven",
    "Sel", "Tad", "Under", "Wick", "Yar",
];

const TOWN_TAILS: &[&str] = &[
    "mere", "bridge", "ford", "combe", "bury", "church", "field", "gate", "ham", "hurst", "leigh", "minster", "stead", "thorpe", "wick", "worth",
    "ley",
];

/// Firms, by kind of trade.
pub const FIRMS: &[&str] =
    &["Harrow Lane Engineering", "Bluebell Foods", "Three Oaks Logistics", "Millrace Software", "Copper Kettle Hotels", "Greensand Farms"];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn four_hundred_counties_have_four_hundred_names() {
        let names: BTreeSet<String> = (0..400).map(|number| county(number).0).collect();
        assert_eq!(names.len(), 400);
        assert_eq!(county(0).0, "Wealdshire");
    }

    #[test]
    fn the_terms_of_four_hundred_partnerships_can_be_read() {
        for number in 0..400 {
            let (plan, _) = super::super::cast::cast(number, jiff::civil::date(2026, 3, 2), 1, 1);
            for body in plan.bodies {
                assert_eq!(charter::read(&body.charter).problems, [], "{}", body.name);
            }
        }
    }

    #[test]
    fn the_same_chance_gives_the_same_people() {
        let crowd = |seed| (0..50).map(|number| person(&Chance::seeded(seed), number)).collect::<Vec<_>>();
        assert_eq!(crowd(7), crowd(7));
    }
}
