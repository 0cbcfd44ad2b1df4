//! Reads the tags of a page that Trunk wrote: names and attributes, in order.
//! Enough for the finishing checks; it is no general HTML reader.

/// One opening tag.
pub struct Tag<'a> {
    /// In lower case.
    pub name: String,
    /// Names in lower case; a bare attribute has an empty value.
    pub attributes: Vec<(String, &'a str)>,
    /// The whole tag as it stands in the page.
    pub text: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| *value)
    }
}

/// All opening tags, without those inside comments, scripts and styles.
pub fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once('<') {
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if after.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (tag, after) = tag(after);
            rest = match tag.name.as_str() {
                "script" => after.split_once("</script").map_or("", |(_, after)| after),
                "style" => after.split_once("</style").map_or("", |(_, after)| after),
                _ => after,
            };
            found.push(tag);
        } else {
            rest = after;
        }
    }
    found
}

/// The tag that `text` begins with, after its `<`, and what follows it.
fn tag(text: &str) -> (Tag<'_>, &str) {
    let (name, mut rest) = split_where(text, |c| c.is_whitespace() || c == '>' || c == '/');
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            break;
        }
        if let Some(after) = rest.strip_prefix('>') {
            rest = after;
            break;
        }
        let (key, after) = split_where(rest, |c| c.is_whitespace() || matches!(c, '=' | '>' | '/'));
        let (value, after) = match after.trim_start().strip_prefix('=') {
            None => ("", after),
            Some(after) => value(after.trim_start()),
        };
        attributes.push((key.to_ascii_lowercase(), value));
        rest = after;
    }
    let length = text.len() - rest.len();
    let (whole, _) = text.split_at(length);
    let tag = Tag { name: name.to_ascii_lowercase(), attributes, text: whole };
    (tag, rest)
}

/// A value in either kind of quotes, or in none.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    split_where(text, |c| c.is_whitespace() || c == '>')
}

fn split_where(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::tags;

    #[test]
    fn every_way_to_write_an_attribute_is_read() {
        let page = "<!-- <b> --><a one two=2 three='3>' FOUR=\"4 4\"/><script>if (1 <a) {}</script><p>";
        let found = tags(page);
        let names: Vec<&str> = found.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["a", "script", "p"]);
        let values: Vec<_> = found.iter().flat_map(|tag| &tag.attributes).collect();
        let expected = [("one", ""), ("two", "2"), ("three", "3>"), ("four", "4 4")];
        assert_eq!(values.len(), expected.len());
        for ((key, value), expected) in values.into_iter().zip(expected) {
            assert_eq!((key.as_str(), *value), expected);
        }
    }
}
