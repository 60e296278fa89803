pane-article = Article
pane-people = People
pane-meetings = Meetings
pane-upcoming = Upcoming
pane-people-empty = Nobody is named
pane-meetings-empty = No meeting is spoken of
pane-upcoming-empty = Nothing is announced
pane-working = Reading on…

article-size = { $paragraphs ->
    [one] { $paragraphs } paragraph
   *[other] { $paragraphs } paragraphs
}
article-empty = There is no text here.
shipped-title = لقاءات أميركية روسية في جنيف
standard-input = standard input

status-paragraph = Paragraph { $at } of { $of }
status-percent = { $percent }%
status-walk = { $name }: { $at } of { $of }
status-on = On: { $name }
status-no-more = No further mention that way
status-nothing-chosen = Nothing chosen to walk: search, or open an entry
status-no-mention = No mention on the screen
status-no-jump = The list of jumps ends here
doctor-sample = قرأت سلمى لأخيها (12) صفحة من كتاب NATO
doctor-question = Which line reads right? Its number, or any other key:
status-unknown-terminal = Unknown terminal: if letters run the wrong way, run qari doctor
status-marks-hidden = Vowel marks are hidden: this terminal misplaces them
status-mouse-taken = The mouse is qari's; Shift selects
status-mouse-left = The mouse is the terminal's
status-count = { $count }×

status-harakat-auto = Vowel marks where the terminal can place them
status-harakat-as-written = Vowel marks as written
status-harakat-hidden = Vowel marks hidden
status-justify-off = Lines ragged
status-justify-spaces = Lines justified by spaces
status-justify-kashida = Lines justified by kashida and spaces
search-prompt = Search:
search-count = { $at } of { $of }
search-many = { $at } of more than { $of }
search-none = not found
search-exact = exact spelling
search-name = Search “{ $query }”

peek-mention = Mention { $at } of { $of }
peek-spellings = As worded: { $names }
peek-roles = Office: { $names }
peek-who = Who: { $names }
peek-where = Where: { $place }
peek-when = When: { $time }
peek-likely = Likely, not stated
peek-possible = A guess
peek-link = { $rule ->
    [variant] Another spelling of { $to }
    [part] Part of the name { $to }
    [surname] Surname of { $to }
    [given] Given name of { $to }
    [beside] A title beside the name
    [again] The title that { $to } was given
    [alike] A title that fits { $to }
    [definite] Takes up { $to }
    [event] The same event as { $to }
   *[other] Goes with { $to }
}

event-held = held
event-ongoing = under way
event-scheduled = scheduled
event-expected = expected
event-planned = planned
event-proposed = proposed
event-no-date = no date set
event-postponed = postponed
event-cancelled = cancelled
event-passed = date passed

help-title = Keys
help-leave = j k scroll · any other key leaves
help-moving = Moving
help-panes = People, meetings, sessions
help-finding = Finding
help-other = The rest
help-layout = Every key works under the Arabic layout too, by its place on the keyboard. A number before a key repeats it. While searching, Ctrl-f asks for the exact spelling.

key-space = Space
key-enter = Enter
key-esc = Esc
key-tab = Tab
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
key-home = Home
key-end = End
key-page-up = PgUp
key-page-down = PgDn
key-backspace = Backspace
key-delete = Del

command-down = A row further; in a pane the next entry
command-up = A row back; in a pane the entry before
command-page-down = A screen further
command-page-up = A screen back
command-half-down = Half a screen further
command-half-up = Half a screen back
command-top = To the start; with a number, to that paragraph
command-bottom = To the end
command-next-pane = The next region: article, people, meetings, upcoming
command-next-pane-hint = panes
command-previous-pane = The region before
command-people = People
command-meetings = Meetings
command-upcoming = Upcoming sessions
command-open = From an entry to its mention; from a mention to its entry
command-open-hint = go
command-back = One level back, to the same character
command-back-hint = back
command-next-mention = The next mention: of anything; in a pane, of the entry
command-next-mention-hint = next mention
command-previous-mention = The mention before
command-close-pane = Close this pane; Alt and its number opens it again
command-widen-panes = Wider panes
command-narrow-panes = Narrower panes
command-zen = Hide or show the panes
command-search = Search as you type, however spelled
command-search-hint = search
command-next = The next of what was chosen last: a search or an entry
command-previous = The one before
command-jump-back = Back to where you jumped from
command-jump-forward = Forward again
command-harakat = Vowel marks: where they can be placed, hidden, as written
command-justify = Justify: not, by spaces, by kashida and spaces
command-help = This page
command-help-hint = help
command-theme = Light or dark colours
command-mouse = Take the mouse, or leave it to the terminal
command-redraw = Draw the screen anew
command-suspend = To the shell; fg comes back
command-quit = Quit
command-quit-hint = quit
