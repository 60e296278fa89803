//! What happens, and what the reader does about it.

use std::sync::Arc;

use super::{
    command::Command,
    key::{Key, KeyPress, Modifiers},
    keymap,
    message::{Effect, Message, Mouse, MouseAction},
    model::{Focus, Model, Notice},
    searching, walking,
};
use crate::{document::Document, text::Column};

/// The largest count that can be typed before a command.
const LARGEST_COUNT: usize = 99_999;
/// Rows a turn of the wheel moves.
const WHEEL: isize = 3;

impl Model {
    /// Takes in what happened and tells what is to be done about it.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        let mut effects = match message {
            Message::Key(press) => self.on_key(press),
            Message::Paste(text) => searching::paste(self, &text),
            Message::Mouse(mouse) => self.on_mouse(mouse),
            Message::Resize { columns, rows } => {
                self.size = (columns, rows);
                Vec::new()
            }
            Message::Background(background) => {
                self.background = background;
                Vec::new()
            }
            Message::Document(document) => self.on_document(document),
            Message::Hits(hits) => {
                searching::answered(self, hits);
                Vec::new()
            }
            Message::Notice(notice) => {
                self.notice = Some(notice);
                Vec::new()
            }
            Message::Levels { paragraph, settings, levels } => {
                self.reading.set_levels(paragraph, &settings, levels);
                Vec::new()
            }
            Message::Resumed => vec![Effect::Redraw],
        };
        self.refresh();
        let resolve = self.reading.take_wanted().into_iter();
        effects.extend(resolve.map(|(paragraph, settings)| Effect::Resolve { paragraph, settings }));
        effects
    }

    fn on_document(&mut self, document: Arc<Document>) -> Vec<Effect> {
        let same_text = self.document.article().text().len() == document.article().text().len();
        self.document = document;
        if !same_text {
            self.reading.renew(self.document.article());
        }
        if self.awaits_end && self.document.is_whole() {
            self.awaits_end = false;
            self.reading.to_end(self.document.article());
        }
        // A search over what was there so far is asked again of the whole.
        let again = !same_text && !self.search.words().is_empty();
        if again { searching::ask_again(self) } else { Vec::new() }
    }

    fn on_key(&mut self, press: KeyPress) -> Vec<Effect> {
        self.notice = None;
        self.awaits_end = false;
        if self.search.field.is_some() {
            return searching::key(self, press);
        }
        if let Some(digit) = self.count_digit(press) {
            self.count = Some((self.count.unwrap_or(0) * 10 + digit).min(LARGEST_COUNT));
            return Vec::new();
        }
        let Some(command) = self.keymap.command(press) else {
            self.count = None;
            return Vec::new();
        };
        let count = self.count.take();
        self.execute(command, count)
    }

    /// A digit that belongs to a count; a count does not begin with 0.
    fn count_digit(&self, press: KeyPress) -> Option<usize> {
        let Key::Char(typed) = keymap::latin(press).key else { return None };
        let digit = typed.to_digit(10)? as usize;
        (press.modifiers == Modifiers::default() && (digit > 0 || self.count.is_some())).then_some(digit)
    }

    fn execute(&mut self, command: Command, count: Option<usize>) -> Vec<Effect> {
        if self.help.is_some() {
            return self.execute_in_help(command, count);
        }
        let times = signed(count.unwrap_or(1));
        match command {
            Command::Down => self.move_by(times, Unit::Step),
            Command::Up => self.move_by(-times, Unit::Step),
            Command::PageDown => self.move_by(times, Unit::Page),
            Command::PageUp => self.move_by(-times, Unit::Page),
            Command::HalfDown => self.move_by(times, Unit::HalfPage),
            Command::HalfUp => self.move_by(-times, Unit::HalfPage),
            Command::Top | Command::Bottom => match (self.focus, count) {
                (Focus::Article, Some(number)) => walking::to_paragraph(self, number),
                _ => self.go_to_end(command == Command::Bottom),
            },
            Command::NextPane => walking::turn_focus(self, times),
            Command::PreviousPane => walking::turn_focus(self, -times),
            Command::People => walking::focus_pane(self, 0),
            Command::Meetings => walking::focus_pane(self, 1),
            Command::Upcoming => walking::focus_pane(self, 2),
            Command::Open => walking::open(self),
            Command::Back => walking::back(self),
            Command::NextMention => walking::step_mention(self, times),
            Command::PreviousMention => walking::step_mention(self, -times),
            Command::Next => walking::step_chosen(self, times),
            Command::Previous => walking::step_chosen(self, -times),
            Command::JumpBack => walking::jump_back(self),
            Command::JumpForward => walking::jump_forward(self),
            Command::Search => searching::begin(self),
            Command::ClosePane => walking::close_pane(self),
            Command::WidenPanes => walking::widen_panes(self, times),
            Command::NarrowPanes => walking::widen_panes(self, -times),
            Command::Zen => self.zen = !self.zen,
            Command::Harakat => {
                self.typography.turn_harakat();
                self.notice = Some(Notice::Harakat(self.typography.harakat));
            }
            Command::Justify => {
                self.typography.turn_justify();
                self.notice = Some(Notice::Justify(self.typography.justify));
            }
            Command::Help => self.help = Some(0),
            Command::Theme => self.background = self.background.other(),
            Command::Redraw => return vec![Effect::Redraw],
            Command::Mouse => return vec![Effect::ToggleMouse],
            Command::Suspend => return vec![Effect::Suspend],
            Command::Quit => return vec![Effect::Quit],
        }
        Vec::new()
    }

    /// The help is a page to scroll; what does not scroll it closes it, but for what must always work.
    fn execute_in_help(&mut self, command: Command, count: Option<usize>) -> Vec<Effect> {
        let page = usize::from(self.geometry.screen.height / 2).max(1);
        let times = count.unwrap_or(1);
        let first = self.help.unwrap_or(0);
        self.help = match command {
            Command::Down => Some(first.saturating_add(times)),
            Command::Up => Some(first.saturating_sub(times)),
            Command::PageDown | Command::HalfDown => Some(first.saturating_add(page)),
            Command::PageUp | Command::HalfUp => Some(first.saturating_sub(page)),
            Command::Top => Some(0),
            Command::Bottom => Some(usize::MAX),
            Command::Redraw => return vec![Effect::Redraw],
            Command::Suspend => return vec![Effect::Suspend],
            _ => None,
        };
        Vec::new()
    }

    fn move_by(&mut self, times: isize, unit: Unit) {
        match self.focus {
            Focus::Article => {
                let page = signed(self.reading.page());
                let rows = match unit {
                    Unit::Step => 1,
                    Unit::HalfPage => (page / 2).max(1),
                    Unit::Page => page,
                };
                self.reading.scroll(self.document.article(), times.saturating_mul(rows));
            }
            Focus::Pane(pane) => {
                let capacity = self.geometry.panes[pane.index()].map_or(1, |pane| pane.capacity().max(1));
                let entries = match unit {
                    Unit::Step => 1,
                    Unit::HalfPage => capacity.div_ceil(2),
                    Unit::Page => capacity,
                };
                self.panes.step_entry(&self.document, pane, times.saturating_mul(signed(entries)));
            }
        }
    }

    fn go_to_end(&mut self, bottom: bool) {
        match (self.focus, bottom) {
            (Focus::Article, _) => {
                self.jumps.leave(self.reading.spot());
                let article = self.document.article();
                if bottom {
                    self.reading.to_end(article)
                } else {
                    self.reading.to_start(article)
                }
                self.awaits_end = bottom && !self.document.is_whole();
            }
            (Focus::Pane(pane), true) => self.panes.step_entry(&self.document, pane, isize::MAX),
            (Focus::Pane(pane), false) => self.panes.step_entry(&self.document, pane, isize::MIN),
        }
    }

    fn on_mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        self.notice = None;
        match mouse.action {
            MouseAction::WheelUp => self.reading.scroll(self.document.article(), -WHEEL),
            MouseAction::WheelDown => self.reading.scroll(self.document.article(), WHEEL),
            MouseAction::Press if self.on_border(mouse) => self.dragging = true,
            MouseAction::Press => self.on_press(mouse),
            MouseAction::Drag if self.dragging => self.panes_width = Some(mouse.column),
            MouseAction::Drag => {}
            MouseAction::Release => self.dragging = false,
        }
        Vec::new()
    }

    /// Whether the pointer is on the border between the panes and the article.
    fn on_border(&self, mouse: Mouse) -> bool {
        let beside = self.geometry.panes_width() > 0;
        beside && self.geometry.scroll_bar.is_some_and(|bar| bar.contains(mouse.column, mouse.row))
    }

    /// A press on a row of a pane selects it, a second one opens it; one on a mention gives it the eye.
    fn on_press(&mut self, mouse: Mouse) {
        let text = self.geometry.text;
        if text.contains(mouse.column, mouse.row) {
            self.focus = Focus::Article;
            let cell = (usize::from(mouse.row - text.y), Column(mouse.column - text.x));
            let mark = self.reading.hit(cell.0, cell.1).and_then(|hit| self.document.listed_at(hit.start()));
            if let Some(mark) = mark {
                self.reading.look_at(self.document.article(), mark.passage);
            }
            return;
        }
        walking::press_in_pane(self, mouse);
    }
}

/// How far a movement goes.
#[derive(Clone, Copy)]
enum Unit {
    Step,
    HalfPage,
    Page,
}

fn signed(count: usize) -> isize {
    isize::try_from(count).unwrap_or(isize::MAX)
}
