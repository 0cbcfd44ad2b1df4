//! Text in, a draft with warnings out. One format a file.
