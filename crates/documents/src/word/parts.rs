//! The parts of a Word file that stand around its text.

use std::fmt::Write as _;

use super::{PAGE, PAGES, escaped};
use crate::model::Document;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

pub(super) const CONTENT_TYPES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
    r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>"#,
    r#"<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>"#,
    r#"<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>"#,
    r#"<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>"#,
    r#"<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>"#,
    r#"<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>"#,
    r#"<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#
);

pub(super) const PACKAGE: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="text" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>"#,
    r#"<Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#
);

pub(super) fn core(document: &Document) -> String {
    format!(
        concat!(
            r#"{}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" "#,
            r#"xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>"#,
            r#"<dc:creator>{}</dc:creator><dc:language>{}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{}</dcterms:created></cp:coreProperties>"#
        ),
        HEAD,
        escaped(&document.title),
        escaped(&document.about),
        escaped(&document.author),
        escaped(&document.language),
        document.made_at,
    )
}

pub(super) fn relations(links: &[String]) -> String {
    const OF: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut xml = format!(r#"{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#);
    for (id, target) in [("styles", "styles.xml"), ("numbering", "numbering.xml"), ("settings", "settings.xml"), ("footer", "footer1.xml")] {
        let name = if id == "footer" { "foot" } else { id };
        let _ = write!(xml, r#"<Relationship Id="{name}" Type="{OF}/{id}" Target="{target}"/>"#);
    }
    for (n, address) in links.iter().enumerate() {
        let _ = write!(xml, r#"<Relationship Id="link{n}" Type="{OF}/hyperlink" Target="{}" TargetMode="External"/>"#, escaped(address));
    }
    xml.push_str("</Relationships>");
    xml
}

pub(super) fn settings(language: &str) -> String {
    format!(
        concat!(
            r#"{}<w:settings {}><w:zoom w:percent="100"/><w:defaultTabStop w:val="454"/><w:compat><w:compatSetting w:name="compatibilityMode" "#,
            r#"w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="{}"/></w:settings>"#
        ),
        HEAD,
        W,
        escaped(language)
    )
}

/// Word writes the numbers of the pages itself.
pub(super) fn footer(foot: &str) -> String {
    let mut xml = format!(r#"{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>"#);
    let mut text = String::new();
    let close = |xml: &mut String, text: &mut String| {
        if !text.is_empty() {
            let _ = write!(xml, r#"<w:r><w:t xml:space="preserve">{}</w:t></w:r>"#, escaped(text));
            text.clear();
        }
    };
    for c in foot.chars() {
        let field = [(PAGE, "PAGE"), (PAGES, "NUMPAGES")].into_iter().find(|(mark, _)| mark.starts_with(c));
        match field {
            Some((_, field)) => {
                close(&mut xml, &mut text);
                let _ = write!(xml, r#"<w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>"#);
            }
            None => text.push(c),
        }
    }
    close(&mut xml, &mut text);
    xml.push_str("</w:p></w:ftr>");
    xml
}

/// One list of dots for the whole document, and a list of its own for everything that is counted.
pub(super) fn numbering(numbered: &[u64]) -> String {
    let mut xml = format!("{HEAD}<w:numbering {W}>");
    for (id, format) in [(0, "bullet"), (1, "decimal")] {
        let _ = write!(xml, r#"<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="hybridMultilevel"/>"#);
        for level in 0..9 {
            let text = if id == 0 { "•".to_owned() } else { format!("%{}.", level + 1) };
            let _ = write!(
                xml,
                r#"<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{}" w:hanging="454"/></w:pPr></w:lvl>"#,
                (level + 1) * 454
            );
        }
        xml.push_str("</w:abstractNum>");
    }
    xml.push_str(r#"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#);
    for (n, first) in numbered.iter().enumerate() {
        let _ = write!(xml, r#"<w:num w:numId="{}"><w:abstractNumId w:val="1"/>"#, n + 2);
        for level in 0..9 {
            let _ = write!(xml, r#"<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{first}"/></w:lvlOverride>"#);
        }
        xml.push_str("</w:num>");
    }
    xml.push_str("</w:numbering>");
    xml
}

/// The house style: Arial, black, headings by size and weight, tables with fine lines.
pub(super) fn styles(language: &str) -> String {
    let mut xml = format!(
        concat!(
            r#"{}<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>"#,
            r#"<w:sz w:val="23"/><w:szCs w:val="23"/><w:lang w:val="{}" w:eastAsia="{}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>"#,
            r#"<w:pPrDefault><w:pPr><w:spacing w:before="140" w:after="0" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>"#,
            r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#,
            r#"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>"#,
            r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>"#,
            r#"<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
        ),
        HEAD,
        W,
        escaped(language),
        escaped(language)
    );
    for (level, size, before, after) in [(1, 48, 40, 240), (2, 30, 360, 60), (3, 25, 300, 40), (4, 23, 260, 40), (5, 23, 220, 40), (6, 23, 220, 40)] {
        let _ = write!(
            xml,
            r#"<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>{}<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="{}"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>"#,
            if level == 1 { r#"<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="000000"/></w:pBdr>"# } else { "" },
            level - 1,
        );
    }
    let paragraph = [
        ("ListParagraph", "List Paragraph", r#"<w:spacing w:before="80"/>"#, ""),
        ("Quiet", "Quiet", r#"<w:spacing w:before="60"/>"#, r#"<w:color w:val="505050"/><w:sz w:val="20"/><w:szCs w:val="20"/>"#),
        ("Quote", "Quote", r#"<w:pBdr><w:left w:val="single" w:sz="24" w:space="10" w:color="8C8C8C"/></w:pBdr><w:ind w:left="284"/>"#, ""),
        ("Caption", "caption", r#"<w:keepNext/><w:spacing w:before="180" w:after="40"/>"#, "<w:b/><w:bCs/>"),
        ("Cell", "Cell", r#"<w:spacing w:before="60" w:after="60" w:line="252" w:lineRule="auto"/>"#, r#"<w:sz w:val="21"/><w:szCs w:val="21"/>"#),
        ("After", "After a table", r#"<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>"#, r#"<w:sz w:val="8"/>"#),
        (
            "Footer",
            "footer",
            r#"<w:spacing w:before="0"/><w:jc w:val="center"/>"#,
            r#"<w:color w:val="505050"/><w:sz w:val="18"/><w:szCs w:val="18"/>"#,
        ),
    ];
    for (id, name, properties, look) in paragraph {
        let _ = write!(
            xml,
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:pPr>{properties}</w:pPr><w:rPr>{look}</w:rPr></w:style>"#
        );
    }
    xml.push_str(concat!(
        r#"<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1A4F8B"/><w:u w:val="single"/></w:rPr></w:style>"#,
        r#"<w:style w:type="table" w:styleId="Lines"><w:name w:val="Lines"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>"#,
        r#"<w:bottom w:val="single" w:sz="4" w:space="0" w:color="969696"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="969696"/></w:tblBorders></w:tblPr>"#,
        r#"<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="10" w:space="0" w:color="000000"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>"#,
        r#"</w:styles>"#
    ));
    xml
}
