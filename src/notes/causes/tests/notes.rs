//! Lists, headings, tables and whole notes.
