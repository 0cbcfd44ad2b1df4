//! Saves words being typed within a second, and at once when the page is hidden or left. What could not be saved is held as
//! long as the page lives, and tried again.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;

use crate::case::CaseId;
use crate::civil::Date;
use crate::storage::draft::Draft;
use crate::storage::{DraftKey, Shelf, saving};

/// How long words may wait, in milliseconds. Counted from the first unsaved keystroke, not the last, so that somebody who
/// never pauses is saved too. The promise is two seconds.
const WAIT: u32 = 1_000;

/// Keeps words being typed. What waits is saved when this is dropped.
pub struct Keeper {
    desk: Rc<Desk>,
    _left: Vec<EventListener>,
}

/// Told how the saving of a draft went.
type Told = dyn Fn(&DraftKey, Result<(), saving::Error>);

struct Desk {
    shelf: Rc<dyn Shelf>,
    told: Box<Told>,
    waiting: RefCell<BTreeMap<DraftKey, Draft>>,
    timer: RefCell<Option<Timeout>>,
}

impl Keeper {
    /// Keeps drafts on `shelf`, and tells how each save went.
    #[must_use]
    pub fn new(shelf: Rc<dyn Shelf>, told: impl Fn(&DraftKey, Result<(), saving::Error>) + 'static) -> Self {
        let desk =
            Rc::new(Desk { shelf, told: Box::new(told), waiting: RefCell::default(), timer: RefCell::default() });
        let mut left = Vec::new();
        if let Some(window) = web_sys::window() {
            let at_hand = Rc::clone(&desk);
            left.push(EventListener::new(&window, "pagehide", move |_| at_hand.save()));
            if let Some(document) = window.document() {
                let at_hand = Rc::clone(&desk);
                left.push(EventListener::new(&document, "visibilitychange", move |_| at_hand.save()));
            }
        }
        Self { desk, _left: left }
    }

    /// Notes a keystroke.
    pub fn typed(&self, key: DraftKey, text: String, today: Date) {
        self.desk.waiting.borrow_mut().insert(key, Draft { text, saved_on: today });
        let mut timer = self.desk.timer.borrow_mut();
        if timer.is_none() {
            let desk = Rc::downgrade(&self.desk);
            *timer = Some(Timeout::new(WAIT, move || {
                if let Some(desk) = desk.upgrade() {
                    desk.save();
                }
            }));
        }
    }

    /// The last words typed under this key: those that wait, or else those that are saved.
    #[must_use]
    pub fn words(&self, key: &DraftKey) -> Option<String> {
        if let Some(draft) = self.desk.waiting.borrow().get(key) {
            return Some(draft.text.clone()).filter(|text| !text.is_empty());
        }
        // A shelf that cannot be read holds no words; that it cannot be read is said when it is loaded.
        saving::draft(&*self.desk.shelf, key).ok().flatten().map(|draft| draft.text)
    }

    /// Takes the draft away, once its words are in the case.
    pub fn done(&self, key: &DraftKey) {
        self.desk.waiting.borrow_mut().remove(key);
        (self.desk.told)(key, saving::drop_draft(&*self.desk.shelf, key).map_err(saving::Error::from));
    }

    /// Gives up what waits to be saved for this case, or all that waits, because it is being erased.
    pub fn forget(&self, case: Option<&CaseId>) {
        self.desk.waiting.borrow_mut().retain(|key, _| case.is_some() && key.case.as_ref() != case);
    }

    /// Saves at once what waits.
    pub fn save(&self) {
        self.desk.save();
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.desk.save();
    }
}

impl Desk {
    fn save(&self) {
        drop(self.timer.take());
        let mut outcomes = Vec::new();
        for (key, draft) in self.waiting.take() {
            let kept = saving::save_draft(&*self.shelf, &key, &draft);
            if kept.is_err() {
                self.waiting.borrow_mut().insert(key.clone(), draft);
            }
            outcomes.push((key, kept));
        }
        // What failed is told last, so that it is what stands.
        outcomes.sort_by_key(|(_, kept)| kept.is_err());
        for (key, kept) in outcomes {
            (self.told)(&key, kept);
        }
    }
}
