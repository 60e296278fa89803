//! The loop: events into messages, messages into frames.

use std::{
    io,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender},
    time::{Duration, Instant},
};

use super::{
    Class, Options,
    classes::Context,
    detect::{self, Environment},
    event::{self, Event},
    input::{ANSWER_PATIENCE, Decoder, Input, Reply},
    multiplexer::{self, Multiplexer, Outside},
    recognition::Recognition,
    restore,
    screen::Screen,
    session::Session,
    tty::{self, Tty},
};
use crate::{
    app::{
        Effect, Harakat, Message, Model, Notice,
        message::{Background, Mouse},
    },
    ui::{self, Canvas, Colours},
};

/// How long the end waits for answers that are still on their way, so that the shell does not get them.
const LAST_ANSWERS: Duration = Duration::from_millis(500);

/// How long the terminal outside a multiplexer may take to answer.
const OUTSIDE_PATIENCE: Duration = Duration::from_millis(500);

/// How the reading ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Ending {
    /// The reader quit, or the terminal is gone.
    Quit,
    /// A signal asked for it.
    Signal(i32),
}

impl Ending {
    /// Ends the process as the signal would have; does nothing where the reader quit.
    pub fn conclude(self) {
        #[cfg(unix)]
        if let Self::Signal(signal) = self {
            super::signals::die_of(signal);
        }
    }
}

/// Runs the reader in the controlling terminal until it ends, and leaves the terminal as it was.
///
/// What the reader asks of the world goes to `perform`, but for quitting, suspending and redrawing, which are done
/// here; what workers find comes back through `messages`.
///
/// # Errors
/// There is no terminal, or it cannot be written to.
pub fn run(
    model: &mut Model,
    options: &Options,
    messages: Receiver<Message>,
    perform: &mut dyn FnMut(Effect),
) -> io::Result<Ending> {
    restore::hook_panics();
    // Whether colours are wanted is the theme's business, not to be decided a second time where they are written.
    crossterm::style::force_color_output(true);
    let tty = Tty::open()?;
    let mut reader = Reader::new(tty, model, options, messages, perform)?;
    let outcome = reader.enter().and_then(|()| reader.read());
    restore::leave_screen();
    reader.take_last_answers();
    restore::undo();
    // What cannot be remembered is found out again the next time.
    let _ = reader.recognition.save();
    outcome
}

/// Everything the loop turns on.
struct Reader<'a> {
    model: &'a mut Model,
    perform: &'a mut dyn FnMut(Effect),
    options: &'a Options,
    colours: Colours,
    session: Session,
    screen: Screen,
    events: Receiver<Event>,
    sender: Sender<Event>,
    decoder: Decoder,
    recognition: Recognition,
    /// Whether it was said that marks are left out.
    said_marks: bool,
    multiplexer: Option<Multiplexer>,
    /// The window that the multiplexer shows this pane in.
    device: Option<String>,
    asking_outside: bool,
    /// The terminal is not ours for now.
    suspended: bool,
    /// Something happened that may show.
    stale: bool,
    /// What is to be written before the next frame.
    outbox: String,
    ending: Option<Ending>,
}

impl<'a> Reader<'a> {
    fn new(
        tty: Tty,
        model: &'a mut Model,
        options: &'a Options,
        messages: Receiver<Message>,
        perform: &'a mut dyn FnMut(Effect),
    ) -> io::Result<Self> {
        let environment = Environment::of_process();
        let multiplexer = Multiplexer::of(&environment);
        let outer = multiplexer.and_then(Multiplexer::outside);
        let recognition = Recognition::new(options.bidi, environment, outer);
        let class = recognition.verdict().class;
        let colours = detect::colours(recognition.evidence());
        let (sender, events) = event::listen(&tty, messages)?;
        let session = Session::new(tty, multiplexer, options.mouse, class, options.bidi.is_some())?;
        Ok(Self {
            model,
            perform,
            options,
            colours,
            session,
            screen: Screen::new(class),
            events,
            sender,
            decoder: Decoder::default(),
            recognition,
            said_marks: false,
            multiplexer,
            device: None,
            asking_outside: false,
            suspended: false,
            stale: true,
            outbox: String::new(),
            ending: None,
        })
    }

    /// Modes, queries and the first frame in one write; no answer is waited for.
    fn enter(&mut self) -> io::Result<()> {
        if let Some(background) = self.options.background {
            self.update(Message::Background(background));
        }
        self.measure()?;
        self.decoder.expect_answers(Instant::now(), ANSWER_PATIENCE);
        self.outbox = [&self.session.modes(), detect::QUERIES].concat();
        self.draw()?;
        self.ask_outside();
        Ok(())
    }

    fn read(&mut self) -> io::Result<Ending> {
        loop {
            if let Some(ending) = self.ending {
                return Ok(ending);
            }
            // A frame may give something to tell.
            while self.stale && !self.suspended {
                self.draw()?;
            }
            self.wait()?;
        }
    }

    /// Waits for an event and deals with it and with all that came meanwhile.
    fn wait(&mut self) -> io::Result<()> {
        let first = match self.decoder.deadline() {
            None => self.events.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(deadline) => self.events.recv_timeout(deadline.saturating_duration_since(Instant::now())),
        };
        match first {
            Ok(event) => self.on_event(event)?,
            Err(RecvTimeoutError::Timeout) => {
                let inputs = self.decoder.expire(Instant::now());
                self.on_inputs(inputs);
                self.settle();
            }
            Err(RecvTimeoutError::Disconnected) => self.ending = Some(Ending::Quit),
        }
        while let Ok(event) = self.events.try_recv() {
            self.on_event(event)?;
        }
        Ok(())
    }

    fn on_event(&mut self, event: Event) -> io::Result<()> {
        match event {
            #[cfg(unix)]
            Event::Bytes(bytes) => {
                let inputs = self.decoder.push(&bytes, Instant::now());
                self.on_inputs(inputs);
            }
            #[cfg(windows)]
            Event::Input(input) => self.on_inputs(vec![input]),
            Event::Resized => {
                self.measure()?;
                self.ask_outside();
            }
            #[cfg(unix)]
            Event::Continued => self.resume()?,
            #[cfg(unix)]
            Event::Stop => self.suspend(),
            #[cfg(unix)]
            Event::End(signal) => self.ending = Some(Ending::Signal(signal)),
            Event::Outside(outside) => self.on_outside(outside),
            Event::Gone => self.ending = Some(Ending::Quit),
            Event::Message(message) => self.update(message),
        }
        Ok(())
    }

    fn on_inputs(&mut self, inputs: Vec<Input>) {
        for input in inputs {
            match input {
                Input::Key(press) => self.update(Message::Key(press)),
                Input::Paste(text) => self.update(Message::Paste(text)),
                Input::Mouse(mouse) => {
                    let column = self.screen.visual_column(mouse.column, mouse.row);
                    self.update(Message::Mouse(Mouse { column, ..mouse }));
                }
                Input::FocusIn => self.ask_outside(),
                Input::Reply(reply) => self.on_reply(reply),
            }
        }
    }

    fn on_reply(&mut self, reply: Reply) {
        let background = self.recognition.evidence().background();
        self.recognition.learn(reply);
        let asked = self.options.background.is_none();
        if let Some(told) = self.recognition.evidence().background().filter(|told| asked && background != Some(*told)) {
            self.update(Message::Background(told));
        }
        if self.recognition.evidence().is_complete() {
            self.settle();
        }
    }

    /// Takes on what the answers tell once they are all there or no more are waited for.
    fn settle(&mut self) {
        if self.decoder.is_expecting() {
            return;
        }
        // Marks may be drawn now, or be known not to be; there may be more colours than were promised.
        self.stale = true;
        let evidence = self.recognition.evidence();
        self.colours = detect::colours(evidence);
        self.screen.set_synchronized(evidence.synchronizes());
        if evidence.is_complete() && self.multiplexer.is_none() && self.recognition.cares_for_bdsm() {
            // 1: it was set, and so is to be set again; 2 and 4: it was not; otherwise there is no such mode.
            self.session.learn_bdsm(matches!(evidence.bdsm(), Some(1 | 3)));
        }
        if self.recognition.decide_again() {
            self.take_class();
        }
        self.remember();
    }

    /// Remembers what was found out; where nothing was, tells the reader once where to turn.
    fn remember(&mut self) {
        if self.recognition.remember() {
            self.update(Message::Notice(Notice::UnknownTerminal));
        }
    }

    /// Switches reordering as the class needs it; the screen is erased and drawn again.
    fn take_class(&mut self) {
        let class = self.recognition.verdict().class;
        self.outbox += &self.session.become_class(class);
        self.screen.set_class(class);
        self.stale = true;
    }

    fn on_outside(&mut self, outside: Option<Outside>) {
        self.asking_outside = false;
        let Some(outside) = outside else { return };
        self.session.learn_passthrough(outside.passthrough);
        if self.device.as_ref() == Some(&outside.device) {
            return;
        }
        self.device = Some(outside.device);
        self.recognition.learn_outside(outside.version);
        self.recognition.decide_again();
        self.session.learn_bdsm(self.recognition.verdict().class == Class::Bdsm);
        // tmux of old does not tell colours; the answer of the terminal outside has no fence behind it.
        self.outbox += &Multiplexer::Tmux.wrap(detect::BACKGROUND_QUERY);
        self.decoder.expect_answers(Instant::now(), OUTSIDE_PATIENCE);
        // What was sent before it passed through has not arrived.
        self.take_class();
        self.remember();
    }

    /// Asks tmux, on a thread of its own, which terminal it shows: another one perhaps since the last time.
    fn ask_outside(&mut self) {
        if self.multiplexer == Some(Multiplexer::Tmux) && !self.suspended && !self.asking_outside {
            self.asking_outside = true;
            let sender = self.sender.clone();
            // Where the answer is not heard any more nothing is missed.
            std::thread::spawn(move || sender.send(Event::Outside(multiplexer::ask_tmux())));
        }
    }

    fn measure(&mut self) -> io::Result<()> {
        let (columns, rows) = tty::size()?;
        self.screen.forget();
        self.update(Message::Resize { columns, rows });
        Ok(())
    }

    fn update(&mut self, message: Message) {
        self.stale = true;
        for effect in self.model.update(message) {
            match effect {
                Effect::Quit => self.ending = Some(Ending::Quit),
                Effect::Suspend => self.suspend(),
                Effect::Redraw => self.screen.forget(),
                Effect::ToggleMouse => self.toggle_mouse(),
                other => (self.perform)(other),
            }
        }
    }

    fn toggle_mouse(&mut self) {
        let mouse = !self.session.has_mouse();
        let bytes = self.session.set_mouse(mouse);
        self.outbox += bytes;
        self.update(Message::Notice(if mouse { Notice::MouseTaken } else { Notice::MouseLeft }));
    }

    /// Gives the terminal back and stops; what follows [`Event::Continued`] takes it again.
    fn suspend(&mut self) {
        #[cfg(unix)]
        if !self.suspended {
            self.suspended = true;
            restore::leave_screen();
            self.take_last_answers();
            restore::undo();
            if !super::signals::stop_job() {
                // There is nobody who could wake it.
                let _ = self.sender.send(Event::Continued);
            }
        }
    }

    #[cfg(unix)]
    fn resume(&mut self) -> io::Result<()> {
        self.suspended = false;
        self.session.resume()?;
        self.outbox = self.session.modes();
        self.measure()?;
        // Whatever shows it now has to be told again.
        self.device = None;
        self.update(Message::Resumed);
        self.ask_outside();
        Ok(())
    }

    fn draw(&mut self) -> io::Result<()> {
        self.stale = false;
        let screen = self.model.geometry().screen;
        let mut canvas = Canvas::new(screen.width, screen.height);
        ui::view(self.model, self.colours, &mut canvas);
        self.screen.set_context(self.context());
        let frame = self.screen.frame(canvas, self.session.erasing().as_bytes())?;
        let outbox = std::mem::take(&mut self.outbox).into_bytes();
        self.session.write(&[outbox, frame].concat())?;
        // Until the answers are there it may turn out otherwise.
        let hides = self.screen.stripped_marks() && !self.decoder.is_expecting();
        if hides && !std::mem::replace(&mut self.said_marks, true) {
            self.update(Message::Notice(Notice::MarksHidden));
        }
        Ok(())
    }

    fn context(&self) -> Context {
        let (text, background) = match self.model.background() {
            Background::Dark => ([0xE4, 0xE7, 0xEC], [0x00; 3]),
            Background::Light => ([0x1C, 0x21, 0x29], [0xFF; 3]),
        };
        let evidence = self.recognition.evidence();
        Context {
            text: evidence.colour(10).unwrap_or(text),
            background: evidence.colour(11).unwrap_or(background),
            strips_marks: !self.recognition.verdict().places_marks && self.model.typography().harakat == Harakat::Auto,
        }
    }

    /// Reads the answers that are still on their way, so that they do not become input of the shell, and hears what
    /// the multiplexer is being asked, so that nothing it was told is left behind.
    fn take_last_answers(&mut self) {
        let end = Instant::now() + LAST_ANSWERS;
        let mut others = Vec::new();
        while self.decoder.is_expecting() || self.asking_outside {
            let left = end.saturating_duration_since(Instant::now());
            match self.events.recv_timeout(left) {
                #[cfg(unix)]
                Ok(Event::Bytes(bytes)) => drop(self.decoder.push(&bytes, Instant::now())),
                Ok(Event::Outside(outside)) => {
                    self.asking_outside = false;
                    if let Some(passthrough) = outside.and_then(|outside| outside.passthrough) {
                        restore::amend(|undo| undo.passthrough = undo.passthrough.take().or(Some(passthrough)));
                    }
                }
                Ok(Event::Gone) | Err(_) => break,
                Ok(other) => others.push(other),
            }
        }
        for event in others {
            // The receiver is here, so that it cannot be gone.
            let _ = self.sender.send(event);
        }
    }
}
