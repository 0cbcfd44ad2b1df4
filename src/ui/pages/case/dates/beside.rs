//! Beside the dates: what does not stop them, and whether people outside the plan may look at the case.

use yew::prelude::*;

use super::cite;
use crate::case::Case;
use crate::civil::Date;
use crate::deadlines;
use crate::kinds::{Confidence, CoverageKind};
use crate::rulebook::schema::{OutsideReview, Play, Review, Track};
use crate::rulebook::{self, Source};
use crate::ui::parts::{Badge, Why};
use crate::words::deadlines::{confidence, gate, pauses, step};

/// What does not stop the clock, each with the rule that says so or the mark that none was found.
pub fn no_pause(coverage: Option<CoverageKind>, today: Date) -> Html {
    let book = rulebook::book();
    let behind = |rule: Option<&str>| book.binding(book.rule(rule?)?, coverage?);
    html! {
        <Why ask={pauses::ASK}>
            <p>{ pauses::LEAD }</p>
            <ul>
                { for pauses::list(coverage).into_iter().map(|pause| html! {
                    <li>
                        <strong>{ format!("{}.", pause.what) }</strong>{ " " }{ pause.why }{ " " }
                        if let Some(source) = behind(pause.rule) {
                            { cite(source, today) }
                        } else {
                            <Badge state={Confidence::NotConfirmed.key()} word={confidence(Confidence::NotConfirmed)} />
                        }
                    </li>
                }) }
            </ul>
        </Why>
    }
}

/// Which review outside the plan is theirs, whether it takes their reason, and what is left where it does not.
pub fn outside(case: &Case, coverage: Option<CoverageKind>, today: Date) -> Html {
    let book = rulebook::book();
    let track = deadlines::road(case, book).or_else(|| book.track(coverage?));
    let Some(track) = track else {
        return html! { <Why ask={gate::ASK}><p>{ gate::PLAN_UNKNOWN }</p></Why> };
    };
    let reviews = deadlines::reviews(case, book, track);
    html! {
        <Why ask={gate::ASK}>
            if reviews.is_empty() {
                { own_steps(track) }
            } else {
                <p>{ gate::LEAD }</p>
                { reason(case) }
                if reviews.len() > 1 { <p>{ gate::SEVERAL }</p> }
                { for reviews.into_iter().map(|one| review(one, track.coverage, today)) }
            }
        </Why>
    }
}

/// All steps of the road, what must be said of them, and who sees to it that the rules are kept.
pub fn road(case: &Case) -> Html {
    let Some(track) = deadlines::road(case, rulebook::book()) else { return Html::default() };
    html! {
        <Why ask={step::ROAD}>
            <p>{ track.levels_note.clone() }</p>
            <ol>{ for step::road(track).map(|(name, decider)| html! { <li>{ format!("{name}. Who decides: {decider}") }</li> }) }</ol>
            <p>{ step::watched(track) }</p>
        </Why>
    }
}

fn own_steps(track: &Track) -> Html {
    let steps: Vec<_> = track.levels.iter().filter(|level| level.kind.is_outside_the_plan()).collect();
    if steps.is_empty() {
        return html! { <p>{ gate::NONE }</p> };
    }
    html! {
        <>
            <p>{ gate::OWN_STEPS }</p>
            <ol>{ for steps.into_iter().map(|step| html! { <li>{ format!("{}. Who decides: {}", step.name, step.decider) }</li> }) }</ol>
        </>
    }
}

fn reason(case: &Case) -> Html {
    let plays = case.situations.iter().filter_map(|play| rulebook::book().play(&play.0));
    let known: Vec<(&Play, &OutsideReview)> =
        plays.filter_map(|play| Some((play, play.outside_review.as_ref()?))).collect();
    if known.is_empty() {
        return html! { <p>{ gate::NO_REASON }</p> };
    }
    html! {
        <ul>
            { for known.into_iter().map(|(play, review)| html! {
                <li><strong>{ format!("{}: {}. ", play.name, gate::takes(review.takes)) }</strong>{ review.why.clone() }</li>
            }) }
        </ul>
    }
}

/// What binds this plan: the citation of the review's own window, and where it has none, the review's.
fn bound_by(review: &Review, coverage: CoverageKind) -> Option<&'static Source> {
    let book = rulebook::book();
    let mut windows = review.file_by.iter().filter_map(|id| book.rule(id));
    windows.find_map(|rule| book.binding(rule, coverage)).or_else(|| book.source(&review.source))
}

fn review(review: &Review, coverage: CoverageKind, today: Date) -> Html {
    let fact = |what: &'static str, told: String| {
        html! { if !told.is_empty() { <div class="next-card__fact"><dt>{ what }</dt><dd>{ told }</dd></div> } }
    };
    html! {
        <section key={review.id.clone()} class="stack" aria-labelledby={format!("review-{}", review.id)}>
            <h4 id={format!("review-{}", review.id)}>{ review.name.clone() }</h4>
            <dl class="next-card__facts">
                { fact("Who decides", review.decider.clone()) }
                { fact("It takes", review.takes.join("; ")) }
                { fact("It does not take", review.leaves.clone()) }
                { fact("When", review.when.clone()) }
                { fact("What it costs", review.cost.clone()) }
                { fact("Whom it binds", review.binding.clone()) }
                { fact("How to ask", review.how_to_file.clone()) }
                { fact("What must be in it", review.must_include.join("; ")) }
                { fact("Papers", review.papers.clone()) }
                { fact("A doubt", review.doubt.clone()) }
            </dl>
            { for bound_by(review, coverage).into_iter().map(|source| cite(source, today)) }
        </section>
    }
}
