//! What can be done, as one table: it feeds dispatch, the help screen and the README.

/// Declares [`Command`] and its table: a line a command, with its id, its group in the help and its keys.
macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident, $id:literal, $group:ident, [$($key:literal),*];)*) => {
        /// Something the reader can be told to do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Command { $($(#[$doc])* $name),* }

        /// Every command, in the order of the help.
        pub const TABLE: &[Row] = &[
            $(Row {
                command: Command::$name,
                id: $id,
                help: concat!("command-", $id),
                group: Group::$group,
                keys: &[$($key),*],
            }),*
        ];
    };
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// What it does.
    pub command: Command,
    /// Its name in the configuration.
    pub id: &'static str,
    /// The id of its help in the message catalogue.
    pub help: &'static str,
    /// Where the help lists it.
    pub group: Group,
    /// Its keys as [`super::keymap::parse`] reads them, on a Latin layout.
    pub keys: &'static [&'static str],
}

/// A section of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// Moving through the article.
    Moving,
    /// The panes and their links.
    Panes,
    /// Search and walking.
    Finding,
    /// The rest.
    Other,
}

impl Group {
    /// Every section, in the order of the help.
    pub const ALL: [Self; 4] = [Self::Moving, Self::Panes, Self::Finding, Self::Other];
}

commands! {
    /// A row or an entry further.
    Down, "down", Moving, ["j", "Down"];
    /// A row or an entry back.
    Up, "up", Moving, ["k", "Up"];
    /// A screen further.
    PageDown, "page-down", Moving, ["Space", "PageDown"];
    /// A screen back.
    PageUp, "page-up", Moving, ["b", "PageUp"];
    /// Half a screen further.
    HalfDown, "half-down", Moving, ["Ctrl-d"];
    /// Half a screen back.
    HalfUp, "half-up", Moving, ["Ctrl-u"];
    /// To the start.
    Top, "top", Moving, ["g", "Home"];
    /// To the end.
    Bottom, "bottom", Moving, ["G", "End"];
    /// To the next region in reading order.
    NextPane, "next-pane", Panes, ["Tab"];
    /// To the region before.
    PreviousPane, "previous-pane", Panes, ["BackTab"];
    /// To the people.
    People, "people", Panes, ["Alt-1"];
    /// To the meetings.
    Meetings, "meetings", Panes, ["Alt-2"];
    /// To the upcoming sessions.
    Upcoming, "upcoming", Panes, ["Alt-3"];
    /// From an entry to its first mention, from a mention to its entry.
    Open, "open", Panes, ["Enter"];
    /// One level back.
    Back, "back", Panes, ["Esc"];
    /// The next mention: of anything in the text, of the chosen entry in a pane.
    NextMention, "next-mention", Panes, ["]", "Left"];
    /// The mention before.
    PreviousMention, "previous-mention", Panes, ["[", "Right"];
    /// Close this pane.
    ClosePane, "close-pane", Panes, ["x"];
    /// More columns for the panes.
    WidenPanes, "widen-panes", Panes, ["+"];
    /// Fewer columns for the panes.
    NarrowPanes, "narrow-panes", Panes, ["-"];
    /// Hide or show the panes.
    Zen, "zen", Panes, ["z"];
    /// Search as you type.
    Search, "search", Finding, ["/"];
    /// The next hit or mention of what was chosen last.
    Next, "next", Finding, ["n"];
    /// The hit or mention before.
    Previous, "previous", Finding, ["N"];
    /// To the place before the last jump.
    JumpBack, "jump-back", Finding, ["Ctrl-o", "Alt-Right"];
    /// To the place after it.
    JumpForward, "jump-forward", Finding, ["Ctrl-p", "Alt-Left"];
    /// Vowel marks where they can be placed, hidden, as written.
    Harakat, "harakat", Other, ["v"];
    /// Lines even at one side, by spaces, by kashida.
    Justify, "justify", Other, ["="];
    /// The list of commands.
    Help, "help", Other, ["?", "F1", "h"];
    /// Light or dark colours.
    Theme, "theme", Other, ["t"];
    /// Take the mouse, or leave it to the terminal.
    Mouse, "mouse", Other, ["M"];
    /// Draw the screen anew.
    Redraw, "redraw", Other, ["Ctrl-l"];
    /// To the shell and back.
    Suspend, "suspend", Other, ["Ctrl-z"];
    /// End.
    Quit, "quit", Other, ["q", "Ctrl-c"];
}

/// The command of that name.
#[must_use]
pub fn by_id(id: &str) -> Option<Command> {
    TABLE.iter().find(|row| row.id == id).map(|row| row.command)
}

/// The row of a command.
#[must_use]
pub fn row(command: Command) -> &'static Row {
    // The table holds every command: the macro that declares them writes both.
    TABLE.iter().find(|row| row.command == command).unwrap_or(&TABLE[0])
}
