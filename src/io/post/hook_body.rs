//! A refusal within a body that came with success: how chats say no with 200.

use serde_json::Value;

/// A refusal in a body.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct No {
    /// The HTTP status that it speaks of.
    pub(super) code: Option<u16>,
    /// Its words in one line, in short.
    pub(super) said: String,
}

/// So many characters of an answer are kept.
const SHORT: usize = 200;

/// The refusal that a body holds, if it holds one.
///
/// Slack's interfaces answer `{"ok": false, "error": …}`, Mattermost `{"status_code": 400, "message": …}`, Teams' connectors
/// a sentence with "returned HTTP error 413". A body of other words ("ok", "1", a page) is none.
pub(super) fn refused_within(body: &str) -> Option<No> {
    let said = || body.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(SHORT).collect::<String>();
    if let Ok(Value::Object(fields)) = serde_json::from_str::<Value>(body) {
        let is_false = |name: &str| fields.get(name) == Some(&Value::Bool(false));
        let code = ["status_code", "statusCode", "status", "code"]
            .into_iter()
            .filter_map(|name| fields.get(name)?.as_u64())
            .find_map(|code| u16::try_from(code).ok().filter(|code| (400..600).contains(code)));
        let is_error = ["error", "errors"].into_iter().filter_map(|name| fields.get(name)).any(|value| match value {
            Value::String(text) => !text.is_empty(),
            Value::Array(all) => !all.is_empty(),
            Value::Object(all) => !all.is_empty(),
            Value::Bool(is) => *is,
            Value::Null | Value::Number(_) => false,
        });
        return (is_false("ok") || is_false("success") || code.is_some() || is_error)
            .then(|| No { code, said: said() });
    }
    let code = in_a_sentence(body)?;
    Some(No { code: Some(code), said: said() })
}

/// The status in "… HTTP error 413 …".
fn in_a_sentence(body: &str) -> Option<u16> {
    let lower = body.to_ascii_lowercase();
    let (_, behind) = lower.split_once("http error ")?;
    let digits: String = behind.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|code| (400..600).contains(code))
}

#[cfg(test)]
mod tests {
    use super::refused_within;

    #[test]
    fn a_no_within_a_success_is_read() {
        let code = |body: &str| refused_within(body).map(|no| no.code);
        assert_eq!(
            code("Webhook message delivery failed with error: HTTP error 413 with ContextId x."),
            Some(Some(413))
        );
        assert_eq!(code(r#"{"ok": false, "error": "channel_not_found"}"#), Some(None));
        assert_eq!(code(r#"{"id": "x", "message": "no such hook", "status_code": 404}"#), Some(Some(404)));
        assert_eq!(code(r#"{"errors": ["full"]}"#), Some(None));
        for fine in ["ok", "1", "", "<html>thanks</html>", r#"{"ok": true}"#, r#"{"status": 200, "error": null}"#, "[]"]
        {
            assert_eq!(code(fine), None, "{fine}");
        }
    }
}
