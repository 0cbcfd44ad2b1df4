//! The only code that knows a browser: clock, shelf, files, tabs, worker.
