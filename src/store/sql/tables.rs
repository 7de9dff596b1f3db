//! Every table and its columns, for who carries rows away: to a file, to a person.

/// One column.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) is_text: bool,
}

/// One table.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) columns: &'static [Column],
    pub(super) select: &'static str,
    /// Takes rows as one JSON text.
    pub(super) insert: &'static str,
    pub(super) count: &'static str,
}

macro_rules! column {
    ($name:ident number) => {
        Column {
            name: stringify!($name),
            is_text: false,
        }
    };
    ($name:ident text) => {
        Column {
            name: stringify!($name),
            is_text: true,
        }
    };
}

macro_rules! taken {
    ($name:ident number) => {
        concat!("CAST(line.value ->> '", stringify!($name), "' AS BIGINT)")
    };
    ($name:ident text) => {
        concat!("line.value ->> '", stringify!($name), "'")
    };
}

macro_rules! table {
    ($table:ident: $first:ident $kind:ident $(, $name:ident $more:ident)*) => {
        Table {
            name: stringify!($table),
            columns: &[column!($first $kind) $(, column!($name $more))*],
            select: concat!("SELECT ", stringify!($first) $(, ", ", stringify!($name))*, " FROM ", stringify!($table)),
            insert: concat!(
                "INSERT INTO ", stringify!($table), " (", stringify!($first) $(, ", ", stringify!($name))*, ") SELECT ",
                taken!($first $kind) $(, ", ", taken!($name $more))*, " FROM json_each($1) AS line"
            ),
            count: concat!("SELECT COUNT(*) FROM ", stringify!($table)),
        }
    };
}

/// All of them; who is referred to comes first.
pub(super) const TABLES: &[Table] = &[
    table!(servers: server number, settings text, left_at number),
    table!(settings_changes: id number, server number, player number, at number, before text, after text),
    table!(games: id number, server number, channel number, host number, state text, messages text, owner text, epoch number,
        beat number, started number, ended number, counted number),
    table!(choices: game number, round number, player number, answer text, at number),
    table!(answers: game number, round number, player number, server number, question text, fact text, topic text, verdict text,
        points number, at number, day number, season number, alone number, opens number, opens_topic number),
    table!(folded: server number, season number, day number, topic text, player number, points number, correct number,
        answers number, games number, topic_games number, alone_points number, alone_correct number, alone_answers number,
        alone_games number, alone_topic_games number),
    table!(totals: server number, season number, topic text, player number, points number, correct number, answers number,
        games number, alone_points number, alone_correct number, alone_answers number, alone_games number),
    table!(days: server number, day number, topic text, player number, points number, correct number, answers number,
        games number, topic_games number, alone_points number, alone_correct number, alone_answers number, alone_games number,
        alone_topic_games number),
    table!(seasons: server number, number number, begins number, ends number, due number, ended_by number,
        podium_owed number),
    table!(study_groups: id number, server number, name text, name_key text, created_by number, created number),
    table!(members: study_group number, player number, server number, joined number),
    table!(hidden: player number, at number),
    table!(told: player number, at number),
    table!(asked: server number, question text, times number, answers number, wrong number, last number, fact text, topic text,
        note text, heading text, prompt text),
    table!(reports: id number, server number, player number, question text, fact text, shown text, reason text, at number,
        closed number),
    table!(blocked: server number, fact text, player number, at number),
    table!(session_starts: at number),
];
