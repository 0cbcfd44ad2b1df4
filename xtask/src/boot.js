// Starts the app after the first screen, which is plain HTML, has been painted.
// The finishing step of `cargo xtask build` fills in the two names. The state is on <html data-app>:
// "starting", then "running", or "failed" or "framed", for the styles and the tests to read.
const root = document.documentElement;

if (window.top === window.self) {
  root.dataset.app = "starting";
  // A reload inside a case must not flash the first screen.
  if (location.hash.length > 2) root.dataset.state = "opening";
  // The second frame begins when the first has been painted; a hidden tab paints none, hence the timer.
  await new Promise((painted) => {
    requestAnimationFrame(() => requestAnimationFrame(painted));
    setTimeout(painted, 1000);
  });
  try {
    const { default: start } = await import("./APP_JS");
    await start({ module_or_path: new URL("./APP_WASM", import.meta.url) });
    root.dataset.app = "running";
    delete root.dataset.state;
  } catch (cause) {
    root.dataset.app = "failed";
    delete root.dataset.state;
    throw cause;
  }
} else {
  // A page around this one could cover it and steer the clicks: a meta policy cannot forbid framing.
  root.dataset.app = "framed";
  const line = document.createElement("p");
  line.textContent = "Recourse does not run inside another page. Please open it in a tab of its own.";
  document.body.replaceChildren(line);
}
