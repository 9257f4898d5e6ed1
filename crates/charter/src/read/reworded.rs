//! What terms of reference usually say, in the words that the grammar has.
//!
//! Only what no other reading takes comes here; each change leaves the meaning as it is.

use super::mend::is_word;
use super::token::{self, Kind, Token};

/// Words as they stand and what is said instead. Alternatives have bars between them, `#` is a number, `'s` whatever ends so, and
/// `$0` the first of them, `$1` the second.
const PHRASES: &[(&str, &str)] = &[
    ("half the", "half of the"),
    ("this|these terms of reference", "these terms"),
    ("meetings of the board|committee|partnership|panel|forum|body", "meetings"),
    ("meeting of the board|committee|partnership|panel|forum|body", "meeting"),
    ("board|committee|partnership|panel|forum meetings", "meetings"),
    ("board|committee|partnership|panel|forum meeting", "meeting"),
    ("vice chair", "vice-chair"),
    ("a|the|its chair and a|the vice-chair", "the chair and the vice-chair"),
    ("a|the|its chair and vice-chair", "the chair and the vice-chair"),
    ("must|shall|will|should|may chair the|a|each|all meeting|meetings", "$0 preside"),
    ("by consensus wherever|where|whenever|if possible", "by consensus"),
    ("representative|representatives|member|members of each", "$0 from each"),
    ("or at the request of", "or by"),
    ("the chairmanship", "the chair"),
    ("must|shall|will alternate between", "alternates between"),
    ("must|shall|will rotate between|among|amongst", "rotates among"),
    ("must|shall|will rotate annually between|among|amongst", "passes every year among"),
    ("in the absence of both the chair and the vice-chair", "when neither the chair nor the vice-chair is present"),
    ("in the absence of the chair and the vice-chair", "when neither the chair nor the vice-chair is present"),
    ("elect|choose|appoint a chair for the|that meeting", "elect the person presiding"),
    ("elect|choose|appoint one of their number|members to preside", "elect the person presiding"),
    ("to all members|partners", "to the $2"),
    ("to every member|partner", "to the members"),
    ("the unanimous agreement|consent|approval of existing|all members|partners", "the $2 of all of the $5"),
    ("the agreement|consent|approval of all members|partners", "the $1 of all of the $4"),
    ("the agenda and supporting papers|documents", "the agenda and papers"),
    ("supporting papers|documents", "papers"),
    ("items of any other|urgent business", "a further item"),
    ("any other business", "a further item"),
    ("each of the partner|member organisations", "each organisation"),
    ("no organisation|partner|council|authority may have more than # members|seats", "there must be at most $6 $7 for each $1"),
    ("by their organisation|organisations", "by the member's organisation"),
    ("they cease to be a member|members", "a member ceases to be a member"),
    ("membership lapses after # consecutive absences", "when a member misses $3 meetings in a row, the seat must be vacated"),
    ("require|requires the support|assent of", "must be approved by"),
    ("in the absence of consensus", "when there is no consensus"),
    ("where|if|when consensus is not possible|reached|achieved|achievable", "when there is no consensus"),
    ("where|if|when consensus cannot be reached|achieved|obtained", "when there is no consensus"),
    ("decisions must|shall|will be put to the|a vote", "a vote must be taken"),
    ("a recorded|named vote must|shall|will be taken", "a vote must be taken by roll call"),
    ("if requested by # members", "at the request of $3 members"),
    ("proxy voting is not permitted|allowed", "a member must not vote by proxy"),
    ("proxies are not permitted|allowed", "a member must not vote by proxy"),
    ("electronic voting is permitted|allowed", "the members may vote electronically"),
    ("written resolutions", "a written resolution"),
    ("each member's|partner's contribution", "a contribution"),
    ("have|has the right to", "may"),
    ("recordings of meetings", "recordings"),
    ("disputes between partners|members", "a dispute"),
    ("fewer|less than # members|partners remain", "there are fewer than $2 $3"),
    ("in the case|event of equality of votes", "in the case of an equality of votes"),
    ("an elected member of the|a council|authority", "a councillor"),
    ("membership must|shall|will be for", "members must serve for"),
    ("hold at least # meetings a|per|each|every year", "meet at least $3 times a year"),
    ("hold at least # meetings in a|any|each|every year", "meet at least $3 times a year"),
    ("hold at least # meetings in a|any|each|every municipal|calendar|financial|academic year", "meet at least $3 times a $7 year"),
    ("notice of a|the|any|all|each|every meeting|meetings", "notice"),
    ("notice of meetings", "notice"),
    ("give at least # days|days'|weeks|weeks' notice to all|the members", "send notice to the members at least $3 $4 before a meeting"),
    ("give at least # clear|working days|days' notice to all|the members", "send notice to the members at least $3 $4 $5 before a meeting"),
    ("at least # days|days'|weeks|weeks' notice must|shall|will be given", "notice must be given at least $2 $3 before a meeting"),
    ("at least # clear|working days|days' notice must|shall|will be given", "notice must be given at least $2 $3 $4 before a meeting"),
    ("at least # clear working days|days' notice must|shall|will be given", "notice must be given at least $2 $3 $4 $5 before a meeting"),
    ("the quorum of the board|committee|partnership|panel|forum|body is", "the quorum is"),
    ("the quorum of the joint committee|board is", "the quorum is"),
    (", at least one|1 from each", ", including at least 1 member from each"),
    ("members including", "members, including"),
    ("decisions of the board|committee|partnership|panel|forum|body", "decisions"),
    (
        "exempt|confidential items|matters must|shall|will be considered|discussed in private",
        "when the matter is $0, a meeting must be held in private",
    ),
    ("exclude the public from a|the|its meeting|meetings", "exclude the public"),
    ("the section # officer", "the “section $2 officer”"),
    ("must|shall|will be agreed|approved|adopted unanimously", "must be approved by all of the members"),
    ("key decisions", "“a key decision”"),
    ("have regard to", "consider"),
    ("have due regard to", "consider"),
    ("take account of", "consider"),
    ("a person may not be a member for more than # years", "a member must serve for at most $10 years"),
    ("have|has no power to make decisions", "must not make a decision"),
    ("chair|vice-chair|member has a|an pecuniary|prejudicial|financial|personal interest", "$0 declares a $3 interest"),
    ("chair|vice-chair|member has an interest", "$0 declares an interest"),
    ("preside for that|the item", "preside"),
    ("casual vacancies", "vacancies"),
    ("by the council|authority|organisation|body|partner concerned", "by the member's organisation"),
    ("has|have the same voting rights as the|a member|members", "may vote"),
    ("requisition|requisitions", "request"),
    ("at # hours'|days'|weeks'|months' notice", "on at least $1 $2' notice"),
    ("the quorum for meetings must|shall|will be", "the quorum is"),
    (", subject to a minimum of #", ", and $6"),
    (", with a minimum of #", ", and $5"),
    ("with a minimum of #", ", and $4"),
    ("have|has no voting rights", "must not vote"),
    ("in a non-voting capacity", "but must not vote"),
    ("decisions must|shall|will be unanimous", "a decision is decided by all of the members present and voting"),
    (
        "decisions on the budget|levy|precept|plan must|shall|will be unanimous",
        "a decision on “the $3” is decided by all of the members present and voting",
    ),
    ("decisions must|shall|will be by", "a decision is decided by"),
    ("by a majority of votes", "by a majority of the votes cast"),
    ("by majority vote", "by a majority of the votes cast"),
    ("changes|amendments to the constitution", "an amendment"),
    ("any change|amendment to the constitution", "an amendment"),
    ("require|requires the unanimous agreement|consent|approval|support of all members", "must be approved by all of the members"),
    ("require|requires the unanimous agreement|consent|approval|support of the members", "must be approved by all of the members"),
    ("declarations of interest|interests", "the interests declared"),
    ("withdraw from the meeting", "leave the meeting"),
    ("task and finish groups", "task groups"),
    ("task and finish group", "task group"),
    ("must|shall|will give # days'|weeks'|months' notice of withdrawal|leaving", "$0 give notice at least $2 $3 before leaving"),
    ("must|shall|will give at least # days'|weeks'|months' notice of withdrawal|leaving", "$0 give notice at least $4 $5 before leaving"),
    ("act|acts as chair", "preside"),
    ("be elected from among|amongst the|its|their members|membership", "be elected by the members"),
    ("at the following|subsequent meeting", "at the next meeting"),
    ("at the discretion of", "with the agreement of"),
    ("leave|leaves the room", "$0 the meeting"),
    ("the membership of the board|committee|partnership|panel|forum|body is", "there must be"),
    ("the membership of the board|committee|partnership|panel|forum|body must|shall|will be|include|comprise", "there must be"),
    ("each district|county|borough|city|parish|town|unitary council|authority", "each organisation of the kind “$1 $2”"),
    ("by a vote of", "by"),
    ("comply|complies with", "$0"),
    ("by giving written notice to", "in writing to"),
    ("by giving notice in writing to", "in writing to"),
    ("by written notice to", "in writing to"),
    ("the organisation|body|partner which|that|who nominated|appointed the|that member", "the member's organisation"),
    ("the position|post|office|role of chair|vice-chair|secretary", "the $3"),
    ("a|the vote is tied|equal", "the votes are equal"),
    ("there is a tie", "the votes are equal"),
    ("there is a tied vote", "the votes are equal"),
    ("there is an equality of votes", "the votes are equal"),
    ("voting must|shall|will be by simple majority", "a decision is decided by a majority of the votes cast"),
    ("voting must|shall|will be by a simple majority", "a decision is decided by a majority of the votes cast"),
    ("all|any matters|questions must|shall|will be decided|determined by", "a decision is decided by"),
    ("those|the members voting and present", "the members present and voting"),
    ("those members present and voting", "the members present and voting"),
    ("request that an item be placed|included|put on the|an agenda", "request an item"),
    ("send|sent out", "$0"),
    ("items for the|an agenda", "items"),
    ("minutes of meetings|proceedings", "minutes"),
    ("minutes of the|a|each|every|all meeting|meetings", "minutes"),
    ("on the|its 's website", "on the website"),
    ("the beginning|start|opening|commencement of the|a|each|every|any meeting", "the start of the meeting"),
    ("changes|amendments to these terms", "an amendment"),
    ("any change|amendment to these terms", "an amendment"),
    ("any an amendment", "an amendment"),
    ("voting membership", "voting members"),
    ("at least one|1 from", "at least 1 member from"),
    ("and one|1 from", "and 1 member from"),
    ("must|shall|should be present for a decision|decisions|business to be made|taken|transacted", "make a quorum"),
    ("voting must|shall|will|should be by", "a vote $1 be taken by"),
    ("leave the meeting|room while|when|during|for the|that item|matter is discussed|considered|debated", "leave the meeting"),
    ("leave the meeting|room for the|that item|matter", "leave the meeting"),
    ("when|where|while|if exempt|confidential information|matters|business is|are discussed|considered|disclosed", "when the matter is $1"),
    ("the accountable|lead|host body|authority|council|partner|agency|organisation", "the “$1 $2”"),
    ("expenditure above|exceeding", "expenditure over"),
    ("require|requires the approval|agreement|consent of", "must be approved by"),
    ("require|requires the prior approval|agreement|consent of", "must be approved by"),
    ("the membership must|shall|will include", "there must be"),
    ("the membership should include", "there should be"),
    ("not less|fewer than # nor|and more than #", "between $3 and $7"),
    ("not less|fewer than # nor|and|but not more than #", "between $3 and $8"),
    ("at least # and|but at most #", "between $2 and $6"),
    ("at least # and|but no|not more than #", "between $2 and $7"),
    ("a minimum of # and|but|to a maximum of #", "between $3 and $8"),
    ("for a # year|years term", "for $2 years"),
    ("for a term|period of # year|years", "for $4 years"),
    ("for a one-year term", "for 1 year"),
    ("for a two-year term", "for 2 years"),
    ("for a three-year term", "for 3 years"),
    ("for a four-year term", "for 4 years"),
    ("without apology", "without apologies"),
    ("fails to attend", "misses"),
    ("will|shall|must be deemed|considered to have resigned", "ceases to be a member"),
    (
        "no business may|must|shall|can|will be transacted|conducted|considered|done unless a|the quorum is present",
        "when there is no quorum, a decision must not be made",
    ),
    (
        "no business may|must|shall|can|will be transacted|conducted|considered|done at any|a meeting unless a|the quorum is present",
        "when there is no quorum, a decision must not be made",
    ),
    ("may be re-elected|reelected|reappointed|re-appointed once", "must serve for at most 2 terms"),
    ("may be re-elected|reelected|reappointed|re-appointed for a|one|1 further|second|additional|more term", "must serve for at most 2 terms"),
    ("may be re-elected|reelected|reappointed|re-appointed twice", "must serve for at most 3 terms"),
    ("may be re-elected|reelected|reappointed|re-appointed for two|2 further|additional|more terms", "must serve for at most 3 terms"),
    ("from among|amongst|within its|their members|membership|number .", "."),
    ("from among|amongst the members .", "."),
    ("in the absence of the chair .", "when the chair is absent."),
];

/// What a rule that only allows something may say besides: it allows no more and no less with it.
const IDLE: &[&str] = &[
    "as necessary|required|appropriate",
    "as it considers|thinks|deems necessary|fit|appropriate",
    "as it sees fit",
    "where|if|when necessary|required|appropriate",
    "from time to time",
    "to carry out its work|functions|role|business",
    "to assist|support it in its work",
    "to attend meetings",
    "in place of a|the|that|any member",
    "in the absence of a|the|that|any member",
    "to attend the|a|its|any meeting|meetings",
];

/// The tokens in the grammar's words; none where they are so already.
pub(super) fn reworded(tokens: &[Token]) -> Option<Vec<Token>> {
    let mut now = tokens.to_vec();
    failing(&mut now);
    let has = |words: &[&str]| tokens.iter().any(|t| is_word(Some(t), words));
    let allows = has(&["may"]) && !has(&["must", "should", "shall", "will", "not"]);
    let idle = IDLE.iter().filter(|_| allows).map(|words| (*words, ""));
    for (words, instead) in PHRASES.iter().copied().chain(idle) {
        let words: Vec<&str> = words.split(' ').collect();
        let mut at = 0;
        while at < now.len() {
            if words.iter().enumerate().all(|(n, word)| stands(now.get(at + n), word)) {
                let text = (0..words.len())
                    .rev()
                    .fold(instead.to_owned(), |text, n| text.replace(&format!("${n}"), now[at + n].text().trim_end_matches('\'')));
                let put = token::tokens(&[(now[at].line, now[at].column, &text)]);
                let length = put.len();
                now.splice(at..at + words.len(), put);
                at += length;
            } else {
                at += 1;
            }
        }
    }
    whichever(&mut now);
    let same = now.len() == tokens.len() && now.iter().zip(tokens).all(|(a, b)| a.kind == b.kind);
    (!same).then_some(now)
}

fn stands(token: Option<&Token>, words: &str) -> bool {
    match words {
        "," => token.is_some_and(|t| t.kind == Kind::Comma),
        "." => token.is_some_and(|t| t.kind == Kind::Stop),
        "#" => token.is_some_and(|t| match &t.kind {
            Kind::Number(_) => true,
            Kind::Word(word) => super::parser::number_word(word).is_some(),
            _ => false,
        }),
        "'s" => token.is_some_and(|t| matches!(&t.kind, Kind::Word(word) if word.ends_with("'s"))),
        _ => {
            words.split('|').any(|word| is_word(token, &[word]) || token.is_some_and(|t| matches!(t.kind, Kind::Number(n) if n.to_string() == word)))
        }
    }
}

/// `A quarter of the members or 3 members, whichever is greater` asks both, `whichever is less` either.
fn whichever(tokens: &mut Vec<Token>) {
    let Some(at) = tokens.iter().position(|t| is_word(Some(t), &["whichever"])) else { return };
    let Some(stop) = tokens[at..].iter().position(|t| t.kind == Kind::Stop).map(|n| at + n) else { return };
    let said = |words: &[&str]| tokens[at..stop].iter().any(|t| is_word(Some(t), words));
    let both = said(&["greater", "greatest", "higher", "larger", "more"]);
    if !both && !said(&["less", "lesser", "lower", "smaller", "fewer"]) {
        return;
    }
    let Some(or) = tokens[..at].iter().rposition(|t| is_word(Some(t), &["or"])) else { return };
    let end = if tokens[at - 1].kind == Kind::Comma { at - 1 } else { at };
    let joint = token::tokens(&[(tokens[or].line, tokens[or].column, if both { ", and" } else { ", or" })]);
    let begin = if or > 0 && tokens[or - 1].kind == Kind::Comma { or - 1 } else { or };
    tokens.drain(end..stop);
    tokens.splice(begin..=or, joint);
}

/// `By consensus; where consensus cannot be reached, by a majority`: failing that.
fn failing(tokens: &mut Vec<Token>) {
    let Some(consensus) = tokens.windows(2).position(|two| is_word(two.first(), &["by"]) && is_word(two.get(1), &["consensus"])) else { return };
    let Some(by) = (consensus + 2..tokens.len()).find(|at| is_word(tokens.get(*at), &["by"])) else { return };
    let between = &tokens[consensus + 2..by];
    let asks = between.iter().any(|t| is_word(Some(t), &["where", "if", "when", "or", "failing"]));
    let fails = between.iter().any(|t| is_word(Some(t), &["cannot", "not", "impossible", "unable", "fails", "failing"]));
    let short = between.len() <= 12 && between.iter().all(|t| matches!(t.kind, Kind::Word(_) | Kind::Comma));
    if asks && fails && short {
        let put = token::tokens(&[(tokens[by].line, tokens[by].column, ", failing that")]);
        tokens.splice(consensus + 2..by, put);
    }
}
