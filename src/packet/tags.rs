//! The structure of the document for those who hear it: a tree of tags that collects the pieces drawn for each.
//!
//! Knows no layout: whoever draws says to which tag the ink belongs.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// A tag in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TagAt(usize);

/// The tree, before and while ink is drawn.
#[derive(Debug, Default)]
pub struct Tags {
    nodes: Vec<Grown>,
    roots: Vec<TagAt>,
}

#[derive(Debug)]
struct Grown {
    kind: TagKind,
    /// In the order in which it is heard.
    content: Vec<Content>,
}

#[derive(Clone, Copy, Debug)]
enum Content {
    Tag(TagAt),
    Ink(Identifier),
}

impl Tags {
    /// A tag at the top of the tree.
    pub fn root(&mut self, kind: impl Into<TagKind>) -> TagAt {
        let at = self.push(kind.into());
        self.roots.push(at);
        at
    }

    /// A tag under another, after those that are already there.
    pub fn under(&mut self, parent: TagAt, kind: impl Into<TagKind>) -> TagAt {
        let at = self.push(kind.into());
        self.nodes[parent.0].content.push(Content::Tag(at));
        at
    }

    /// Tells a tag of a piece that was drawn for it.
    pub fn drawn(&mut self, tag: TagAt, piece: Identifier) {
        self.nodes[tag.0].content.push(Content::Ink(piece));
    }

    /// The finished tree.
    pub fn tree(&self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for root in &self.roots {
            tree.push(self.group(*root));
        }
        tree
    }

    fn push(&mut self, kind: TagKind) -> TagAt {
        self.nodes.push(Grown { kind, content: Vec::new() });
        TagAt(self.nodes.len() - 1)
    }

    fn group(&self, at: TagAt) -> TagGroup {
        let grown = &self.nodes[at.0];
        let children = grown.content.iter().map(|content| match content {
            Content::Tag(tag) => Node::Group(self.group(*tag)),
            Content::Ink(piece) => Node::Leaf(*piece),
        });
        let mut group = TagGroup::new(grown.kind.clone());
        group.children = children.collect();
        group
    }
}

/// A heading of this depth, from 1.
pub fn heading(depth: NonZeroU16, words: &str) -> TagKind {
    Tag::Hn(depth, Some(words.to_owned())).into()
}

/// A list.
pub fn list(numbered: bool) -> TagKind {
    Tag::L(if numbered { ListNumbering::Decimal } else { ListNumbering::Disc }).into()
}

/// The name of a column.
pub fn column_head() -> TagKind {
    Tag::TH(TableHeaderScope::Column).into()
}
