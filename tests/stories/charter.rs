//! What the terms of a body say of its record: the same on the page and at the command line.

use folkmoot::archive::files::{self, Place};
use folkmoot::archive::load::load;
use folkmoot::charter_record::record_of;
use folkmoot::example::{write::write, year::plan};
use jiff::civil::{Date, date};
use kernel::BodyId;

use crate::visitor::Visitor;
use crate::world::{TODAY, World, story};

/// The verdicts that `folkmoot charter evaluate` gives of a body's terms and of what `folkmoot charter record` writes of it.
async fn evaluated(world: &World, body: BodyId, with: Option<BodyId>, as_at: Date) -> Vec<charter::Verdict> {
    let mut read = world.read().await;
    let slug = bodies::store::body(&mut read, body).await.unwrap().slug;
    let text = |found: Option<terms::InForce>| found.unwrap().charter.source.clone();
    let terms_text = text(terms::newest(&mut read, body, as_at).await.unwrap());
    let with_text = match with {
        Some(with) => text(terms::newest(&mut read, with, as_at).await.unwrap()),
        None => String::new(),
    };
    let record = serde_json::to_string_pretty(&record_of(&world.house, &slug, as_at).await.unwrap()).unwrap();
    let day = as_at.to_string();
    let mut words = vec!["evaluate", "charter.md", "record.json", "--as-at", &day, "--format", "json"];
    if with.is_some() {
        words.extend(["--with", "with.md"]);
    }
    let words: Vec<String> = words.into_iter().map(str::to_owned).collect();
    let output = charter::command(&words, &mut |file| match file {
        "charter.md" => Ok(terms_text.clone()),
        "with.md" => Ok(with_text.clone()),
        "record.json" => Ok(record.clone()),
        other => Err(format!("{other} is not there")),
    });
    assert_eq!(output.code, 0, "{}", output.text);
    serde_json::from_str(&output.text).unwrap()
}

/// Words as a page writes them, without the clause at their end.
fn on_page(verdict: &charter::Verdict) -> String {
    let clause = verdict.clause.as_deref().unwrap_or_default();
    let sentence = verdict.sentence.strip_suffix(&format!(" ({clause})")).unwrap_or(&verdict.sentence);
    sentence.chars().skip(1).collect::<String>().replace('&', "&amp;")
}

/// The part of a standing page that goes clause by clause.
async fn clause_by_clause(reader: &Visitor, address: &str) -> String {
    let page = reader.get(address).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.statements() <= 12, "{}", page.statements());
    let text = page.text().replace("&#x27;", "'").replace("&#39;", "'").replace("&quot;", "\"");
    text.split_once("id=\"clauses\"").unwrap().1.to_owned()
}

/// The page shows the newest under each clause, and each clause's own page everything.
async fn agree(reader: &Visitor, slug: &str, verdicts: &[charter::Verdict], as_at: Date) {
    let all = clause_by_clause(reader, &format!("/bodies/{slug}/standing?as-at={as_at}")).await;
    let mut of_clause: std::collections::BTreeMap<&str, Vec<&charter::Verdict>> = std::collections::BTreeMap::new();
    for verdict in verdicts {
        match &verdict.clause {
            Some(clause) => of_clause.entry(clause).or_default().push(verdict),
            None => assert!(all.contains(&on_page(verdict)), "{:?} is not on the page: {all}", on_page(verdict)),
        }
    }
    for (clause, verdicts) in of_clause {
        let whole = clause_by_clause(reader, &format!("/bodies/{slug}/standing?clause={}&as-at={as_at}", clause.replace(' ', "%20"))).await;
        for verdict in &verdicts {
            assert!(whole.contains(&on_page(verdict)), "{:?} is not on the page: {whole}", on_page(verdict));
        }
        let distinct: std::collections::BTreeSet<String> = verdicts.iter().map(|verdict| format!("{verdict:?}")).collect();
        assert_eq!(whole.matches("folkmoot-judged").count(), distinct.len(), "clause {clause}");
        assert!(verdicts.iter().any(|verdict| all.contains(&on_page(verdict))), "clause {clause} is not on the page");
    }
}

story!(the_record_that_is_written_is_the_one_that_the_page_is_judged_by, |world: World| async move {
    let (plan, parts) = plan(0, TODAY, 2, 1);
    let written = write(&world.house, &plan, true).await.unwrap();
    world.move_to(TODAY, 10, 0);
    let officer = Visitor::signed_in(&world.house, &world.address, written.people[parts.officer]).await;
    // The executive board follows the board's terms.
    for (body, with) in [(written.bodies[0], None), (written.bodies[1], Some(written.bodies[0]))] {
        let slug = bodies::store::body(&mut world.read().await, body).await.unwrap().slug;
        let verdicts = evaluated(&world, body, with, TODAY).await;
        assert!(verdicts.len() > 10, "{verdicts:?}");
        agree(&officer, &slug, &verdicts, TODAY).await;
    }
});

story!(a_body_whose_terms_follow_others_stands_as_its_page_says, |world: World| async move {
    let loaded = load(&world.house, &files::read(&Place::Program).unwrap()).await.unwrap();
    let day = date(2008, 2, 27);
    world.move_to(day, 10, 0);
    let board = loaded.bodies["kent-public-service-board"];
    let verdicts = evaluated(&world, board, Some(loaded.bodies["kent-partnership"]), day).await;
    assert!(verdicts.iter().any(|verdict| verdict.clause.as_deref() == Some("4.9")), "{verdicts:?}");
    // Nothing that happened at a meeting enters the record of this body, so that outsiders read the same of it.
    agree(&Visitor::anybody(&world.address), "kent-public-service-board", &verdicts, day).await;
});
