//! Pictures of a page as a person would see it: the whole page as an image, or as it is printed.

use mail_parser::decoders::base64::base64_decode;
use serde_json::{Value, json};

use super::tab::Tab;
use crate::model::{Evidence, Picture, Trouble};

/// A page is pictured to this many pixels of its height; what is longer is in the PDF and in the bytes.
const HIGHEST: f64 = 16_000.0;

/// Larger pictures are not kept.
const LARGEST: usize = 24 * 1024 * 1024;

/// Takes the pictures that are wanted.
pub(super) async fn take(tab: &Tab<'_>, evidence: Evidence) -> Result<Vec<Picture>, Trouble> {
    let mut pictures = Vec::new();
    if evidence.has_png() {
        let metrics = tab.call("Page.getLayoutMetrics", json!({})).await?;
        let side = |name: &str| metrics["cssContentSize"][name].as_f64().unwrap_or(800.0);
        let clip = json!({"x": 0, "y": 0, "width": side("width").min(4000.0), "height": side("height").min(HIGHEST), "scale": 1});
        let asked = json!({"format": "png", "captureBeyondViewport": true, "clip": clip});
        pictures.push(picture("png", &tab.call("Page.captureScreenshot", asked).await?)?);
    }
    if evidence.has_pdf() {
        let asked = json!({"printBackground": true, "displayHeaderFooter": false});
        pictures.push(picture("pdf", &tab.call("Page.printToPDF", asked).await?)?);
    }
    Ok(pictures)
}

fn picture(ending: &'static str, answer: &Value) -> Result<Picture, Trouble> {
    let data = answer["data"].as_str().unwrap_or_default();
    if data.len() / 4 * 3 > LARGEST {
        return Err(Trouble::TooLarge { limit_bytes: LARGEST as u64 });
    }
    let bytes = base64_decode(data.as_bytes()).filter(|bytes| !bytes.is_empty());
    let bytes = bytes.ok_or_else(|| Trouble::Browser { detail: "it took no picture".to_owned() })?;
    Ok(Picture { ending, bytes })
}
