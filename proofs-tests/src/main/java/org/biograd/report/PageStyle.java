package org.biograd.report;

/** The style sheet of the page. */
final class PageStyle {

    /** The style sheet, for light and dark surroundings, screen and paper. */
    static final String CSS = """
            :root {
              color-scheme: light dark;
              --page: #f5f7f9; --card: #ffffff; --ink: #1b1f24; --muted: #57606a; --line: #e3e7eb;
              --good: #1a7f37; --bad: #b42318; --accent: #0068b3;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --page: #12161b; --card: #1b2026; --ink: #e6e9ed; --muted: #9aa4b0; --line: #323a44;
                --good: #4ac26b; --bad: #ff8177; --accent: #58b4f5;
              }
            }
            * { box-sizing: border-box; }
            body {
              margin: 0; padding: 2rem 1rem 4rem; background: var(--page); color: var(--ink);
              font: 16px/1.55 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif;
            }
            main { max-width: 944px; margin: 0 auto; }
            h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
            h2 { font-size: 1.15rem; margin: 0 0 .75rem; }
            .lead { color: var(--muted); margin: 0 0 1.25rem; }
            .verdict { display: inline-block; font-weight: 600; margin: 0 0 1.5rem; padding: .2rem .8rem; border-radius: 1rem;
              border: 1.5px solid currentColor; }
            ul.bad { margin: -.75rem 0 1.5rem; padding-left: 1.4rem; }
            .good { color: var(--good); }
            .bad { color: var(--bad); }
            .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: .75rem; margin: 0 0 1.25rem; }
            .facts div, section { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
            .facts div { padding: .8rem 1rem; }
            .facts dt { color: var(--muted); font-size: .85rem; }
            .facts dd { margin: 0; font-size: 1.45rem; font-weight: 600; font-variant-numeric: tabular-nums; }
            .facts small { display: block; color: var(--muted); font-size: .8rem; font-weight: 400; line-height: 1.35; }
            section { margin: 0 0 1.25rem; padding: 1.25rem 1.5rem; }
            figure { margin: 0; }
            figure img { display: block; max-width: 100%; height: auto; }
            figcaption { color: var(--muted); font-size: .9rem; margin-top: .6rem; max-width: 50rem; }
            .scroll { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; font-size: .9rem; }
            th { text-align: left; font-weight: 600; color: var(--muted); border-bottom: 1.5px solid var(--line); }
            th, td { padding: .35rem .75rem .35rem 0; vertical-align: top; }
            td { border-bottom: 1px solid var(--line); }
            tr:last-child td { border-bottom: 0; }
            .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            code, pre { font: .85rem/1.5 ui-monospace, "SFMono-Regular", Consolas, "DejaVu Sans Mono", monospace; }
            pre { overflow-x: auto; margin: .5rem 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .4rem; }
            .digest { overflow-wrap: anywhere; }
            p { margin: .5rem 0; max-width: 50rem; }
            summary { cursor: pointer; color: var(--accent); }
            @media (max-width: 600px) { section { padding: 1rem; } }
            @media print { body { padding: 0; background: none; } section { break-inside: avoid; } }
            """;

    private PageStyle() {}
}
