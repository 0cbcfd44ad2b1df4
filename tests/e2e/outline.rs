//! The accessibility tree as a text that can be read, reviewed and kept as a golden file.

use crate::find::{name, role};
use serde_json::Value;

/// One line a node: role, name, value and states, indented; nodes without meaning are left out.
pub fn text(nodes: &[Value]) -> String {
    let mut lines = Vec::new();
    if let Some(root) = nodes.iter().find(|node| node["parentId"].is_null()) {
        write(root, nodes, 0, "", &mut lines);
    }
    lines.join("\n") + "\n"
}

fn write(node: &Value, nodes: &[Value], depth: usize, said: &str, lines: &mut Vec<String>) {
    let own = line(node, said);
    let inner_depth = depth + usize::from(own.is_some());
    let name = name(node);
    let said = if own.is_some() { name.as_str() } else { said };
    if let Some(own) = own {
        lines.push(format!("{}{own}", "  ".repeat(depth)));
    }
    for id in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = nodes.iter().find(|other| other["nodeId"] == *id) {
            write(child, nodes, inner_depth, said, lines);
        }
    }
}

/// The line of a node, or none if it means nothing by itself or repeats what was just said.
fn line(node: &Value, said: &str) -> Option<String> {
    let role = role(node);
    let name = name(node);
    let silent = matches!(
        role,
        "" | "none" | "generic" | "InlineTextBox" | "LineBreak" | "ListMarker" | "LabelText" | "LayoutTableCell"
    );
    if node["ignored"] == true || silent || (role == "StaticText" && (name.is_empty() || name == said)) {
        return None;
    }
    let mut line = match role {
        "StaticText" => format!("“{name}”"),
        "RootWebArea" => format!("page \"{name}\""),
        _ if name.is_empty() => role.to_owned(),
        _ => format!("{role} \"{name}\""),
    };
    if let Some(value) = node["value"]["value"].as_str().filter(|value| !value.is_empty()) {
        line += &format!(" = \"{value}\"");
    }
    if let Some(words) = node["description"]["value"].as_str().filter(|words| !words.is_empty()) {
        line += &format!(" described \"{words}\"");
    }
    for property in node["properties"].as_array().into_iter().flatten() {
        line += &state(role, property);
    }
    Some(line)
}

/// The states worth reading; `focusable` and the like are on everything.
fn state(role: &str, property: &Value) -> String {
    let value = &property["value"]["value"];
    let name = property["name"].as_str().unwrap_or_default();
    match (name, value) {
        ("focused", Value::Bool(true)) if role != "RootWebArea" => " ← focus".to_owned(),
        ("live", Value::String(how)) if how != "off" => format!(" [live {how}]"),
        ("level", Value::Number(level)) if role == "heading" => format!(" [{level}]"),
        ("disabled" | "required" | "modal", Value::Bool(true)) => format!(" [{name}]"),
        ("expanded", Value::Bool(open)) => format!(" [{}]", if *open { "open" } else { "closed" }),
        ("checked" | "pressed" | "invalid", Value::String(set)) if set != "false" => {
            format!(" [{name}]")
        }
        ("selected", Value::Bool(true)) => " [selected]".to_owned(),
        _ => String::new(),
    }
}
