//! Lines of one text, each written for one class of terminals: one must read right, whatever the terminal does.

use ratatui::style::{Color, Modifier, Style};

use super::{
    Class,
    classes::{Arranged, Context, Switch},
};
use crate::{
    app::geometry::Area,
    ui::{
        Canvas,
        paint::{self, Side},
    },
};

/// Cells of a line: short enough for any screen.
const WIDTH: u16 = 50;

/// A line as bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sample {
    /// The class it is written for.
    pub class: Class,
    /// The bytes, with its number and the end of the line before.
    pub bytes: String,
}

/// The lines for a terminal that was found to be of class `found`. A switch that is known to the terminal it is for
/// alone is thrown for that terminal only; VTE's does nothing in others.
pub(super) fn lines(text: &str, found: Class) -> Vec<Sample> {
    let switched = match found {
        Class::Konsole | Class::Mlterm => found,
        _ => Class::Plain,
    };
    let classes = [switched, Class::Bdsm, Class::Kitty, Class::Split, Class::Putty, Class::Logical];
    (1..).zip(classes).map(|(number, class)| Sample { class, bytes: line(number, class, text) }).collect()
}

/// What undoes the switches.
pub(super) fn restoring(found: Class) -> String {
    lines("", found).iter().filter_map(|sample| Switch::of(sample.class)).map(|switch| switch.on).collect()
}

fn line(number: u32, class: Class, text: &str) -> String {
    let mut canvas = Canvas::new(WIDTH, 1);
    let row = Area { x: 0, y: 0, width: WIDTH, height: 1 };
    paint::label(&mut canvas, row, &number.to_string(), Side::Left, Style::new());
    paint::label(&mut canvas, row.inset(4, 2), text, Side::Right, Style::new());
    let context = Context { text: [0x80; 3], ..Context::default() };
    let arranged = Arranged::new(class, canvas, &context);
    let switch = Switch::of(class);
    let off = switch.map_or("", |switch| switch.off);
    // VTE keeps the mode with the row: once it is written the mode may be set again.
    let on = switch.filter(|_| class == Class::Bdsm).map_or("", |switch| switch.on);
    let cells: String = arranged.buffer.content.iter().map(cell).collect();
    format!("\r\n{off}\x1b[2K{cells}\x1b[m{on}")
}

fn cell(cell: &ratatui::buffer::Cell) -> String {
    let colour = match cell.fg {
        Color::Rgb(red, green, blue) => format!("\x1b[38;2;{red};{green};{blue}m"),
        _ => "\x1b[39m".to_owned(),
    };
    let slant = if cell.modifier.contains(Modifier::ITALIC) { "\x1b[3m" } else { "\x1b[23m" };
    [&colour, slant, cell.symbol()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_class_has_a_line_of_its_own_and_every_switch_is_thrown_back() {
        let samples = lines("\u{633}\u{644}\u{627}\u{645} (12) abc", Class::Konsole);
        assert_eq!(samples.iter().map(|sample| sample.class).filter(|class| *class == Class::Konsole).count(), 1);
        let bytes: Vec<&str> = samples.iter().map(|sample| sample.bytes.as_str()).collect();
        assert!(bytes.iter().enumerate().all(|(index, line)| !bytes[..index].contains(line)), "{bytes:#?}");
        assert!(restoring(Class::Konsole).contains("BidiRenderingEnabled=true"));
        assert!(!restoring(Class::Plain).contains("BidiRenderingEnabled"));
    }
}
