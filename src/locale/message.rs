//! The messages that code names, each with the values it takes.

use fluent_bundle::FluentArgs;

/// Declares [`Msg`]: a variant a message, with its Fluent id and its values.
macro_rules! messages {
    ($($id:literal => $name:ident $({ $($field:ident: $type:ty),* })?),* $(,)?) => {
        /// A message of the interface with the values it is to show.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Msg<'a> {
            $(#[doc = concat!("The message `", $id, "`.")] #[allow(missing_docs)] $name $({ $($field: $type),* })?,)*
        }

        impl Msg<'_> {
            /// Every id, for checking the catalogues.
            #[cfg(test)]
            pub(super) const IDS: &'static [&'static str] = &[$($id),*];

            /// The id under which the catalogues hold the message.
            pub(super) fn id(&self) -> &'static str {
                match self {
                    $(Self::$name $({ $($field: _),* })? => $id,)*
                }
            }

            /// The values as Fluent takes them.
            pub(super) fn args(&self) -> FluentArgs<'_> {
                #[allow(unused_mut)]
                let mut args = FluentArgs::new();
                match self {
                    $(Self::$name $({ $($field),* })? => { $($(args.set(stringify!($field), *$field);)*)? })*
                }
                args
            }
        }
    };
}

messages! {
    "pane-article" => PaneArticle,
    "pane-people" => PanePeople,
    "pane-meetings" => PaneMeetings,
    "pane-upcoming" => PaneUpcoming,
    "pane-people-empty" => PeopleEmpty,
    "pane-meetings-empty" => MeetingsEmpty,
    "pane-upcoming-empty" => UpcomingEmpty,
    "pane-working" => Working,
    "article-size" => ArticleSize { paragraphs: usize },
    "article-empty" => EmptyArticle,
    "shipped-title" => ShippedTitle,
    "standard-input" => StandardInput,
    "status-paragraph" => Paragraph { at: usize, of: usize },
    "status-percent" => Percent { percent: usize },
    "status-walk" => Walk { name: &'a str, at: usize, of: usize },
    "status-on" => On { name: &'a str },
    "status-no-more" => NoMore,
    "status-nothing-chosen" => NothingChosen,
    "status-no-mention" => NoMention,
    "status-no-jump" => NoJump,
    "doctor-sample" => DoctorSample,
    "doctor-question" => DoctorQuestion,
    "status-unknown-terminal" => UnknownTerminal,
    "status-marks-hidden" => MarksHidden,
    "status-mouse-taken" => MouseTaken,
    "status-mouse-left" => MouseLeft,
    "status-count" => Count { count: usize },
    "status-harakat-auto" => HarakatAuto,
    "status-harakat-as-written" => HarakatAsWritten,
    "status-harakat-hidden" => HarakatHidden,
    "status-justify-off" => JustifyOff,
    "status-justify-spaces" => JustifySpaces,
    "status-justify-kashida" => JustifyKashida,
    "search-prompt" => SearchPrompt,
    "search-count" => SearchCount { at: usize, of: usize },
    "search-many" => SearchMany { at: usize, of: usize },
    "search-none" => SearchNone,
    "search-exact" => SearchExact,
    "search-name" => SearchName { query: &'a str },
    "peek-mention" => PeekMention { at: usize, of: usize },
    "peek-spellings" => Spellings { names: &'a str },
    "peek-roles" => Roles { names: &'a str },
    "peek-who" => Who { names: &'a str },
    "peek-where" => Where { place: &'a str },
    "peek-when" => When { time: &'a str },
    "peek-link" => LinkedBy { rule: &'a str, to: &'a str },
    "event-held" => Held,
    "event-ongoing" => Ongoing,
    "event-scheduled" => Scheduled,
    "event-expected" => Expected,
    "event-planned" => Planned,
    "event-proposed" => Proposed,
    "event-no-date" => NoDateSet,
    "event-postponed" => Postponed,
    "event-cancelled" => Cancelled,
    "event-passed" => Passed,
    "peek-likely" => Likely,
    "peek-possible" => Possible,
    "help-title" => HelpTitle,
    "help-moving" => HelpMoving,
    "help-panes" => HelpPanes,
    "help-finding" => HelpFinding,
    "help-other" => HelpOther,
    "help-leave" => HelpLeave,
    "help-layout" => HelpLayout,
    "key-space" => KeySpace,
    "key-enter" => KeyEnter,
    "key-esc" => KeyEsc,
    "key-tab" => KeyTab,
    "key-up" => KeyUp,
    "key-down" => KeyDown,
    "key-left" => KeyLeft,
    "key-right" => KeyRight,
    "key-home" => KeyHome,
    "key-end" => KeyEnd,
    "key-page-up" => KeyPageUp,
    "key-page-down" => KeyPageDown,
    "key-backspace" => KeyBackspace,
    "key-delete" => KeyDelete,
}
