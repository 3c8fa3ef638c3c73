package org.biograd.site;

/** Text as HTML, and the frame of every page. */
final class Html {

    private Html() {}

    /** Text with what HTML would take for marks written out. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * A page.
     *
     * @param title its title
     * @param path where it is, from the root of the site
     * @param body what stands in it
     * @param scripts further scripts, from the root of the site
     */
    static String page(String title, String path, String body, String... scripts) {
        String root = "../".repeat((int) path.chars().filter(c -> c == '/').count());
        StringBuilder more = new StringBuilder();
        for (String script : scripts) {
            more.append("<script src=\"").append(root).append(script).append("\"></script>\n");
        }
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%TITLE%</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="%ROOT%site.css">
                </head>
                <body data-root="%ROOT%">
                <a class="skip" href="#main">To the text</a>
                <header>
                <nav aria-label="Site">
                <a href="%ROOT%index.html"><b>BioGrad</b></a>
                <a href="%ROOT%spec/course/README.html">Course</a>
                <a href="%ROOT%spec/text/example.html">By hand</a>
                <a href="%ROOT%play.html">Play</a>
                <a href="%ROOT%clause/index.html">Clauses</a>
                <a href="%ROOT%pages.html">All pages</a>
                </nav>
                <form role="search" class="search" onsubmit="return false">
                <label for="search">Search</label> <input id="search" type="search" autocomplete="off">
                <ul id="found" aria-live="polite"></ul>
                </form>
                </header>
                <main id="main" tabindex="-1">
                %BODY%
                </main>
                <script src="%ROOT%search.js"></script>
                <script src="%ROOT%site.js"></script>
                %MORE%</body>
                </html>
                """.replace("%TITLE%", escape(title) + " - BioGrad")
                .replace("%ROOT%", root)
                .replace("%MORE%", more)
                .replace("%BODY%", body);
    }

    /** Code in a box that can be reached by keys, since it may scroll. */
    static String code(String text, String label) {
        return "<pre tabindex=\"0\" role=\"region\" aria-label=\"" + escape(label) + "\"><code>" + escape(text)
                + "</code></pre>\n";
    }
}
