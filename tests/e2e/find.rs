//! What to look for on a screen, as a screen reader would say it: a role and a name.

use serde_json::Value;
use std::fmt;

/// A thing on the screen.
#[derive(Clone)]
pub struct Find {
    roles: &'static [&'static str],
    name: String,
    inside: Option<Box<Find>>,
    state: Option<State>,
}

/// A state that a thing must be in.
#[derive(Clone, Copy)]
enum State {
    Focused,
    Ticked,
}

/// A button.
pub fn button(name: &str) -> Find {
    find(&["button"], name)
}

/// A link.
pub fn link(name: &str) -> Find {
    find(&["link"], name)
}

/// Something to write in or to choose from a list, by its label.
pub fn field(label: &str) -> Find {
    find(&["textbox", "searchbox", "combobox", "spinbutton", "listbox"], label)
}

/// A radio button or a tick box, by its label.
pub fn choice(label: &str) -> Find {
    find(&["radio", "checkbox", "switch"], label)
}

/// A heading.
pub fn heading(name: &str) -> Find {
    find(&["heading"], name)
}

/// A `<summary>`, which Chromium calls a disclosure triangle.
pub fn disclosure(name: &str) -> Find {
    find(&["DisclosureTriangle", "button"], name)
}

/// A part of the page with a name: a region, group, list, table, dialog or form.
pub fn region(name: &str) -> Find {
    let roles = &[
        "region",
        "group",
        "radiogroup",
        "list",
        "table",
        "dialog",
        "form",
        "navigation",
        "article",
        "main",
        "alert",
        "status",
        "figure",
        "listitem",
        "row",
    ];
    find(roles, name)
}

fn find(roles: &'static [&'static str], name: &str) -> Find {
    Find { roles, name: name.to_owned(), inside: None, state: None }
}

/// The same, with the focus.
pub fn focused(what: Find) -> Find {
    Find { state: Some(State::Focused), ..what }
}

/// A radio button or a tick box that is chosen, by its label.
pub fn ticked(label: &str) -> Find {
    Find { state: Some(State::Ticked), ..choice(label) }
}

impl Find {
    /// Only the one below `outer`.
    pub fn inside(mut self, outer: Find) -> Self {
        self.inside = Some(Box::new(outer));
        self
    }

    /// The nodes of an accessibility tree that match.
    pub fn among<'a>(&self, nodes: &'a [Value]) -> Vec<&'a Value> {
        let matches = |node: &&Value| self.fits(node) && self.is_inside(node, nodes);
        nodes.iter().filter(matches).collect()
    }

    fn fits(&self, node: &Value) -> bool {
        if node["ignored"] == true || !self.roles.contains(&role(node)) {
            return false;
        }
        let in_state = match self.state {
            None => true,
            Some(State::Focused) => has_focus(node),
            Some(State::Ticked) => property(node, "checked").is_some_and(|checked| checked == "true"),
        };
        if !in_state {
            return false;
        }
        let name = name(node);
        match self.name.strip_suffix('…') {
            Some(beginning) => name.starts_with(beginning),
            None => name == self.name,
        }
    }

    fn is_inside(&self, node: &Value, nodes: &[Value]) -> bool {
        let Some(outer) = &self.inside else {
            return true;
        };
        let mut at = node;
        while let Some(parent) = nodes.iter().find(|other| other["nodeId"] == at["parentId"]) {
            if outer.fits(parent) && outer.is_inside(parent, nodes) {
                return true;
            }
            at = parent;
        }
        false
    }
}

impl fmt::Display for Find {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} “{}”", self.roles.first().unwrap_or(&""), self.name)?;
        match self.state {
            None => {}
            Some(State::Focused) => write!(out, " with the focus")?,
            Some(State::Ticked) => write!(out, " that is ticked")?,
        }
        match &self.inside {
            Some(outer) => write!(out, " inside {outer}"),
            None => Ok(()),
        }
    }
}

/// The role of a node of the tree.
pub fn role(node: &Value) -> &str {
    node["role"]["value"].as_str().unwrap_or_default()
}

/// The accessible name of a node, with single spaces.
pub fn name(node: &Value) -> String {
    let name = node["name"]["value"].as_str().unwrap_or_default();
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the node has the focus. A page always claims to have it too.
pub fn has_focus(node: &Value) -> bool {
    role(node) != "RootWebArea" && property(node, "focused") == Some(&Value::Bool(true))
}

/// A property of a node of the tree.
pub fn property<'a>(node: &'a Value, name: &str) -> Option<&'a Value> {
    let mut properties = node["properties"].as_array()?.iter();
    properties.find(|property| property["name"] == name).map(|property| &property["value"]["value"])
}
